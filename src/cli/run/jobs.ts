import type { CheckFlags } from '../check/check-options.ts';
import type { ExportedFile } from '../export/export-file.ts';
import type { Input } from '../files/find-inputs.ts';
import type { FileImport, ImportInput, ImportSettings } from '../import/import-file.ts';
import type { RenderInput, Rendering, RenderSettings } from '../render/render-file.ts';
import type { SummarizedFile } from '../summary/summarize-file.ts';
import type { JudgeSettings, Verdict } from '../validate/judge-file.ts';
import type { Job } from './job.ts';

/** What each job is given, once and for each item, and what it gives. */
export interface JobTypes {
  validate: { settings: JudgeSettings; item: Input; result: Verdict | undefined };
  import: { settings: ImportSettings; item: ImportInput; result: FileImport | undefined };
  render: { settings: RenderSettings; item: RenderInput; result: Rendering | undefined };
  export: { settings: undefined; item: Input; result: ExportedFile };
  summary: { settings: CheckFlags; item: Input; result: SummarizedFile };
}

export type JobName = keyof JobTypes;
export type SettingsOf<Name extends JobName> = JobTypes[Name]['settings'];
export type ItemOf<Name extends JobName> = JobTypes[Name]['item'];
export type ResultOf<Name extends JobName> = JobTypes[Name]['result'];

/** The work that threads do on many files; the thread that does it loads it. */
export const jobs: {
  readonly [Name in JobName]: () => Promise<Job<SettingsOf<Name>, ItemOf<Name>, ResultOf<Name>>>;
} = {
  validate: async () => (await import('../validate/judge-file.ts')).judgeJob,
  import: async () => (await import('../import/import-file.ts')).importJob,
  render: async () => (await import('../render/render-file.ts')).renderJob,
  export: async () => (await import('../export/export-file.ts')).exportJob,
  summary: async () => (await import('../summary/summarize-file.ts')).summarizeJob,
};
