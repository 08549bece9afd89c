import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { badForm, goodForm, makeWorld } from '../cli/run-main.ts';
import { type ClientSettings, startClient } from './client.ts';

const uri = 'file:///form.yaml';

/** A document that a client edits, with `|` where its cursor is. */
async function desk(marked: string, settings: ClientSettings = { params: { locale: 'en' } }, name = uri) {
  const client = await startClient(settings);
  const text = marked.replace('|', '');
  const document = TextDocument.create(name, 'yaml', 1, text);
  const position = document.positionAt(Math.max(0, marked.indexOf('|')));
  const sent = client.diagnostics(name);
  await client.open(name, text, name.endsWith('.json') ? 'json' : 'yaml');
  const ask = <Result>(method: string, more = {}): Promise<Result> =>
    client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: name },
      position,
      ...more,
    });
  const actions = (only?: string[]) =>
    ask<CodeAction[]>('codeAction', {
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const applied = (edits: readonly TextEdit[] = []) => TextDocument.applyEdits(document, [...edits]);
  const changed = (action: CodeAction | undefined) => applied(action?.edit?.changes?.[name]);
  const completed = async (label: string) => {
    const items = await ask<CompletionItem[]>('completion');
    const edit = items.find((item) => item.label === label)?.textEdit;
    return edit && 'range' in edit ? applied([edit]) : items.map((item) => item.label);
  };
  return { client, sent, ask, actions, changed, completed, text };
}

test('tells what validate tells, in UTF-16, and ends well', async () => {
  const { client, sent } = await desk(badForm);
  const { diagnostics } = await sent;
  expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
  expect(diagnostics).toMatchObject([
    {
      code: 'task-complexity',
      severity: 1,
      source: 'bieu2',
      message: expect.stringMatching(/^task 2\.1 .*\nAdd “complexity:”/),
      range: { start: { line: 11, character: 8 } },
    },
  ]);
  expect(await client.close()).toEqual({ code: 0, stderr: '' });
});

test.each([
  [{ locale: 'en-US' }, {}, 'has no level'],
  [{ locale: 'fr' }, {}, 'chưa'],
  [{ locale: 'en', initializationOptions: { language: 'vi' } }, {}, 'chưa'],
  [{ initializationOptions: { language: 'vi' } }, { BIEU2_LANG: 'en' }, 'has no level'],
])('speaks the language of %j, %j', async (params, env, words) => {
  const { sent } = await desk(badForm, { params, env });
  expect((await sent).diagnostics[0]?.message).toContain(words);
});

test('follows edits, also those after which nothing parses', async () => {
  const { client, sent } = await desk(goodForm);
  expect((await sent).diagnostics).toEqual([]);
  const change = async (version: number, range: [number, number, number], text: string) => {
    const next = client.diagnostics(uri);
    const [line, from, to] = range;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
    });
    return (await next).diagnostics.map(({ code }) => code);
  };
  expect(await change(2, [12, 20, 21], '9')).toEqual(['task-complexity']);
  expect(await change(3, [12, 20, 21], '"')).toEqual(['syntax']);
  expect(await change(4, [12, 20, 21], '4')).toEqual([]);
});

test('passes over files that are no forms, and takes JSON', async () => {
  const json = '{ "form": "bieu-so-2", "version": 1, "unit": "A", "groups": {} }';
  const { client, sent } = await desk(json, { params: { locale: 'en' } }, 'file:///form.json');
  expect((await sent).diagnostics.map(({ code }) => code)).toContain('groups-present');
  const other = 'file:///other.yaml';
  let isTold = false;
  client.diagnostics(other).then(() => {
    isTold = true;
  });
  await client.open(other, 'a: [\n');
  const again = client.diagnostics('file:///form2.json');
  await client.open('file:///form2.json', json, 'json');
  await again;
  expect(isTold).toBe(false);
});

test('honours comments and the configuration nearest to the file', async () => {
  const { path } = makeWorld({
    '.git/HEAD': '',
    'bieu2.config.yaml': 'language: en\nrules:\n  spacing: error\n  repeated-word: off\n',
  });
  const text = goodForm
    .replace('Tiếp nhận văn bản đến', 'Tiếp  nhận nhận văn bản đến')
    .replace(
      '      - text: Xây',
      '      # bieu2-disable-next-line spacing -- nguyên văn\n      - text: Xây  ',
    );
  const { sent } = await desk(text, {}, pathToFileURL(path('form.yaml')).href);
  expect((await sent).diagnostics).toMatchObject([
    { code: 'spacing', severity: 1, message: expect.stringContaining('space') },
  ]);
});

