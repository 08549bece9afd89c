#!/usr/bin/env node
// The built `bieu2`: runs the program of `bin.ts` without compiling it each time.
import { loadCompiled } from './load-compiled.ts';

const [command = ''] = process.argv.slice(2);
loadCompiled(import.meta.dirname, 'program.cjs', /^[a-z]{1,20}$/.test(command) ? command : '-');
