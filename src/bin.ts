import { processIo } from './cli/io/process-io.ts';
import { withoutLongForm } from './cli/io/windows-names.ts';
import { main } from './cli/main.ts';
import { threadMark } from './cli/run/job.ts';

/** Asked only where it may be one, since the module takes 2 ms to load. */
const isThread = () => !process.getBuiltinModule('node:worker_threads').isMainThread;

if (process.argv[3] === threadMark && isThread()) {
  Promise.all([import('./cli/run/worker.ts'), import('./cli/jobs.ts')]).then(([{ serveThread }, { jobs }]) =>
    serveThread(jobs),
  );
} else {
  const io = processIo();
  const words = process.argv.slice(2).map((word) => withoutLongForm(word));
  main(words, io).then((exitCode) => io.exit(exitCode));
}
