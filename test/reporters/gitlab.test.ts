import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/diagnostics/finding.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { cleanReport, sampleReport } from './sample-report.ts';

const options = { language: 'vi', width: 80, colorLevel: 0 } as const;
interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { begin: number; end: number } };
}
const issues = (report: Report): Issue[] => JSON.parse(reportText(gitlab, report, options));

describe('gitlab', () => {
  test('has fingerprints that are unique in the report and outlive a shift of lines', () => {
    const report = sampleReport('vi');
    const prints = issues(report).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(7);
    const shifted = report.files.map((file) => ({
      ...file,
      ...(file.text !== undefined && { text: `\n\n${file.text}` }),
      diagnostics: file.diagnostics.map((each) => {
        if (each.place.kind !== 'text') return each;
        const { start, end } = each.place;
        const down = (point: typeof start) => ({ ...point, offset: point.offset + 2, line: point.line + 2 });
        return { ...each, place: { ...each.place, start: down(start), end: down(end) } };
      }),
    }));
    const after = issues({ ...report, files: shifted });
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(prints);
    expect(after[0]?.location.lines.begin).toBe((issues(report)[0]?.location.lines.begin ?? 0) + 2);
  });

  test('keeps equal findings in two files apart', () => {
    const [file] = sampleReport('vi').files;
    if (!file) throw new Error('The sample has no file');
    const found = issues({ ...cleanReport, files: [file, { ...file, file: 'khác.yaml' }] });
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  });

  test('names paths as the repository does', () => {
    const [file] = sampleReport('vi').files;
    if (!file) throw new Error('The sample has no file');
    const [issue] = issues({ ...cleanReport, files: [{ ...file, file: './biểu/a b.yaml' }] });
    expect(issue?.location.path).toBe('biểu/a b.yaml');
  });
});
