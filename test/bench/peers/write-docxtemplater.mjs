// Writes a Word document by docxtemplater for each file of rows in a folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

const [, , folder, target, templateFile] = process.argv;
const template = readFileSync(templateFile);
for (const name of readdirSync(folder)) {
  const rows = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const document = new Docxtemplater(new PizZip(template));
  document.render({
    rows: rows.map((row) => Object.fromEntries(row.map((text, column) => [`c${column}`, text]))),
  });
  writeFileSync(`${target}/${name}.docx`, document.toBuffer());
}
