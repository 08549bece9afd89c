import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormDocuments } from './form-documents.ts';
import type { Host } from './host.ts';
import { configDiagnostic, toDiagnostic } from './to-diagnostic.ts';

/** How long a document has to rest before it is checked, in milliseconds: less than between two keys. */
const restMs = 60;

/** Sends the findings of documents, once their authors pause. */
export class Publisher {
  readonly #connection: Connection;
  readonly #forms: FormDocuments;
  readonly #host: Host;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #published = new Set<string>();
  readonly #told = new Set<string>();

  constructor(connection: Connection, forms: FormDocuments, host: Host) {
    this.#connection = connection;
    this.#forms = forms;
    this.#host = host;
  }

  /** @param current gives the document as it is then; undefined once it is closed */
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
    this.#clear(uri);
  }

  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #publish(uri: string, current: () => TextDocument | undefined) {
    const { problem, options } = await this.#forms.settings(uri);
    const document = current();
    if (!document) return;
    const faults = this.#host.configFaults(uri, document.getText());
    if (faults) {
      await this.#send(
        document,
        faults.map((fault) => configDiagnostic(fault, document, options.language)),
      );
      return;
    }
    if (problem !== undefined && !this.#told.has(problem)) {
      this.#told.add(problem);
      this.#connection.window.showErrorMessage(problem);
    }
    const analysis = await this.#forms.analysis(document);
    if (!analysis) return this.#clear(uri);
    const found = [...analysis.inspection.findings.keys()];
    await this.#send(
      document,
      found.map((one) => toDiagnostic(one, analysis)),
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
