import { escapeHtml } from '../diagnostics/escape-markup.ts';
import type { Look } from '../generated/look-types.ts';
import { heightMm, textHeightMm, textWidthMm } from '../look/geometry.ts';
import type { Sheet, SignatureBlock } from '../sheet/sheet.ts';
import { keepsNotes } from '../sheet/split-rows.ts';
import { sealHtml } from './html-state.ts';
import { styleSheet } from './style-sheet.ts';
import { tableHtml } from './table-html.ts';

/**
 * Writes a sheet as a self-contained HTML file without scripts: for any screen and screen
 * readers, and for printing on the pages of the look. UTF-8.
 */
export function writeHtml(sheet: Sheet, look: Look): Uint8Array {
  return sealHtml(documentHtml(sheet, look));
}

function documentHtml(sheet: Sheet, look: Look): string {
  const { wording } = look;
  const title = [wording.documentTitle, sheet.unit].filter(Boolean).join(' – ');
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${styleSheet(look)}
</style>
</head>
<body>
${sheet.draft ? `<header class="draft">${escapeHtml(wording.draft)}</header>\n` : ''}<main>
${headHtml(sheet, look)}
<p id="description" hidden>${escapeHtml(wording.tableDescription)}</p>
${bodyHtml(sheet, look)}</main>
</body>
</html>
`;
}

const paragraph = (name: string, text: string) => `<p class="${name}">${escapeHtml(text)}</p>`;

function headHtml({ parentUnit, unit }: Sheet, { wording }: Look): string {
  const line = (label: string, name: string | undefined) =>
    name === undefined
      ? paragraph('unit-line', label + wording.dots)
      : `<p class="unit-line">${escapeHtml(label)} <span class="unit-name">${escapeHtml(name)}</span></p>`;
  return [
    paragraph('form-name', wording.formName),
    line(wording.parentUnit, parentUnit),
    line(wording.unit, unit),
    `<h1 class="title">${escapeHtml(wording.title)}</h1>`,
  ].join('\n');
}

function signaturesHtml({ preparedBy, approvedBy, dateLine }: Sheet, { wording }: Look): string {
  const signer = ({ title, name = '' }: SignatureBlock, usualTitle: string) => `<div class="signer">
${paragraph('signature-title', title ?? usualTitle)}
${paragraph('signature-hint', wording.signatureHint)}
${paragraph('signature-name', name)}
</div>`;
  return `<div class="signatures">
${paragraph('date-line', dateLine ?? wording.dateLine)}
${signer(preparedBy, wording.preparedBy)}
${signer(approvedBy, wording.approvedBy)}
</div>`;
}

/** Few notes are kept with the signatures, in the table's last row; many are below the table. */
function bodyHtml(sheet: Sheet, look: Look): string {
  const { rows, notes = look.wording.notes } = sheet;
  const isKept = keepsNotes(rows, notes);
  const [signatures, below] = [signaturesHtml(sheet, look), notesHtml(notes, look)];
  return [...tableHtml(sheet, isKept ? signatures + below : signatures, look), isKept ? '' : below].join('');
}

function notesHtml(notes: readonly string[], look: Look): string {
  const { wording, styles } = look;
  if (notes.length === 0) return '';
  // They determine the height of a page.
  const isTall = heightMm(notes, textWidthMm(look), styles.note, look) > textHeightMm(look) * 0.85;
  const items = notes.map((note) => `<li class="note">${escapeHtml(note)}</li>`);
  return `<h2 class="notes-heading">${escapeHtml(wording.notesHeading)}</h2>
<ul class="notes${isTall ? ' tall' : ''}" role="list">
${items.join('\n')}
</ul>
`;
}
