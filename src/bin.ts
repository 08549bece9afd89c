#!/usr/bin/env node
import process from 'node:process';
import { isMainThread, workerData } from 'node:worker_threads';
import { processIo } from './cli/io/process-io.ts';
import { main } from './cli/main.ts';

if (isMainThread) {
  main(process.argv.slice(2), processIo()).then((exitCode) => {
    process.exitCode = exitCode;
  });
} else {
  import('./cli/run/serve.ts').then(({ serve }) => serve(workerData));
}
