// Builds the same table by the `docx` library; prints time and peak memory of this process.
import process from 'node:process';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { taskList } from './tasks.mjs';

const tasks = taskList(Number(process.argv[2]));
const widths = [567, 1417, 5103, 454, 454, 454, 454, 454]; // twips
const cell = (text, column) =>
  new TableCell({
    width: { size: widths[column], type: WidthType.DXA },
    children: [new Paragraph({ children: [new TextRun({ text, font: 'Times New Roman', size: 24 })] })],
  });

const start = performance.now();
const rows = tasks.map(({ text, complexity }, index) => {
  const levels = [1, 2, 3, 4, 5].map((level) => (level === complexity ? 'X' : ''));
  return new TableRow({ children: ['', `2.${index + 1}`, text, ...levels].map(cell) });
});
const document = new Document({ sections: [{ children: [new Table({ rows, columnWidths: widths })] }] });
const bytes = await Packer.toBuffer(document);
const time = performance.now() - start;
console.log(JSON.stringify({ time, bytes: bytes.length, peak: process.resourceUsage().maxRSS / 1024 }));
