// The table of the form as it is built by the `docx` library.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

export const widths = [567, 1417, 5103, 454, 454, 454, 454, 454]; // twips

const cell = (text, column) =>
  new TableCell({
    width: { size: widths[column], type: WidthType.DXA },
    children: [new Paragraph({ children: [new TextRun({ text, font: 'Times New Roman', size: 24 })] })],
  });

/** A document of one table, as bytes. Takes its rows, each the texts of eight cells. */
export function documentOf(texts) {
  const rows = texts.map((row) => new TableRow({ children: row.map(cell) }));
  const table = new Table({ rows, columnWidths: widths });
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
}
