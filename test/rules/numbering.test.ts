import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../finding-lines.ts';

/** A form whose area 1 of group II has tasks with these numbers, as written in YAML; undefined: none. */
function formWith(numbers: readonly (string | undefined)[]): string {
  const tasks = numbers.map((number, index) => {
    const first = number === undefined ? '' : `number: ${number}, `;
    return `          - { ${first}text: Theo dõi lĩnh vực ${index}, complexity: 3 }\n`;
  });
  return `form: bieu-so-2
version: 1
unit: BAN A
groups:
  I:
    tasks:
      - Lãnh đạo, điều hành hoạt động của Ban
  II:
    areas:
      - title: Nghiên cứu
        tasks:
${tasks.join('')}  III:
    tasks:
      - { text: Tiếp nhận văn bản, complexity: 2 }
`;
}

/** `message number→expected`, the line of the task first. */
function found(numbers: readonly (string | undefined)[]): string[] {
  return diagnosticsOf(formWith(numbers)).map(({ rule, messageId, message, place }) => {
    const task = place.kind === 'text' ? place.start.line - 11 : 0;
    const expected = /(?:phải là|cần|thiếu số) (\S+)/.exec(message)?.[1];
    return `${rule === 'numbering' ? '' : `${rule}/`}${task} ${messageId} ${expected}`;
  });
}

const counted = (count: number) => Array.from({ length: count }, (_, index) => `1.${index + 1}`);

describe('numbers of tasks', () => {
  it.each<[string, (string | undefined)[], string[]]>([
    ['none at all', [undefined, undefined], []],
    ['as counted', ['1.1', '1.2', '1.3'], []],
    ['in quotes', ['"1.1"', "'1.2'"], []],
    ['past nine', counted(12), []],
    ['2.0 after 1.9', [...counted(9), '2.0'], ['10 unexpected 1.10']],
    ['1.1 where 1.10 is meant', [...counted(9), '1.1'], ['10 unexpected 1.10']],
    ['beginning with two', ['1.2', '1.3'], ['1 unexpected 1.1']],
    ['one left out, the rest follows', ['1.1', '1.3', '1.4'], ['2 unexpected 1.2']],
    ['one twice, the rest is right', ['1.1', '1.1', '1.3'], ['2 unexpected 1.2']],
    ['two slips', ['1.1', '1.3', '1.3', '1.9'], ['2 unexpected 1.2', '4 unexpected 1.4']],
    ['two changed places', ['1.2', '1.1'], ['1 unexpected 1.1', '2 unexpected 1.2']],
    ['those of another area', ['2.1', '2.2', '2.3'], ['1 unexpected 1.1']],
    ['without the area', ['1', '2', '3'], ['1 unexpected 1.1']],
    ['one missing', ['1.1', undefined, '1.3'], ['2 partial 1.2']],
    ['with a full stop', ['1.1.', '1.2'], ['1 malformed 1.1']],
    ['with a comma', ['"1,1"'], ['1 malformed 1.1']],
    ['a word', ['một'], ['1 malformed 1.1']],
    ['a list', ['[1]'], ['1 malformed 1.1']],
    ['nothing', ['""'], ['1 malformed 1.1']],
    ['a zero in front', ['1.01'], ['1 unexpected 1.1']],
  ])('%s', (_, numbers, expected) => {
    expect(found(numbers)).toEqual(expected);
  });

  it('say how many numbers follow a wrong one', () => {
    const hints = diagnosticsOf(formWith(['1.1', '1.3', '1.4', '1.5'])).map(({ hint }) => hint);
    expect(hints).toEqual([
      'Sửa thành 1.2, và 2 số tiếp theo cũng vậy; hoặc bỏ mọi “number” cùng cấp để tự đánh số.',
    ]);
  });

  it('pass when they are what counting gives, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        expect(found(counted(count))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are one finding when one of them is wrong, at its place', () => {
    const slip = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.integer({ min: 1, max: 99 }))
      .map(([count, at, wrong]) => ({ count, at: at % count, wrong }))
      .filter(({ at, wrong }) => wrong !== at + 1);
    fc.assert(
      fc.property(slip, ({ count, at, wrong }) => {
        const numbers = counted(count).with(at, `1.${wrong}`);
        expect(found(numbers)).toEqual([`${at + 1} unexpected 1.${at + 1}`]);
      }),
      { numRuns: 100 },
    );
  });
});
