import { append, type CopyOptions, copyElement, startTag } from './copy-element.ts';
import { escapeXml } from './escape-xml.ts';
import { findTokens, type Token } from './find-tokens.ts';
import type { XmlElement } from './parse-xml.ts';
import type { Placeholders } from './placeholders.ts';
import type { Condition, Segment, Segments } from './segment.ts';
import { textsIn } from './texts-in.ts';

/** What the paragraphs of a part are compiled with. */
export interface Compilation extends CopyOptions {
  readonly placeholders: Placeholders<never>;
  /** Called for all that stands between braces, so that it can be judged. */
  readonly onToken: (token: Token) => void;
}

export interface CompiledParagraph {
  readonly segments: Segments;
  /** What has to hold for the paragraph to be printed; empty where it always is. */
  readonly conditions: readonly Condition[];
  /** The paragraph without its content. */
  readonly emptied: string;
}

/**
 * Compiles a paragraph. Word scatters what was typed in one go over several runs: placeholders are looked for
 * in the text of the whole paragraph, and printed in the run that their first brace stands in.
 * `compileInner` compiles text boxes, which hold paragraphs of their own.
 */
export function compileParagraph(
  paragraph: XmlElement,
  compilation: Compilation,
  compileInner: (element: XmlElement) => Segments,
): CompiledParagraph {
  const texts = textsIn(paragraph);
  const tokens = findTokens(texts.map(({ text }) => text).join(''));
  for (const token of tokens) compilation.onToken(token);
  const edited = editTexts(texts, tokens, (token) => printedFor(token, paragraph, compilation));

  const compileInline = (element: XmlElement): Segments => {
    if (element.local === 'txbxContent') return compileInner(element);
    if (element.local === 'r') return compileRun(element);
    const pieces = edited.get(element);
    return pieces ? textElement(element, pieces) : copyElement(element, compilation, compileInline);
  };
  const compileRun = (run: XmlElement): Segments => {
    const pieces = run.children.flatMap((child) => edited.get(child) ?? []);
    const properties = run.children.find(({ local }) => local === 'rPr');
    const others = run.children.filter((child) => child !== properties && !edited.has(child));
    if (others.length > 0 || !run.children.some((child) => edited.has(child))) {
      return copyElement(run, compilation, compileInline);
    }
    if (pieces.length === 0) return [];
    const look = properties ? compilation.source.slice(properties.start, properties.end) : '';
    const [open, ...rest] = textElement(run.children.find((child) => edited.has(child)) ?? run, []);
    return [
      {
        open: `${startTag(run, compilation)}${look}${open}`,
        run: pieces,
        close: `${rest.join('')}</${run.name}>`,
      },
    ];
  };
  const segments = copyElement(paragraph, compilation, compileInline);
  return { ...conditional(segments, tokens, compilation), emptied: emptied(paragraph, compilation) };
}

/** What stands instead in every text element that a token touches. */
function editTexts(
  texts: readonly XmlElement[],
  tokens: readonly Token[],
  printedFor: (token: Token) => Segments,
): Map<XmlElement, Segments> {
  const edited = new Map<XmlElement, Segments>();
  let start = 0;
  for (const element of texts) {
    const { text } = element;
    const end = start + text.length;
    const touching = tokens.filter((token) => token.start < end && token.end > start);
    const pieces: Segment[] = [];
    let position = start;
    for (const token of touching) {
      if (token.start >= start) {
        append(pieces, escapeXml(text.slice(position - start, token.start - start)), ...printedFor(token));
      }
      position = token.end;
    }
    append(pieces, escapeXml(text.slice(position - start)));
    if (touching.length > 0) edited.set(element, pieces);
    start = end;
  }
  return edited;
}

function printedFor(
  { name, sign, instead }: Token,
  paragraph: XmlElement,
  { placeholders }: Compilation,
): Segments {
  if (sign !== '' || !(name in placeholders)) return [];
  const prefix = paragraph.name.slice(0, -1);
  return [{ value: name, ...(instead !== undefined && { instead }), prefix }];
}

const textElement = ({ name }: XmlElement, pieces: Segments): Segments => [
  `<${name} xml:space="preserve">`,
  ...pieces,
  `</${name}>`,
];

/** A paragraph as often as its tags and its lists ask for. */
function conditional(
  segments: Segments,
  tokens: readonly Token[],
  { placeholders }: Compilation,
): Omit<CompiledParagraph, 'emptied'> {
  const conditions: Condition[] = [];
  let body = segments;
  for (const { name, sign } of tokens) {
    const placeholder = placeholders[name];
    if (!placeholder) continue;
    if (sign !== '') {
      conditions.push({ name, is: sign === '#' ? 'given' : 'absent' });
    } else if ('list' in placeholder && !conditions.some((one) => one.name === name && one.is === 'filled')) {
      conditions.push({ name, is: 'filled' });
      body = [{ each: name, body }];
    }
  }
  return { segments: conditions.length > 0 ? [{ when: conditions, body }] : body, conditions };
}

function emptied(paragraph: XmlElement, options: CopyOptions): string {
  const properties = paragraph.children.find(({ local }) => local === 'pPr');
  const look = properties ? options.source.slice(properties.start, properties.end) : '';
  return `${startTag(paragraph, options).replace(/\/>$/, '>')}${look}</${paragraph.name}>`;
}
