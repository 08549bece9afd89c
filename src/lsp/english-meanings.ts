const tasks = 'The tasks (công việc cụ thể), in the order in which they are printed.';
const positions = 'The positions (chức vụ), each with its duties.';
const areas = 'The areas of work (mảng công việc), each with its tasks.';
const sectionNumber = 'The printed number: 1, 2, 3 …. Left out on all siblings, it is counted.';

/** The English descriptions of fields, by kind of map; the Vietnamese ones are in the schema. */
export const englishMeanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  form: {
    $schema: 'The path of the JSON Schema, for editors.',
    form: 'Which form this is: bieu-so-2.',
    version: 'The version of the format: 1.',
    parentUnit: 'The unit directly above. Left out, a dotted line is printed.',
    unit: 'The reporting unit.',
    groups: 'The groups of work, by Roman numerals; I, II and III must be there.',
    signatures: 'Who signs. Left out, the form’s own two places to sign are printed.',
    notes: 'Notes below the table. Left out, the form’s own are printed.',
  },
  groups: {
    I: 'Group I: leadership and management.',
    II: 'Group II: professional work.',
    III: 'Group III: support.',
  },
  group: {
    title: 'The title of the group. Groups I–III may leave it out and take the form’s own.',
    positions,
    areas,
    tasks: 'Tasks directly in the group, without areas.',
  },
  position: {
    number: sectionNumber,
    title: 'The name of the position.',
    tasks: 'The duties of the position.',
  },
  area: { number: sectionNumber, title: 'The name of the area of work.', tasks },
  task: {
    number: 'The printed number, such as 1.10. Left out on all siblings, it is counted.',
    text: 'What is done; each paragraph on a line of its own.',
    code: 'The code printed before the text: area.topic.step, such as 1.1.2.',
    complexity: 'How complex the task is, from 1 (lowest) to 5 (highest). Every task has exactly one level.',
    unrated: 'Why the task has no level (instead of complexity); not printed.',
  },
  signatures: {
    preparedBy: 'Who prepared the form; signs on the left.',
    approvedBy: 'Who approves the form; signs on the right.',
    place: 'The place printed before the date.',
    date: 'The date of signing, YYYY-MM-DD. Left out, dots are printed to be filled in by hand.',
  },
  signatory: { title: 'The signatory’s title.', name: 'The signatory’s full name.' },
};
