// Preloaded into a command that is measured: writes its peak memory, in MB, on file descriptor 3.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS / 1024}`));
