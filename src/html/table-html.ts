import { escapeHtml } from '../diagnostics/escape-markup.ts';
import type { Look } from '../generated/look-types.ts';
import { columnWidthsMm, heightMm, textHeightMm } from '../look/geometry.ts';
import { breakLongWords, lettersPerLine } from '../look/long-words.ts';
import { type StyleKey, styleName } from '../look/style-names.ts';
import {
  type Doubt,
  isDoubtful,
  type Level,
  levels,
  type Paragraphs,
  type Sheet,
  type SheetRow,
} from '../sheet/sheet.ts';
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
    yield `<tr${name && ` class="${name}"`}>${cellsOf(row, rows, index, end, { look, draft })}</tr>\n`;
  }
  yield `<tr><td class="foot" colspan="8">
${foot}
</td></tr>
</tbody>
${rows.some((row) => isTall(row, look)) ? closingLine : ''}</table>
`;
}

/** Repeated on every page, where it closes a row that continues on the next one. */
const closingLine = '<tfoot><tr><td class="close" colspan="8"></td></tr></tfoot>\n';

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

function headHtml({ wording: { columns } }: Look): string {
  const head = (text: string, attributes: string) =>
    `<th class="${styleName('tableHead')}" ${attributes}>${escapeHtml(text)}</th>`;
  const tall = [columns.number, columns.group, columns.task].map((text) =>
    head(text, 'scope="col" rowspan="2"'),
  );
  return `<thead>
<tr>${tall.join('')}${head(columns.levels, 'scope="colgroup" colspan="5"')}</tr>
<tr>${levels.map((level) => head(String(level), 'scope="col"')).join('')}</tr>
</thead>`;
}

/** @param end the start of the last body, into which no cell can span from above */
function cellsOf(
  row: SheetRow,
  rows: readonly SheetRow[],
  index: number,
  end: number,
  { look, draft }: { readonly look: Look; readonly draft: boolean },
): string {
  const { mark } = look;
  const inDoubt = (part: Doubt) => draft && isDoubtful(row, part);
  switch (row.kind) {
    case 'group':
    case 'area':
      return (
        cell('td', `${row.kind}Number`, row.number, '', inDoubt('number')) +
        cell('th', `${row.kind}Title`, row.title, 'scope="rowgroup" colspan="2"', inDoubt('title')) +
        noLevels
      );
    case 'duty': {
      const span = row.first ? dutiesFrom(rows, index) : 0;
      const isCut = index < end && index + span > end;
      const height = isCut ? end - index : span;
      const reach = (height > 1 ? ` rowspan="${height}"` : '') + (isCut ? ' data-cut' : '');
      const position = row.first
        ? cell('td', 'positionNumber', row.number, reach, inDoubt('number')) +
          cell('th', 'positionTitle', row.title, `scope="row"${reach}`, inDoubt('title'))
        : index === end
          ? `<td class="below"></td><th class="below" scope="row"><span class="hidden">${escapeHtml(row.title)}</span></th>`
          : '';
      return (
        position +
        textCell(row.text, look, '', inDoubt('text')) +
        (row.level === undefined ? noLevels : levelCells(row.level, mark))
      );
    }
    case 'task':
      return (
        numberCells(row.number, inDoubt('number')) +
        textCell(row.text, look, '', inDoubt('text')) +
        levelCells(row.level, mark, inDoubt('level'))
      );
    case 'unrated':
      return (
        numberCells(row.number, inDoubt('number')) + textCell(row.text, look, 'colspan="6"', inDoubt('text'))
      );
  }
}

const cell = (tag: 'td' | 'th', style: StyleKey, text: string, attributes = '', isInDoubt = false) =>
  `<${tag} class="${classOf(style, isInDoubt)}"${attributes && ` ${attributes.trim()}`}>${escapeHtml(text)}</${tag}>`;

const classOf = (style: StyleKey, isInDoubt: boolean) => styleName(style) + (isInDoubt ? ' doubt' : '');

const noLevels = '<td class="task-level" colspan="5"></td>';

const numberCells = (number: string, isInDoubt: boolean) =>
  `<td></td>${number === '' ? cell('td', 'taskNumber', '', '', isInDoubt) : cell('th', 'taskNumber', number, 'scope="row"')}`;

function textCell(text: Paragraphs, look: Look, attributes: string, isInDoubt: boolean): string {
  const letters = lettersPerLine(taskWidthMm(look), look.styles.taskText.sizePt ?? look.body.sizePt);
  const paragraphs = text
    .map((paragraph) => {
      const pieces = breakLongWords(paragraph, letters);
      return `<p${pieces.length > 1 ? ' class="ragged"' : ''}>${pieces.map(escapeHtml).join('<wbr>')}</p>`;
    })
    .join('');
  return `<td class="${classOf('taskText', isInDoubt)}"${attributes && ` ${attributes}`}>${paragraphs}</td>`;
}

const levelCells = (marked: Level | undefined, mark: string, isInDoubt = false) =>
  levels.map((level) => cell('td', 'taskLevel', level === marked ? mark : '', '', isInDoubt)).join('');
