import { append, type CopyOptions, copyElement, startTag } from './copy-element.ts';
import { escapeXml } from './escape-xml.ts';
import { findTokens, type Token } from './find-tokens.ts';
import type { XmlElement } from './parse-xml.ts';
import type { Placeholder } from './placeholders.ts';
import type { Segment, Segments } from './segment.ts';
import { textsIn } from './texts-in.ts';

/** What the paragraphs of a part are compiled with. */
export interface Compilation<Subject> extends CopyOptions {
  readonly placeholders: Readonly<Record<string, Placeholder<Subject>>>;
  /** Called for all that stands between braces, so that it can be judged. */
  readonly onToken: (token: Token) => void;
}

export interface CompiledParagraph<Subject> {
  readonly segments: Segments<Subject>;
  /** Whether the paragraph is printed at all; absent where it always is. */
  readonly holds?: (subject: Subject) => boolean;
  /** The paragraph without its content. */
  readonly emptied: string;
}

/**
 * Compiles a paragraph. Word scatters what was typed in one go over several runs: placeholders are looked for
 * in the text of the whole paragraph, and printed in the run that their first brace stands in.
 * `compileInner` compiles text boxes, which hold paragraphs of their own.
 */
export function compileParagraph<Subject>(
  paragraph: XmlElement,
  compilation: Compilation<Subject>,
  compileInner: (element: XmlElement) => Segments<Subject>,
): CompiledParagraph<Subject> {
  const texts = textsIn(paragraph);
  const tokens = findTokens(texts.map(({ text }) => text).join(''));
  for (const token of tokens) compilation.onToken(token);
  const edited = editTexts(texts, tokens, (token) => printedFor(token, paragraph, compilation));

  const compileInline = (element: XmlElement): Segments<Subject> => {
    if (element.local === 'txbxContent') return compileInner(element);
    if (element.local === 'r') return compileRun(element);
    const pieces = edited.get(element);
    return pieces ? textElement(element, pieces) : copyElement(element, compilation, compileInline);
  };
  const compileRun = (run: XmlElement): Segments<Subject> => {
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
        kind: 'run',
        open: `${startTag(run, compilation)}${look}${open}`,
        body: pieces,
        close: `${rest.join('')}</${run.name}>`,
      },
    ];
  };
  const segments = copyElement(paragraph, compilation, compileInline);
  return { ...conditional(segments, tokens, compilation), emptied: emptied(paragraph, compilation) };
}

/** What stands instead in every text element that a token touches. */
function editTexts<Subject>(
  texts: readonly XmlElement[],
  tokens: readonly Token[],
  printedFor: (token: Token) => Segments<Subject>,
): Map<XmlElement, Segments<Subject>> {
  const edited = new Map<XmlElement, Segments<Subject>>();
  let start = 0;
  for (const element of texts) {
    const { text } = element;
    const end = start + text.length;
    const touching = tokens.filter((token) => token.start < end && token.end > start);
    const pieces: Segment<Subject>[] = [];
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

function printedFor<Subject>(
  { name, sign, instead }: Token,
  paragraph: XmlElement,
  { placeholders }: Compilation<Subject>,
): Segments<Subject> {
  const placeholder = placeholders[name];
  if (!placeholder || sign !== '') return [];
  if ('list' in placeholder) return [value((_, line) => line, paragraph)];
  const { text } = placeholder;
  if (instead === undefined) return [value(text, paragraph)];
  return [value((subject) => (text(subject) === undefined ? undefined : instead), paragraph)];
}

function value<Subject>(
  text: (subject: Subject, line: string) => string | undefined,
  { name }: XmlElement,
): Segment<Subject> {
  const prefix = name.slice(0, -1);
  const between = (element: string) => `</${prefix}t><${prefix}${element}/><${prefix}t xml:space="preserve">`;
  return { kind: 'value', text, markup: { tab: between('tab'), lineBreak: between('br') } };
}

const textElement = <Subject>({ name }: XmlElement, pieces: Segments<Subject>): Segments<Subject> => [
  `<${name} xml:space="preserve">`,
  ...pieces,
  `</${name}>`,
];

/** A paragraph as often as its tags and its lists ask for. */
function conditional<Subject>(
  segments: Segments<Subject>,
  tokens: readonly Token[],
  { placeholders }: Compilation<Subject>,
): Omit<CompiledParagraph<Subject>, 'emptied'> {
  const conditions: ((subject: Subject) => boolean)[] = [];
  let body = segments;
  for (const { name, sign } of tokens) {
    const placeholder = placeholders[name];
    if (!placeholder) continue;
    const isThere = (subject: Subject) =>
      ('list' in placeholder ? placeholder.list(subject) : placeholder.text(subject)) !== undefined;
    if (sign === '#') conditions.push(isThere);
    if (sign === '^') conditions.push((subject) => !isThere(subject));
    if (sign === '' && 'list' in placeholder) {
      const list = (subject: Subject) => placeholder.list(subject) ?? [];
      conditions.push((subject) => list(subject).length > 0);
      body = [{ kind: 'each', list, body }];
    }
  }
  if (conditions.length === 0) return { segments: body };
  const holds = (subject: Subject) => conditions.every((condition) => condition(subject));
  return { segments: [{ kind: 'when', holds, body }], holds };
}

function emptied(paragraph: XmlElement, options: CopyOptions): string {
  const properties = paragraph.children.find(({ local }) => local === 'pPr');
  const look = properties ? options.source.slice(properties.start, properties.end) : '';
  return `${startTag(paragraph, options).replace(/\/>$/, '>')}${look}</${paragraph.name}>`;
}
