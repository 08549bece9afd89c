import type { Look, LookStyle } from '../generated/look-types.ts';
import { signatureShares, textWidthMm } from '../look/geometry.ts';
import { lettersPerLine } from '../look/long-words.ts';
import type { Sheet, SignatureBlock } from '../sheet/sheet.ts';
import { keepsNotes, splitRows } from '../sheet/split-rows.ts';
import { typstString, typstText } from './typst-string.ts';
import { headingRules, typstParagraph, typstStyles } from './typst-styles.ts';
import { namesGroup, typstTable } from './typst-table.ts';

/** A sheet in a look as a Typst document. All text of the form becomes string literals. */
export function typstSource(sheet: Sheet, look: Look, { fallback }: { fallback: boolean }): string {
  const { wording } = look;
  const title = [wording.documentTitle, sheet.unit].filter(Boolean).join(' – ');
  return `#set document(title: ${typstString(title)}, date: none)
${typstStyles(look, { draft: sheet.draft, fallback })}
#${headOf(sheet, look).join('\n#')}
${tablesOf(sheet, look)}`;
}

/** Text for lines of the page's width, or a part of it. */
const text = (words: string, { body, page }: Look, part = 1, before = '') =>
  typstText(words, lettersPerLine(textWidthMm({ page }) * part, body.sizePt), before);

function headOf({ parentUnit, unit }: Sheet, look: Look): string[] {
  const { wording } = look;
  const line = (label: string, name: string | undefined) =>
    typstParagraph(
      'unitLine',
      look,
      name === undefined
        ? typstString(label + wording.dots)
        : `${typstString(`${label} `)} + unit-name(${text(name, look)})`,
    );
  return [
    typstParagraph('formName', look, typstString(wording.formName)),
    line(wording.parentUnit, parentUnit),
    line(wording.unit, unit),
    `heading(level: 1, title(${typstString(wording.title)}))`,
  ];
}

/** The tables, and the notes: few are kept with the signatures, many are below. */
function tablesOf(sheet: Sheet, look: Look): string {
  const { rows, draft, notes: printed = look.wording.notes } = sheet;
  const notes = printed.length === 0 ? '' : notesOf(printed, look);
  const isKept = notes === '' || keepsNotes(rows, printed);
  const { spaceBeforePt: above = 0 }: LookStyle = look.styles.notesHeading;
  const end = signaturesOf(sheet, look) + (notes && isKept ? ` + pad(top: ${above}pt, ${notes})` : '');
  const pieces = [...splitRows(rows)];
  let hasGroup = false;
  const tables = pieces.map((rows, index) => {
    const foot = index === pieces.length - 1 ? end : undefined;
    const table = [...typstTable({ rows, look, draft, isBelowGroup: hasGroup, foot })].join('');
    hasGroup ||= rows.some(namesGroup);
    return `${index > 0 ? '#pagebreak(weak: true)\n' : ''}#context ${table}\n`;
  });
  if (!isKept) {
    tables.push(
      `#layout(page => { let notes = ${notes}; block(inset: (top: ${above}pt), breakable: measure(width: page.width, notes).height > page.height, notes) })`,
    );
  }
  return tables.join('');
}

/** The date is above the right one of two signatures, whose lines are aligned; all of it stays on one page. */
function signaturesOf({ preparedBy, approvedBy, dateLine }: Sheet, look: Look): string {
  const { wording, signatureRoomMm } = look;
  const { spaceBeforePt: above = 0, spaceAfterPt: below = 0 } = look.styles.dateLine;
  const [left, right] = signatureShares;
  const hint = typstParagraph('signatureHint', look, typstString(wording.signatureHint));
  const titleOf = ({ title }: SignatureBlock, usual: string, share: number) =>
    typstParagraph('signatureTitle', look, text(title ?? usual, look, share));
  const nameOf = ({ name = '' }: SignatureBlock, share: number) =>
    typstParagraph('signatureName', look, text(name, look, share));
  return `pad(top: ${above}pt, grid(columns: (${left}fr, ${right}fr), row-gutter: (${below}pt, 0pt, ${signatureRoomMm}mm),
[], ${typstParagraph('dateLine', look, text(dateLine ?? wording.dateLine, look, right))},
${titleOf(preparedBy, wording.preparedBy, left)}, ${titleOf(approvedBy, wording.approvedBy, right)},
${hint}, ${hint},
${nameOf(preparedBy, left)}, ${nameOf(approvedBy, right)}))`;
}

/** Notes as Typst code. Their bullets are list labels without a hanging indent. */
function notesOf(notes: readonly string[], look: Look): string {
  const { wording, styles } = look;
  const { spaceBeforePt: before = 0, spaceAfterPt: after = 0 }: LookStyle = styles.note;
  const bullet = `note(${typstString(wording.noteBullet)})`;
  const items = notes.map(
    (one) => `list.item(block(width: 100%, note(par(${text(one, look, 1, 'bullet-room')}))))`,
  );
  return `{
let bullet-room = h(measure(${bullet}).width)
${headingRules(2, styles.notesHeading).join('\n')}
heading(level: 2, notes-heading(${typstString(wording.notesHeading)}))
list(tight: false, indent: 0pt, body-indent: 0pt, spacing: ${before + after}pt, marker: box(width: 0pt, ${bullet}), ${items.join(', ')})
}`;
}
