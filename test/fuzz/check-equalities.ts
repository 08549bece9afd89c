import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { compareForms } from '../../src/compare/compare-forms.ts';
import { fixSource } from '../../src/fix.ts';
import type { Form } from '../../src/form/form.ts';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { mergeToForm } from '../../src/merge-to-form.ts';
import { previewFindings } from '../../src/preview/preview-state.ts';
import { renderForm } from '../../src/render.ts';
import { sheetOf } from '../../src/sheet/sheet-of.ts';
import { summarizeForms } from '../../src/summarize-forms.ts';
import { taskRows } from '../../src/tasks/task-rows.ts';
import { validateSource } from '../../src/validate.ts';
import { type CheckedForm, validateContent as validate } from '../../src/validate-content.ts';
import { readWordForm } from '../../src/word/read/read-word-form.ts';
import { importForm } from '../../src/word-to-form.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';
import { checkParts } from './check-parts.ts';

/** One name for both twins, so that what is told of them is alike. */
const file = 'form';

/** What has to be equal for any two values of form files, by name: between twins, ways there and back, ways of counting. */
export const equalities = {
  /** Of forms with faults, too. */
  async twins(values) {
    // A document in YAML that is null is empty, which JSON does not know.
    const twins = values
      .filter((value) => value !== null)
      .map((value) => [read(asYaml(value), 'form.yaml'), read(JSON.stringify(value), 'form.json')] as const);
    for (const [yaml, json] of twins) await checkTwins(yaml, json);
    const [a, b] = twins;
    if (!a || !b) return;
    const merged = (forms: readonly CheckedForm[]) =>
      mergeToForm(forms, { format: 'json', language: 'en' }).text;
    assert.equal(merged([a[0], b[0]]), merged([a[1], b[1]]), 'twins are merged alike');
    if (!a[0].form || !b[0].form) return;
    const changes = (index: 0 | 1) => compareForms(formOf(a[index]), formOf(b[index])).map(withoutPaths);
    assert.deepEqual(changes(0), changes(1), 'twins differ alike from others');
  },
  async paper(values) {
    for (const value of values) await checkWord(read(stringify(value, withoutReasons), 'form.yaml'));
  },
  merge(values) {
    for (const value of values) checkParts(value);
  },
  diff([one, other = one]) {
    if (one === undefined) return;
    checkMirror(formOf(read(stringify(one), 'form.yaml')), formOf(read(JSON.stringify(other), 'form.json')));
  },
  totals(values) {
    for (const value of values) checkCounts(read(stringify(value), 'form.yaml'), value);
  },
} as const satisfies Record<string, (values: readonly unknown[]) => void | Promise<void>>;

/** A plain key that begins with a no-break space would be a line that is indented with one. */
function asYaml(value: unknown): string {
  const defaultKeyType = /[\u00a0\u2007\u202f]/.test(JSON.stringify(value)) ? 'QUOTE_DOUBLE' : 'PLAIN';
  const text = stringify(value, { defaultKeyType });
  // Where a text begins with spaces, the library may fold it so that its line breaks move.
  return isDeepStrictEqual(parse(text), value) ? text : stringify(value, { defaultKeyType, lineWidth: 0 });
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

async function checkTwins(yaml: CheckedForm, json: CheckedForm): Promise<void> {
  assert.deepEqual(findingsOf(yaml), findingsOf(json), 'twins have the same findings');
  const [fixed, fixedTwin] = [yaml, json].map(({ source }) => fixSource(source, { language: 'en' }));
  // Quotes are forgotten in YAML only.
  if (!fixed?.fixes.some(({ changes }) => changes.some(({ kind }) => kind.startsWith('quote')))) {
    assert.deepEqual(fixed?.source.value, fixedTwin?.source.value, 'twins are fixed alike');
  }
  const [a, b] = [yaml.form, json.form];
  assert.equal(a === undefined, b === undefined, 'both are forms, or none is');
  if (!a || !b) return;
  assert.deepEqual(taskRows(a, file), taskRows(b, file), 'twins are exported alike');
  assert.deepEqual(summarizeForms([yaml]).total, summarizeForms([json]).total, 'twins are summed up alike');
  assert.deepEqual(compareForms(a, b), [], 'nothing differs between twins');
  const draft = yaml.errors > 0;
  assert.deepEqual(sheetOf(a, { draft }), sheetOf(b, { draft }), 'twins print the same');
  const bytes = ({ form }: CheckedForm, to: 'docx' | 'html') => {
    assert.ok(form && look);
    return renderForm(form, to === 'html' ? { to, look, draft } : { template: shippedTemplate, draft });
  };
  for (const to of ['docx', 'html'] as const) {
    const isSame = Buffer.compare(await bytes(yaml, to), await bytes(json, to)) === 0;
    assert.ok(isSame, `twins are rendered alike as ${to}`);
  }
  const shown = ({ report, form }: CheckedForm) =>
    previewFindings(report, form, 'en')
      .findings.map(({ message, target }) => `${target} ${message}`)
      .sort();
  assert.deepEqual(shown(yaml), shown(json), 'twins are previewed alike');
}

const look = shippedLooks['bieu-so-2'];

const withoutPaths = (difference: object) =>
  JSON.stringify(difference, (key, value) => (key === 'path' ? undefined : value));

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
