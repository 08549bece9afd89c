// Reads and parses every file below a folder by the `yaml` library.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
