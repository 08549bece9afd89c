// Writes a Word document by the `docx` library for each file of rows in a folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { documentOf } from './docx-table.mjs';

const [, , folder, target] = process.argv;
for (const name of readdirSync(folder)) {
  const rows = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  writeFileSync(`${target}/${name}.docx`, await documentOf(rows));
}
