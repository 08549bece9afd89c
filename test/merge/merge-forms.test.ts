import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tasksOf } from '../../src/form/walk-form.ts';
import { type MergeInput, mergedTasks } from '../../src/merge/merge.ts';
import { mergeForms } from '../../src/merge/merge-forms.ts';
import { mergedValue } from '../../src/merge/merged-text.ts';
import { hasValue } from '../../src/source/edit/apply-changes.ts';
import { writeYaml } from '../../src/source/edit/write-yaml.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { foldText } from '../../src/vietnamese/fold-text.ts';
import { generatedDivision } from './generated-division.ts';
import { inputOf, yamlOf } from './merge-inputs.ts';

const inputsOf = (...texts: readonly string[]) =>
  texts.map((text, index) => inputOf(text, `${'abcdefgh'[index]}.yaml`));

const findingsOf = (text: string) =>
  validateSource(parseText(text, 'form.yaml'), { language: 'en' }).report.diagnostics;

/** The merged text; what it reads as is compared with the plan here, too. */
function merged(...texts: readonly string[]): string {
  const merge = mergeForms(inputsOf(...texts));
  const text = yamlOf(merge, 'en');
  expect(hasValue(parseText(text, 'form.yaml'), mergedValue(merge))).toBe(true);
  return text;
}

