import type { Finding, Path } from '../diagnostics/finding.ts';
import { type Decoded, decodeBytes, sizeProblem } from './decode-bytes.ts';
import { foreignText, isTable } from './foreign-content.ts';
import { parseJson } from './json/parse-json.ts';
import { isJson, type Parsed, type Source, syntaxFinding, unreadable } from './source.ts';
import { maxTextLength } from './source-limits.ts';
import { lineEndOf, lineStartOf } from './text-lines.ts';
import { textSource } from './text-source.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { parsePlainYaml } from './yaml/plain/parse-plain-yaml.ts';

/**
 * Reads a form file: JSON when its name ends in `.json`, else YAML 1.2. Never throws: content that cannot be
 * read is a problem of the source.
 *
 * @param content bytes in UTF-8 or UTF-16, or decoded text
 * @param file the name in findings
 */
export function parseText(content: Uint8Array | string, file: string): Source {
  const { text, problem } = typeof content === 'string' ? decodeText(content) : decodeBytes(content);
  const found = problem ? [problem] : [];
  if (text === undefined) return textSource(file, '', undefined, found);
  const { tree, problems } = parse(text, file);
  const source = textSource(file, text, tree, [...found, ...problems]);
  if (tree || isJson(file) || problems.length > maxSlips) return source;
  const rest = () => {
    const left = parseText(withoutSlips(text, problems), file);
    return left.value === undefined ? undefined : left;
  };
  return { ...source, rest };
}

/** With more errors, what is left says little about a form, and takes long. */
const maxSlips = 20;

const head = /^\s*(?:- +)*(?:[\w$]+:(?: +|$))?/;

/** A text whose values with syntax errors, or else their lines, are blanked. */
function withoutSlips(text: string, problems: readonly Finding[]): string {
  let left = text;
  for (const { span = [0, 0] } of problems) {
    const start = lineStartOf(text, span[0]);
    const end = lineEndOf(text, span[0]);
    const value = start + (head.exec(text.slice(start, end))?.[0].length ?? 0);
    const from = span[0] < value ? start : value;
    left = left.slice(0, from) + ' '.repeat(end - from) + left.slice(end);
  }
  return left;
}

function decodeText(content: string): Decoded {
  const problem = sizeProblem(content.length);
  return problem ? { problem } : { text: content.replace(/^\uFEFF/, '') };
}

function parse(text: string, file: string): Parsed {
  const foreign = foreignText(text);
  if (foreign) return unreadable(foreign, [0, 0]);
  const parsed = withoutLongTexts(parseSyntax(text, file), text);
  const isCollection = typeof parsed.tree?.value === 'object' && parsed.tree.value !== null;
  return !isCollection && isTable(text) ? unreadable('csv', [0, 0]) : parsed;
}

function withoutLongTexts(parsed: Parsed, text: string): Parsed {
  const path = text.length > maxTextLength ? longTextIn(parsed.tree?.value) : undefined;
  if (path === undefined) return parsed;
  const span = parsed.tree?.find(path)?.value ?? [0, 0];
  return unreadable('long-text', [span[0], span[0] + 1], { limit: maxTextLength });
}

/** Where the first text is, key or value, that is longer than any in a form. */
function longTextIn(value: unknown): Path | undefined {
  if (typeof value === 'string') return value.length > maxTextLength ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const path = key.length > maxTextLength ? [] : longTextIn(child);
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path];
  }
  return undefined;
}

function parseSyntax(text: string, file: string): Parsed {
  const plain = isJson(file) ? undefined : parsePlainYaml(text);
  if (plain) return { tree: plain, problems: [] };
  const conflicts = findConflictMarkers(text);
  if (conflicts.length > 0) return { tree: undefined, problems: conflicts };
  return isJson(file) ? parseJson(text) : parseYaml(text);
}

/** The lines that version control leaves in a file when two edits met; one finding for each conflict. */
function findConflictMarkers(text: string): Finding[] {
  const findings: Finding[] = [];
  let isOpen = false;
  for (const { index, 0: line } of text.matchAll(/^(?:<{7}|={7}|>{7})(?: .*)?\r?$/gm)) {
    const marker = line.slice(0, 7);
    // If somebody has deleted the first marker, the next one represents the conflict.
    if (marker.startsWith('<') || !isOpen) {
      const span = [index, index + line.trimEnd().length] as const;
      findings.push(syntaxFinding('conflict-marker', span, { marker }));
    }
    isOpen = !marker.startsWith('>');
  }
  return findings;
}
