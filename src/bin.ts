import { answerAtOnce } from './cli/at-once.ts';
import { processIo } from './cli/io/process-io.ts';
import { withoutLongForm } from './cli/io/windows-names.ts';
import { threadMark } from './cli/run/job.ts';

/** Loading the module takes 2 ms, so it is loaded only where this may be a thread. */
const isThread = () => !process.getBuiltinModule('node:worker_threads').isMainThread;

if (process.argv[3] === threadMark && isThread()) {
  Promise.all([import('./cli/run/worker.ts'), import('./cli/jobs.ts')]).then(([{ serveThread }, { jobs }]) =>
    serveThread(jobs),
  );
} else {
  const io = processIo();
  const words = process.argv.slice(2).map((word) => withoutLongForm(word));
  const answer = answerAtOnce(words, io);
  if (answer !== undefined) io.stdout.write(answer);
  // `main` reports an answer that could not be written.
  if (answer === undefined || io.stdout.failure !== undefined) {
    import('./cli/main.ts').then(({ main }) => main(words, io)).then((exitCode) => io.exit(exitCode));
  } else io.exit(0);
}
