import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from './analysis.ts';
import type { ClientSettings, DocumentSettings, Host } from './host.ts';

/** What is kept of an open document. */
interface Kept {
  settings?: Promise<DocumentSettings>;
  version?: number;
  analysis?: Promise<Analysis | undefined> | undefined;
}

/** The open documents that are forms: each version is read and checked once, when it is first asked for. */
export class FormDocuments {
  readonly #host: Host;
  readonly #kept = new Map<string, Kept>();
  /** Set when the client has introduced itself. */
  client: ClientSettings = { folders: [] };

  constructor(host: Host) {
    this.#host = host;
  }

  /** Undefined for a document that is not a form, and for one that the configuration leaves out. */
  async analysis(document: TextDocument): Promise<Analysis | undefined> {
    const kept = this.#keep(document.uri);
    const settings = await this.settings(document.uri);
    if (kept.version !== document.version) {
      kept.version = document.version;
      kept.analysis = settings.isExcluded ? undefined : this.#analyse(document, settings);
    }
    return kept.analysis;
  }

  async #analyse(document: TextDocument, settings: DocumentSettings): Promise<Analysis | undefined> {
    const isForm: Host['isForm'] = (source) => this.#host.isForm(source);
    const analysis = analyse(document, settings, isForm);
    const found = (analysis && (await settings.bySchema?.(analysis.source.value))) ?? [];
    if (found.length === 0) return analysis;
    // Fixes are tried with the same findings: a trial that ran the schema would keep the server from answering.
    return analyse(document, { ...settings, options: { ...settings.options, schema: () => found } }, isForm);
  }

  settings(uri: string): Promise<DocumentSettings> {
    const kept = this.#keep(uri);
    kept.settings ??= this.#host.settingsFor(uri, this.client);
    return kept.settings;
  }

  /** Reads every configuration again when it is next needed. */
  forgetSettings() {
    for (const kept of this.#kept.values()) {
      delete kept.settings;
      delete kept.version;
    }
  }

  close = (uri: string) => this.#kept.delete(uri);

  #keep(uri: string): Kept {
    const kept = this.#kept.get(uri) ?? {};
    this.#kept.set(uri, kept);
    return kept;
  }
}
