import type { FontEncoding } from '../../vietnamese/legacy-encodings.ts';
import { recordedHints } from '../package/content-hash.ts';
import { mainParts, relationsOf } from '../package/main-parts.ts';
import { decodeXml } from '../package/read-xml.ts';
import { encodingOf } from '../package/word-format.ts';
import { openWordPackage, type WordPackage } from '../package/word-package.ts';
import { attributeIn, elementsIn, paragraphsIn, parseXml, type XmlElement } from '../package/xml-tree.ts';
import { convertDocument, convertText } from './convert-document.ts';
import { type Aside, type Block, type DocumentText, paragraphsOf, type Reference } from './document.ts';
import { readDocument } from './read-document.ts';
import { surroundingsOf } from './surroundings.ts';

/** All texts of a Word file. */
export interface WordDocument {
  readonly blocks: readonly Block[];
  /** Page headers. */
  readonly headers: readonly Block[];
  /** Hidden text, prompts, comments, footers, notes, texts of drawings and of embedded documents. */
  readonly asides: readonly Aside[];
  /** The hints that bieu2 wrote into the document; empty in others. */
  readonly hints: string;
  /** Where Word shows documents of other kinds (`w:altChunk`). */
  readonly embedded: readonly Aside['place'][];
}

/** How deep documents may be embedded in each other. */
const deepest = 3;

/**
 * Reads all texts of a Word file.
 *
 * @param encoding texts in it are converted to Unicode
 * @throws Refusal for a file that is damaged, not a Word document, or beyond the limits
 */
export function readWordDocument(
  bytes: Uint8Array,
  encoding: FontEncoding | undefined,
  depth = 0,
): WordDocument {
  const file = openWordPackage(bytes);
  const parts = mainParts(file);
  file.verifyAllBut(parts.document);
  const surroundings = surroundingsOf(file, parts);
  const read = (part: string): DocumentText => {
    const text = readDocument(file, part, surroundings);
    return encoding ? { ...text, blocks: convertDocument(text.blocks, encoding) } : text;
  };
  const main = read(parts.document);
  const headers = parts.headers.map(read);
  const beside = parts.beside.map(read);
  const embedded = main.references.filter(({ kind }) => kind === 'embedded');
  const asides = [
    ...[main, ...headers, ...beside].flatMap((text) => text.asides),
    ...commentsIn(file, parts.comments, main.references),
    ...beside.flatMap(({ blocks }) => linesOf(blocks)),
    ...parts.drawings.flatMap((part) => drawnTexts(file, part)),
    ...embedded.flatMap((each) => embeddedTexts(file, parts.document, each, encoding, depth)),
  ];
  return {
    blocks: main.blocks,
    headers: headers.flatMap(({ blocks }) => blocks),
    asides: asides.map(({ place, text }) => ({ place, text: convertText(text, encoding) })),
    hints: hintsIn(file),
    embedded: embedded.map(({ place }) => place),
  };
}

function hintsIn(file: WordPackage): string {
  const part = relationsOf(file, '').find(({ type }) => type.endsWith('/custom-properties'))?.target ?? '';
  return file.has(part) ? (recordedHints(decodeXml(file.read(part), part)) ?? '') : '';
}

const wholeFile: Aside['place'] = { kind: 'document' };

const linesOf = (blocks: readonly Block[]): Aside[] =>
  paragraphsOf(blocks).map(({ text }) => ({ place: wholeFile, text: text.trim() }));

/** Comments at their places; those that nothing refers to come last. */
function commentsIn(file: WordPackage, part: string, references: readonly Reference[]): Aside[] {
  const comments = readComments(file, part);
  const placed = references.flatMap(({ kind, id, place }) => {
    const text = kind === 'comment' ? comments.get(id) : undefined;
    if (text === undefined) return [];
    comments.delete(id);
    return [{ place, text }];
  });
  return [...placed, ...[...comments.values()].map((text) => ({ place: wholeFile, text }))];
}

/** The author of comments that bieu2 writes. */
export const ownAuthor = 'bieu2';

/** The texts of comments, by their ids; those of bieu2 itself are left out. */
function readComments(file: WordPackage, part: string): Map<string, string> {
  const comments = elementsOf(file, part).filter(
    (element) => element.known === 'comment' && attributeIn(element, 'author') !== ownAuthor,
  );
  return new Map(
    comments.map((comment) => {
      const author = attributeIn(comment, 'author');
      const lines = paragraphsIn(comment).map((paragraph) => textOf(paragraph, 't', /^(?:tab|br|cr)$/));
      return [attributeIn(comment, 'id'), `${author && `${author}: `}${lines.join('\n').trim()}`];
    }),
  );
}

/** The texts of a chart or a diagram, paragraph by paragraph. */
const drawnTexts = (file: WordPackage, part: string): Aside[] =>
  elementsOf(file, part)
    .filter(({ known }) => known === 'a:p')
    .map((paragraph) => ({ place: wholeFile, text: textOf(paragraph, 'a:t') }));

const elementsOf = (file: WordPackage, part: string): XmlElement[] =>
  file.has(part) ? elementsIn(parseXml(decodeXml(file.read(part), part), part)) : [];

const textOf = (paragraph: XmlElement, name: string, spaces?: RegExp) =>
  elementsIn(paragraph)
    .map(({ known, text }) => (known === name ? text : spaces?.test(known) ? ' ' : ''))
    .join('');

function embeddedTexts(
  file: WordPackage,
  document: string,
  { id, place }: Reference,
  encoding: FontEncoding | undefined,
  depth: number,
): Aside[] {
  const part = relationsOf(file, document).find((relation) => relation.id === id)?.target ?? '';
  const bytes = file.read(part);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [{ place, text: embeddedText(bytes) }];
  if (depth >= deepest) return [];
  const { blocks, headers, asides } = readWordDocument(bytes, encoding, depth + 1);
  return [...linesOf(blocks), ...linesOf(headers), ...asides].map(({ text }) => ({ place, text }));
}

/** The text of an HTML or text part that is embedded in a document (`w:altChunk`); empty for other data. */
function embeddedText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (/^(?:PK|\{\\rtf|\xd0\xcf)/.test(text) || text.includes('\0')) return '';
  return text
    .replace(/<(script|style|title)\b.*?<\/\1\s*>|<!--.*?-->/gis, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|amp|lt|gt|quot));/gi, (_, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? ' ';
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };
