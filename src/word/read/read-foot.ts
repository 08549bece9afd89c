import { foldHeading } from '../../vietnamese/fold-text.ts';
import { namesOtherForm } from './form-tables.ts';
import { type Hints, isHinted } from './hints.ts';
import { type Item, isDotted, isOpen, type Line, linesOfItems, linesOfTable, notesHeading } from './lines.ts';
import type { Places } from './places.ts';
import { isInCapitals } from './read-head.ts';
import {
  isDateLine,
  readSignatures,
  type SignatureColumn,
  type SignaturesNode,
  signatureColumns,
} from './read-signatures.ts';

/** The content below the table. */
export interface Foot {
  readonly signatures?: SignaturesNode;
  readonly notes?: readonly string[];
}

const bullet = /^(?:[-–—•*+·▪]|\d+[.)])\s+(?=\S)|^[-–—•](?=\S)/u;

/** Reads signatures and notes, in either order. Anything else is kept. */
export function readFoot(items: readonly Item[], places: Places, hints: Hints): Foot {
  const columns: SignatureColumn[] = [];
  const notes: Line[] = [];
  let inNotes = false;
  let hasNotes = false;
  /** Below “Nơi nhận” are who gets a copy. */
  let inReceivers = false;
  /** Another form in the same file, or what is attached below the notes. */
  let others: readonly Item[] = [];
  const lastSigned = items.findLastIndex(isSignature);
  const notesAt = items.findLastIndex((item) => item.kind === 'line' && beginsNotes(item.line));
  for (const [index, item] of items.entries()) {
    if (item.kind === 'form') continue;
    const isLast = inNotes && (columns.length > 0 || index > lastSigned);
    const isBelow = inNotes
      ? isLast && notes.length > 0
      : columns.length > 0 && index > Math.max(lastSigned, notesAt);
    const isAttached = isBelow && beginsAttachment(item);
    if (
      isAttached ||
      (item.kind === 'line' && (namesOtherForm(item.line.text) || (isLast && isTitle(item.line))))
    ) {
      others = items.slice(index);
      break;
    }
    if (item.kind === 'table') {
      const signed = signatureColumns(item.table);
      if (signed) {
        columns.push(...signed);
        inNotes = false;
        inReceivers = false;
        continue;
      }
      if (!inNotes) {
        for (const line of linesOfTable(item.table)) places.keep(line.place, line.text);
        continue;
      }
    }
    const lines = item.kind === 'line' ? [item.line] : linesOfTable(item.table);
    for (const line of lines) {
      const text = line.text.normalize('NFC');
      if (beginsNotes(line)) {
        inNotes = true;
        hasNotes = true;
        inReceivers = false;
        const rest = text.replace(notesHeading, '');
        if (rest !== '') notes.push({ ...line, text: rest });
      } else if (!bullet.test(text) && (isDateLine(text) || isSignatureLine(text))) {
        inNotes = false;
        inReceivers = false;
        columns.push(...columnsOfLine(line));
      } else if (!bullet.test(text) && /^noi nhan\b/.test(foldHeading(text))) {
        inNotes = false;
        inReceivers = true;
        places.keep(line.place, line.text);
      } else if (inNotes) {
        notes.push(line);
      } else if (columns.length > 0 && !inReceivers) {
        columns.push(...columnsOfLine(line));
      } else if (!isDotted(text)) {
        places.keep(line.place, line.text);
      }
    }
  }
  for (const { text, place } of linesOfItems(others)) places.keep(place, text);
  const signatures = readSignatures(columns, places, hints);
  const texts: string[] = [];
  for (const { text, place } of notes) {
    const bare = text.replace(bullet, '').trim();
    if (isOpen(bare) && !isHinted(hints, 'note', bare)) continue;
    places.set(['notes', texts.length], place);
    texts.push(bare);
  }
  return { ...(signatures && { signatures }), ...(hasNotes && texts.length > 0 && { notes: texts }) };
}

const beginsNotes = ({ text }: Line) => notesHeading.test(text.normalize('NFC'));

/** Below the form: on a page of its own, under the name of an attachment, or a table. */
function beginsAttachment(item: Item): boolean {
  if (item.kind !== 'line')
    return item.kind === 'table' && item.table.rows.some(({ cells }) => cells.length > 1);
  const { text, startsPage } = item.line;
  if (bullet.test(text)) return false;
  const isName = text.length < 120 && !/[.;]$/.test(text);
  return startsPage === true || (isName && attachment.test(foldHeading(text)));
}

const attachment =
  /^(?:phu luc|danh (?:sach|muc)|bang (?:ke|tong hop|thong ke)|mau so|thuyet minh|tai lieu|(?:gui |dinh )?kem theo|dinh kem|gui kem)\b/;

const isSignature = (item: Item) =>
  item.kind === 'table'
    ? signatureColumns(item.table) !== undefined
    : item.kind === 'line' &&
      !bullet.test(item.line.text) &&
      (isDateLine(item.line.text.normalize('NFC')) || isSignatureLine(item.line.text));

const isTitle = ({ text }: Line) =>
  isInCapitals(text) && text.includes(' ') && !bullet.test(text) && !isSignatureLine(text);

const isSignatureLine = (text: string) =>
  /^(?:nguoi lap|nguoi ky|thu truong|truong ban|chanh van phong)\b/.test(foldHeading(text));

/** Signatures without a table are side by side, separated by tabs or spaces. */
function columnsOfLine({ text, place }: Line): SignatureColumn[] {
  const parts = text.split(/\t+|[ \u00a0]{4,}/).map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  if (filled.length >= 2) {
    return [
      { side: 'left', lines: [{ text: filled[0] ?? '', place }] },
      { side: 'right', lines: [{ text: filled.at(-1) ?? '', place }] },
    ];
  }
  return [{ side: undefined, lines: [{ text: filled[0] ?? '', place }] }];
}
