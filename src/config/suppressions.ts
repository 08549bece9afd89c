import type { Diagnostic, Finding, Path, Range } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { MessageIds } from '../generated/message-ids.ts';
import { indispensable } from '../rules/index.ts';
import type { Source } from '../source/source.ts';

/** What the comments of a file disable, and their errors. */
export interface Suppressed {
  readonly silenced: ReadonlySet<Diagnostic>;
  /** Findings of the rule `suppression`. */
  readonly problems: readonly Finding[];
}

/** A comment `# bieu2-disable…` as written. */
interface Comment {
  /** `-next-line`, `-line`, or nothing. */
  readonly kind: string;
  readonly span: Range;
  readonly rules: readonly { readonly id: string; readonly span: Range }[];
  readonly reason: string;
}

/** Whether a source may have such comments; most have none and skip the rest of this file. */
export const maySuppress = (source: Source): boolean =>
  source.value !== undefined && source.text?.includes('bieu2-disable') === true;

/**
 * Finds what the comments disable.
 *
 * @param ruleIds all rules
 * @param isActive whether a rule runs: for one that does not, an unused comment cannot be detected
 */
export function suppress(
  source: Source,
  diagnostics: readonly Diagnostic[],
  ruleIds: readonly string[],
  isActive: (id: string) => boolean,
): Suppressed {
  const text = source.text ?? '';
  const silenced = new Set<Diagnostic>();
  const problems: Finding[] = [];
  const lineOf = (offset: number) => lineAt(source, { path: [], span: [offset, offset] });
  for (const { kind, span, rules, reason } of commentsIn(source, text)) {
    const report = (message: MessageIds['suppression'], at: Range, facts = {}) =>
      problems.push({ rule: 'suppression', message, path: [], span: at, facts });
    if (!['', '-line', '-next-line'].includes(kind))
      report('unknown-kind', span, { kind: `bieu2-disable${kind}` });
    else if (kind === '' && !isAtTop(text, span[0])) report('misplaced', span);
    else if (rules.length === 0) report('no-rule', span);
    else {
      const offset = kind === '-next-line' ? nextContent(text, span[1]) : span[0];
      const line = kind === '' ? undefined : lineOf(offset);
      for (const rule of rules) {
        const { id } = rule;
        if (!ruleIds.includes(id)) {
          report('unknown-rule', rule.span, { rule: id, nearest: nearestWord(id, ruleIds) ?? '' });
        } else if (indispensable.includes(id) || id === 'suppression') {
          report('not-allowed', rule.span, { rule: id });
        } else {
          const met = diagnostics.filter(
            (one) => one.rule === id && (line === undefined || isOn(source, one, line)),
          );
          for (const diagnostic of met) silenced.add(diagnostic);
          if (met.length === 0 && isActive(id)) report('unused', rule.span, { rule: id });
        }
      }
      if (reason === '') report('no-reason', span, { rules: rules.map(({ id }) => id).join(', ') });
    }
  }
  return { silenced, problems };
}

const comment = /(?<=^|[ \t])#[ \t]*bieu2-disable((?:-[\w-]*)?)(?=\s|$)([^\r\n]*)/gm;

function* commentsIn(source: Source, text: string): Generator<Comment> {
  const quoted = spansOfTexts(source);
  for (const match of text.matchAll(comment)) {
    const [whole, kind = '', rest = ''] = match;
    const span: Range = [match.index, match.index + whole.trimEnd().length];
    if (quoted.some(([start, end]) => start <= span[0] && span[0] < end)) continue;
    // Some editors turn two hyphens into a dash.
    const [, names = '', reason = ''] = /^(.*?)(?:(?:^|\s)(?:--|–|—)(.*))?$/.exec(rest) ?? [];
    const start = match.index + whole.length - rest.length;
    const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
      id,
      span: [start + index, start + index + id.length] as const,
    }));
    yield { kind, span, rules, reason: reason.trim() };
  }
}

/** Texts of the form that contain “bieu2-disable” are not comments. */
function spansOfTexts(source: Source): Range[] {
  const spans: Range[] = [];
  const visit = (value: unknown, path: Path) => {
    if (typeof value === 'string' && value.includes('bieu2-disable')) {
      const span = source.find?.(path)?.value;
      if (span) spans.push(span);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        visit(entry, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  visit(source.value, []);
  return spans;
}

/** Whether a finding is on a line, or within an entry that begins there. */
function isOn(source: Source, { place, path }: Diagnostic, line: number): boolean {
  if (place.kind !== 'text') return false;
  return place.start.line === line || (path.length > 0 && lineAt(source, { path, at: 'key' }) === line);
}

function lineAt(source: Source, where: Parameters<Source['locate']>[0]): number {
  const place = source.locate(where);
  return place.kind === 'text' ? place.start.line : 0;
}

/** The start of the next line that is neither empty nor a comment. */
function nextContent(text: string, offset: number): number {
  const next = /(?:\r\n?|\n)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*/g;
  next.lastIndex = offset;
  const match = next.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** Whether only comments, empty lines and directives are above. */
const isAtTop = (text: string, offset: number) =>
  /^(?:[ \t]*(?:#.*|%.*|---)?(?:\r\n?|\n))*[ \t]*$/.test(text.slice(0, offset));
