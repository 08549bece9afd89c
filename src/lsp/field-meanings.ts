import type { Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap } from '../diagnostics/plain-value.ts';
import type { Language } from '../diagnostics/wording.ts';

/**
 * The description of a field, for hovers; in Vietnamese it comes from the schema.
 *
 * @param path of the key; items of lists have no meaning of their own
 */
export function fieldMeaning(schema: unknown, path: Path, language: Language): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  if (language === 'en') return englishMeanings[mapKind(path.slice(0, -1))]?.[key];
  return meaningIn(schema, path);
}

function mapKind(path: Path): string {
  const parent = path.at(-2);
  if (path.length === 0) return 'form';
  if (path[0] === 'signatures') return path.length === 1 ? 'signatures' : 'signatory';
  if (path[0] === 'groups' && path.length < 3) return path.length === 1 ? 'groups' : 'group';
  return parent === 'positions' ? 'position' : parent === 'areas' ? 'area' : 'task';
}

function meaningIn(schema: unknown, path: Path): string | undefined {
  let nodes: readonly unknown[] = [schema];
  for (const step of path) {
    nodes = nodes.flatMap((node) => expanded(schema, node)).flatMap((node) => below(node, step));
  }
  for (const node of nodes.flatMap((one) => expanded(schema, one))) {
    if (typeof node.description === 'string') return node.description;
  }
  return undefined;
}

/** A schema and all those that apply together with it. */
function expanded(root: unknown, node: unknown): PlainMap[] {
  if (!isMap(node)) return [];
  const parts = [node.allOf, node.anyOf, node.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const reference = typeof node.$ref === 'string' ? [definition(root, node.$ref)] : [];
  return [node, ...[...reference, ...parts].flatMap((part) => expanded(root, part))];
}

function definition(root: unknown, reference: string): unknown {
  const definitions = isMap(root) && isMap(root.definitions) ? root.definitions : {};
  return definitions[reference.slice('#/definitions/'.length)];
}

function below({ items, properties, additionalProperties }: PlainMap, step: string | number): unknown[] {
  if (typeof step === 'number') return [items];
  return [(isMap(properties) ? properties[step] : undefined) ?? additionalProperties];
}

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
