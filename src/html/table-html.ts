import type { Look } from '../generated/look-types.ts';
import { columnWidthsMm } from '../look/column-widths.ts';
import type { Level, Paragraphs, Row } from '../sheet/sheet.ts';
import { escapeHtml } from './escape-html.ts';
import { className } from './style-sheet.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** The form's table: headers that programs can follow, one body for each group and each area. */
export function* tableHtml(rows: readonly Row[], look: Look): Generator<string> {
  const { wording } = look;
  yield `<table class="form" aria-describedby="description">
<caption class="hidden">${escapeHtml(wording.tableCaption)}</caption>
<colgroup>${columnsHtml(look)}</colgroup>
${headHtml(look)}
`;
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    const isHeading = row.kind === 'group' || row.kind === 'area';
    if (isHeading || !isOpen) {
      if (isOpen) yield '</tbody>\n';
      yield '<tbody>\n';
      isOpen = true;
    }
    yield `<tr${isHeading ? ' class="heading"' : ''}>${cellsOf(row, rows, index, look.mark)}</tr>\n`;
  }
  yield `${isOpen ? '</tbody>\n' : ''}</table>\n`;
}

/** In parts of the whole: the outer half of the table's own borders has to find its place, too. */
function columnsHtml(look: Look): string {
  const widths = columnWidthsMm(look);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `<col style="width: ${((width / whole) * 100).toFixed(3)}%">`).join('');
}

function headHtml({ wording: { columns } }: Look): string {
  const head = (text: string, attributes: string) =>
    `<th class="${className('tableHead')}" ${attributes}>${escapeHtml(text)}</th>`;
  const tall = [columns.number, columns.group, columns.task].map((text) =>
    head(text, 'scope="col" rowspan="2"'),
  );
  return `<thead>
<tr>${tall.join('')}${head(columns.levels, 'scope="colgroup" colspan="5"')}</tr>
<tr>${levels.map((level) => head(String(level), 'scope="col"')).join('')}</tr>
</thead>`;
}

function cellsOf(row: Row, rows: readonly Row[], index: number, mark: string): string {
  switch (row.kind) {
    case 'group':
    case 'area':
      return (
        cell('td', `${row.kind}Number`, row.number) +
        cell('th', `${row.kind}Title`, row.title, 'scope="rowgroup" colspan="2"') +
        noLevels
      );
    case 'duty': {
      const span = row.first ? dutiesFrom(rows, index) : 0;
      const down = span > 1 ? `rowspan="${span}"` : '';
      const position = row.first
        ? cell('td', 'positionNumber', row.number, down) +
          cell('th', 'positionTitle', row.title, `scope="row" ${down}`.trim())
        : '';
      return (
        position + textCell(row.text) + (row.level === undefined ? noLevels : levelCells(row.level, mark))
      );
    }
    case 'task':
      return numberCells(row.number) + textCell(row.text) + levelCells(row.level, mark);
    case 'unrated':
      return numberCells(row.number) + textCell(row.text, 'colspan="6"');
  }
}

const cell = (tag: 'td' | 'th', style: keyof Look['styles'], text: string, attributes = '') =>
  `<${tag} class="${className(style)}"${attributes && ` ${attributes}`}>${escapeHtml(text)}</${tag}>`;

const noLevels = '<td class="task-level" colspan="5"></td>';

const numberCells = (number: string) =>
  `<td></td>${number === '' ? cell('td', 'taskNumber', '') : cell('th', 'taskNumber', number, 'scope="row"')}`;

function textCell(text: Paragraphs, attributes = ''): string {
  const paragraphs = text.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
  return `<td class="${className('taskText')}"${attributes && ` ${attributes}`}>${paragraphs}</td>`;
}

const levelCells = (marked: Level | undefined, mark: string) =>
  levels.map((level) => cell('td', 'taskLevel', level === marked ? mark : '')).join('');

/** How many rows the position that begins at `index` takes. */
function dutiesFrom(rows: readonly Row[], index: number): number {
  let end = index + 1;
  for (let row = rows[end]; row?.kind === 'duty' && !row.first; row = rows[end]) end += 1;
  return end - index;
}