test('leaves out what the configuration excludes and the baseline knows, holds the schema against the rest', async () => {
  const world = makeWorld({
    '.git/HEAD': '',
    'bieu2.config.yaml':
      'language: en\nfiles: { exclude: [old] }\nschema: office.json\nbaseline: known.json\n',
    'office.json': JSON.stringify({ properties: { unit: { maxLength: 3 } } }),
    'form.yaml': badForm,
  });
  const known = ['validate', 'form.yaml', '--no-config', '--baseline', 'known.json', '--update-baseline'];
  expect(await world.run(known)).toMatchObject({ code: 0 });
  const { client, sent } = await desk(badForm, {}, pathToFileURL(world.path('form.yaml')).href);
  expect((await sent).diagnostics).toMatchObject([
    { code: 'office-schema', message: "the office's schema requires at most 3 characters" },
  ]);
  const excluded = pathToFileURL(world.path('old/form.yaml')).href;
  let isTold = false;
  client.diagnostics(excluded).then(() => {
    isTold = true;
  });
  await client.open(excluded, badForm);
  const again = pathToFileURL(world.path('again.yaml')).href;
  const later = client.diagnostics(again);
  await client.open(again, badForm);
  expect((await later).diagnostics.map(({ code }) => code)).toEqual(['office-schema', 'task-complexity']);
  expect(isTold).toBe(false);
});

test('checks the configuration while it is edited', async () => {
  const { path } = makeWorld({ '.git/HEAD': '' });
  const name = pathToFileURL(path('bieu2.config.yaml')).href;
  const { client, sent } = await desk(
    'rules:\n  spacing: of\n  speling: off\nlanguage: vi\n',
    undefined,
    name,
  );
  const at = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  expect((await sent).diagnostics).toEqual([
    {
      range: at(1, 11, 13),
      severity: 1,
      code: 'config',
      source: 'bieu2',
      message: 'off, warning or error is needed',
    },
    {
      range: at(2, 2, 9),
      severity: 1,
      code: 'config',
      source: 'bieu2',
      message: 'there is no rule “speling”; did you mean “spacing”?',
    },
  ]);
  const next = client.diagnostics(name);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: name, version: 2 },
    contentChanges: [{ text: 'rules: { spacing: off }\n' }],
  });
  expect((await next).diagnostics).toEqual([]);
});

const spaced = goodForm.replace('Tiếp nhận', 'Tiếp|  nhận').replace('Xây dựng', 'Xây  dựng');

test('mends one, mends all, and silences a rule', async () => {
  const { actions, changed, text } = await desk(spaced);
  const [fix, silence, all, ...more] = await actions();
  expect(more).toEqual([]);
  expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'spacing' }] });
  expect(changed(fix)).toBe(text.replace('Tiếp  nhận', 'Tiếp nhận'));
  expect(changed(all)).toBe(goodForm);
  expect(changed(silence)).toBe(
    text.replace('      - text: Tiếp', '      # bieu2-disable-next-line spacing -- \n      - text: Tiếp'),
  );
  expect((await actions(['source.fixAll'])).map(({ kind }) => kind)).toEqual(['source.fixAll.bieu2']);
});

test('offers what its author has to agree to, apart from what mends all', async () => {
  const misspelt = goodForm.replace('complexity: 4', 'complex|ty: 4');
  const key = await desk(misspelt);
  const [fix, ...more] = await key.actions();
  expect(fix).toMatchObject({ title: 'Fix (form-shape): complexty → complexity', isPreferred: false });
  expect(key.changed(fix)).toBe(goodForm);
  expect(more).toEqual([]);
  const word = await desk(goodForm.replace('Xây dựng', 'Xây dựng d|ựng'));
  expect((await word.actions()).map(({ title }) => title)).toEqual([
    'Fix (repeated-word): dựng dựng → dựng',
    'Disable repeated-word for this line, with a reason',
  ]);
  expect(word.changed((await word.actions())[0])).toBe(goodForm);
  expect(await word.actions(['source.fixAll'])).toEqual([]);
});

test('explains the field and the finding under the cursor', async () => {
  const field = await desk(goodForm.replace('complexity: 4', 'comp|lexity: 4'), { params: { locale: 'vi' } });
  expect(JSON.stringify(await field.ask('hover'))).toContain('Mức độ phức tạp của công việc');
  const finding = await desk(spaced);
  const hover = JSON.stringify(await finding.ask('hover'));
  expect(hover).toContain('**spacing**');
});

