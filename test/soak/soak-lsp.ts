import { writeFileSync } from 'node:fs';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { Random } from '../fuzz/random.ts';
import { brokenTexts, formText } from './form-texts.ts';
import { eventually, SoakedProgram } from './soaked-program.ts';

export const startLsp = () =>
  new SoakedProgram(['lsp'], (folder) => writeFileSync(`${folder}/a.yaml`, formText(0)));

/** Typing, floods of versions, every request, opening and closing, saves; then the last version is what is checked. */
export async function soakLsp(
  program: SoakedProgram,
  seconds: number,
  random: Random,
): Promise<ProtocolConnection> {
  const { stdout, stdin } = program.child;
  if (!stdout || !stdin) throw new Error('It has no streams');
  const connection = createProtocolConnection(stdout, stdin);
  const heard = new Map<string, number | undefined>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
    heard.set(uri, version);
  });
  connection.listen();
  // What it asks of a client is refused.
  const capabilities = {
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  };
  const rootUri = `file://${program.folder}`;
  await connection.sendRequest('initialize', { processId: null, rootUri, capabilities });
  await connection.sendNotification('initialized', {});

  let version = 0;
  let opened = 0;
  const open = new Set<string>();
  const say = (method: string, params: object) =>
    connection.sendNotification(`textDocument/${method}`, params);
  const change = (uri: string, text: string) =>
    say('didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ text }] });
  const openOne = async (name = `${++opened % 50}.yaml`) => {
    const uri = `${rootUri}/${name}`;
    if (open.has(uri)) return;
    open.add(uri);
    await say('didOpen', {
      textDocument: { uri, languageId: 'yaml', version: ++version, text: formText(version) },
    });
  };
  const close = async (uri: string) => {
    open.delete(uri);
    await say('didClose', { textDocument: { uri } });
  };
  await openOne('a.yaml');
  const any = () => random.pick([...open]);
  const range = () => {
    const start = { line: random.below(100), character: random.below(60) };
    return { start, end: { line: start.line + random.below(3), character: random.below(60) } };
  };
  const ask = (method: string, params: object = {}) =>
    connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: any() }, ...params });
  const acts: Readonly<Record<string, () => unknown>> = {
    changes: () => change(any(), formText(version)),
    'typed keys': () =>
      say('didChange', {
        textDocument: { uri: any(), version: ++version },
        contentChanges: [{ range: range(), text: random.pick(['', 'ă', '\n', '- ', ': ', '"', '\t']) }],
      }),
    'broken changes': () => change(any(), random.pick(brokenTexts(version))),
    'large changes': () => change(any(), formText(version, 2000)),
    'floods of 200': async () => {
      const uri = any();
      for (let count = 0; count < 200; count++) await change(uri, formText(version));
    },
    opened: () => openOne(),
    closed: () => (open.size > 3 ? close(any()) : undefined),
    saves: async () => {
      const rules = `rules: { spacing: ${random.pick(['off', 'error', 'x'])} }\n`;
      writeFileSync(program.path('bieu2.config.yaml'), rules);
      await say('didSave', { textDocument: { uri: any() } });
    },
    hovers: () => ask('hover', { position: range().start }),
    'quick fixes': () => ask('codeAction', { range: range(), context: { diagnostics: [] } }),
    outlines: () => ask('documentSymbol'),
    'unanswered floods of 50': () => {
      for (let count = 0; count < 50; count++) ask('hover', { position: range().start }).catch(() => {});
    },
    'wrong requests': () => ask('nothing').catch(() => {}),
  };
  await program.soak(seconds, async () => {
    const act = random.pick(Object.keys(acts));
    await acts[act]?.();
    program.count(act);
    return random.below(300);
  });
  const [last = ''] = open;
  await change(last, formText(1_000_000));
  const lastVersion = version;
  await eventually(() => heard.get(last) === lastVersion, 'the last version is checked');
  return connection;
}
