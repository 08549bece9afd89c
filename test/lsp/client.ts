import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver-protocol/node';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A message as it goes over the wire. */
export function wireMessage(body: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** The built program: the modules in `src` need a bundler. */
export const program = `${root}dist/bin.cjs`;

/** A client of a language server that runs as a process of its own. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly child: ChildProcess;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** The next findings that are sent for a document. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** Ends the server as clients do. @returns its exit code, and what it wrote on standard error */
  close(): Promise<{ code: number | null; stderr: string }>;
}

/** What the editors of today know. */
const modernCapabilities: InitializeParams['capabilities'] = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface ClientSettings {
  readonly command?: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly params?: Partial<InitializeParams>;
  /** The client refuses what it is asked. */
  readonly refuses?: boolean;
}

/** Starts a server (bieu2 unless another is named) with Node.js and shakes hands with it; it ends with the test at the latest. */
export async function startClient(settings: ClientSettings = {}): Promise<Client> {
  const { command = [program, 'lsp'], cwd = root, env = {}, params = {}, refuses = false } = settings;
  const { BIEU2_LANG: _, LANG: __, LC_ALL: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, command, { cwd, env: { ...inherited, ...env } });
  onTestFinished(() => {
    child.kill();
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
    waiting.get(sent.uri)?.(sent);
    waiting.delete(sent.uri);
  });
  // What some servers ask of their clients.
  const registered = refuses ? new ResponseError(ErrorCodes.MethodNotFound, 'refused') : null;
  connection.onRequest('client/registerCapability', () => registered);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  // As while the program is being built: nothing would answer until the test is over.
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`the server ended with ${code}: ${stderr}`);
  });
  ended.catch(() => {});
  const first = { processId: process.pid, rootUri: null, capabilities: modernCapabilities, ...params };
  const answer = connection.sendRequest<InitializeResult>('initialize', first);
  const initialized = await Promise.race([answer, ended]);
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    child,
    open: (uri, text, languageId = 'yaml') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    diagnostics: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    async close() {
      const closed = once(child, 'close');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = await closed;
      connection.dispose();
      return { code, stderr };
    },
  };
}
