import { decodeForm } from '../../src/form/decode-form.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { type FormFacts, formFacts } from '../../src/summary/form-facts.ts';
import { type Summary, Tally } from '../../src/summary/tally.ts';
import { validateSource } from '../../src/validate.ts';
import { formWithTasks } from '../good-form.ts';

/** What a summary takes of a form in YAML. */
export function factsOf(text: string, file = 'form.yaml', leadership = false): FormFacts {
  const source = parseText(text, file);
  const { form, report } = validateSource(source, { language: 'en' });
  if (!form || !decodeForm(source).form) throw new Error('There is no form in the text');
  return formFacts(form, report, leadership);
}

/** The good form of a unit with these tasks in group II: a text and a level each. */
export const unitForm = (
  unit: string,
  tasks: readonly (readonly [text: string, level: number | undefined])[],
  parentUnit = 'TỈNH ỦY A',
): string =>
  formWithTasks(tasks.map(([text, level]) => [JSON.stringify(text), level])).replace(
    /^unit: .*/m,
    () => `parentUnit: ${parentUnit}\nunit: ${unit}`,
  );

const topics = ['kế hoạch', 'quy chế', 'đề án', 'báo cáo', 'hồ sơ', 'tờ trình', 'quyết định', 'hướng dẫn'];

/** Twelve tasks, the first of them at level 4, the others at level 3, all of them the unit's own but two. */
const usualTasks = (unit: string) =>
  topics
    .concat(['tài sản', 'ngân sách', 'Đảng viên', 'thi đua'])
    .map(
      (topic, index) => [`Xây dựng ${topic}${index < 2 ? '' : ` của ${unit}`}`, index === 0 ? 4 : 3] as const,
    );

/**
 * Eleven units: one graded all at level 5, one that forgot most levels, one that wrote its name in two ways in
 * two forms, one without group III, a form without a unit, two units of one name.
 */
export function sampleFacts(): FormFacts[] {
  const texts = [
    ...['MỘT', 'HAI', 'BA', 'BỐN', 'NĂM', 'SÁU'].map((name) =>
      unitForm(`PHÒNG ${name}`, usualTasks(`Phòng ${name}`)),
    ),
    unitForm(
      'PHÒNG CAO',
      usualTasks('Phòng Cao').map(([text]) => [text, 5]),
    ),
    unitForm(
      'PHÒNG QUÊN',
      usualTasks('Phòng Quên').map(([text, level], index) => [text, index < 8 ? undefined : level]),
    ),
    unitForm('Phòng  hai', [['Xây dựng KẾ HOẠCH.', 2]]),
    unitForm('PHÒNG MỘT', usualTasks('Phòng khác'), 'TỈNH ỦY B'),
    unitForm('PHÒNG THIẾU', usualTasks('Phòng Thiếu')).replace(/ {2}III:.*$/s, ''),
    unitForm('……', usualTasks('ai đó')),
  ];
  return texts.map((text, index) => factsOf(text, `bieu-${index + 1}.yaml`));
}

/** @param limit of different texts that are compared */
export function summaryOf(facts: readonly FormFacts[], limit?: number): Summary {
  const tally = new Tally(limit);
  for (const one of facts) tally.add(one);
  const unreadable = [{ file: 'hong.yaml', reason: 'Cannot read the form “hong.yaml”, line 2.' }];
  return tally.finish({ toolVersion: '1.2.3', unreadable, skipped: ['compose.yaml'] });
}
