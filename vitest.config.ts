import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Have configurations of their own: `npm run test:windows` and `npm run test:portable`.
    exclude: [...configDefaults.exclude, 'test/windows/**', 'test/portable/**'],
    // Two at a time: some tests start LibreOffice or npm, which take a core each.
    maxWorkers: 2,
    // For tests that start other programs on a busy machine; the others take milliseconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // What runs in CI says what was skipped, and why.
    reporters: process.env.GITHUB_ACTIONS ? ['verbose', 'github-actions'] : ['default'],
  },
});
