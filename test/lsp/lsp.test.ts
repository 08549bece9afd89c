import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { badForm, goodForm, makeWorld } from '../cli/run-main.ts';
import { type ClientSettings, program, startClient, wireMessage } from './client.ts';

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
  return { client, sent, ask, actions, changed, text };
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

test('skips files that are not forms, and reads JSON', async () => {
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
      message: 'unknown rule “speling”; did you mean “spacing”?',
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

test('fixes one, fixes all, and silences a rule', async () => {
  const { actions, changed, text } = await desk(spaced);
  const [fix, silence, all, ...more] = await actions();
  expect(more).toEqual([]);
  expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'spacing' }] });
  expect(changed(fix)).toBe(text.replace('Tiếp  nhận', 'Tiếp nhận'));
  expect(changed(all)).toBe(goodForm);
  expect(changed(silence)).toBe(
    text.replace('      - text: Tiếp', '      # bieu2-disable-next-line spacing -- \n      - text: Tiếp'),
  );
  for (const only of ['', 'source', 'source.fixAll', 'source.fixAll.bieu2'])
    expect((await actions([only])).map(({ kind }) => kind)).toContain('source.fixAll.bieu2');
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
    'Fix (repeated-word): “dựng dựng” → “dựng”',
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

test('answers an older client with a flat outline, and with no code actions', async () => {
  const { ask, actions } = await desk(spaced, { params: { capabilities: {}, locale: 'en' } });
  const [group, position, ...rest] = await ask<SymbolInformation[]>('documentSymbol');
  expect(group).toEqual({
    name: 'I. Nhóm công việc lãnh đạo, quản lý',
    kind: SymbolKind.Namespace,
    location: { uri, range: expect.objectContaining({ start: expect.anything() }) },
  });
  expect([position?.containerName, rest.length]).toEqual([group?.name, 5]);
  expect(await actions()).toEqual([]);
});

test('renumbers a form with numbers: areas, tasks and the codes that follow an area', async () => {
  const numbered = (area: number, first: string, second: string) =>
    goodForm.replace(
      / {4}tasks:\n {6}- text: Xây .*\n.*\n/,
      `    areas:
      - number: ${area}
        title: Tổng hợp
        tasks:
          - number: ${first}
            code: ${area}.1.1
            text: Xây dựng kế hoạch
            complexity: 4
          - ${second}text: Báo cáo
            complexity: 3
`,
    );
  const number = (of: string) => `number: ${of}\n            `;
  const { actions, changed } = await desk(numbered(3, '3.2', ''));
  const [renumber, ...more] = await actions(['refactor.rewrite']);
  expect(more).toEqual([]);
  expect(renumber?.title).toBe('Renumber the form');
  expect(changed(renumber)).toBe(numbered(1, '1.1', number('1.2')));
  const right = await desk(numbered(1, '1.1', number('1.2')));
  expect(await right.actions(['refactor'])).toEqual([]);
  const none = await desk(goodForm);
  expect(await none.actions(['refactor.rewrite'])).toEqual([]);
});

test('answers while the schema of the office takes its time, and names the pattern that takes too long', async () => {
  const { path } = makeWorld({
    '.git/HEAD': '',
    'bieu2.config.yaml': 'schema: office.json\n',
    'office.json': '{ "properties": { "unit": { "pattern": "^(a+)+$" } } }',
  });
  const slow = pathToFileURL(path('form.yaml')).href;
  const client = await startClient({ params: { locale: 'en' } });
  const sent = client.diagnostics(slow);
  let isSent = false;
  void sent.then(() => {
    isSent = true;
  });
  await client.open(slow, badForm.replace('PHÒNG TỔ CHỨC', `${'a'.repeat(60)}!`));
  const quick = client.diagnostics(uri);
  await client.open(uri, badForm);
  expect((await quick).diagnostics.map(({ code }) => code)).toEqual(['task-complexity']);
  const symbols = await client.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect([symbols, isSent]).toEqual([expect.arrayContaining([expect.anything()]), false]);
  expect((await sent).diagnostics.map(({ code }) => code)).toEqual(['task-complexity']);
  const { code, stderr } = await client.close();
  expect([code, stderr]).toEqual([0, expect.stringContaining('the pattern “^(a+)+$” takes too long')]);
});

test('completes no keys: that is the schema’s to do', async () => {
  const { client } = await desk(goodForm);
  expect(client.initialized.capabilities.completionProvider).toBeUndefined();
});

test('offers a bounded number of fixes for a text that needs many', async () => {
  const { ask } = await desk(goodForm.replace('Xây dựng', 'a ,b  '.repeat(500)));
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const found = await ask<CodeAction[]>('codeAction', { range, context: { diagnostics: [] } });
  const single = found.filter(({ title }) => title.startsWith('Fix ('));
  expect(single.length).toBeGreaterThan(1);
  expect(single.length).toBeLessThanOrEqual(10);
  expect(found.filter(({ title }) => title.startsWith('Fix all'))).toHaveLength(1);
});

