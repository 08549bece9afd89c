import type { Reporter } from './reporter.ts';

/** The formats of reports, loaded on demand. GitHub's summary comes with `github`. */
export const reporters = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  files: async () => (await import('./files.ts')).files,
  line: async () => (await import('./line.ts')).line,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  'github-summary': async () => (await import('./github-summary.ts')).githubSummary,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
} as const satisfies Record<string, () => Promise<Reporter>>;
