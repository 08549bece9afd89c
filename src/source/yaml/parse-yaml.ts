import { type Document, isScalar } from 'yaml';
import type { Range } from '../../diagnostics/finding.ts';
import { findConflictMarkers } from '../conflict-markers.ts';
import type { Parsed } from '../source-tree.ts';
import { type SyntaxMessage, syntaxFinding } from '../syntax-finding.ts';
import { composeYaml } from './compose-yaml.ts';
import { findCutTexts } from './slips/cut-texts.ts';
import { explainYamlErrors, repeatedDirective } from './slips/explain-yaml-errors.ts';
import { yamlFinder } from './yaml-finder.ts';
import { yamlValue } from './yaml-value.ts';

/** Reads YAML 1.2 (core schema), with places. */
export function parseYaml(content: string): Parsed {
  // A lone CR ends a line (YAML 1.2.2, 5.4), which the library does not know.
  const text = content.replace(/\r(?!\n)/g, '\n');
  const conflicts = findConflictMarkers(text);
  if (conflicts.length > 0) return { tree: undefined, problems: conflicts };

  const documents = composeYaml(text);
  if (!Array.isArray(documents)) return { tree: undefined, problems: [documents] };
  const [document, second] = documents;
  if (!document?.contents || (isScalar(document.contents) && document.contents.value === null)) {
    if (!document?.errors.length) return failure('empty', [0, 0]);
  }
  const errors = documents.flatMap((one) => [...one.errors, ...one.warnings]);
  const problems = document ? explainYamlErrors(text, document, errors) : [];
  if (problems.length > 0) return { tree: undefined, problems };
  if (!document) return failure('empty', [0, 0]);
  const repeated = repeatedDirective(text);
  if (repeated) return { tree: undefined, problems: [repeated] };
  if (second) return failure('several-documents', separatorSpan(text, second));
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    return failure('yaml-version', firstMatch(text, /^%YAML.*$/m));
  }

  const { value, anchors, problems: valueProblems } = yamlValue(document);
  if (valueProblems.length > 0) return { tree: undefined, problems: valueProblems };
  return {
    tree: { value, find: yamlFinder(document, anchors) },
    problems: findCutTexts(text, document),
  };
}

function failure(message: SyntaxMessage, span: Range): Parsed {
  return { tree: undefined, problems: [syntaxFinding(message, span)] };
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
