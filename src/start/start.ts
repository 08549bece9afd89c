#!/usr/bin/env node
// What `bieu2` runs once it is built: the program of `bin.ts`, without compiling it each time.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { loadCompiled } from './load-compiled.ts';

const program = join(import.meta.dirname, 'program.cjs');
// The variable by which Node.js switches off its own cache.
if (process.env.NODE_DISABLE_COMPILE_CACHE) createRequire(program)(program);
else loadCompiled(program);
