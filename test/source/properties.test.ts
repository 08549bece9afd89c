import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Path, Place } from '../../src/diagnostics/finding.ts';
import { parseText } from '../../src/source/parse-text.ts';
import type { Source } from '../../src/source/source.ts';
import { validateSource } from '../../src/validate.ts';
import { formValue, trickyText, written } from './arbitraries.ts';

/** Every value of a tree with its path, containers included. */
function* valuesOf(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* valuesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function spanOf(source: Source, finding: Parameters<Source['locate']>[0]): [number, number] {
  const place = source.locate(finding);
  if (place.kind !== 'text') throw new Error('a place in a text is expected');
  return [place.start.offset, place.end.offset];
}

/** Whether a piece of source text can stand for one UTF-16 unit of a value. */
function standsFor(written: string, unit: string): boolean {
  if (written === unit || (written === "''" && unit === "'")) return true;
  if (written.startsWith('\\')) return String(parse(`"${written}"`)).includes(unit);
  return /^[ \t\r\n]+$/.test(written) && (unit === ' ' || unit === '\n');
}

const isWithin = (text: string) => (place: Place) =>
  place.kind === 'text' &&
  place.start.offset <= place.end.offset &&
  place.end.offset <= text.length &&
  text.split(/\r\n|\r|\n/)[place.start.line - 1] !== undefined;

const examples = ['bieu-so-2.yaml', 'errors/as-filed.yaml', 'errors/form-shape.yaml'].map((file) =>
  readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8'),
);

describe('a form written in any style', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(written(formValue()), ({ value, text, file }) => {
        const source = parseText(text, file);
        expect(source.problems.filter(({ rule }) => rule === 'syntax')).toEqual([]);
        expect(JSON.parse(JSON.stringify(source.value))).toEqual(value);
      }),
    );
  });

  it('gives every range of every text its characters in the source, and no others', () => {
    fc.assert(
      fc.property(written(formValue()), ({ text, file }) => {
        const source = parseText(text, file);
        for (const { path, value } of valuesOf(source.value)) {
          if (typeof value !== 'string') continue;
          let last = -1;
          for (let unit = 0; unit < value.length; unit++) {
            const [start, end] = spanOf(source, { path, range: [unit, unit + 1] });
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(last);
            expect([path, value[unit], text.slice(start, end)]).toSatisfy(() =>
              standsFor(text.slice(start, end), value[unit] ?? ''),
            );
            last = start;
          }
        }
      }),
    );
  });

  it('keeps every finding within the text', () => {
    fc.assert(
      fc.property(written(formValue()), ({ text, file }) => {
        const { report } = validateSource(parseText(text, file), { language: 'vi' });
        for (const { place } of report.diagnostics) {
          expect(place).toSatisfy(isWithin(text));
        }
      }),
    );
  });
});

describe('an edited form', () => {
  const insertion = fc.constantFrom(
    '',
    '\n',
    '\n  ',
    '- ',
    ': ',
    ' #',
    '|',
    '\t',
    "'",
    '"',
    '\r',
    '<<<<<<< x',
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: 6 }),
    insert: fc.oneof(insertion, trickyText),
  });
  const edited = fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((text, { at, remove, insert }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      }, text),
    );

  it('gives findings within its text, never an exception', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom('form.yaml', 'form.json'), (text, file) => {
        const source = parseText(text, file);
        const { report } = validateSource(source, { language: 'en' });
        expect(source.value === undefined && report.diagnostics.length === 0).toBe(false);
        for (const { place } of report.diagnostics) expect(place).toSatisfy(isWithin(source.text ?? ''));
      }),
      { numRuns: 300 },
    );
  });
});
