import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { CompiledCode } from './compiled-code.ts';

/**
 * Loads a CommonJS file and the files it requires beside it, with V8's compiled code kept between runs of the same
 * command. `module.enableCompileCache`, which Node.js has from 22.1 on, saves half as much.
 *
 * @param folder of the program, absolute @param file the name of one in it, all ASCII like the others
 */
export function loadCompiled(folder: string, file: string, command: string): void {
  const kept = new CompiledCode(folder, command);
  const parts = kept.read();
  const modules = new Map<string, { exports: unknown }>();
  const scripts = new Map<string, { readonly source: Buffer; readonly script: Script }>();
  let isAllKept = true;
  /** Whether the kept code is from another version of the program. */
  let isStale = false;

  function load(name: string): unknown {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    compile(name).runInThisContext()(module.exports, requireFrom, module, join(folder, name), folder);
    return module.exports;
  }

  // This file, too, is bundled as CommonJS.
  const requireFrom = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : require(id));

  function compile(name: string): Script {
    const filename = join(folder, name);
    const source = readFileSync(filename);
    const part = parts.get(name);
    const isSame = part?.source.equals(source);
    if (isSame === false) isStale = true;
    const script = new Script(source.toString('latin1'), {
      filename,
      ...(isSame && { cachedData: part?.code }),
    });
    if (!isSame || script.cachedDataRejected) isAllKept = false;
    scripts.set(name, { source, script });
    return script;
  }

  // By the end of a run V8 has compiled every function that it called. A run with a usage error has called few of them.
  process.once('exit', (exitCode) => {
    if (isAllKept || exitCode > 1) return;
    kept.write(() => {
      const all = new Map(isStale ? [] : parts);
      for (const [name, { source, script }] of scripts) {
        all.set(name, { source, code: script.createCachedData() });
      }
      return all;
    });
  });
  load(file);
}
