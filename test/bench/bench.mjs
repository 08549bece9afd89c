// `npm run bench`: every benchmark, one after the other. Ratios within one run; times depend on the machine.
// `npm run bench -- --quick` leaves out the slowest parts; each file can be run by itself, too.
import os from 'node:os';
import process from 'node:process';

console.log(
  `Node.js ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}`,
);
await import('./cold-start.mjs');
await import('./validate.mjs');
await import('./render.mjs');
await import('./render-many.mjs');
await import('./memory.mjs');
await import('./read-word.mjs');
