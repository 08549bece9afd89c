import type { Change } from './diagnostics/finding.ts';
import { showValue } from './diagnostics/plain-value.ts';
import type { Fix } from './rules/rule.ts';
import { type Checked, type FoundFix, soundFixes } from './sound-fixes.ts';
import { type TextEdit, withoutOverlaps } from './source/edit/apply-edits.ts';
import { editText } from './source/edit/edit-text.ts';
import { parseText } from './source/parse-text.ts';
import type { Source } from './source/source.ts';
import { inspectSource, type ValidateOptions } from './validate.ts';
import { plainDiagnostic, rulesById, type WordedFinding } from './worded-finding.ts';

/** A source after its safe fixes, with the fixes of each pass. */
export interface Fixed {
  readonly source: Source;
  readonly fixes: readonly FoundFix[];
}

/** Parses a text as the file to be written. */
export type Parse = (text: string) => Source;

/** A fix may reveal others (a file that parses again has more to check), but not endlessly. */
const maxPasses = 10;

/** Every automatic fix in a source, in the order of the text; none in Word files. */
export function findFixes(checked: Checked): FoundFix[] {
  return checked.inspection.diagnostics.flatMap((diagnostic) => fixFor(checked, diagnostic) ?? []);
}

/** The automatic fix of one diagnostic; undefined if the author has to decide. */
export function fixFor(checked: Checked, diagnostic: WordedFinding): FoundFix | undefined {
  return foundFix(checked, diagnostic, rulesById.get(diagnostic.rule)?.fix?.changes);
}

/** The most likely fix of one diagnostic, for its author to confirm; undefined if none is known. */
export function offerFor(checked: Checked, diagnostic: WordedFinding): FoundFix | undefined {
  return foundFix(checked, diagnostic, rulesById.get(diagnostic.rule)?.offer);
}

function foundFix(
  { source, inspection: { form } }: Checked,
  diagnostic: WordedFinding,
  changesOf: Fix['changes'] | undefined,
): FoundFix | undefined {
  const { finding } = diagnostic;
  if (!changesOf || source.find === undefined) return undefined;
  const changes = changesOf(finding, { form, value: source.value });
  const edits = changes.length > 0 ? editText(source, changes) : undefined;
  return (
    edits && {
      diagnostic: plainDiagnostic(diagnostic),
      finding,
      changes,
      edits,
      shown: showChanges(source.text ?? '', changes, edits),
    }
  );
}

/** The first edit with the words around it, and how many more there are. */
function showChanges(
  text: string,
  [change]: readonly Change[],
  [edit, ...others]: readonly TextEdit[],
): string {
  if (change?.kind === 'to-utf8') return `${change.from} → UTF-8`;
  if (!edit) return '';
  const [start, end] = edit.span;
  // A space alone is not informative, so the words on both sides are included, up to a quote.
  const isBare = /^\s*$/.test(text.slice(start, end)) || /^\s*$/.test(edit.text);
  const before = isBare ? (/[^\s"]{0,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '') : '';
  const after = isBare ? (/^[^\s"]{0,20}/.exec(text.slice(end, end + 20))?.[0] ?? '') : '';
  const [old = '', fresh = ''] = [text.slice(start, end), edit.text].map((part) =>
    showValue(before + part + after),
  );
  const shown = /\s/.test(old + fresh) ? `“${old}” → “${fresh}”` : `${old} → ${fresh}`;
  return `${shown}${others.length > 0 ? ` (+${others.length})` : ''}`;
}

/**
 * Applies all safe fixes, in passes, until none is left. Each pass is parsed and checked again: a fix that changes
 * anything else, adds an error or does not remove its finding is rejected.
 */
export function fixSource(
  source: Source,
  options: ValidateOptions = {},
  parse: Parse = (text) => parseText(text, source.file),
): Fixed {
  const check = (text: string): Checked => {
    const parsed = parse(text);
    return { source: parsed, inspection: inspectSource(parsed, options) };
  };
  let checked: Checked = { source, inspection: inspectSource(source, options) };
  // If the text is the same but has fewer problems, its encoding was fixed.
  const stateOf = ({ text, problems }: Source) => `${problems.length} ${text}`;
  const seen = new Set([stateOf(source)]);
  const done: FoundFix[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    // Of overlapping fixes the first is applied; the others may follow in the next pass.
    const { fixes, after } = soundFixes(checked, withoutOverlaps(findFixes(checked)), check);
    if (fixes.length === 0 || seen.has(stateOf(after.source))) break;
    checked = after;
    seen.add(stateOf(after.source));
    done.push(...fixes);
  }
  return { source: checked.source, fixes: done };
}