test('reports a broken configuration that is not open, at its file, and that it is fixed', async () => {
  const { path } = makeWorld({ '.git/HEAD': '', 'bieu2.config.yaml': 'rules: { spacing: of }\n' });
  const config = pathToFileURL(path('bieu2.config.yaml')).href;
  const form = pathToFileURL(path('form.yaml')).href;
  const client = await startClient({ params: { locale: 'en' } });
  const message = new Promise<string>((resolve) => {
    client.connection.onNotification('window/showMessage', ({ message: shown }) => resolve(shown));
  });
  const faults = client.diagnostics(config);
  const own = client.diagnostics(form);
  await client.open(form, badForm);
  expect((await faults).diagnostics).toMatchObject([
    { code: 'config', range: { start: { line: 0, character: 18 } } },
  ]);
  expect((await own).diagnostics.map(({ code }) => code)).toEqual(['task-complexity']);
  expect(await message).toContain('bieu2.config.yaml');
  writeFileSync(path('bieu2.config.yaml'), 'rules: { spacing: off }\n');
  const cleared = client.diagnostics(config);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: config, type: 2 }],
  });
  expect((await cleared).diagnostics).toEqual([]);
});

test.each([
  ['bieu2.config.yml', '{}'],
  ['bieu2.config.yaml', 'schema: nowhere.json\n'],
  ['bieu2.config.yaml', 'baseline: nowhere.json\n'],
])('reports what a run could not start with: %s with %j', async (name, text) => {
  const { path } = makeWorld({ '.git/HEAD': '', [name]: text });
  const form = pathToFileURL(path('form.yaml')).href;
  const client = await startClient({ params: { locale: 'en' } });
  const message = new Promise<string>((resolve) => {
    client.connection.onNotification('window/showMessage', ({ message: shown }) => resolve(shown));
  });
  const own = client.diagnostics(form);
  await client.open(form, badForm);
  expect((await own).diagnostics.map(({ code }) => code)).toEqual(['task-complexity']);
  expect(await message).toMatch(/bieu2\.config\.yml|nowhere\.json/);
});

test('follows the configuration of the folder that is open, as a run from there does', async () => {
  const { path } = makeWorld({
    'bieu2.config.yaml': 'language: en\nrules: { task-complexity: off }\n',
    'sub/bieu2.config.yaml': 'language: en\n',
  });
  const form = pathToFileURL(path('sub/form.yaml')).href;
  const workspaceFolders = [{ uri: pathToFileURL(path('.')).href, name: 'forms' }];
  const capabilities = { workspace: { workspaceFolders: true } };
  const { sent, client } = await desk(badForm, { params: { workspaceFolders, capabilities } }, form);
  expect((await sent).diagnostics).toEqual([]);
  const after = client.diagnostics(form);
  const added = [{ uri: pathToFileURL(path('sub')).href, name: 'sub' }];
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added, removed: workspaceFolders },
  });
  expect((await after).diagnostics.map(({ code }) => code)).toEqual(['task-complexity']);
});

test('a client that refuses every request is served all the same', async () => {
  const { path } = makeWorld({ '.git/HEAD': '', 'bieu2.config.yaml': 'rules: { spacing: of }\n' });
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const form = pathToFileURL(path('form.yaml')).href;
  const client = await startClient({ params: { locale: 'en', capabilities }, refuses: true });
  for (const text of [badForm, goodForm]) {
    const own = client.diagnostics(form);
    await client.open(form, text);
    await own;
  }
  expect(await client.close()).toEqual({ code: 0, stderr: '' });
});

test('a client that leaves without a word ends the server with exit code 1', async () => {
  const { child } = await startClient();
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.stdin?.end();
  expect(await closed).toBe(1);
});

test('a client whose process has ended ends the server, even with the pipe open', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const { child } = await startClient({ params: { processId: pid } });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
});

test('refuses what the protocol forbids, with its codes', () => {
  const request = (id: number, method: string, params: object | null = {}) =>
    wireMessage({ id, method, ...(params && { params }) });
  const start = (id: number) =>
    request(id, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  const textDocument = { uri };
  const input = [
    wireMessage({ method: 'textDocument/didOpen', params: {} }),
    request(1, 'textDocument/hover'),
    request(2, 'initialize'),
    start(3),
    start(4),
    request(5, 'textDocument/hover', { textDocument }),
    request(6, 'textDocument/documentSymbol'),
    request(7, 'textDocument/codeAction', { textDocument, range: {}, context: {} }),
    request(8, 'textDocument/documentSymbol', { textDocument }),
    request(9, 'shutdown', null),
    request(10, 'textDocument/documentSymbol', { textDocument }),
    wireMessage({ method: 'exit' }),
  ].join('');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'lsp'], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout
    .split(/Content-Length: \d+\r\n\r\n/)
    .slice(1)
    .map((text): { id: number; error?: { code: number } } => JSON.parse(text))
    .map(({ id, error }) => [id, error?.code])
    .sort(([a = 0], [b = 0]) => a - b);
  expect(answers).toEqual([
    [1, -32002],
    [2, -32602],
    [3, undefined],
    [4, -32600],
    [5, -32602],
    [6, -32602],
    [7, -32602],
    [8, undefined],
    [9, undefined],
    [10, -32600],
  ]);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

describe('a client that writes and leaves at once', () => {
  const initialize = wireMessage({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const orderly = initialize + wireMessage({ id: 2, method: 'shutdown' }) + wireMessage({ method: 'exit' });
  test.each([
    ['is answered first', orderly, 0, /"id":1,"result".*"id":2,"result":null/s],
    ['also without a word', initialize, 1, /"id":1,"result"/],
    [
      'and is not waited for in the middle of a message',
      `${initialize}Content-Length: 99\r\n\r\n{`,
      1,
      /"id":1/,
    ],
  ])('%s', (_, input, status, out) => {
    const options = { input, encoding: 'utf8', timeout: 30_000 } as const;
    expect(spawnSync(process.execPath, [program, 'lsp'], options)).toMatchObject({
      status,
      stdout: expect.stringMatching(out),
    });
  });
});