const withoutSources = (text: string) => text.replace(/^ *# (?:Sources|Merged from): .*\r?\n/gm, '');

describe('merging generated divisions', () => {
  const divisions = fc.uniqueArray(generatedDivision, {
    minLength: 2,
    maxLength: 4,
    selector: ({ id }) => id,
  });
  const numRuns = 40;

  it('gives a form with no fault that its parts had not', () => {
    fc.assert(
      fc.property(divisions, (list) => {
        const known = new Set(
          list.flatMap(({ text }) => findingsOf(text)).map(({ rule, messageId }) => rule + messageId),
        );
        const text = merged(...list.map((division) => division.text));
        const fresh = findingsOf(text).filter(({ rule, messageId }) => !known.has(rule + messageId));
        expect(fresh).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('keeps every task as often as the first form that has it, in the order of the forms', () => {
    fc.assert(
      fc.property(divisions, (list) => {
        const merge = mergeForms(inputsOf(...list.map(({ text }) => text)));
        const counts = (texts: Iterable<string>) => {
          const found = new Map<string, number>();
          for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
          return found;
        };
        const keys = ({ form }: MergeInput) =>
          [...tasksOf(form)]
            .filter(({ isDuty }) => !isDuty)
            .map(({ task }) => foldText(task.text?.value ?? ''));
        const expected = new Map<string, number>();
        for (const input of merge.inputs) {
          for (const [key, count] of counts(keys(input))) if (!expected.has(key)) expected.set(key, count);
        }
        const written = inputOf(yamlOf(merge, 'en'), 'merged.yaml');
        expect(counts(keys(written))).toEqual(expected);

        // Nothing that was read is lost, duties of positions included.
        const all = mergedTasks(merge.groups).flatMap(({ origin, copies }) => [origin, ...copies]);
        const read = merge.inputs.flatMap(({ form }) => [...tasksOf(form)]);
        expect(all.length).toBe(read.length);
        expect(new Set(all.map(({ placed }) => placed.task)).size).toBe(read.length);
        for (const { sections, tasks } of merge.groups) {
          for (const each of [...sections.map((section) => section.tasks), tasks]) {
            const ranks = each.map(
              ({ origin }) => origin.input * 1e6 + read.findIndex(({ task }) => task === origin.placed.task),
            );
            expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          }
        }
      }),
      { numRuns },
    );
  });

  it('leaves every comment above what it was about, once', () => {
    fc.assert(
      fc.property(divisions, (list) => {
        const merge = mergeForms(inputsOf(...list.map(({ text }) => text)));
        const lines = yamlOf(merge, 'en').split('\n');
        // What was above a section of which nothing is left is above the task that its first one became.
        const emptied = new Set(merge.emptied.map(({ input, owner }) => `${input} ${owner.title?.value}`));
        for (const [input, { comments }] of list.entries()) {
          for (const [comment, below] of comments) {
            const places = lines.flatMap((line, index) => (line.trim() === comment ? [index] : []));
            expect(places).toHaveLength(1);
            let at = places[0] ?? 0;
            while (lines[at]?.trim().startsWith('#')) at += 1;
            const next = foldText(lines.slice(at, at + 4).join(' '));
            if (!emptied.has(`${input} ${below}`)) expect(next).toContain(foldText(below));
          }
        }
      }),
      { numRuns },
    );
  });

  it('gives a form back that is merged with itself', () => {
    fc.assert(
      fc.property(generatedDivision, ({ text }) => {
        expect(withoutSources(merged(text, text))).toBe(text);
      }),
      { numRuns },
    );
  });
});

describe('merging the parts of a form', () => {
  /** A form of areas with so many tasks each, of which only some are in it; no two are alike. */
  const formOf = (sizes: readonly number[], isIn: (task: number) => boolean) => {
    let count = 0;
    const areas = sizes.map((size, area) => ({
      title: `Mảng ${area}`,
      tasks: Array.from({ length: size }, () => count++)
        .filter(isIn)
        .map((task) => ({ text: `Việc ${task}`, complexity: (task % 5) + 1 })),
    }));
    const groups = { I: { areas: areas.filter(({ tasks }) => tasks.length > 0) } };
    return inputOf(writeYaml({ form: 'bieu-so-2', version: 1, unit: 'BAN', groups }), 'form.yaml');
  };

  it('gives the whole', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (each, a, b) => {
        const total = each.reduce((sum, size) => sum + size, 0);
        const [first = 1, second = 1] = [1 + (a % (total - 1)), 1 + (b % (total - 1))].sort((x, y) => x - y);
        const parts = [
          formOf(each, (task) => task < first),
          // Both parts have what is before the second cut.
          formOf(each, (task) => task < second),
          formOf(each, (task) => task >= second),
        ];
        const whole = formOf(each, () => true);
        expect(mergedValue(mergeForms(parts))).toEqual(whole.source.value);
        expect(withoutSources(merged(...parts.map(({ source }) => source.text ?? '')))).toBe(
          whole.source.text,
        );
      }),
    );
  });
});

describe('comments anywhere', () => {
  const anyText = generatedDivision.map(({ text }) => text.replace(/^ *#.*\n/gm, ''));
  const marks = fc.array(
    fc.record({
      line: fc.nat(60),
      kind: fc.constantFrom('above', 'deeper', 'shallower', 'behind'),
      by: fc.nat(12),
    }),
    { maxLength: 6 },
  );

  /** A text with comments above and behind its lines, at any column; at most one for each line. */
  function commented(
    text: string,
    places: readonly { line: number; kind: string; by: number }[],
    tag: string,
  ) {
    const lines = text.split('\n');
    for (const [index, { line, kind, by }] of places.entries()) {
      const at = line % lines.length;
      const there = lines[at] ?? '';
      if (there.includes('#')) continue;
      const indent = there.search(/\S|$/) + (kind === 'deeper' ? by : kind === 'shallower' ? -by : 0);
      const comment = `# ghi ${tag}${index}.`;
      lines[at] =
        kind === 'behind' ? `${there} ${comment}` : `${' '.repeat(Math.max(0, indent))}${comment}\n${there}`;
    }
    return lines.join('\n');
  }

  it('are each in the merged form once', () => {
    fc.assert(
      fc.property(anyText, anyText, marks, marks, (a, b, marksOfA, marksOfB) => {
        const texts = [commented(a, marksOfA, 'a'), commented(b, marksOfB, 'b')];
        const valueIn = (text: string) => JSON.stringify(parseText(text, 'form.yaml').value);
        // In a block of text a comment would be text.
        fc.pre(texts.every((text, index) => valueIn(text) === valueIn([a, b][index] ?? '')));
        const merge = mergeForms(inputsOf(...texts));
        fc.pre(merge.isPossible);
        const commentsIn = (text: string) =>
          [...text.matchAll(/# ghi \w+\./g)].map(([comment]) => comment).sort();
        expect(commentsIn(yamlOf(merge))).toEqual(commentsIn(texts.join('\n')));
      }),
    );
  });
});

describe('merging the forms of the fixtures', () => {
  const folder = fileURLToPath(new URL('../fixtures/ok/', import.meta.url));
  const inputs = readdirSync(folder).map((file) => inputOf(readFileSync(`${folder}${file}`), file));

  it.each(inputs.map((input) => [input.source.file, input] as const))(
    '%s with itself gives it back',
    (_, input) => {
      const merge = mergeForms([input, input]);
      expect(hasValue(input.source, mergedValue(merge))).toBe(true);
      expect(hasValue(parseText(yamlOf(merge, 'en'), 'form.yaml'), mergedValue(merge))).toBe(true);
    },
  );

  it.each(inputs.map((input) => [input.source.file, input] as const))(
    '%s goes with the others',
    (_, first) => {
      for (const second of inputs) {
        const merge = mergeForms([first, second]);
        if (!merge.isPossible) continue;
        const text = yamlOf(merge, 'vi');
        expect(hasValue(parseText(text, 'form.yaml'), mergedValue(merge))).toBe(true);
        expect(findingsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    },
  );
});
