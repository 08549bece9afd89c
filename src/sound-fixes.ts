import type { Change, Diagnostic, Finding, Path } from './diagnostics/finding.ts';
import { rules } from './rules/index.ts';
import { applyChanges, hasValue } from './source/edit/apply-changes.ts';
import { applyEdits, type TextEdit } from './source/edit/apply-edits.ts';
import type { Source } from './source/source.ts';
import { aliasesIn } from './source/yaml/with-aliases.ts';
import type { Inspection } from './validate.ts';

/** How one diagnostic can be fixed automatically. */
export interface FoundFix {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
  readonly changes: readonly Change[];
  /** Edits in the text of the diagnostic's source. */
  readonly edits: readonly TextEdit[];
  /** The change for people: “1.6 → 1.5”. Not yet printable. */
  readonly shown: string;
}

/** A source and its findings. */
export interface Checked {
  readonly source: Source;
  readonly inspection: Inspection;
}

/** Fixes that can be applied together, and the source after them. */
export interface SoundFixes {
  readonly fixes: readonly FoundFix[];
  readonly after: Checked;
}

type Check = (text: string) => Checked;

/** How many texts are parsed at most to find out which of many fixes of a broken file do harm. */
const maxTrials = 200;

const errorRules = new Set(rules.filter(({ severity }) => severity === 'error').map(({ id }) => id));

/**
 * From non-overlapping fixes, those that change only what they mean to change, add no error and
 * remove their findings wherever an alias of YAML shares the value. The fixes near each problem are dropped, in growing
 * distance, until the rest does no harm.
 *
 * @param check parses and checks a text as the file of `before`
 */
export function soundFixes(before: Checked, fixes: readonly FoundFix[], check: Check): SoundFixes {
  const none: SoundFixes = { fixes: [], after: before };
  const aliases = aliasesIn(before.source);
  let trials = maxTrials;
  /** Those fixes whose text has the intended meaning, found by bisection if one of them breaks it. */
  const asMeant = (fixes: readonly FoundFix[], kept: SoundFixes): SoundFixes => {
    if (fixes.length === 0 || trials-- <= 0) return kept;
    const all = [...kept.fixes, ...fixes];
    const edits = all.flatMap((fix) => fix.edits);
    const after = check(applyEdits(before.source.text ?? '', edits));
    if (isAsMeant(before.source, after.source, all)) return { fixes: all, after };
    if (fixes.length === 1) return kept;
    const middle = fixes.length >> 1;
    return asMeant(fixes.slice(middle), asMeant(fixes.slice(0, middle), kept));
  };
  let kept = asMeant(fixes, none);
  const suspects = new Set<string>();
  for (let distance = 0; kept.fixes.length > 0; distance++) {
    const faults = faultsOf(kept, before, aliases);
    if (faults.length === 0) break;
    const near = new Set(faults.map((path) => keyOf(path.slice(0, Math.max(0, path.length - distance)))));
    const isNear = (fix: FoundFix) => prefixesOf(fix).some((path) => near.has(path));
    let blamed = kept.fixes.filter(
      (fix) => (suspects.size === 0 || suspects.has(fix.finding.rule)) && isNear(fix),
    );
    if (blamed.length === 0 && near.has(keyOf([]))) blamed = [...kept.fixes];
    if (blamed.length === 0) continue;
    for (const { finding } of blamed) suspects.add(finding.rule);
    const harmful = new Set(blamed);
    const others = kept.fixes.filter((fix) => !harmful.has(fix));
    kept = asMeant(others, none);
  }
  return kept;
}

/** The places of new errors, and of findings that a fix should have removed. */
function faultsOf(
  { fixes, after }: SoundFixes,
  { source, inspection }: Checked,
  aliases: (path: Path) => readonly Path[],
): readonly Path[] {
  // Unreadable content was not checked before: its findings now are not caused by the fix.
  if (source.value === undefined) return [];
  const revealed = fixes.flatMap(revealedBy);
  const [old, fresh] = [countBy(inspection.raw, placeOf), countBy(after.inspection.raw, placeOf)];
  // The configuration may turn a warning into an error.
  const raised = after.inspection.diagnostics.filter(({ severity }) => severity === 'error');
  const rulesOfErrors = new Set([...errorRules, ...raised.map(({ rule }) => rule)]);
  const added = after.inspection.raw.filter(
    (finding) =>
      rulesOfErrors.has(finding.rule) &&
      (fresh.get(placeOf(finding)) ?? 0) > (old.get(placeOf(finding)) ?? 0) &&
      !revealed.some((path) => isWithin(finding.path, path)),
  );
  const [oldKinds, freshKinds] = [countBy(inspection.raw, kindOf), countBy(after.inspection.raw, kindOf)];
  const isLeft = (finding: Finding) => {
    const count = freshKinds.get(kindOf(finding)) ?? 0;
    return count > 0 && count >= (oldKinds.get(kindOf(finding)) ?? 0);
  };
  const left = fixes.filter(
    ({ finding }) =>
      // A text is right or wrong wherever it is; a number or a code is right only at one place.
      !finding.range && aliases(finding.path).some((path) => isLeft({ ...finding, path })),
  );
  return [...added, ...left.map(({ finding }) => finding)].map(({ path }) => path);
}

/** Whether a text has the same value as before except for the changes; or, if it was unreadable, more of it can be read. */
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

function prefixesOf({ finding, changes }: FoundFix): string[] {
  const paths = [finding.path, ...changes.flatMap((change) => ('path' in change ? [change.path] : []))];
  return paths.flatMap((path) => [...path, ''].map((_, length) => keyOf(path.slice(0, length))));
}

const keyOf = (path: Path) => JSON.stringify(path);

const isWithin = (path: Path, outer: Path) => outer.every((step, index) => path[index] === step);

/** The places that a fix makes checkable: keys that were unknown, values with the wrong structure. */
function revealedBy({ finding: { rule, path, at }, changes }: FoundFix): Path[] {
  const renamed = changes.flatMap((change) =>
    change.kind === 'rename' ? [[...change.path.slice(0, -1), change.key]] : [],
  );
  // An unknown key hides the kind of its map.
  return rule === 'form-shape' ? [at === 'key' ? path.slice(0, -1) : path, ...renamed] : renamed;
}

const placeOf = ({ rule, path }: Finding) => JSON.stringify([rule, path]);
const kindOf = ({ rule, message, path }: Finding) => JSON.stringify([rule, message, path]);

function countBy(
  findings: readonly Finding[],
  keyOfFinding: (finding: Finding) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOfFinding(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
