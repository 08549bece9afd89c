#!/usr/bin/env node
import process from 'node:process';
import { isMainThread, workerData } from 'node:worker_threads';
import { processIo } from './cli/io/process-io.ts';
import { withoutLongForm } from './cli/io/windows-names.ts';
import { main } from './cli/main.ts';

if (isMainThread) {
  const io = processIo();
  const words = process.argv.slice(2).map((word) => withoutLongForm(word));
  main(words, io).then((exitCode) => io.exit(exitCode));
} else {
  Promise.all([import('./cli/run/worker.ts'), import('./cli/jobs.ts')]).then(([{ serveThread }, { jobs }]) =>
    serveThread(workerData, jobs),
  );
}
