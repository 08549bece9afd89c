import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/diagnostics/finding.ts';
import { junit } from '../../src/reporters/junit.ts';
import { summarize } from '../../src/reporters/overview.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { cleanReport, sampleReport } from './sample-report.ts';

const options = { language: 'vi', width: 80, colorLevel: 0 } as const;

/** What `junit-10.xsd` of Jenkins' xunit plugin allows, of what the report uses: attributes that must and may be there. */
const allowed: Readonly<Record<string, { parent: string; must: string[]; may: string[] }>> = {
  testsuites: { parent: '', must: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    parent: 'testsuites',
    must: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'file', 'time', 'timestamp', 'hostname'],
  },
  testcase: { parent: 'testsuite', must: ['name'], may: ['classname', 'time', 'group'] },
  failure: { parent: 'testcase', must: [], may: ['type', 'message'] },
  error: { parent: 'testcase', must: [], may: ['type', 'message'] },
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Parses strictly; gives back every element in order, having checked where it stands and what it carries. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const { parent, must, may } = allowed[tag.name] ?? { parent: undefined, must: [], may: [] };
    expect(open.at(-1) ?? '', tag.name).toBe(parent);
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, `${value}`]),
    );
    const names = Object.keys(attributes);
    expect(names).toEqual(expect.arrayContaining(must));
    expect([...must, ...may]).toEqual(expect.arrayContaining(names));
    open.push(tag.name);
    elements.push({ name: tag.name, attributes });
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

const named = (elements: readonly Element[], wanted: string) =>
  elements.filter(({ name }) => name === wanted).map(({ attributes }) => attributes);

describe('junit', () => {
  test('has a suite per file and a failure per finding', () => {
    const elements = elementsOf(reportText(junit, sampleReport('vi'), options));
    expect(named(elements, 'testsuites')).toEqual([{ name: 'bieu2' }]);
    expect(named(elements, 'testsuite').map(({ name, tests, failures }) => [name, tests, failures])).toEqual([
      ['biểu mẫu/ban tổ chức.yaml', '5', '5'],
      ['nộp/văn phòng.docx', '2', '2'],
      ['sạch.yaml', '1', '0'],
    ]);
    expect(named(elements, 'failure').filter(({ type }) => type === 'warning')).toHaveLength(2);
  });

  test('has a test that passes for a clean file, and stands without files', () => {
    expect(elementsOf(reportText(junit, cleanReport, options)).map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
    ]);
    expect(
      elementsOf(reportText(junit, { ...cleanReport, files: [] }, options)).map(({ name }) => name),
    ).toEqual(['testsuites']);
  });

  test('distinguishes equal findings of a file', () => {
    const [file] = sampleReport('en').files;
    const [finding] = file?.diagnostics ?? [];
    if (!file || !finding) throw new Error('The sample has no finding');
    const report: Report = { ...cleanReport, files: [{ ...file, diagnostics: [finding, finding] }] };
    expect(named(elementsOf(reportText(junit, report, options)), 'testcase').map(({ name }) => name)).toEqual(
      [
        'repeated-word: The word “của” is written twice in a row',
        'repeated-word: The word “của” is written twice in a row (2)',
      ],
    );
  });

  test('is XML, whatever the form says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const place = { kind: 'table', table: 1, row: 2, label: text } as const;
        const finding = { rule: text, messageId: 'm', severity: 'error', path: [], place } as const;
        const files = [{ file: text, diagnostics: [{ ...finding, message: text, hint: text }] }];
        const xml = reportText(junit, { ...cleanReport, files }, options);
        expect(elementsOf(xml).map(({ name }) => name)).toEqual([
          'testsuites',
          'testsuite',
          'testcase',
          'failure',
        ]);
        // The parser is kinder than XML 1.0 to what stands in attributes.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u);
      }),
    );
  });

  test('has an error for what could not be read', () => {
    const end = {
      ...summarize({ ...cleanReport, files: [] }),
      isEmpty: true,
      failures: ['Không đọc được “a&b.yaml”'],
    };
    const elements = elementsOf([junit.open?.(cleanReport, options), junit.close?.(end, options)].join(''));
    expect(named(elements, 'testsuite')).toMatchObject([{ tests: '1', failures: '0', errors: '1' }]);
    expect(named(elements, 'error')).toEqual([{ message: 'Không đọc được “a&b.yaml”' }]);
  });
});
