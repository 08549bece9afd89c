import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { Finding } from '../../diagnostics/finding.ts';
import { type SyntaxMessage, syntaxFinding } from '../source.ts';
import { maxTokens } from '../source-limits.ts';

/**
 * How many brackets, lists and maps may be open at once. Composing them recurses, and some slips nest without
 * any indentation (each `a: b: c` opens a map that is never closed), so this is more than `maxDepth`.
 */
const maxOpen = 400;

/**
 * The documents of a text, with their errors; a finding instead if the text is too large or too deep.
 *
 * @param limit the maximum number of tokens
 * @param prepare changes tokens before nodes are made of them
 */
export function composeYaml(
  text: string,
  {
    limit = maxTokens,
    prepare,
  }: { readonly limit?: number; readonly prepare?: (token: CST.Token) => void } = {},
): Document.Parsed[] | Finding {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const stop = (message: SyntaxMessage): Finding => {
    const start = Math.max(0, Math.min(parser.offset, text.length) - 1);
    return syntaxFinding(message, [start, start + 1]);
  };
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    count++;
    if (count > limit) return stop('too-many');
    if (parser.stack.length > maxOpen) return stop('too-deep');
  }
  tokens.push(...parser.end());
  if (prepare) tokens.forEach(prepare);
  // `yamlValue` finds duplicate keys: the library's own check is quadratic in the keys of a map.
  // Tags beyond the core schema (`!!binary`, `!!set` …) have values that no form can contain, so they count as unknown.
  const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false, version: '1.2' });
  return [...composer.compose(tokens)];
}
