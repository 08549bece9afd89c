import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Look } from '../../generated/look-types.ts';
import { columnWidthsMm } from '../../look/geometry.ts';
import { signatureRow } from './build-signatures.ts';
import {
  cellXml,
  paragraph,
  rowXml,
  run,
  tableXml,
  twipsOfColumns,
  twipsOfMm,
  type WordStyleKey,
} from './word-xml.ts';

interface Cell {
  readonly style: WordStyleKey;
  readonly text?: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
  readonly middle?: boolean;
}

/** The form's table: its two header rows, one prototype of each kind of row, and the signatures. */
export function formTable(look: Look): string {
  const widths = twipsOfColumns(columnWidthsMm(look));
  const { wording } = look;
  const { cellMarginsMm, borderPt } = look.table;
  const { top, bottom, side } = cellMarginsMm;
  return tableXml(widths, {
    // w:sz of a border counts eighths of a point (ECMA-376 17.18.2).
    border: `w:val="single" w:color="000000" w:sz="${Math.round(borderPt * 8)}"`,
    margins: {
      top: twipsOfMm(top),
      left: twipsOfMm(side),
      bottom: twipsOfMm(bottom),
      right: twipsOfMm(side),
    },
    properties:
      '<w:tblLook w:firstRow="true" w:lastRow="false" w:firstColumn="false" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/>' +
      `<w:tblCaption w:val="${escapeXml(wording.tableCaption)}"/>` +
      `<w:tblDescription w:val="${escapeXml(wording.tableDescription)}"/>`,
    rows: [
      ...headerRows(look).map((cells) => rowXml(placed(cells, widths), '<w:tblHeader/>')),
      ...prototypes(look).map((cells) => rowXml(placed(cells, widths))),
      signatureRow(look, widths),
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

/** The tags are in the first cell that can be seen: what is merged away is out of an office's reach. */
function prototypes({ mark }: Look): Cell[][] {
  const middle = true;
  const marks: Cell[] = levels.map((level) => ({
    style: 'taskLevel',
    middle,
    text: `{task.level${level}|${mark}}`,
  }));
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

function placed(cells: readonly Cell[], widths: readonly number[]): string[] {
  let column = 0;
  return cells.map(({ style, text, span = 1, merge, middle }) => {
    const own = widths.slice(column, column + span);
    column += span;
    const merged = merge ? `<w:vMerge w:val="${merge}"/>` : '';
    const properties = merged + (middle ? '<w:vAlign w:val="center"/>' : '');
    return cellXml(own, paragraph(style, text === undefined ? '' : run(text)), properties);
  });
}
