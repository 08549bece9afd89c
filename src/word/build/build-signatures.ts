import {
  BorderStyle,
  type ITableWidthProperties,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Look } from '../../generated/look-types.ts';
import { signatureShares, textWidthMm } from '../../look/geometry.ts';
import { fixedTable, paragraph, twipsOfColumns, wholeWidth } from './build-styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noMargins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

/** A line of a point: Word wants a paragraph after a table, in a cell and in the document. */
export const lowLine = () => new Paragraph({ spacing: { line: 20, lineRule: 'exact' } });

/**
 * Date, signatures and notes as the last row of the form's table, over all its columns. LibreOffice keeps a row of a long
 * table on the page of the next row, but, unlike Word, not on that of a paragraph after the table.
 *
 * @param width of the form's table
 */
export function footRow(look: Look, columns: number, width: ITableWidthProperties): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        width,
        borders: { left: none, bottom: none, right: none },
        margins: noMargins,
        children: [signatureTable(look), lowLine(), ...notes(look)],
      }),
    ],
  });
}

function notes({ wording }: Look): Paragraph[] {
  return [
    paragraph('notesHeading', `{#notes}${wording.notesHeading}`),
    paragraph('note', `{#note}${wording.noteBullet}{note}`),
    ...wording.notes.map((note) => paragraph('note', `{^note}${wording.noteBullet}${note}`)),
  ];
}

/** One row for each kind of line, so that those of both signers are at one height. */
function signatureTable(look: Look): Table {
  const { wording } = look;
  const widths = twipsOfColumns(signatureShares.map((share) => share * textWidthMm(look)));
  const orElse = (style: 'dateLine' | 'signatureTitle', name: string, text: string) => [
    paragraph(style, `{#${name}}{${name}}`),
    paragraph(style, `{^${name}}${text}`),
  ];
  const title = (name: 'preparedBy' | 'approvedBy') =>
    orElse('signatureTitle', `${name}.title`, wording[name]);
  const hint = () => [paragraph('signatureHint', wording.signatureHint)];
  const rows = [
    [[new Paragraph({})], orElse('dateLine', 'dateLine', wording.dateLine)],
    [title('preparedBy'), title('approvedBy')],
    [hint(), hint()],
    [[paragraph('signatureName', '{preparedBy.name}')], [paragraph('signatureName', '{approvedBy.name}')]],
  ];
  const cell = (children: Paragraph[], column: number) =>
    new TableCell({ width: wholeWidth([widths[column] ?? 0]), children });
  return fixedTable(widths, none, {
    margins: noMargins,
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}
