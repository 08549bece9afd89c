// What is measured in a process of its own: `worker.mjs TASK [ARGUMENT...]`. Each task loads only what it needs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { taskList } from './forms.mjs';

/** Does some work; prints its time in milliseconds, the peak memory of this process in MB, and what it gives. */
async function report(work) {
  const start = performance.now();
  const result = await work();
  const time = performance.now() - start;
  console.log(JSON.stringify({ time, peak: process.resourceUsage().maxRSS / 1024, ...result }));
}

const levelCells = (level) => [1, 2, 3, 4, 5].map((each) => (each === level ? 'X' : ''));

/** Gives a function that builds a document of one table by the `docx` library, out of rows of eight texts. */
async function docxBuilder() {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = await import(
    'docx'
  );
  const widths = [567, 1417, 5103, 454, 454, 454, 454, 454]; // twips
  const cell = (text, column) =>
    new TableCell({
      width: { size: widths[column], type: WidthType.DXA },
      children: [new Paragraph({ children: [new TextRun({ text, font: 'Times New Roman', size: 24 })] })],
    });
  return (texts) => {
    const rows = texts.map((row) => new TableRow({ children: row.map(cell) }));
    const table = new Table({ rows, columnWidths: widths });
    return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
  };
}

const tasks = {
  /** Parses every file below a folder by the `yaml` library. */
  async 'parse-yaml'(folder) {
    const { parse } = await import('yaml');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    }
  },

  /** Renders a form of so many tasks from memory. */
  async 'render-bieu2'(count) {
    const { parseForm, readTemplate, renderForm, validateForm } = await import('../../dist/index.js');
    const list = taskList(Number(count));
    const groups = {
      I: { tasks: ['Lãnh đạo'] },
      II: { tasks: list.slice(0, 1) },
      III: { tasks: list.slice(0, 1) },
    };
    const small = { form: 'bieu-so-2', version: 1, unit: 'VĂN PHÒNG', groups };
    const { form } = validateForm(parseForm(JSON.stringify(small), 'small.json'), { language: 'en' });
    const [first, second, third] = form.groups;
    const many = list.map(({ text, complexity }, index) => {
      const path = ['groups', 'II', 'tasks', index];
      return { path, isFaulty: false, text: { value: text, path }, complexity: { value: complexity, path } };
    });
    const large = { ...form, groups: [first, { ...second, tasks: many }, third] };
    await report(async () => {
      const { template } = readTemplate(
        readFileSync(new URL('../../templates/bieu-so-2.docx', import.meta.url)),
      );
      return { bytes: (await renderForm(large, { template })).length };
    });
  },

  /** Builds the same table by the `docx` library. */
  async 'render-docx'(count) {
    const build = await docxBuilder();
    const list = taskList(Number(count));
    await report(async () => {
      const rows = list.map(({ text, complexity }, index) => [
        '',
        `2.${index + 1}`,
        text,
        ...levelCells(complexity),
      ]);
      return { bytes: (await build(rows)).length };
    });
  },

  /** Writes a document by the `docx` library for each file of rows in a folder. */
  async 'write-docx'(folder, target) {
    const build = await docxBuilder();
    for (const name of readdirSync(folder)) {
      writeFileSync(
        join(target, `${name}.docx`),
        await build(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
      );
    }
  },

  /** Writes a template for docxtemplater with a row of eight columns. */
  async 'write-template'(file) {
    const cells = Array.from({ length: 8 }, (_, column) => `{c${column}}`);
    cells[0] = `{#rows}${cells[0]}`;
    cells[7] = `${cells[7]}{/rows}`;
    writeFileSync(file, await (await docxBuilder())([cells]));
  },

  /** Reads a Word form from memory. */
  async 'read-bieu2'(file) {
    const { readWordForm } = await import('../../dist/index.js');
    const bytes = readFileSync(file);
    await report(() => ({ rows: readWordForm(bytes, file).value.groups.II.tasks.length }));
  },

  /** Turns a Word document into HTML by mammoth. */
  async 'read-mammoth'(file) {
    const { default: mammoth } = await import('mammoth');
    const buffer = readFileSync(file);
    await report(async () => ({
      rows: (await mammoth.convertToHtml({ buffer })).value.split('<tr').length - 1,
    }));
  },
};

const [, , task, ...args] = process.argv;
await tasks[task](...args);
