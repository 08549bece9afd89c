import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Document, parse, type ToStringOptions } from 'yaml';

/** Texts of everything that YAML treats in a special way, beside Vietnamese words, composed and decomposed. */
export const trickyText = fc
  .array(
    fc.constantFrom(
      ...['Quản', 'lý', 'hồ sơ', 'đảng viên', 'nghị quyết'.normalize('NFD'), 'về:', 'A:B', '#2', ' # ', '- '],
      ...[
        '"',
        "'",
        "''",
        '\\',
        '\\n',
        '\n',
        '\n\n',
        '\n  ',
        ' ',
        '  ',
        '\u00A0',
        '\u200B',
        '😀',
        ',',
        '|',
        '>',
      ],
      ...[
        '[',
        ']',
        '{',
        '}',
        '&a',
        '*a',
        '!t',
        '%',
        '@',
        '`',
        '?',
        '1.10',
        '~',
        'null',
        '\u0007',
        '\u0085',
        '\uFEFF',
      ],
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));

/** A form file without a fault but in its texts. */
export const formValue = (text: fc.Arbitrary<string> = trickyText) =>
  fc.record({
    form: fc.constant('bieu-so-2'),
    version: fc.constant(1),
    unit: text,
    groups: fc.record({
      I: fc.record({
        positions: fc.array(
          fc.record({ title: text, tasks: fc.array(text, { minLength: 1, maxLength: 3 }) }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      II: fc.record({
        areas: fc.array(
          fc.record({
            title: text,
            tasks: fc.array(fc.record({ text, complexity: fc.integer({ min: 1, max: 5 }) }), {
              minLength: 1,
              maxLength: 3,
            }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      III: fc.record({ tasks: fc.constant([{ text: 'Tiếp nhận văn bản', complexity: 2 }]) }),
    }),
  });

const style: fc.Arbitrary<ToStringOptions> = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 30, 80),
  minContentWidth: fc.constant(5),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  doubleQuotedAsJSON: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
});

/** A value written as YAML in one of many styles, or as JSON, with LF or CRLF. */
export const written = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .tuple(
      value,
      fc.oneof(
        { weight: 4, arbitrary: style.map((options) => ({ options })) },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([value, as, lineBreak]) => {
      const yaml = 'options' in as ? new Document(value).toString(as.options) : '';
      // Some texts are more than the library can write in some styles.
      const isYaml = isDeepStrictEqual(readBack(yaml), value);
      const text = isYaml ? yaml : JSON.stringify(value, null, 2);
      return {
        value,
        text: text.replaceAll('\n', lineBreak),
        file: isYaml ? 'form.yaml' : 'form.json',
      };
    });

function readBack(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return undefined;
  }
}
