// Preloaded into a command that is measured: writes its peak memory, in MB, and its processor time, in ms, on file
// descriptor 3.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify({ peak: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
