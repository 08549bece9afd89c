import { elementsIn, paragraphText, type XmlElement } from '../../package/xml-tree.ts';
import { isRowTag, own, rowPlaceholders, sheetPlaceholders } from '../placeholders.ts';
import { nearestPlaceholder, type TemplateProblem, unknownPlaceholder } from '../template-problem.ts';

/** A text in braces in a paragraph. */
export interface Token {
  /** As written, with its braces. */
  readonly written: string;
  /** `#`: keep where there is a value, or a row's tag; `^`: keep where there is none; else print the value. */
  readonly sign: '' | '#' | '^';
  readonly name: string;
  /** What to print instead of the value, where there is one. */
  readonly instead: string | undefined;
  /** Within the paragraph's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** All tokens in an element, paragraph by paragraph, without elements that are `isOut`. */
export const tokensIn = (element: XmlElement, isOut?: (one: XmlElement) => boolean): Token[] =>
  elementsIn(element, isOut).flatMap((one) => (one.local === 'p' ? findTokens(paragraphText(one)) : []));

/** A brace that is not closed is a token too, so that it is reported rather than printed. */
const braces = /\{[^{}]*\}?/g;
const inside = /^\{\s*([#^]?)\s*([A-Za-z][\w.-]*)\s*(?:\|([^{}]*))?\}$/;

/** Everything between braces, in order; the name is empty where it is not written as a placeholder is. */
export function findTokens(text: string): Token[] {
  return [...text.matchAll(braces)].map(({ 0: written, index }) => {
    const [, sign, name = '', instead] = inside.exec(written) ?? [];
    return {
      written,
      sign: sign === '#' || sign === '^' ? sign : '',
      name,
      instead,
      start: index,
      end: index + written.length,
    };
  });
}

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
    problems.push(isKnown ? misplaced(written) : unknownPlaceholder(written, allowed));
  }
  return { meant, problems };
}
