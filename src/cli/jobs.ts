import type { Jobs } from './run/worker.ts';

/** The jobs of commands that work on many files, as threads run them. */
export const jobs: Jobs = {
  validate: async () => (await import('./validate/validate-file.ts')).threadValidator,
  render: async () => (await import('./render/render-file.ts')).fileRenderer,
  import: async () => (await import('./import/import-file.ts')).fileImporter,
  export: async () => (await import('./export/run.ts')).fileExporter,
  diff: async () => (await import('./diff/folders.ts')).fileComparer,
  schema: async () => (await import('./lsp/schema-thread.ts')).schemaChecker,
  summary: async () => (await import('./summary/run.ts')).fileSummarizer,
};
