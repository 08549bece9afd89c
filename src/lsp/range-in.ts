import type { Range as LspRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../diagnostics/finding.ts';

/** The byte order mark of a document, which is not part of a source's text, in UTF-16 units. */
export const markLength = (document: TextDocument) => (document.getText().startsWith('\uFEFF') ? 1 : 0);

/** The range of a document for a span of its source's text. */
export function rangeIn(document: TextDocument, [start, end]: Range): LspRange {
  const shift = markLength(document);
  return { start: document.positionAt(start + shift), end: document.positionAt(end + shift) };
}
