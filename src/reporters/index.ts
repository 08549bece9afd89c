import type { Reporter } from './reporter.ts';

/** What `--format` offers; each format is loaded when it is asked for. */
export const reporters = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  line: async () => (await import('./line.ts')).line,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
} as const satisfies Record<string, () => Promise<Reporter>>;
