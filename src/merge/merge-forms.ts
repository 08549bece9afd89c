import type { Merge, MergeInput } from './merge.ts';
import { type MergeNames, mergeFields } from './merge-fields.ts';
import { Merger } from './merger.ts';
import { numberMerged } from './number-merged.ts';

/**
 * Plans one form out of several, in their order. Groups I–III go by their numeral, further ones by their title;
 * positions and areas of one title (folded) are joined. A task that an earlier form has already is not taken
 * again: duties are compared within their position, all others within the whole form, as the rule
 * `duplicate-task` does. What one form has twice stays. What is numbered is renumbered.
 *
 * @param inputs forms without errors, at least one
 */
export function mergeForms(inputs: readonly MergeInput[], names: MergeNames = {}): Merge {
  const merger = new Merger();
  for (const [input, { form }] of inputs.entries()) merger.meet(input, form);
  for (const [input, { form }] of inputs.entries()) merger.take(input, form);
  const groups = merger.groups();
  numberMerged(groups);
  const { fields, findings } = mergeFields(inputs, names);
  const all = [...findings, ...merger.findings];
  const isPossible = !all.some(({ kind }) => kind === 'positions' || kind === 'too-many-groups');
  return { inputs, fields, groups, emptied: merger.emptied, findings: all, isPossible };
}
