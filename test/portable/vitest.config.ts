import { defineConfig } from 'vitest/config';

/** `npm run test:portable`: the archives of `npm run package`, unpacked and used. */
export default defineConfig({
  test: {
    include: ['test/portable/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});
