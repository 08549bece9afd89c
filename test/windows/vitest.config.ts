import { defineConfig } from 'vitest/config';

/** `npm run test:windows`: the command lines of this folder, one table; see `wine.ts`. */
export default defineConfig({
  test: {
    include: ['test/windows/*.test.ts'],
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});
