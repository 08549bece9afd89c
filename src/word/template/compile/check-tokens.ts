import { isRowTag, own, rowPlaceholders, sheetPlaceholders } from '../placeholders.ts';
import { nearestPlaceholder, type TemplateProblem, templateProblem } from '../template-problem.ts';
import type { Token } from './find-tokens.ts';

/**
 * Checks placeholders by the names that are allowed where they are. `meant` is what they print; one that is mistyped
 * is not missing, too.
 */
export function checkTokens(
  tokens: readonly Token[],
  allowed: readonly string[],
  misplaced: (written: string) => TemplateProblem,
): { readonly meant: ReadonlySet<string>; readonly problems: readonly TemplateProblem[] } {
  const meant = new Set<string>();
  const problems: TemplateProblem[] = [];
  for (const { name, sign, written } of tokens) {
    if (sign === '' || (sign === '#' && name === 'draft')) meant.add(name);
    if (allowed.includes(name)) continue;
    const isKnown = isRowTag(name) || own(rowPlaceholders, name) || own(sheetPlaceholders, name);
    const near = isKnown ? undefined : nearestPlaceholder(written, allowed);
    if (near) meant.add(near);
    problems.push(isKnown ? misplaced(written) : templateProblem.unknownPlaceholder(written, allowed));
  }
  return { meant, problems };
}
