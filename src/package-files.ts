import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// This module stands one folder below the package's root, in `src` as well as bundled in `dist`.
const root = new URL('../', import.meta.url);

/** The absolute path of a file of the package, such as `templates/bieu-so-2.docx`. */
export const packageFile = (path: string): string => fileURLToPath(new URL(path, root));

/** Reads a file of the package. */
export const readPackageFile = (path: string): Uint8Array => readFileSync(packageFile(path));

/** The names of the templates that come with the package, for `--template`: `bieu-so-2` and others. */
export const templateNames = (): string[] =>
  readdirSync(packageFile('templates/'))
    .filter((file) => file.endsWith('.docx'))
    .map((file) => file.slice(0, -'.docx'.length))
    .sort();
