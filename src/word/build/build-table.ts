import { Paragraph, type Table, TableCell, TableRow, WidthType } from 'docx';
import type { Look } from '../../generated/look-types.ts';
import { columnWidthsMm } from '../../look/geometry.ts';
import type { StyleKey } from '../../look/style-names.ts';
import { footRow } from './build-signatures.ts';
import { fixedTable, styleId, twipsOfColumns, twipsOfMm, wholeWidth } from './build-styles.ts';

interface Cell {
  readonly style: StyleKey;
  readonly text?: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
  readonly middle?: boolean;
}

/** The form's table: its two header rows, one prototype of each kind of row, and the foot. */
export function buildTable(look: Look): Table {
  const widths = twipsOfColumns(columnWidthsMm(look));
  const { cellMarginsMm, borderPt } = look.table;
  // w:sz of a border counts eighths of a point (ECMA-376 17.18.2).
  const border = { style: 'single', size: Math.round(borderPt * 8), color: '000000' } as const;
  const row = (cells: readonly Cell[], header?: true) =>
    new TableRow({
      cantSplit: true,
      ...(header && { tableHeader: header }),
      children: placed(cells, widths),
    });
  return fixedTable(widths, border, {
    margins: {
      marginUnitType: WidthType.DXA,
      top: twipsOfMm(cellMarginsMm.top),
      bottom: twipsOfMm(cellMarginsMm.bottom),
      left: twipsOfMm(cellMarginsMm.side),
      right: twipsOfMm(cellMarginsMm.side),
    },
    tableLook: {
      ...{ firstRow: true, lastRow: false, firstColumn: false, lastColumn: false },
      ...{ noHBand: true, noVBand: true },
    },
    rows: [
      ...headerRows(look).map((cells) => row(cells, true)),
      ...prototypes(look).map((cells) => row(cells)),
      footRow(look, widths.length, wholeWidth(widths)),
    ],
  });
}

const levels = [1, 2, 3, 4, 5];

function headerRows({ wording: { columns } }: Look): Cell[][] {
  const head = { style: 'tableHead', middle: true } as const;
  const below = { style: 'tableHead', merge: 'continue' } as const;
  return [
    [
      { ...head, merge: 'restart', text: columns.number },
      { ...head, merge: 'restart', text: columns.group },
      { ...head, merge: 'restart', text: columns.task },
      { ...head, span: 5, text: columns.levels },
    ],
    [below, below, below, ...levels.map((level) => ({ ...head, text: String(level) }))],
  ];
}

/** The tags are in the first cell that can be seen: nobody can edit a cell that is merged away. */
function prototypes({ mark }: Look): Cell[][] {
  const middle = true;
  const marks = levels.map(
    (level): Cell => ({ style: 'taskLevel', middle, text: `{task.level${level}|${mark}}` }),
  );
  const noLevels: Cell = { style: 'taskLevel', span: 5 };
  const heading = (kind: 'group' | 'area'): Cell[] => [
    { style: `${kind}Number`, text: `{#${kind}}{${kind}.number}` },
    { style: `${kind}Title`, text: `{${kind}.title}`, span: 2 },
    { style: `${kind}Number`, span: 5 },
  ];
  const position = (tag: string): Cell[] => [
    { style: 'positionNumber', text: `{#${tag}}{position.number}`, merge: 'restart' },
    { style: 'positionTitle', text: '{position.title}', merge: 'restart' },
    { style: 'taskText', text: '{task.text}' },
  ];
  const next = (tag: string): Cell[] => [
    { style: 'positionNumber', merge: 'continue' },
    { style: 'positionTitle', merge: 'continue' },
    { style: 'taskText', text: `{#${tag}}{task.text}` },
  ];
  const task = (tag: string, span = 1): Cell[] => [
    { style: 'taskNumber', text: `{#${tag}}` },
    { style: 'taskNumber', middle, text: '{task.number}' },
    { style: 'taskText', text: '{task.text}', span },
  ];
  return [
    heading('group'),
    [...position('position'), noLevels],
    [...next('position-next'), noLevels],
    [...position('position-rated'), ...marks],
    [...next('position-next-rated'), ...marks],
    heading('area'),
    [...task('task'), ...marks],
    task('unrated', 6),
  ];
}

function placed(cells: readonly Cell[], widths: readonly number[]): TableCell[] {
  let column = 0;
  return cells.map(({ style, text, span = 1, merge, middle }) => {
    const width = wholeWidth(widths.slice(column, column + span));
    column += span;
    return new TableCell({
      width,
      ...(span > 1 && { columnSpan: span }),
      ...(merge && { verticalMerge: merge }),
      ...(middle && { verticalAlign: 'center' }),
      children: [new Paragraph({ style: styleId(style), ...(text !== undefined && { text }) })],
    });
  });
}
