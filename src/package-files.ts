import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// This module is one folder below the package's root, in `src` as well as bundled in `dist`.
const root = new URL('../', import.meta.url);

/** The absolute path of a file of the package, such as `templates/bieu-so-2.docx`. */
export const packageFile = (path: string): string => fileURLToPath(new URL(path, root));

export const readPackageFile = (path: string): Uint8Array => readFileSync(packageFile(path));

/** The names of the templates that come with the package, for `--template`: `bieu-so-2` and others. */
export const templateNames = (): string[] =>
  readdirSync(packageFile('templates/'))
    .filter((file) => file.endsWith('.docx'))
    .map((file) => file.slice(0, -'.docx'.length))
    .sort();

/** Loaded on demand, since few runs need it. */
const requireAny = () => process.getBuiltinModule('node:module').createRequire(import.meta.url);

/** Reads a file of another package, such as `some-fonts/Regular.ttf`. @throws when it is not installed */
export const readPackedFile = (specifier: string): Uint8Array =>
  readFileSync(requireAny().resolve(specifier));

/**
 * Loads an optional package. By `require`: the program runs as a script of `node:vm`, where `import()`
 * does not find packages. @throws when it is not installed, or not for this platform
 */
export const requirePackage = (name: string) => requireAny()(name);
