import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '../../src/diagnostics/json-pointer.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { inspectSource } from '../../src/validate.ts';

const pieces = [
  'Chủ trì soạn thảo',
  'Tham gia soạn thảo',
  'cuả á ;b',
  'hoà hòa',
  'thuỷ thủy',
  'trị -xã',
  'việc việc',
  'của của',
  'Hướng dẫn,kiểm tra',
  'Ðảng bộ',
  'hồ\u200bsơ',
  '1.1.1. Lập',
  '(bổ sung sau)',
  'nghị quyết về',
  'Qu¶n lý hå s¬ ®¶ng viªn',
  '…………',
  'ế  ở',
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));
const level = fc.constantFrom<unknown>(3, 'mức 3', 'cao', '3 và 4', undefined);

/** A form in JSON, which has no quotes and lines to fold between a text and its value. */
const formOf = (tasks: readonly object[], title: string) =>
  JSON.stringify({
    form: 'bieu-so-2',
    version: 1,
    unit: 'SỞ',
    groups: {
      I: { positions: [{ title, tasks: ['Lãnh đạo'] }] },
      II: { areas: [{ title: 'Tổng hợp', tasks }] },
      III: { tasks: [{ text: 'Văn thư', complexity: 2 }] },
    },
    notes: [title],
  });

/** Findings by their place in the composed text. */
function findings(json: string) {
  const source = parseText(json, 'form.json');
  const { raw } = inspectSource(source, { language: 'vi' });
  return raw.flatMap(({ range, ...finding }) => {
    if (finding.rule === 'unicode-nfc') return [];
    const value = valueAt(source.value, finding.path);
    const lengthUpTo = (end: number) => String(value).slice(0, end).normalize('NFC').length;
    const placed = range?.map(lengthUpTo);
    return [JSON.stringify({ ...finding, placed }).normalize('NFC')];
  });
}

test('every rule finds the same, at the same letters, in composed, decomposed and mixed texts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, complexity: level }), { minLength: 1, maxLength: 4 }),
      text,
      fc.integer({ min: 1, max: 4 }),
      (tasks, title, every) => {
        const composed = formOf(tasks, title).normalize('NFC');
        const expected = findings(composed);
        expect(findings(composed.normalize('NFD'))).toEqual(expected);
        let word = 0;
        const mixed = composed.replace(/[^\s"]+/g, (one) =>
          word++ % every === 0 ? one.normalize('NFD') : one,
        );
        expect(findings(mixed)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
