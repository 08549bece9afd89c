// Builds the same table by the `docx` library; prints time and peak memory of this process.
import process from 'node:process';
import { documentOf } from './docx-table.mjs';
import { taskList } from './tasks.mjs';

const tasks = taskList(Number(process.argv[2]));

const start = performance.now();
const rows = tasks.map(({ text, complexity }, index) => {
  const levels = [1, 2, 3, 4, 5].map((level) => (level === complexity ? 'X' : ''));
  return ['', `2.${index + 1}`, text, ...levels];
});
const bytes = await documentOf(rows);
const time = performance.now() - start;
console.log(JSON.stringify({ time, bytes: bytes.length, peak: process.resourceUsage().maxRSS / 1024 }));
