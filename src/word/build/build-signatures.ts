import type { Look } from '../../generated/look-types.ts';
import { textWidthMm } from '../../look/geometry.ts';
import {
  cellXml,
  marginsXml,
  noBorder,
  paragraph,
  rowXml,
  run,
  tableXml,
  twipsOfColumns,
} from './word-xml.ts';

const noMargins = { top: 0, left: 0, bottom: 0, right: 0 };

/**
 * Date and signatures as the last row of the form's table, over all its columns. LibreOffice keeps a row of a long
 * table on the page of the next row, but not on that of a paragraph behind the table, as Word does.
 *
 * @param widths of the columns of the form's table, in twips
 */
export function signatureRow(look: Look, widths: readonly number[]): string {
  const borders = ['left', 'bottom', 'right'].map((side) => `<w:${side} ${noBorder}/>`).join('');
  const properties = `<w:tcBorders>${borders}</w:tcBorders><w:tcMar>${marginsXml(noMargins)}</w:tcMar>`;
  const end = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>';
  return rowXml([cellXml(widths, signatureTable(look) + end, properties)]);
}

/** One row for each kind of line, so that those of both signers are at one height. */
function signatureTable(look: Look): string {
  const { wording } = look;
  const half = textWidthMm(look) / 2;
  const widths = twipsOfColumns([half, half]);
  const title = (name: 'preparedBy' | 'approvedBy') =>
    paragraph('signatureTitle', run(`{#${name}.title}{${name}.title}`)) +
    paragraph('signatureTitle', run(`{^${name}.title}${wording[name]}`));
  const dateLine =
    paragraph('dateLine', run('{#dateLine}{dateLine}')) +
    paragraph('dateLine', run(`{^dateLine}${wording.dateLine}`));
  const hint = paragraph('signatureHint', run(wording.signatureHint));
  const name = (placeholder: string) => paragraph('signatureName', run(placeholder));
  const rows = [
    ['<w:p/>', dateLine],
    [title('preparedBy'), title('approvedBy')],
    [hint, hint],
    [name('{preparedBy.name}'), name('{approvedBy.name}')],
  ];
  return tableXml(widths, {
    border: noBorder,
    margins: noMargins,
    rows: rows.map((cells) =>
      rowXml(cells.map((content, column) => cellXml([widths[column] ?? 0], content))),
    ),
  });
}
