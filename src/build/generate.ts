/** Writes all generated files that are committed; CI fails when one is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
for (const [file, content] of Object.entries(await generatedFiles())) {
  mkdirSync(dirname(root + file), { recursive: true });
  writeFileSync(root + file, content);
}
