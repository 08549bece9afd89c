import { defineConfig } from 'vitest/config';
import { whyNotHere } from './wine.ts';

const reason = whyNotHere();
if (reason) console.log(`No command line is run as on Windows: ${reason}`);

/** `npm run test:windows`: command lines that are run by node.exe under Wine; see `wine.ts`. */
export default defineConfig({
  test: {
    include: reason ? [] : ['test/windows/*.test.ts'],
    passWithNoTests: true,
    maxConcurrency: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['verbose'],
  },
});
