import { jsonPointer } from '../diagnostics/plain-value.ts';
import { stringifyJson } from '../reporters/stringify-json.ts';
import type { Comparison, Difference, Part, PartChange } from './difference.ts';
import { summarizeComparison } from './summarize-comparison.ts';

/**
 * The comparison for programs, by `schemas/diff.schema.json`. `version` increases when something
 * promised changes, but not for new keys.
 */
export const comparisonJson = ({ toolVersion, before, after, differences }: Comparison): string =>
  stringifyJson({
    version: 1,
    tool: { name: 'bieu2', version: toolVersion },
    before,
    after,
    ...comparisonFigures(differences),
  });

/** The changes in one form, as data. */
export const comparisonFigures = (differences: readonly Difference[]) => ({
  summary: summarizeComparison(differences),
  differences: differences.map(describe),
});

function describe(difference: Difference) {
  const { kind, subject } = difference;
  return {
    kind,
    subject,
    ...('before' in difference && { before: describePart(difference.before) }),
    ...('after' in difference && { after: describePart(difference.after) }),
    ...('changes' in difference && { changes: difference.changes.map(describeChange) }),
  };
}

const describeChange = (change: PartChange) => (change.kind === 'moved' ? { kind: change.kind } : change);

const describePart = ({ path, ...part }: Part) => ({ path: jsonPointer(path), ...part });
