import type { Facts, Finding, Path, Range } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { isMap, pathOfPointer, valueAt } from '../diagnostics/plain-value.ts';
import { enCount, viNumber, type Wording } from '../diagnostics/wording.ts';
import { configShape } from '../generated/config-shape.js';
import { indispensable, rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { syntax } from '../rules/syntax.ts';
import type { Source } from '../source/source.ts';
import { type Config, maxPatternLength } from './config.ts';

/** An error in a configuration file; `line` and `column` from 1, `span` in its text. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly span: Range;
  readonly message: Wording;
}

/** Decodes a configuration, or returns all its errors in the order of the file. */
export function decodeConfig(source: Source): { config: Config } | { problems: readonly ConfigProblem[] } {
  const { value } = source;
  if (value === undefined) {
    // A file with only comments is valid.
    if (source.problems.every(({ message }) => message === 'empty')) return { config: {} };
    return { problems: source.problems.map((finding) => problemAt(source, finding, syntaxMessage(finding))) };
  }
  if (configShape(value)) return { config: value };
  const found = new Map<string, ConfigProblem>();
  for (const error of configShape.errors ?? []) {
    const path = pathOfPointer(error.instancePath, value);
    if (isOfOtherForm(error.keyword, path, value)) continue;
    const unknown =
      error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
    const place = unknown === undefined ? { path } : { path: [...path, unknown], at: 'key' as const };
    const message =
      unknown === undefined
        ? wrongValue(error.keyword, error.params, path, valueAt(value, path))
        : unknownKey(unknown, path);
    const key = JSON.stringify(place);
    if (!found.has(key)) found.set(key, problemAt(source, place, message));
  }
  return { problems: [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** A setting is a severity or a map: its value shows which was meant, and errors about the other form are ignored. */
function isOfOtherForm(keyword: string, path: Path, root: unknown): boolean {
  const depth = ruleDepth(path);
  const setting = valueAt(root, path.slice(0, depth));
  if (depth === 0) return false;
  return isMap(setting) ? path.length === depth && keyword !== 'additionalProperties' : keyword !== 'anyOf';
}

/** The length of the path to a rule's setting, for a path to or into it; 0 for other paths. */
function ruleDepth(path: Path): number {
  const depth = path[0] === 'rules' ? 2 : path[0] === 'overrides' && path[2] === 'rules' ? 4 : 0;
  return depth <= path.length ? depth : 0;
}

function problemAt(
  source: Source,
  where: Pick<Finding, 'path' | 'at' | 'span'>,
  message: Wording,
): ConfigProblem {
  const place = source.locate(where);
  if (place.kind !== 'text') return { line: 1, column: 1, span: [0, 0], message };
  const { start, end } = place;
  return { line: start.line, column: start.column, span: [start.offset, end.offset], message };
}

const syntaxMessages: Rule['messages'] = syntax.messages;
const syntaxMessage = ({ message, facts = {} }: Finding): Wording =>
  syntaxMessages[message]?.text(facts) ?? { vi: message, en: message };

const topKeys = ['language', 'rules', 'files', 'overrides', 'template', 'schema', 'baseline'];

/** The keys allowed at a path; below a rule's id, its options. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return topKeys;
  if (path.at(-1) === 'rules') return rules.map(({ id }) => id);
  if (path[0] === 'files') return ['include', 'exclude'];
  if (ruleDepth(path) > 0)
    return path.at(-1) === 'task-complexity' ? ['severity', 'leadership'] : ['severity'];
  return ['files', 'reason', 'rules'];
}

function unknownKey(key: string, path: Path): Wording {
  const known = keysAt(path);
  const near = nearestWord(key, known);
  const isRule = path.at(-1) === 'rules';
  const hint = near
    ? { vi: `có phải “${near}”?`, en: `did you mean “${near}”?` }
    : isRule
      ? { vi: 'xem danh sách: bieu2 rules', en: 'for a list: bieu2 rules' }
      : {
          vi: `các khóa dùng được: ${known.join(', ')}`,
          en: `keys allowed here: ${known.join(', ')}`,
        };
  return isRule
    ? { vi: `không có quy tắc “${key}”; ${hint.vi}`, en: `unknown rule “${key}”; ${hint.en}` }
    : { vi: `không có khóa “${key}”; ${hint.vi}`, en: `unknown key “${key}”; ${hint.en}` };
}

const types: Readonly<Record<string, Wording>> = {
  object: { vi: 'cần các cặp “khóa: giá trị”', en: 'a map of keys is needed' },
  array: { vi: 'cần một danh sách', en: 'a list is needed' },
  string: { vi: 'cần văn bản', en: 'text is needed' },
  boolean: { vi: 'cần true hoặc false', en: 'true or false is needed' },
};

const exception: Wording = {
  vi: 'không dùng được mẫu tên tệp bắt đầu bằng “!”: hãy nêu những gì cần bỏ qua trong “files.exclude”; tên tệp có dấu “!” ở đầu thì viết “\\!”',
  en: 'patterns that begin with “!” are not supported: list what to skip in “files.exclude”; for a name that begins with “!”, write “\\!”',
};

function wrongValue(
  keyword: string,
  params: Facts | Record<string, unknown>,
  path: Path,
  value: unknown,
): Wording {
  const depth = ruleDepth(path);
  const inRule = depth === path.length || (depth > 0 && path.at(-1) === 'severity');
  if (depth > 0 && inRule) {
    const id = String(path[depth - 1]);
    return indispensable.includes(id)
      ? { vi: `quy tắc “${id}” luôn ở mức error`, en: `the rule “${id}” is always an error` }
      : { vi: 'cần off, warning hoặc error', en: 'off, warning or error is needed' };
  }
  if (keyword === 'pattern' && typeof value === 'string' && value.startsWith('!')) return exception;
  if (keyword === 'pattern' && typeof value === 'string' && value.length > maxPatternLength) {
    return {
      vi: `tối đa ${viNumber(maxPatternLength)} ký tự`,
      en: `at most ${enCount(maxPatternLength, 'character')}`,
    };
  }
  if (keyword === 'enum') return { vi: 'cần vi hoặc en', en: 'vi or en is needed' };
  if (keyword === 'required') {
    const key = String(params.missingProperty);
    return { vi: `thiếu khóa “${key}”`, en: `the key “${key}” is missing` };
  }
  const wanted = keyword === 'type' ? types[String(params.type)] : undefined;
  return wanted ?? { vi: 'không được để trống', en: 'this must not be empty' };
}
