import { type Document, isScalar, Scalar, visit } from 'yaml';
import type { Finding, Range } from '../../diagnostics/finding.ts';
import type { MessageIds } from '../../generated/message-ids.ts';
import { type Parsed, unreadable } from '../source.ts';
import { sourceTree } from '../value-tree.ts';
import { composeYaml } from './compose-yaml.ts';
import { explainYamlErrors, repeatedDirective } from './slips/explain-yaml-errors.ts';
import { yamlValue } from './yaml-value.ts';

/** Reads YAML 1.2 (core schema), with places. */
export function parseYaml(content: string): Parsed {
  // A lone CR ends a line (YAML 1.2.2, 5.4), which the library does not know.
  const text = content.replace(/\r(?!\n)/g, '\n');

  const documents = composeYaml(text);
  if (!Array.isArray(documents)) return { tree: undefined, problems: [documents] };
  const [document, second] = documents;
  if (!document?.contents || (isScalar(document.contents) && document.contents.value === null)) {
    if (!document?.errors.length) return unreadable('empty', [0, 0]);
  }
  const errors = documents.flatMap((one) => [...one.errors, ...one.warnings]);
  const problems = document ? explainYamlErrors(text, document, errors) : [];
  if (problems.length > 0) return { tree: undefined, problems };
  if (!document) return unreadable('empty', [0, 0]);
  const repeated = repeatedDirective(text);
  if (repeated) return { tree: undefined, problems: [repeated] };
  if (second) return unreadable('several-documents', separatorSpan(text, second));
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    return unreadable('yaml-version', firstMatch(text, /^%YAML.*$/m));
  }

  const { root, problems: valueProblems } = yamlValue(document);
  if (valueProblems.length > 0) return { tree: undefined, problems: valueProblems };
  return { tree: sourceTree(root), problems: findCutTexts(text, document) };
}

function firstMatch(text: string, pattern: RegExp): Range {
  const match = pattern.exec(text);
  return match ? [match.index, match.index + match[0].trimEnd().length] : [0, 0];
}

/** The line (`---` or `...`) that separates another document from the one before it. */
function separatorSpan(text: string, document: Document.Parsed): Range {
  const start = document.contents?.range?.[0] ?? document.range[0];
  const separator = Math.max(text.lastIndexOf('\n---', start), text.lastIndexOf('\n...', start));
  return separator < 0 ? [start, start + 1] : [separator + 1, separator + 4];
}

/** A ` #` and what it cuts off a text: a real comment has a space after the `#`. */
const cut = /[ \t]*(?<=[ \t])(#[^\s#][^\r\n]*)/y;
/** A line of a text, after its first, that looks like an item. */
const joined = /\n[ \t]*(- [^\r\n]*)/;

/** A quote that closes a text, though none opens it; after a digit it means inches. */
const closing = /^[^"“]*[^"“\s\d]"$/;

/** Plain texts, or places for one, of which an end is cut off, or to which YAML joins what was to be an item. */
function findCutTexts(text: string, document: Document.Parsed): Finding[] {
  const findings: Finding[] = [];
  const report = (message: MessageIds['suspicious-cut'], rest: string, start: number) =>
    findings.push({
      rule: 'suspicious-cut',
      message,
      path: [],
      span: [start, start + rest.length],
      facts: { rest },
    });
  visit(document, {
    Scalar(_key, node) {
      if (node.type !== Scalar.PLAIN || !node.range) return;
      if (typeof node.value !== 'string' && node.source !== '') return;
      const [start, end] = node.range;
      cut.lastIndex = end;
      const rest = cut.exec(text)?.[1];
      if (rest !== undefined) report('cut', rest, cut.lastIndex - rest.length);
      if (text[end - 1] === '"' && closing.test(text.slice(start, end))) report('closing', '"', end - 1);
      const line = joined.exec(text.slice(start, end));
      if (line?.[1] !== undefined)
        report('joined', line[1], start + line.index + line[0].length - line[1].length);
    },
  });
  return findings;
}
