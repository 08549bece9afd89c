import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FormDocuments } from './analysis.ts';
import { codeActions, fixAllKind } from './code-actions.ts';
import { documentSymbols, flatSymbols } from './document-symbols.ts';
import type { ClientSettings, Host } from './host.ts';
import { hover } from './hover.ts';
import { messageOrder } from './message-order.ts';
import { Publisher } from './publisher.ts';

/**
 * Serves the Language Server Protocol over two streams until the client sends “exit”, disconnects or, as a process, ends.
 *
 * @returns 0 after an orderly shutdown, else 1: the exit code that the protocol requires
 */
export function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  host: Host,
): Promise<0 | 1> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const watchDog = {
      shutdownReceived: false,
      /** Editors that are killed may leave the pipe open. */
      initialize({ processId }: InitializeParams) {
        if (typeof processId === 'number') timer = setInterval(() => host.isGone(processId) && end(), 3000);
      },
      exit: () => end(),
    };
    const reader = new StreamMessageReader(input);
    // Its timer, which only reports an incomplete message, would keep the server running.
    reader.partialMessageTimeout = 0;
    const writer = new StreamMessageWriter(output);
    const connection = createConnection(
      (logger) => createProtocolConnection(reader, writer, logger, { messageStrategy: messageOrder(writer) }),
      watchDog,
    );
    const publisher = connect(connection, host);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearInterval(timer);
      publisher.stop();
      connection.dispose();
      input.pause();
      resolve(watchDog.shutdownReceived ? 0 : 1);
    };
    input.once('end', end).once('close', end).once('error', end);
    output.once('error', end);
    connection.listen();
  });
}

function connect(connection: Connection, host: Host): Publisher {
  const documents = new TextDocuments(TextDocument);
  const forms = new FormDocuments(host);
  const publisher = new Publisher(connection, forms, host);
  const check = (uri: string) => publisher.schedule(uri, () => documents.get(uri));
  let client: InitializeParams['capabilities'] = {};

  connection.onInitialize((params) => {
    client = params.capabilities;
    forms.client = clientOf(params);
    return { capabilities, serverInfo: { name: 'bieu2', version: host.version } };
  });
  connection.onInitialized(() => {
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        const left = forms.client.folders.filter((uri) => !gone.has(uri));
        forms.client = { ...forms.client, folders: [...left, ...added.map(({ uri }) => uri)] };
        recheckAll();
      });
    }
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const watchers = [{ globPattern: '**/bieu2.config.yaml' }];
    // A client that refuses still reports what it saves.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  });

  const recheckAll = () => {
    forms.forgetSettings();
    for (const uri of documents.keys()) check(uri);
  };
  documents.onDidChangeContent(({ document }) => check(document.uri));
  // A configuration or an office's schema may have been saved, here or elsewhere.
  documents.onDidSave(recheckAll);
  connection.onDidChangeWatchedFiles(recheckAll);
  documents.onDidClose(({ document }) => {
    publisher.close(document.uri);
    forms.close(document.uri);
  });

  const analysisOf = async (uri: string) => {
    const document = documents.get(uri);
    return document && forms.analysis(document);
  };
  connection.onHover(async ({ textDocument, position }) => {
    const analysis = await analysisOf(textDocument.uri);
    return analysis && hover(analysis, analysis.offsetAt(position), host.formSchema);
  });
  connection.onCodeAction(async (params) => {
    // Older clients know only commands, which would need a request of the server to edit.
    if (!client.textDocument?.codeAction?.codeActionLiteralSupport) return [];
    const analysis = await analysisOf(params.textDocument.uri);
    return analysis && codeActions(analysis, params);
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const analysis = await analysisOf(uri);
    const isNested = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
    const symbols = analysis && documentSymbols(analysis);
    return symbols && (isNested ? symbols : flatSymbols(symbols, uri));
  });
  documents.listen(connection);
  return publisher;
}

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  hoverProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
  },
};

function clientOf({
  initializationOptions,
  locale,
  workspaceFolders,
  ...params
}: InitializeParams): ClientSettings {
  const chosen: unknown = initializationOptions?.language;
  return {
    ...(typeof chosen === 'string' && { chosen }),
    ...(locale !== undefined && { locale }),
    // Before protocol 3.6 a client had one folder.
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []),
  };
}
