import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

const licenseFile = 'THIRD_PARTY_LICENSES.txt';

/** The nearest folder above a module that has a package's description with a name. */
function packageFolder(module: string): string {
  let folder = dirname(module);
  const isPackage = () => {
    const file = join(folder, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name !== undefined;
  };
  while (!isPackage()) folder = dirname(folder);
  return folder;
}

/** Both bundles carry packages; their licences go along in one file. `docx` carries a package itself. */
const bundledPackages = new Set<string>([
  packageFolder(createRequire(join(import.meta.dirname, 'node_modules/docx/package.json')).resolve('nanoid')),
]);

function licenseText(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // Of packages whose archive lacks it, the text is that of their repository.
  const file = own ? join(folder, own) : join(import.meta.dirname, 'src/build/licenses', `${name}.txt`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
}

const collectLicenses: Plugin = {
  name: 'collect-licenses',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const module of chunk.moduleIds) {
        if (module.includes('node_modules')) bundledPackages.add(packageFolder(module.replace(/^\0/, '')));
      }
    }
    const texts = [...bundledPackages].sort().map(licenseText);
    this.emitFile({ type: 'asset', fileName: licenseFile, source: texts.join(`\n${'-'.repeat(72)}\n\n`) });
  },
};

/**
 * What `start/` loads: a function as in CommonJS, on one line with the file's first, so that lines in stacks are those of
 * the file; and other letters as escapes, since V8 reads a source of ASCII, one byte a character, in half the time.
 */
const asFunction: Plugin = {
  name: 'as-function',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(/\\?[^\0-\x7f]/g, (found) => {
        if (found.length > 1) throw new Error(`${chunk.fileName}: a backslash before ${found.slice(1)}`);
        return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
      chunk.code = `(function (exports, require, module, __filename, __dirname) {${chunk.code}\n})`;
    }
  },
};

const makeExecutable: Plugin = {
  name: 'make-executable',
  writeBundle({ dir }) {
    chmodSync(join(dir ?? '', 'bin.cjs'), 0o755);
  },
};

/** commander starts executables for subcommands, which bieu2 has none of; loading the module takes 5 ms. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  resolveId(source, importer) {
    if (source === 'node:child_process' && importer?.includes('commander')) return '\0no-child-process';
    return undefined;
  },
  load: (id) => (id === '\0no-child-process' ? 'export {};' : undefined),
};

// jsonc-parser's `main` is a UMD module, which a bundler cannot follow.
const resolve = {
  mainFields: ['module', 'main'],
  // yaml as ES modules: half the code, since what is not used falls away.
  // fflate for browsers: that for Node.js loads its threads at once.
  alias: {
    yaml: join(import.meta.dirname, 'node_modules/yaml/browser/index.js'),
    fflate: join(import.meta.dirname, 'node_modules/fflate/esm/browser.js'),
  },
};

// Names stay, so that the stack of a bug can be read.
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } } as const;

export default defineConfig([
  {
    input: { program: 'src/bin.ts' },
    platform: 'node',
    resolve,
    plugins: [withoutChildProcess, collectLicenses, asFunction],
    output: {
      dir: 'dist',
      // CommonJS starts faster than ES modules. Chunks are loaded when a command needs them; all of them
      // stand beside each other, since `package-files.ts` looks for the package's root one folder above.
      format: 'cjs',
      cleanDir: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: 'cli-[name]-[hash].cjs',
      minify,
      codeSplitting: {
        // What every check needs is one chunk: each file that Node loads costs a third of a millisecond.
        groups: [
          { name: 'main', tags: ['$initial'], priority: 4 },
          { name: 'commands', test: /src[\\/]cli[\\/]main\.ts$/, priority: 3 },
          {
            name: 'check',
            // With what other commands need of the package's files and of groups, and nothing else of rendering.
            test: /src[\\/](cli[\\/](validate[\\/]run|run[\\/]show-findings)|reporters[\\/]line|package-files|form[\\/]own-wording)\.ts$/,
            priority: 2,
          },
          {
            name: 'render',
            // With what the writers of all formats share: that of Word files loads node:zlib.
            test: /src[\\/](render|sheet[\\/][\w-]+|diagnostics[\\/]escape-markup|cli[\\/]render[\\/](run|render-file))\.ts$/,
            priority: 1.5,
          },
          {
            name: 'docx',
            test: /src[\\/]word[\\/](template[\\/]fill-template|package[\\/]output-state)\.ts$/,
            priority: 1,
          },
          { name: 'word', test: /src[\\/]word[\\/]read[\\/]read-word-form\.ts$/, priority: 0 },
        ],
      },
    },
  },
  {
    input: { bin: 'src/start/start.ts' },
    platform: 'node',
    plugins: [makeExecutable],
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
  {
    input: { index: 'src/index.ts' },
    platform: 'node',
    resolve,
    plugins: [collectLicenses],
    // The looks are loaded late by the program, and at once by the API, which exports them.
    checks: { ineffectiveDynamicImport: false },
    output: { dir: 'dist', format: 'esm', chunkFileNames: 'api-[name]-[hash].js', minify },
  },
]);
