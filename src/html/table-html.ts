import { escapeHtml } from '../diagnostics/escape-markup.ts';
import type { Look } from '../generated/look-types.ts';
import { columnWidthsMm, heightMm, textHeightMm } from '../look/geometry.ts';
import { breakLongWords, lettersPerLine, stretchesLines } from '../look/long-words.ts';
import { styleName } from '../look/style-names.ts';
import { headCells, type PrintedCell, rowCells } from '../sheet/printed-cells.ts';
import type { Paragraphs, Sheet, SheetRow } from '../sheet/sheet.ts';
import { dutiesFrom, endLength } from '../sheet/split-rows.ts';

/**
 * The form's table: headers that programs can follow, one body for each group and each area. The last row and the
 * foot are a body of their own, since only within a body do browsers keep rows on one page.
 *
 * @param foot signatures and notes, as HTML
 */
export function* tableHtml(
  { rows, draft }: Pick<Sheet, 'rows' | 'draft'>,
  foot: string,
  look: Look,
): Generator<string> {
  const { wording } = look;
  yield `<table class="form" aria-describedby="description">
<caption class="hidden">${escapeHtml(wording.tableCaption)}</caption>
<colgroup>${columnsHtml(look)}</colgroup>
${headHtml(look)}
`;
  const end = rows.length - endLength(rows);
  const isEndTall = rows.slice(end).some((row) => isTall(row, look));
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    const isHeading = row.kind === 'group' || row.kind === 'area';
    if (index === end || (isHeading && index < end) || !isOpen) {
      if (isOpen) yield '</tbody>\n';
      yield index === end ? `<tbody class="end${isEndTall ? ' tall' : ''}">\n` : '<tbody>\n';
      isOpen = true;
    }
    const opens = row.kind === 'duty' && row.first && dutiesFrom(rows, index) > 1;
    const name = isHeading ? 'heading' : isTall(row, look) ? 'tall' : opens ? 'opens' : '';
    yield `<tr${name && ` class="${name}"`}>${rowHtml(row, rows, index, end, { look, draft })}</tr>\n`;
  }
  yield `<tr><td class="foot" colspan="8">
${foot}
</td></tr>
</tbody>
${rows.some((row) => isTall(row, look) || isBelow(row)) ? closingLine : ''}</table>
`;
}

/** Repeated on every page, where it closes a row or a position that continues on the next one. */
const closingLine = '<tfoot><tr><td class="close" colspan="8"></td></tr></tfoot>\n';

/** Whether a row continues the position above it. */
const isBelow = (row: SheetRow) => row.kind === 'duty' && !row.first;

/** Whether a row is about as tall as a page, or taller: then it may break across pages. */
function isTall(row: SheetRow, look: Look): boolean {
  if (!('text' in row)) return false;
  return heightMm(row.text, taskWidthMm(look), look.styles.taskText, look) > textHeightMm(look) - headMm;
}

/** The approximate height of the table's head on every page. */
const headMm = 20;

const taskWidthMm = ({ table }: Look) => table.columnsMm.task - 2 * table.cellMarginsMm.side;

/** In percent, since the outer half of the table's borders needs space, too. */
function columnsHtml(look: Look): string {
  const widths = columnWidthsMm(look);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `<col style="width: ${((width / whole) * 100).toFixed(3)}%">`).join('');
}

function headHtml(look: Look): string {
  const cells = (row: readonly PrintedCell[]) =>
    row.map((cell) => cellHtml(cell, look, cell.columns > 1 ? 'colgroup' : 'col')).join('');
  const rows = headCells(look).map((row) => `<tr>${cells(row)}</tr>\n`);
  return `<thead>\n${rows.join('')}</thead>`;
}

/** @param end the start of the last body, into which no cell can span from above */
function rowHtml(
  row: SheetRow,
  rows: readonly SheetRow[],
  index: number,
  end: number,
  { look, draft }: { readonly look: Look; readonly draft: boolean },
): string {
  const [number, title, ...others] = rowCells(row, look, draft);
  const written = others.map((cell) => cellHtml(cell, look)).join('');
  if (!number || !title) return written;
  if (row.kind === 'duty' && !row.first) {
    const name = `<span class="hidden">${escapeHtml(row.title)}</span>`;
    return (
      (index === end ? `<td class="below"></td><th class="below" scope="row">${name}</th>` : '') + written
    );
  }
  const span = row.kind === 'duty' ? dutiesFrom(rows, index) : 1;
  const isCut = index < end && index + span > end;
  const down = { rows: isCut ? end - index : span, isCut };
  const first = number.text.length === 0 ? '<td></td>' : cellHtml({ ...number, ...down }, look);
  return first + cellHtml({ ...title, ...down }, look) + written;
}

/** @param scope of a header; default: as the cell says */
function cellHtml(
  { style, text, columns, rows = 1, heads, isInDoubt, isCut }: PrintedCell & { readonly isCut?: boolean },
  look: Look,
  scope = heads && (heads === 'rows' ? 'rowgroup' : 'row'),
): string {
  const attributes = [
    `class="${styleName(style)}${isInDoubt ? ' doubt' : ''}"`,
    scope && `scope="${scope}"`,
    rows > 1 && `rowspan="${rows}"`,
    isCut && 'data-cut',
    columns > 1 && `colspan="${columns}"`,
  ].filter(Boolean);
  const content = style === 'taskText' ? paragraphsHtml(text, look) : text.map(escapeHtml).join('');
  const tag = scope ? 'th' : 'td';
  return `<${tag} ${attributes.join(' ')}>${content}</${tag}>`;
}

function paragraphsHtml(text: Paragraphs, look: Look): string {
  const letters = lettersPerLine(taskWidthMm(look), look.styles.taskText.sizePt ?? look.body.sizePt);
  const paragraphs = text.map((paragraph) => {
    const pieces = breakLongWords(paragraph, letters).map(escapeHtml);
    return `<p${stretchesLines(paragraph, letters) ? ' class="ragged"' : ''}>${pieces.join('<wbr>')}</p>`;
  });
  return paragraphs.join('');
}
