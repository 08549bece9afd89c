import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import type { Reporter, ReporterOptions } from '../../src/reporters/reporter.ts';
import { cleanReport, sampleReport } from './sample-report.ts';

const plain = { width: 80, colorLevel: 0 } as const;
const languages = ['vi', 'en'] as const;

const isFormat = (name: string): name is keyof typeof reporters => name in reporters;

const golden = async (name: string, reporter: Reporter, options: ReporterOptions) =>
  expect(reportText(reporter, sampleReport(options.language), options)).toMatchFileSnapshot(`golden/${name}`);

describe.each(languages)('in %s', (language) => {
  test.each([60, 80, 200])('pretty at %i columns', async (width) =>
    golden(`pretty-${language}-${width}.txt`, await reporters.pretty(), { language, width, colorLevel: 0 }),
  );

  test('pretty in colour', async () =>
    golden(`pretty-${language}-80-colour.txt`, await reporters.pretty(), {
      language,
      width: 80,
      colorLevel: 1,
    }));

  test.each(Object.keys(reporters).filter(isFormat))('%s', async (name) => {
    if (name !== 'pretty')
      await golden(`${name}-${language}.txt`, await reporters[name](), { language, ...plain });
  });
});

test.each([
  ['pretty', 'vi', '✓ Đã kiểm tra 1 biểu: không có vấn đề nào.\n'],
  ['pretty', 'en', '✓ Checked 1 form: no problems.\n'],
  ['line', 'vi', ''],
  ['github', 'vi', ''],
  ['gitlab', 'vi', '[]\n'],
] as const)('%s in %s has this to say about a clean run', async (name, language, expected) => {
  const reporter = await reporters[name]();
  expect(reportText(reporter, cleanReport, { language, ...plain })).toBe(expected);
});

test('a run without files is not satisfied', async () => {
  const pretty = await reporters.pretty();
  const report = { ...cleanReport, files: [], notForms: 1 };
  expect(reportText(pretty, report, { language: 'en', ...plain })).toBe(
    'No form was checked; skipped 1 file that is not a form.\n',
  );
});
