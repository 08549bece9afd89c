import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { badForm, goodForm, makeWorld, warnedForm } from './run-main.ts';

const files = {
  'good.yaml': goodForm,
  'bad.yaml': badForm,
  'warned.yaml': warnedForm,
  'broken.yaml': 'form: bieu-so-2\nunit: [\n',
  'empty.yaml': '',
  'utf16.yaml': Buffer.from('\ufeffform: bieu-so-2\n', 'utf16le'),
  'binary.yaml': new Uint8Array([0, 1, 2, 3]),
  'deep.yaml': '['.repeat(10_000),
  'other/compose.yaml': 'services: {}\n',
  'folder/a.yaml': goodForm,
  'none/readme.md': '# none\n',
  'schema.json': '{ "required": ["parentUnit"] }',
  'faulty-look.yaml': 'look: 1\nunknown: 1\n',
  'word.docx': readFileSync(new URL('../fixtures/word/hand-reference.docx', import.meta.url)),
  'cut.docx': new Uint8Array([80, 75, 3, 4, 20]),
  'misspelt.yaml': goodForm.replace('groups:', 'gruops:'),
  'no-schema.json': '{ "type": 7 }',
};

test.each([
  // Clean.
  [0, 'validate good.yaml'],
  [0, 'validate warned.yaml'],
  [0, 'validate folder'],
  [0, 'validate "*ood.yaml"'],
  [0, 'validate --max-warnings 1 warned.yaml'],
  [0, 'validate --strict --rule unrated-task=off warned.yaml'],
  [0, 'validate --rule task-complexity=warning bad.yaml'],
  [0, 'render good.yaml'],
  [0, 'render warned.yaml --out-dir out'],
  [0, 'render bad.yaml --draft'],
  [0, 'import word.docx'],
  [0, 'export bad.yaml word.docx'],
  [0, 'summary bad.yaml warned.yaml word.docx'],
  [0, 'merge good.yaml folder/a.yaml -o merged.yaml'],
  [0, 'diff good.yaml good.yaml'],
  [0, 'init'],
  [0, 'rules'],
  [0, 'explain numbering'],
  [0, 'schema'],
  [0, 'completion bash'],
  [0, '--version'],
  [0, '--help'],
  [0, 'help render'],
  [0, 'validate --help'],
  // Findings, in a run that only informs.
  [0, 'validate --exit-zero bad.yaml'],
  [0, 'validate --exit-zero binary.yaml'],
  [0, 'validate --exit-zero --strict --fail-fast warned.yaml bad.yaml'],
  [0, 'validate --exit-zero --fix bad.yaml'],
  [0, 'validate --exit-zero --max-warnings 0 warned.yaml'],
  [0, 'diff --exit-zero good.yaml warned.yaml'],
  [0, 'template check --exit-zero faulty-look.yaml'],
  [2, 'validate --exit-zero bad.yaml nothing.yaml'],
  [2, 'validate --exit-zero none'],
  [2, 'render --exit-zero bad.yaml'],
  // Findings.
  [1, 'validate bad.yaml'],
  [1, 'validate good.yaml bad.yaml'],
  [1, 'validate broken.yaml'],
  [1, 'validate empty.yaml'],
  [1, 'validate utf16.yaml'],
  [1, 'validate binary.yaml'],
  [1, 'validate deep.yaml'],
  [1, 'validate other/compose.yaml'],
  [1, 'validate --strict warned.yaml'],
  [1, 'validate --quiet --strict warned.yaml'],
  [1, 'validate --max-warnings 0 warned.yaml'],
  [1, 'validate --rule unrated-task=error warned.yaml'],
  [1, 'validate --schema schema.json good.yaml'],
  [1, 'diff good.yaml warned.yaml'],
  [1, 'template check faulty-look.yaml'],
  [1, 'template check cut.docx'],
  [1, 'import cut.docx'],
  [1, 'merge good.yaml cut.docx -o merged.yaml'],
  [1, 'merge good.yaml bad.yaml -o merged.yaml'],
  [1, 'export misspelt.yaml'],
  [1, 'render bad.yaml'],
  [1, 'render broken.yaml --draft'],
  // Could not run.
  [2, ''],
  [2, 'validate nothing.yaml'],
  [2, 'validate good.yaml nothing.yaml'],
  [2, 'validate bad.yaml nothing.yaml'],
  [2, 'validate "*.nothing"'],
  [2, 'validate none'],
  [2, 'validate other'],
  [2, 'validate good.yaml/inside.yaml'],
  [2, 'validate --format prety good.yaml'],
  [2, 'validate --format line --format json good.yaml'],
  [2, 'validate --format json= good.yaml'],
  [2, 'validate --format json=good.yaml good.yaml'],
  [2, 'validate --format json=good.yaml/report.json good.yaml'],
  [2, 'validate --max-warnings few good.yaml'],
  [2, 'validate --rule nothing=off good.yaml'],
  [2, 'validate --rule spacing=loud good.yaml'],
  [2, 'validate --rule syntax=off broken.yaml'],
  [2, 'validate --schema nothing.json good.yaml'],
  [2, 'validate --schema no-schema.json good.yaml'],
  [2, 'validate --schema good.yaml good.yaml'],
  [2, 'validate --lang fr good.yaml'],
  [2, 'validate --unknown good.yaml'],
  [2, 'validat good.yaml'],
  [2, 'good.yaml'],
  [2, 'render'],
  [2, 'render nothing.yaml'],
  [2, 'render good.yaml --template nothing'],
  [2, 'render good.yaml --template good.yaml'],
  [2, 'render good.yaml -o good.odt'],
  [2, 'render good.yaml -o folder'],
  [2, 'render good.yaml -o nowhere/x.docx --out-dir out'],
  [2, 'render good.yaml warned.yaml -o x.docx'],
  [2, 'render word.docx -o x.docx'],
  [2, 'preview word.docx'],
  [2, 'import nothing.docx'],
  [2, 'import none'],
  [2, 'import word.docx nothing.docx'],
  [2, 'export broken.yaml good.yaml'],
  [2, 'export cut.docx'],
  [2, 'summary binary.yaml good.yaml'],
  [2, 'summary none'],
  [2, 'diff good.yaml broken.yaml'],
  [2, 'diff good.yaml cut.docx'],
  [2, 'merge good.yaml'],
  [2, 'merge good.yaml nothing.yaml'],
  [2, 'merge good.yaml warned.yaml --format json'],
  [2, 'template from nothing.docx'],
  [2, 'init good.yaml'],
  [2, 'init form.txt'],
  [2, 'init --starter nothing'],
  [2, 'explain nothing'],
  [2, 'schema nothing'],
  [2, 'completion cmd'],
])('exit code %i: bieu2 %s', async (code, line) => {
  const { run } = makeWorld(files);
  const args = line.split(' ').filter(Boolean);
  const result = await run(args.map((arg) => arg.replaceAll('"', '')));
  expect(result).toMatchObject({ code });
  // Whatever fails says so; whatever is clean keeps standard error empty.
  const hasNote = /--max-warnings 0|--fail-fast|^merge .*(?:cut|bad)|^export misspelt/.test(line);
  expect(result.err === '').toBe(code < 2 && !hasNote);
  expect(result.err).not.toMatch(/^ {4}at /m);
});

test('a bug ends with exit code 3, its stack and a request to report it', async () => {
  const written: string[] = [];
  const code = await main(['validate', '-'], {
    get stdin(): never {
      throw new TypeError('broken on purpose');
    },
    stdout: { write: () => {} },
    stderr: { write: (chunk) => written.push(String(chunk)) },
    env: { LANG: 'en_GB.UTF-8' },
    cwd: '/',
    holdInterrupts() {},
    untilInterrupted: () => Promise.resolve(),
  });
  expect(code).toBe(3);
  expect(written.join('')).toMatch(
    /Please report it[\s\S]*bieu2 \d[\s\S]*TypeError: broken on purpose\n {4}at /,
  );
});
