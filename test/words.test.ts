import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { type MergeRule, mergeRules } from '../src/merge/merge-rules.ts';
import { rules } from '../src/rules/index.ts';
import { programIn } from './cli/program.ts';

/** Words that plain English for the command line does without, each with what to write instead. */
const unwanted: readonly (readonly [words: RegExp, instead: string])[] = [
  [/\b(?:tells?|told|telling)\b/i, 'report, print, say'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct'],
  [/\b(?:anew|lest|likewise|thereof|whereby)\b/i, 'again, so that … not, as well'],
  [/\bblanks?\b/i, 'space; empty'],
  [/\bstands?\b/i, 'is, appears'],
  [/\b(?<!there )(?:is|are) no (?!longer\b)/i, 'is not a …'],
  [/\bthere is no (?:format|rule|key|command|option|template|placeholder|look)\b/i, 'unknown …'],
  [/\b(?:pass(?:es|ed)? over|keeps? back|take[sn]? for|be it)\b/i, 'skip, ignore; treat as'],
  [/\bnone: (?!')/i, 'default: …'],
  [/\b(?:judges?|judged|parted)\b/i, 'check; separated'],
  [/\bcounting gives\b|\bcounted anew\b/i, 'expected …; renumbered'],
  [/\ba further\b/i, 'an additional …'],
];

/** Where an unwanted word is right: the sentence, and why. */
const exceptions: readonly (readonly [sentence: RegExp, reason: string])[] = [];

const withoutQuoted = (text: string) => text.replace(/“[^”]*”/g, '“…”').replace(/\s*\n[\s*/]*/g, ' ');

function complaintsAbout(text: string): string[] {
  if (exceptions.some(([sentence]) => sentence.test(text))) return [];
  return unwanted
    .filter(([words]) => words.test(withoutQuoted(text)))
    .map(([words, instead]) => `${words.exec(withoutQuoted(text))?.[0]} (${instead}): ${text.slice(0, 160)}`);
}

const helpOf = (command: Command): string[] => [
  command.summary(),
  command.description(),
  ...command.options.map(({ description }) => description),
  ...command.registeredArguments.map(({ description }) => description),
  ...command.commands.flatMap(helpOf),
];

/** The comments of a file of code, and its texts in quotes that read like English sentences. */
function sentencesIn(code: string): string[] {
  const tokens =
    /\/\*[\s\S]*?\*\/|(?<![:\\'"`/])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\\n])*`/g;
  return [...code.matchAll(tokens)]
    .map(([token]) => token)
    .filter((token) => token.startsWith('/') || (/ /.test(token) && !/[À-ỹ]/.test(withoutQuoted(token))));
}

it('the reader of sentences finds comments and those in quotes', () => {
  expect(
    sentencesIn("// a 'b c'\nconst a = 'd e'; /* \"f g\" */ x(`h ${i} j`, \"k's l\", 'mức độ', 'm');"),
  ).toEqual(["// a 'b c'", "'d e'", '/* "f g" */', '`h ${i} j`', `"k's l"`]);
});

it.each(rules)('$id is worded plainly', ({ summary, explanation, fix, messages }) => {
  const facts = new Proxy({}, { get: (_, name) => (name === 'kind' ? 'tasks' : '7') });
  const texts = Object.values(messages).flatMap((message) => {
    const spoken = [message, ...('inWord' in message && message.inWord ? [message.inWord] : [])];
    return spoken.flatMap(({ text, hint }) => [text?.(facts).en ?? '', hint?.(facts).en ?? '']);
  });
  expect([summary.en, explanation.en, fix?.summary.en ?? '', ...texts].flatMap(complaintsAbout)).toEqual([]);
});

it('what merging reports is worded plainly', () => {
  const facts = new Proxy({}, { get: (_, name) => (name === 'field' ? 'unit' : '7') });
  const pages: readonly MergeRule[] = Object.values(mergeRules);
  const texts = pages.flatMap(({ summary, explanation, message: { text, hint } }) => [
    ...[summary.en, explanation.en, text(facts).en, hint?.(facts).en ?? ''],
  ]);
  expect(texts.flatMap(complaintsAbout)).toEqual([]);
});

it('the help of every command is worded plainly', () => {
  const texts = helpOf(programIn('en'));
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.flatMap(complaintsAbout)).toEqual([]);
});

const root = fileURLToPath(new URL('../', import.meta.url));
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`);

it.each(filesIn('src', /^(?!generated).*\.ts$/))('the sentences in %s are worded plainly', (file) => {
  expect(sentencesIn(readFileSync(`${root}${file}`, 'utf8')).flatMap(complaintsAbout)).toEqual([]);
});

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'action.yml', '.pre-commit-hooks.yaml'],
  ...filesIn('docs', /^[a-z-]+\.md$/),
  ...filesIn('.github', /\.(?:md|ya?ml)$/),
];

it.each(documents)('%s is worded plainly', (file) => {
  const paragraphs = readFileSync(`${root}${file}`, 'utf8').split(/\n(?=\n|\||- )/);
  expect(paragraphs.length).toBeGreaterThan(3);
  expect(paragraphs.flatMap(complaintsAbout)).toEqual([]);
});
