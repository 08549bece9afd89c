// Reads and parses every file of a folder by the `yaml` library.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parse } from 'yaml';

const [, , folder] = process.argv;
for (const name of readdirSync(folder)) parse(readFileSync(`${folder}/${name}`, 'utf8'));
