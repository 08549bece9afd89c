// Reads a Word form from memory; prints time and peak memory of this process.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readWordForm } from '../../dist/index.js';

const [, , file] = process.argv;
const bytes = readFileSync(file);
const start = performance.now();
const { value } = readWordForm(bytes, file);
const time = performance.now() - start;
const rows = value.groups.II.tasks.length;
console.log(JSON.stringify({ time, rows, peak: process.resourceUsage().maxRSS / 1024 }));
