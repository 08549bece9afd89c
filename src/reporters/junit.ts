import { escapeXml } from '../diagnostics/escape-markup.ts';
import type { Diagnostic, FileReport } from '../diagnostics/finding.ts';
import { type Language, severityWords, type Wording } from '../diagnostics/wording.ts';
import { formatLocation } from './format-place.ts';
import { printable } from './printable.ts';
import { hintLabel } from './report-words.ts';
import type { Reporter } from './reporter.ts';

const noProblems: Wording = { vi: 'không có vấn đề nào', en: 'no problems' };

/**
 * JUnit's XML, which most CI systems show as test results: a suite for each file, a failed test for each finding,
 * warnings included (their `type` says so), and one test that passes for a file without findings. Names of tests
 * have no line numbers, so that a CI system recognizes a finding. Conforms to `junit-10.xsd` of Jenkins' xunit plugin.
 */
export const junit: Reporter = {
  // The totals allowed here are known only at the end.
  open: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributesOf({ name: 'bieu2' })}>\n`,
  file: (file, { language }) => suiteOf(file, language),
  close: ({ failures }) => `${failures.length === 0 ? '' : suiteOfFailures(failures)}</testsuites>\n`,
};

function* suiteOf({ file, diagnostics }: FileReport, language: Language): Generator<string> {
  const [tests, failures] = [Math.max(1, diagnostics.length), diagnostics.length];
  const attributes = attributesOf({ name: file, tests, failures, errors: 0, skipped: 0, file });
  yield `  <testsuite${attributes}>\n`;
  if (failures === 0)
    yield `    <testcase${attributesOf({ name: noProblems[language], classname: file })}/>\n`;
  const seen = new Map<string, number>();
  for (const diagnostic of diagnostics) yield caseOf(file, diagnostic, nameOf(diagnostic, seen), language);
  yield '  </testsuite>\n';
}

/** Files that could not be read, as JUnit errors. */
function suiteOfFailures(failures: readonly string[]): string {
  const count = failures.length;
  const attributes = attributesOf({ name: 'bieu2', tests: count, failures: 0, errors: count, skipped: 0 });
  const cases = failures.map((message, index) => {
    const test = attributesOf({ name: `${index + 1}: ${message}`, classname: 'bieu2' });
    return `    <testcase${test}>\n      <error${attributesOf({ message })}/>\n    </testcase>\n`;
  });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

/** Unique within its file, since CI systems keep only one of two tests with the same name. */
function nameOf({ rule, message }: Diagnostic, seen: Map<string, number>): string {
  const name = `${rule}: ${message}`;
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function caseOf(file: string, diagnostic: Diagnostic, name: string, language: Language): string {
  const { place, severity, message, hint } = diagnostic;
  const location = formatLocation(file, place, language);
  const lines = [
    `${location} ${severityWords[severity][language]}`,
    printable(message),
    ...(hint === undefined ? [] : [`${hintLabel[language]}: ${printable(hint)}`]),
  ];
  const failure = attributesOf({ type: severity, message });
  return (
    `    <testcase${attributesOf({ name, classname: file })}>\n` +
    `      <failure${failure}>${escapeXml(lines.join('\n'))}</failure>\n` +
    '    </testcase>\n'
  );
}

const attributesOf = (attributes: Readonly<Record<string, string | number>>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(printable(`${value}`))}"`)
    .join('');
