import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeInText } from '../../src/rules/code-in-text.ts';
import { confusableLetters } from '../../src/rules/confusable-letters.ts';
import { controlCharacters } from '../../src/rules/control-characters.ts';
import { duplicateTask } from '../../src/rules/duplicate-task.ts';
import { emptyText } from '../../src/rules/empty-text.ts';
import { leadAboveJoin } from '../../src/rules/lead-above-join.ts';
import { legacyEncoding } from '../../src/rules/legacy-encoding.ts';
import { mixedToneStyle } from '../../src/rules/mixed-tone-style.ts';
import { placeholder } from '../../src/rules/placeholder.ts';
import { repeatedWord } from '../../src/rules/repeated-word.ts';
import { spacing } from '../../src/rules/spacing.ts';
import { unicodeNfc } from '../../src/rules/unicode-nfc.ts';
import { findingsOf, type TaskLike } from './form-of.ts';

const rules = [
  codeInText,
  confusableLetters,
  controlCharacters,
  duplicateTask,
  emptyText,
  leadAboveJoin,
  legacyEncoding,
  mixedToneStyle,
  placeholder,
  repeatedWord,
  spacing,
  unicodeNfc,
];
const folder = new URL('../fixtures/corpus/', import.meta.url);

/** A line of a corpus file is a text; “⏎” stands for a line break, “␣” for a no-break space. */
const corpora = readdirSync(folder).map((file) => ({
  file,
  texts: readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('⏎', '\n').replaceAll('␣', '\u00a0')),
}));

const spoken = (tasks: readonly TaskLike[]) =>
  rules.flatMap((rule) =>
    findingsOf(rule, tasks).map(({ message, path, range }) => {
      const task = tasks[Number(path[5])];
      const text = typeof task === 'string' ? task : (task?.text ?? '');
      return `${rule.id} ${message} “${text.slice(...(range ?? [0]))}” in: ${text}`;
    }),
  );

describe('office texts without a fault', () => {
  it.each(corpora)('$file: no finding in any text by itself', ({ texts }) => {
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.flatMap((text) => spoken([text]))).toEqual([]);
  });

  it.each(corpora)('$file: no finding in all of them as one form', ({ texts }) => {
    expect(spoken(texts)).toEqual([]);
  });
});

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s words each message in both languages',
    (_, rule) => {
      const facts = new Proxy<Record<string, string>>({}, { get: (_target, key) => `‹${String(key)}›` });
      for (const { text, hint } of Object.values(rule.messages)) {
        for (const wording of [text(facts), hint?.(facts)]) {
          if (!wording) continue;
          expect(wording.vi).toMatch(/[à-ỹđ]/i);
          expect(wording.en.replace(/“[^”]*”/g, '')).not.toMatch(
            /[ạảãăắằẳẵặấầẩẫậđẹẻẽếềểễệịỉĩọỏõốồổỗộơớờởỡợụủũưứừửữựỵỷỹ]/i,
          );
          expect(`${wording.vi}${wording.en}`).not.toContain('undefined');
        }
        expect(text(facts).vi).not.toMatch(/\.$/);
      }
    },
  );
});
