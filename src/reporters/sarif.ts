import type { FileReport, Place, RuleInfo } from '../diagnostics/finding.ts';
import { enCount, type Language, viNumber, type Wording } from '../diagnostics/wording.ts';
import { fingerprint, subjectFingerprint } from './fingerprint.ts';
import { formatPlace } from './format-place.ts';
import { sentences } from './report-words.ts';
import type { FindingText, Reporter } from './reporter.ts';
import { jsonAfter, jsonBefore, jsonItem } from './stringify-json.ts';

/**
 * GitHub refuses a file with more than 25,000 results:
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const maxResults = 24_999;

const leftOutNote = (count: number): Wording => ({
  vi: `Báo cáo SARIF không ghi ${viNumber(count)} vấn đề: GitHub chỉ nhận tối đa 25.000. Lỗi được ghi trước cảnh báo, chia đều cho các tệp.`,
  en: `${enCount(count, 'finding is', 'findings are')} not in the SARIF report: GitHub accepts 25,000 at most. Errors come before warnings, shared between the files.`,
});

/** SARIF 2.1.0, for code scanning services and editors. */
export const sarif: Reporter = {
  open({ toolVersion, rules }, { language, rulesPage }) {
    const described = rules.map((rule) => describeRule(rule, language, rulesPage));
    const about = { name: 'bieu2', version: toolVersion, informationUri: rulesPage };
    const driver = { ...about, language, rules: described };
    const run = { tool: { driver }, language, columnKind: 'utf16CodeUnits', results: [] };
    const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
    return jsonBefore({ $schema, version: '2.1.0', runs: [run] }, 'results');
  },
  file: (file, { language }) => resultsOf(file, language),
  separator: ',',
  close({ isEmpty, failures, leftOut = 0 }, { language }) {
    const run = { results: [], invocations: [invocation(failures, leftOut, language)] };
    return jsonAfter({ runs: [run] }, isEmpty, 'results');
  },
  namesFromRoot: true,
  limit: { max: maxResults, leftOut: leftOutNote },
};

function* resultsOf(file: FileReport, language: Language): Generator<FindingText> {
  const seen = new Map<string, number>();
  for (const diagnostic of file.diagnostics) {
    const { rule, severity, place } = diagnostic;
    const partialFingerprints = {
      'bieu2/v1': fingerprint(file, diagnostic, seen),
      'bieu2/v2': subjectFingerprint(file, diagnostic, seen),
    };
    yield {
      severity,
      // On demand, since few of a hundred thousand are reported.
      get text() {
        const message = { text: plainText(sentences(diagnostic)) };
        const locations = [locationOf(file, place, language)];
        return jsonItem({ ruleId: rule, level: severity, message, locations, partialFingerprints }, 4);
      },
    };
  }
}

/** Findings in a form are results; files that could not be read, and findings left out, are notifications of the run. */
function invocation(failures: readonly string[], leftOut: number, language: Language) {
  const notifications = [
    ...failures.map((text) => ({ level: 'error', message: { text: plainText(text) } })),
    ...(leftOut > 0 ? [{ level: 'warning', message: { text: leftOutNote(leftOut)[language] } }] : []),
  ];
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: notifications.length === 0 ? undefined : notifications,
  };
}

function describeRule(
  { id, severity, summary, explanation }: RuleInfo,
  language: Language,
  rulesPage: string | undefined,
) {
  return {
    id,
    shortDescription: { text: plainText(summary[language]) },
    // GitHub cuts this text at 1,000 characters; the help has all of it.
    fullDescription: { text: plainText(firstParagraph(explanation[language])) },
    helpUri: rulesPage && `${rulesPage}#${id}`,
    help: { text: plainText(explanation[language]) },
    defaultConfiguration: { level: severity },
    properties: { 'problem.severity': severity },
  };
}

const firstParagraph = (text: string) => text.split('\n\n', 1).join('');

/** Braces are doubled (SARIF 2.1.0, 3.11.5), and nothing may look like an embedded link (3.11.6). */
const plainText = (text: string) => text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');

function locationOf({ file }: FileReport, place: Place, language: Language) {
  const uri = artifactUri(file);
  const artifactLocation = { uri, uriBaseId: uri.startsWith('file:') ? undefined : '%SRCROOT%' };
  if (place.kind === 'text') {
    const { start, end } = place;
    const region = {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    return { physicalLocation: { artifactLocation, region } };
  }
  const message = { text: plainText(formatPlace(place, language)) };
  // GitHub, Azure DevOps and DefectDojo require a line, which a Word document does not have.
  const region = { startLine: 1 };
  const physicalLocation = { artifactLocation, region };
  return { physicalLocation, logicalLocations: logicalLocations(place), message };
}

function logicalLocations(place: Exclude<Place, { kind: 'text' }>) {
  if (place.kind === 'document') {
    const { paragraph } = place;
    return paragraph === undefined ? undefined : [{ name: `paragraph ${paragraph}`, kind: 'paragraph' }];
  }
  const { table, row, column } = place;
  const names = [`table ${table}`, `row ${row}`, ...(column === undefined ? [] : [`column ${column}`])];
  const kind = column === undefined ? 'row' : 'cell';
  return [{ name: names.at(-1), fullyQualifiedName: names.join('/'), kind }];
}

/**
 * A file's name as a URI reference (RFC 3986): relative names stay relative, absolute ones, Windows drives and
 * network shares become `file:` URIs; every segment is percent-encoded.
 */
export function artifactUri(file: string): string {
  const windows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(file);
  const slashed = windows ? file.replaceAll('\\', '/') : file;
  const segments = slashed.split('/').filter((segment) => segment !== '.');
  const encoded = segments
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
  if (windows && !slashed.startsWith('//')) return `file:///${encoded.replace('%3A', ':')}`;
  if (slashed.startsWith('//')) return `file:${encoded}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}
