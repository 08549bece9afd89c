import { childOf, paragraphText, type XmlElement, xmlOf } from '../../package/xml-tree.ts';
import { own, type Placeholders } from '../placeholders.ts';
import { append, type Condition, type Segment, type Segments } from '../segment.ts';
import { type CopyOptions, copyElement, startTag } from './copy-element.ts';
import { editTexts } from './edit-texts.ts';
import { findTokens, type Token } from './find-tokens.ts';

/** What the paragraphs of a part are compiled with. */
export interface Compilation extends CopyOptions {
  readonly placeholders: Placeholders<never>;
}

export interface CompiledParagraph {
  readonly segments: Segments;
  /** The conditions for printing the paragraph; empty if it is always printed. */
  readonly conditions: readonly Condition[];
  /** The empty paragraph. */
  readonly emptied: string;
}

/**
 * Compiles a paragraph. Word scatters what was typed in one go over several runs: placeholders are looked for
 * in the text of the whole paragraph, and printed in the run that their first brace is in.
 * `compileInner` compiles text boxes, which hold paragraphs of their own.
 */
export function compileParagraph(
  paragraph: XmlElement,
  compilation: Compilation,
  compileInner: (element: XmlElement) => Segments,
): CompiledParagraph {
  const tokens = findTokens(paragraphText(paragraph));
  const conditions = conditionsOf(tokens, compilation);
  const lists = conditions.filter(({ is }) => is === 'filled');
  const options = { ...compilation, repeated: compilation.repeated || lists.length > 0 };
  const edited = editTexts(paragraph, tokens, (token) => printedFor(token, paragraph, compilation));

  const compileInline = (element: XmlElement): Segments => {
    if (element.local === 'txbxContent') return compileInner(element);
    const pieces = edited.get(element);
    if (pieces) {
      const [open, close] = textTags(element);
      return [open, ...pieces, close];
    }
    const run = element.local === 'r' ? compileRun(element, edited, options) : undefined;
    return run ?? copyElement(element, options, compileInline);
  };
  let segments: Segments = copyElement(paragraph, options, compileInline);
  for (const { name } of lists) segments = [{ each: name, body: segments }];
  if (conditions.length > 0) segments = [{ when: conditions, body: segments }];
  return { segments, conditions, emptied: emptied(paragraph, options) };
}

/** Compiles a run with only edited text, which is dropped when nothing is printed in it. Undefined for others. */
function compileRun(
  run: XmlElement,
  edited: ReadonlyMap<XmlElement, Segments>,
  options: CopyOptions,
): Segments | undefined {
  const texts = run.children.filter((child) => edited.has(child));
  const [first] = texts;
  if (!first || run.children.some((child) => !edited.has(child) && child.local !== 'rPr')) return undefined;
  const pieces: Segment[] = [];
  append(pieces, ...texts.flatMap((text) => edited.get(text) ?? []));
  const [openText, closeText] = textTags(first);
  const open = startTag(run, options) + xmlOf(options.source, childOf(run, 'rPr')) + openText;
  const close = `${closeText}</${run.name}>`;
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'string') return [open + only + close];
  return pieces.length === 0 ? [] : [{ open, run: pieces, close }];
}

function printedFor(
  { name, sign, instead }: Token,
  paragraph: XmlElement,
  { placeholders }: Compilation,
): Segments {
  if (sign !== '' || !own(placeholders, name)) return [];
  const prefix = paragraph.name.slice(0, -1);
  return [{ value: name, ...(instead !== undefined && { instead }), prefix }];
}

const textTags = ({ name }: XmlElement) => [`<${name} xml:space="preserve">`, `</${name}>`] as const;

/** The conditions for printing a paragraph: its tags, and that its list has an item. */
function conditionsOf(tokens: readonly Token[], { placeholders }: Compilation): Condition[] {
  const conditions = new Map<string, Condition>();
  for (const { name, sign } of tokens) {
    const placeholder = own(placeholders, name);
    const isList = placeholder && 'list' in placeholder;
    if (!placeholder || (sign === '' && !isList)) continue;
    const is = sign === '#' ? 'given' : sign === '^' ? 'absent' : 'filled';
    conditions.set(`${is} ${name}`, { name, is });
  }
  return [...conditions.values()];
}

const emptied = (paragraph: XmlElement, options: CopyOptions) =>
  `${startTag(paragraph, options).replace(/\/>$/, '>')}${xmlOf(options.source, childOf(paragraph, 'pPr'))}</${paragraph.name}>`;
