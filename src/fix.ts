import type { Change } from './diagnostics/change.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Range } from './diagnostics/finding.ts';
import { rules } from './rules/index.ts';
import type { Fix } from './rules/rule.ts';
import { applyChanges, hasValue } from './source/edit/apply-changes.ts';
import { applyEdits, type TextEdit } from './source/edit/apply-edits.ts';
import { editText } from './source/edit/edit-text.ts';
import { parseText } from './source/parse-text.ts';
import type { Source } from './source/source.ts';
import { type Inspection, inspectSource, type ValidateOptions } from './validate.ts';

/** How one diagnostic can be mended by itself. */
export interface FoundFix {
  readonly diagnostic: Diagnostic;
  readonly changes: readonly Change[];
  /** Within the text of the source that the diagnostic is about. */
  readonly edits: readonly TextEdit[];
}

/** A source after its safe fixes, and what was done, pass by pass. */
export interface Fixed {
  readonly source: Source;
  readonly fixes: readonly FoundFix[];
}

/** Reads a text as the file that it is to become. */
export type Parse = (text: string) => Source;

/** A fix may bring up others (a file that parses again has more to say), but never without end. */
const maxPasses = 10;

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** Every diagnostic of a source that can be mended by itself, in the order of the text; none in Word files. */
export function findFixes(source: Source, options: Partial<ValidateOptions>): FoundFix[] {
  const inspection = inspectSource(source, options);
  return [...inspection.findings.keys()].flatMap(
    (diagnostic) => fixFor(source, inspection, diagnostic) ?? [],
  );
}

/** How one diagnostic of an inspected source can be mended by itself; undefined where that is for people. */
export function fixFor(source: Source, inspection: Inspection, diagnostic: Diagnostic): FoundFix | undefined {
  return carriedOut(source, inspection, diagnostic, rulesById.get(diagnostic.rule)?.fix?.changes);
}

/** How one diagnostic would most likely be mended, for people to agree to; undefined where nobody can tell. */
export function offerFor(
  source: Source,
  inspection: Inspection,
  diagnostic: Diagnostic,
): FoundFix | undefined {
  return carriedOut(source, inspection, diagnostic, rulesById.get(diagnostic.rule)?.offer);
}

function carriedOut(
  source: Source,
  { form, findings }: Inspection,
  diagnostic: Diagnostic,
  changesOf: Fix['changes'] | undefined,
): FoundFix | undefined {
  const finding = findings.get(diagnostic);
  if (!finding || !changesOf || source.find === undefined) return undefined;
  const changes = changesOf(finding, { form, value: source.value });
  const edits = changes.length > 0 ? editText(source, changes) : undefined;
  return edits && { diagnostic, changes, edits };
}

/**
 * Carries out all safe fixes, in passes, until there is none left. Each pass is read again and compared: what
 * would change anything but what was to be mended is not done.
 */
export function fixSource(
  source: Source,
  options: Partial<ValidateOptions> = {},
  parse: Parse = (text) => parseText(text, source.file),
): Fixed {
  let fixed = source;
  const done: FoundFix[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    const fixes = withoutOverlaps(findFixes(fixed, options));
    const sound = fixes.length > 0 ? soundFixes(fixed, fixes, parse) : [];
    if (sound.length === 0) break;
    fixed = parse(fixedText(fixed, sound));
    done.push(...sound);
  }
  return { source: fixed, fixes: done };
}

/** Those fixes of a pass that come out as they ought to, together with those that are `kept` already. */
export function soundFixes(
  source: Source,
  fixes: readonly FoundFix[],
  parse: Parse,
  kept: readonly FoundFix[] = [],
): readonly FoundFix[] {
  const all = [...kept, ...fixes];
  if (isAsMeant(source, parse(fixedText(source, all)), all)) return all;
  if (fixes.length === 1) return kept;
  const middle = fixes.length >> 1;
  const first = soundFixes(source, fixes.slice(0, middle), parse, kept);
  return soundFixes(source, fixes.slice(middle), parse, first);
}

const fixedText = ({ text = '' }: Source, fixes: readonly FoundFix[]) =>
  applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );

/** Whether a text says what it said before, but for the changes; or, if it could not be read, more of it can. */
function isAsMeant(before: Source, after: Source, fixes: readonly FoundFix[]): boolean {
  if (before.value === undefined) {
    return after.value !== undefined || after.problems.length < before.problems.length;
  }
  if (after.value === undefined) return false;
  const expected = applyChanges(
    before,
    fixes.flatMap(({ changes }) => changes),
  );
  return expected !== undefined && hasValue(after, expected);
}

/** Of fixes that meet in one place the first; the others may follow in the next pass. */
function withoutOverlaps(fixes: readonly FoundFix[]): FoundFix[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const places = edits.map(({ span }) => [placeFor(taken, span), span] as const);
    // Insertions at one place meet, too.
    const isFree = places.every(([at, [start, end]]) => {
      const [before, after] = [taken[at - 1], taken[at]];
      return (before?.span[1] ?? -1) < start && end < (after?.span[0] ?? Infinity);
    });
    if (isFree) for (const edit of edits) taken.splice(placeFor(taken, edit.span), 0, edit);
    return isFree;
  });
}

/** Where a span belongs among edits in the order of the text. */
function placeFor(edits: readonly TextEdit[], [start, end]: Range): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [from = 0, to = 0] = edits[middle]?.span ?? [];
    if (from < start || (from === start && to <= end)) low = middle + 1;
    else high = middle;
  }
  return low;
}
