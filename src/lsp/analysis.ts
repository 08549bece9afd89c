import type { Range as LspRange, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../diagnostics/finding.ts';
import type { Checked } from '../sound-fixes.ts';
import { parseText } from '../source/parse-text.ts';
import type { Source } from '../source/source.ts';
import { type Inspection, type InspectOptions, inspectSource } from '../validate.ts';
import type { ClientSettings, DocumentSettings, Host } from './host.ts';

/** One version of a document, parsed and checked; offsets are in `source.text`. */
export interface Analysis extends Checked {
  /** A copy of this version, since the client's document changes in place. */
  readonly document: TextDocument;
  readonly options: InspectOptions;
  /** Parses another text as this document. */
  readonly parse: (text: string) => Source;
  readonly check: (text: string) => Checked;
  readonly rangeOf: (span: Range) => LspRange;
  readonly offsetAt: (position: Position) => number;
}

/** Undefined if the document is not a form. */
export function analyse(
  opened: TextDocument,
  { options, withoutKnown }: DocumentSettings,
  isForm: (source: Source) => boolean,
): Analysis | undefined {
  const document = TextDocument.create(opened.uri, opened.languageId, opened.version, opened.getText());
  const file = fileOf(document);
  const source = parseText(document.getText(), file);
  if (!isForm(source)) return undefined;
  const inspection = inspectSource(source, options);
  return {
    document,
    options,
    source,
    inspection: withoutKnown ? remaining(source, inspection, withoutKnown) : inspection,
    parse: (other) => parseText(other, file),
    check(other) {
      const changed = parseText(other, file);
      return { source: changed, inspection: inspectSource(changed, options) };
    },
    rangeOf: (span) => rangeIn(document, span),
    offsetAt: (position) => Math.max(0, document.offsetAt(position) - markLength(document)),
  };
}

function remaining(
  { file, text = '' }: Source,
  inspection: Inspection,
  withoutKnown: NonNullable<DocumentSettings['withoutKnown']>,
): Inspection {
  const { diagnostics } = withoutKnown({ file, text, diagnostics: inspection.diagnostics });
  const left = new Set(diagnostics);
  return { ...inspection, diagnostics: inspection.diagnostics.filter((one) => left.has(one)) };
}

/** The file name for parsing: its ending decides between JSON and YAML. */
function fileOf({ uri, languageId }: TextDocument): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return /^jsonc?$/.test(languageId) && !/\.json$/i.test(name) ? `${name}.json` : name;
}

/** The byte order mark of a document, which is not part of a source's text, in UTF-16 units. */
export const markLength = (document: TextDocument) => (document.getText().startsWith('\uFEFF') ? 1 : 0);

/** The range of a document for a span of its source's text. */
export function rangeIn(document: TextDocument, [start, end]: Range): LspRange {
  const shift = markLength(document);
  return { start: document.positionAt(start + shift), end: document.positionAt(end + shift) };
}

interface Kept {
  settings?: Promise<DocumentSettings>;
  version?: number;
  analysis?: Promise<Analysis | undefined> | undefined;
}

/** The open documents that are forms: each version is parsed and checked once, on demand. */
export class FormDocuments {
  readonly #host: Host;
  readonly #kept = new Map<string, Kept>();
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
