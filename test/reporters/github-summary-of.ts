import type { Report } from '../../src/diagnostics/diagnostic.ts';
import type { Language } from '../../src/diagnostics/wording.ts';
import { GithubSummary, githubRows } from '../../src/reporters/github-summary.ts';
import { summarize } from '../../src/reporters/summarize.ts';

/** The summary of a result that is at hand. */
export function githubSummaryOf(report: Report, language: Language): string {
  const summary = new GithubSummary(language);
  for (const file of report.files) summary.add(githubRows(file, language));
  return summary.text(summarize(report));
}
