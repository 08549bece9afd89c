// Turns a Word document into HTML by mammoth; prints time and peak memory of this process.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import mammoth from 'mammoth';

const buffer = readFileSync(process.argv[2]);
const start = performance.now();
const { value } = await mammoth.convertToHtml({ buffer });
const time = performance.now() - start;
const rows = value.split('<tr').length - 1;
console.log(JSON.stringify({ time, rows, peak: process.resourceUsage().maxRSS / 1024 }));
