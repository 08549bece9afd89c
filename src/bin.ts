#!/usr/bin/env node
import process from 'node:process';
import { isMainThread, workerData } from 'node:worker_threads';
import { main } from './cli/main.ts';
import { processIo } from './cli/process-io.ts';

if (isMainThread) {
  main(process.argv.slice(2), processIo()).then((exitCode) => {
    process.exitCode = exitCode;
  });
} else {
  import('./cli/batch/serve.ts').then(({ serve }) => serve(workerData));
}
