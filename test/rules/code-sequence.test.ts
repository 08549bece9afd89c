import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../finding-lines.ts';

/** What is found in area 2 of group II whose tasks have these codes: `task message`; undefined: no code. */
function found(codes: readonly (string | undefined)[]): string[] {
  const tasks = codes.map((code, index) => {
    const first = code === undefined ? '' : `code: ${code}, `;
    return `          - { ${first}text: Theo dõi lĩnh vực ${index}, complexity: 3 }\n`;
  });
  const text = `form: bieu-so-2
version: 1
unit: BAN A
groups:
  I: { tasks: [Lãnh đạo Ban] }
  II:
    areas:
      - { title: Nghiên cứu, tasks: [{ text: Nghiên cứu, complexity: 3 }] }
      - title: Kiểm tra
        tasks:
${tasks.join('')}  III: { tasks: [{ text: Tiếp nhận văn bản, complexity: 2 }] }
`;
  return diagnosticsOf(text).map(({ messageId, place }) => {
    return `${place.kind === 'text' ? place.start.line - 10 : 0} ${messageId}`;
  });
}

describe('codes of tasks', () => {
  it.each<[string, (string | undefined)[], string[]]>([
    ['in sequence', ['2.1.1', '2.1.2', '2.2.1', '2.3.1', '2.3.2'], []],
    ['tasks without a code between', ['2.1.1', undefined, '2.1.2', undefined], []],
    ['past nine', Array.from({ length: 12 }, (_, index) => `2.1.${index + 1}`), []],
    ['of another area', ['1.1.1', '2.1.1'], ['1 wrong-area']],
    ['not beginning with 1.1', ['2.1.2', '2.1.3'], ['1 unexpected']],
    ['a step left out', ['2.1.1', '2.1.3', '2.1.4'], ['2 unexpected']],
    ['a topic left out', ['2.1.1', '2.3.1', '2.3.2'], ['2 unexpected']],
    ['a topic that does not begin with 1', ['2.1.1', '2.2.2'], ['2 unexpected']],
    ['backwards', ['2.1.1', '2.2.1', '2.1.2'], ['3 unexpected']],
    ['twice', ['2.1.1', '2.1.1', '2.1.2'], ['2 repeated']],
    ['two numbers', ['2.1'], ['1 malformed']],
    ['four numbers', ['2.1.1.1'], ['1 malformed']],
    ['with a full stop', ['2.1.1.'], ['1 malformed']],
    ['letters', ['2.1.a'], ['1 malformed']],
    ['a list', ['[2, 1, 1]'], ['1 malformed']],
    ['a slip does not spoil what follows', ['2.1.1', '2.1.x', '2.1.2'], ['2 malformed']],
  ])('%s', (_, codes, expected) => {
    expect(found(codes)).toEqual(expected);
  });

  it('pass when every topic and step follows the one before', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(steps, (topics) => {
        const codes = topics.flatMap((count, topic) =>
          Array.from({ length: count }, (_, step) => `2.${topic + 1}.${step + 1}`),
        );
        expect(found(codes)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
