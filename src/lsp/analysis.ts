import type { Range as LspRange, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../diagnostics/finding.ts';
import type { Checked } from '../sound-fixes.ts';
import { parseText } from '../source/parse-text.ts';
import type { Source } from '../source/source.ts';
import { type Inspection, type InspectOptions, inspectSource } from '../validate.ts';
import type { DocumentSettings } from './host.ts';
import { markLength, rangeIn } from './range-in.ts';

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