test('outlines groups, positions, areas and tasks with their numbers', async () => {
  const { ask } = await desk(goodForm);
  const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, children = [] }) => (children.length > 0 ? [name, ...names(children)] : name));
  expect(names(await ask<DocumentSymbol[]>('documentSymbol'))).toEqual([
    ['I. Nhóm công việc lãnh đạo, quản lý', ['1 Trưởng phòng', 'Điều hành hoạt động của Phòng']],
    ['II. Nhóm công việc CM, nghiệp vụ', '2.1 Xây dựng kế hoạch công tác'],
    ['III. Nhóm công việc hỗ trợ, phục vụ', '3.1 Tiếp nhận văn bản đến'],
  ]);
});

const level = '        complexity: 4\n';
test.each([
  ['keys that are missing', level, '        |\n', ['number', 'code', 'complexity', 'unrated']],
  ['levels', level, '        complexity: |\n', ['1', '2', '3', '4', '5']],
  ['the next number', level, `${level}      - number: |\n`, ['2.2']],
  ['the first code', level, `${level}        code: |\n`, ['2.1.1']],
  [
    'keys of an item, and the item',
    level,
    `${level}      - |\n`,
    ['number', 'text', 'code', 'complexity', 'unrated', 'new task'],
  ],
  ['items below items', level, `${level}      |\n`, ['new task']],
  [
    'no numbers for duties',
    '          - Điều hành hoạt động của Phòng\n',
    '          - |\n',
    ['text', 'code', 'complexity', 'unrated', 'new duty'],
  ],
  ['the next group', '  III:', '  |\n  III:', ['IV']],
  ['keys of the form', 'unit: PHÒNG', '|\nunit: PHÒNG', ['$schema', 'parentUnit', 'signatures', 'notes']],
  ['nothing within a text', 'Xây dựng', 'Xây |dựng', []],
])('offers %s', async (_name, before, after, labels) => {
  const { completed } = await desk(goodForm.replace(before, after));
  expect(await completed('none')).toEqual(labels);
});

test('writes what it offers at the right indentation', async () => {
  const key = await desk(goodForm.replace(level, '        com|\n'));
  expect(await key.completed('complexity')).toBe(goodForm.replace(level, '        complexity: \n'));
  const item = await desk(goodForm.replace(level, `        number: 2.1\n${level}      - |\n`));
  const expected = '      - number: 2.2\n        text: \n        complexity: \n';
  expect(await item.completed('new task')).toBe(
    goodForm.replace(level, `        number: 2.1\n${level}${expected}`),
  );
});

const goodJson = `${JSON.stringify(parse(goodForm), null, 2)}\n`;
const rated = '"text": "Xây dựng kế hoạch công tác",\n          "complexity": 4\n';
test.each([
  ['keys that are missing', '"complexity": 4', '"|"', ['number', 'code', 'complexity', 'unrated']],
  ['levels', '"complexity": 4', '"complexity": |', ['1', '2', '3', '4', '5']],
  ['the next number', `${rated}        }`, `${rated}        }, { "number": | }`, ['2.2']],
  ['the first code', rated, `"code": "|", ${rated}`, ['2.1.1']],
  ['items', `${rated}        }`, `${rated}        }, |`, ['new task']],
  ['the next group', '"III"', '"|", "III"', ['IV']],
  ['keys of the form', '"unit"', '|\n  "unit"', ['$schema', 'parentUnit', 'signatures', 'notes']],
  ['nothing within a text', 'Xây dựng', 'Xây |dựng', []],
  ['nothing where a comma has to come first', '"complexity": 4', '"complexity": 4 |', []],
])('offers in JSON %s', async (_name, before, after, labels) => {
  expect(goodJson).toContain(before);
  const { completed } = await desk(goodJson.replace(before, after), undefined, 'file:///form.json');
  expect(await completed('none')).toEqual(labels);
});

test('writes in JSON what it offers with quotes and commas', async () => {
  const name = 'file:///form.json';
  const key = await desk(goodJson.replace('"complexity": 4', '"com|"'), undefined, name);
  expect(await key.completed('complexity')).toBe(goodJson.replace('"complexity": 4', '"complexity": '));
  const list = await desk(goodJson.replace('"unit"', '"no|"\n  "unit"'), undefined, name);
  expect(await list.completed('notes')).toBe(goodJson.replace('"unit"', '"notes": [],\n  "unit"'));
  const item = await desk(
    goodJson.replace(`${rated}        }`, `"number": "2.1", ${rated}        }, |`),
    undefined,
    name,
  );
  expect(await item.completed('new task')).toBe(
    goodJson.replace(
      `${rated}        }`,
      `"number": "2.1", ${rated}        }, { "number": "2.2", "text": "", "complexity":  }`,
    ),
  );
});

test('a client that leaves without a word ends the server with exit code 1', async () => {
  const { child } = await startClient();
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.stdin?.end();
  expect(await closed).toBe(1);
});
