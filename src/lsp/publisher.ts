import {
  type Connection,
  type Diagnostic,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../diagnostics/wording.ts';
import type { FormDocuments } from './analysis.ts';
import type { Host, HostProblem } from './host.ts';
import { configDiagnostic, toDiagnostic } from './to-diagnostic.ts';

/** Milliseconds to wait after a change before checking, so that changes that come at once are one. */
const restMs = 10;

/** Sends the findings of documents after each change, once for all changes meanwhile. */
export class Publisher {
  readonly #connection: Connection;
  readonly #forms: FormDocuments;
  readonly #host: Host;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #published = new Set<string>();
  readonly #problems = new Map<string, HostProblem>();

  constructor(connection: Connection, forms: FormDocuments, host: Host) {
    this.#connection = connection;
    this.#forms = forms;
    this.#host = host;
  }

  /** @param current returns the current document; undefined once it is closed */
  schedule(uri: string, current: () => TextDocument | undefined) {
    clearTimeout(this.#timers.get(uri));
    const run = () => {
      this.#timers.delete(uri);
      this.#publish(uri, current).catch((error: unknown) => {
        // A bug; the server goes on with the next version.
        this.#connection.console.error(
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
      });
    };
    this.#timers.set(uri, setTimeout(run, restMs));
  }

  close(uri: string) {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#problems.delete(uri);
    this.#clear(uri);
  }

  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #publish(uri: string, current: () => TextDocument | undefined) {
    const { problem, options } = await this.#forms.settings(uri);
    const document = current();
    if (!document) return;
    const { version } = document;
    if (this.#host.configFaults(uri, document.getText())) {
      await this.#sendFaults(document, options.language);
      return;
    }
    await this.#reportConfig(uri, problem, options.language);
    const analysis = await this.#forms.analysis(document);
    // An office's schema takes a while, in which the document may be closed, or changed and scheduled again.
    if (current()?.version !== version) return;
    if (!analysis) return this.#clear(uri);
    const found = analysis.inspection.diagnostics;
    await this.#send(
      analysis.document,
      found.map((one) => toDiagnostic(one, analysis)),
    );
  }

  /** Reports once what is wrong with the configuration of a document, even if it is not open. */
  async #reportConfig(uri: string, problem: HostProblem | undefined, language: Language) {
    const before = this.#problems.get(uri);
    if (problem) this.#problems.set(uri, problem);
    else this.#problems.delete(uri);
    const others = [...this.#problems].filter(([other]) => other !== uri).map(([, one]) => one);
    if (problem && ![before, ...others].some((one) => one?.message === problem.message)) {
      // Not `window.showErrorMessage`, which is a request: a client may refuse it.
      const { message } = problem;
      await this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message,
      });
    }
    if (problem?.file) {
      const { uri: file, text } = problem.file;
      await this.#sendFaults(TextDocument.create(file, 'yaml', 0, text), language);
    } else if (before?.file && !others.some((one) => one.file?.uri === before.file?.uri)) {
      this.#clear(before.file.uri);
    }
  }

  async #sendFaults(document: TextDocument, language: Language) {
    const faults = this.#host.configFaults(document.uri, document.getText()) ?? [];
    await this.#send(
      document,
      faults.map((fault) => configDiagnostic(fault, document, language)),
    );
  }

  async #send({ uri, version }: TextDocument, diagnostics: Diagnostic[]) {
    this.#published.add(uri);
    await this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #clear(uri: string) {
    if (this.#published.delete(uri)) this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
