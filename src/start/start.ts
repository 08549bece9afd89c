#!/usr/bin/env node
// What `bieu2` runs once it is built: the program of `bin.ts`, without compiling it each time.
import { loadCompiled } from './load-compiled.ts';

const [command = ''] = process.argv.slice(2);
loadCompiled(import.meta.dirname, 'program.cjs', /^[a-z]{1,20}$/.test(command) ? command : '-');
