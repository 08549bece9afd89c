import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { compareForms } from '../../src/compare/compare-forms.ts';
import { fixSource } from '../../src/fix.ts';
import type { Form } from '../../src/form/form.ts';
import { mergeToForm } from '../../src/merge-to-form.ts';
import { renderForm } from '../../src/render.ts';
import { sheetOf } from '../../src/sheet/sheet-of.ts';
import { summarizeForms } from '../../src/summarize-forms.ts';
import { taskRows } from '../../src/tasks/task-rows.ts';
import { validateSource } from '../../src/validate.ts';
import { type CheckedForm, validateContent as validate } from '../../src/validate-content.ts';
import { readWordForm } from '../../src/word/read/read-word-form.ts';
import { importForm } from '../../src/word-to-form.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';

/** One name for both twins, so that what is told of them is alike. */
const file = 'form';

/** What has to be equal for any two values of form files: between twins, ways there and back, and ways of counting. */
export async function checkEqualities(values: readonly unknown[]): Promise<void> {
  const twins = values.map((value) => ({
    yaml: read(stringify(value), 'form.yaml'),
    json: read(JSON.stringify(value), 'form.json'),
    value,
  }));
  for (const { yaml, json, value } of twins) {
    checkTwins(yaml, json);
    checkCounts(yaml, value);
    await checkWord(read(stringify(value, withoutReasons), 'form.yaml'));
  }
  const [a, b = a] = twins;
  if (!a || !b) return;
  checkMirror(formOf(a.yaml), formOf(b.yaml));
  const merged = ([one, other]: readonly CheckedForm[]) =>
    one && other && mergeToForm([one, other], { format: 'json', language: 'en' }).text;
  assert.equal(merged([a.yaml, b.yaml]), merged([a.json, b.json]), 'twins are merged alike');
}

const read = (text: string, name: string) => validate(text, name, { language: 'en' });

function formOf({ form }: CheckedForm): Form {
  assert.ok(form, 'there is a form');
  return form;
}

const findingsOf = ({ report }: CheckedForm, isKept: (rule: string) => boolean = () => true) =>
  [
    ...new Set(
      report.diagnostics
        .filter(({ rule }) => isKept(rule))
        .map(
          ({ rule, path, message, severity }) =>
            `${severity} ${rule} ${path.join('/').replace(/\/text$/, '')} ${message}`,
        ),
    ),
  ].sort();

function checkTwins(yaml: CheckedForm, json: CheckedForm): void {
  assert.deepEqual(findingsOf(yaml), findingsOf(json), 'twins have the same findings');
  const [a, b] = [formOf(yaml), formOf(json)];
  assert.deepEqual(taskRows(a, file), taskRows(b, file), 'twins have the same rows');
  assert.deepEqual(sheetOf(a, { draft: true }), sheetOf(b, { draft: true }), 'twins print the same');
  assert.deepEqual(compareForms(a, b), [], 'nothing differs between twins');
  const fixed = ({ source }: CheckedForm) => parse(fixSource(source, { language: 'en' }).source.text ?? '');
  assert.deepEqual(fixed(yaml), fixed(json), 'twins are fixed alike');
}

/** Of texts alone: which of several parts of the same text was moved may differ. */
function checkMirror(a: Form, b: Form): void {
  assert.deepEqual(compareForms(a, a), [], 'nothing differs from a form to itself');
  const changes = (before: Form, after: Form, isMirrored: boolean) =>
    compareForms(before, after)
      .flatMap((difference) => {
        const from = 'before' in difference ? difference.before.text : undefined;
        const to = 'after' in difference ? difference.after.text : undefined;
        return from === to ? [] : JSON.stringify(isMirrored ? [to, from] : [from, to]);
      })
      .sort();
  assert.deepEqual(changes(b, a, true), changes(a, b, false), 'the way back mirrors the way there');
}

/** Reasons for leaving tasks unrated are not printed: all are alike. */
const withoutReasons = (key: unknown, value: unknown) => (key === 'unrated' ? 'Chung' : value);

/** That a task is left unrated is said with its reason. */
const isOnPaper = (rule: string) => rule !== 'unrated-task';

async function checkWord(yaml: CheckedForm): Promise<void> {
  if (yaml.errors > 0) return;
  const form = formOf(yaml);
  const word = readWordForm(await renderForm(form, { template: shippedTemplate }), 'form.docx');
  const fromWord = validateWord(word);
  assert.deepEqual(
    findingsOf(fromWord, isOnPaper),
    findingsOf(yaml, isOnPaper),
    'paper has the same findings',
  );
  const { text } = importForm(word, { format: 'yaml', language: 'en' });
  assert.ok(text !== undefined, 'what was rendered can be imported');
  const back = compareForms(form, formOf(read(text, 'form.yaml')), { withWord: true });
  assert.deepEqual(back, [], 'what comes back from Word is the same');
}

const validateWord = (word: ReturnType<typeof readWordForm>): CheckedForm => {
  const { report, form } = validateSource(word, { language: 'en' });
  return { source: word, report, form, errors: 0, warnings: 0 };
};

/** Tasks as the library `yaml` alone finds them: items of every list `tasks`. */
function countTasks(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'tasks' && Array.isArray(inner) ? inner.length : countTasks(inner)),
    0,
  );
}

function checkCounts(yaml: CheckedForm, value: unknown): void {
  const expected = countTasks(parse(stringify(value)));
  const rows = taskRows(formOf(yaml), file);
  const { total, groups } = summarizeForms([yaml]);
  const { tasks, levels, unrated, missing, free } = total;
  assert.equal(rows.length, expected, 'rows are what the text has');
  assert.equal(tasks, expected, 'totals are what the text has');
  assert.equal(
    levels.reduce((sum, count) => sum + count, unrated + missing + free),
    expected,
    'parts add up',
  );
  assert.equal(
    groups.reduce((sum, group) => sum + group.tasks, 0),
    expected,
    'groups add up',
  );
  for (const [index, count] of levels.entries()) {
    assert.equal(
      rows.filter(({ complexity }) => complexity === index + 1).length,
      count,
      'levels are as in rows',
    );
  }
}
