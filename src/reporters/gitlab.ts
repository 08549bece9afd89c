import type { Place, Severity } from '../diagnostics/finding.ts';
import { subjectFingerprint } from './fingerprint.ts';
import { annotationLines, formatPlace } from './format-place.ts';
import { printable } from './printable.ts';
import { sentences } from './report-words.ts';
import type { Reporter } from './reporter.ts';
import { jsonAfter, jsonBefore, jsonItem } from './stringify-json.ts';

/** GitLab knows info, minor, major, critical and blocker. */
const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor' };

/**
 * A GitLab Code Quality report for `artifacts:reports:codequality`: an array, empty without findings. GitLab shows
 * a finding on the changed lines of a merge request if its path is that of the file in the repository.
 *
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Reporter = {
  open: () => jsonBefore([]),
  *file(file, { language }) {
    const seen = new Map<string, number>();
    let separator = '';
    for (const diagnostic of file.diagnostics) {
      const { place, rule, severity } = diagnostic;
      const where = place.kind === 'text' ? '' : `${formatPlace(place, language)}: `;
      const issue = {
        description: printable(where + sentences(diagnostic)),
        check_name: rule,
        // Unique within the whole report: GitLab drops the second of two equal ones.
        fingerprint: `${file.file}:${subjectFingerprint(file, diagnostic, seen)}`,
        severity: severities[severity],
        location: { path: pathInRepository(file.file), lines: linesOf(place) },
      };
      yield separator + jsonItem(issue, 1);
      separator = ',';
    }
  },
  namesFromRoot: true,
  separator: ',',
  close: ({ isEmpty }) => jsonAfter([], isEmpty),
};

/** GitLab does not find files by paths that begin with `./`. */
const pathInRepository = (file: string) => file.replace(/^(?:\.\/)+/, '');

/** A line is required; a Word document has none, so its description names the row. */
function linesOf(place: Place): { begin: number; end: number } {
  if (place.kind !== 'text') return { begin: 1, end: 1 };
  const { first, last } = annotationLines(place);
  return { begin: first, end: last };
}
