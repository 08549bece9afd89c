import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from './analysis.ts';
import type { ClientSettings, DocumentSettings, Host } from './host.ts';

/** The cached state of an open document. */
interface Kept {
  settings?: Promise<DocumentSettings>;
  version?: number;
  analysis?: Promise<Analysis | undefined> | undefined;
}

/** The open documents that are forms: each version is parsed and checked once, on demand. */
export class FormDocuments {
  readonly #host: Host;
  readonly #kept = new Map<string, Kept>();
  /** Set on initialization. */
  client: ClientSettings = { folders: [] };

  constructor(host: Host) {
    this.#host = host;
  }

  /** Undefined for a document that is not a form or that the configuration excludes. */
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
    // Trials of fixes reuse these findings: running the schema would block the server.
    return analyse(document, { ...settings, options: { ...settings.options, schema: () => found } }, isForm);
  }

  settings(uri: string): Promise<DocumentSettings> {
    const kept = this.#keep(uri);
    kept.settings ??= this.#host.settingsFor(uri, this.client);
    return kept.settings;
  }

  /** Makes every configuration be read again when next needed. */
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
