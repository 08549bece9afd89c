import type { FontEncoding } from '../../vietnamese/convert-legacy.ts';
import { type MainParts, mainParts, relationsOf } from '../package/main-parts.ts';
import { readXml } from '../package/read-xml.ts';
import { openWordPackage, partOf, type WordPackage } from '../package/word-package.ts';
import { boundValues } from './bound-values.ts';
import { readComments } from './comments.ts';
import { convertDocument, convertText } from './convert-document.ts';
import { type Block, paragraphsOf } from './document.ts';
import { embeddedText } from './embedded-text.ts';
import { readLists } from './lists.ts';
import {
  type Aside,
  type DocumentText,
  type Reference,
  readDocument,
  type Surroundings,
} from './read-document.ts';
import { readStyles } from './styles.ts';

/** All texts of a Word file. */
export interface WordDocument {
  readonly blocks: readonly Block[];
  /** Of the tops of pages. */
  readonly headers: readonly Block[];
  /** Hidden text, prompts, comments, footers, notes, texts of drawings and of embedded documents. */
  readonly asides: readonly Aside[];
  /** Where Word shows documents of other kinds (`w:altChunk`). */
  readonly embedded: readonly Aside['place'][];
}

/** How deep documents may be embedded in each other. */
const deepest = 3;

/**
 * Reads a Word file with all that is in it.
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
    ...commentsIn(file, parts, main.references),
    ...beside.flatMap(({ blocks }) => linesOf(blocks)),
    ...parts.drawings.flatMap((part) => drawnTexts(file, part)),
    ...embedded.flatMap((each) => embeddedTexts(file, parts.document, each, encoding, depth)),
  ];
  return {
    blocks: main.blocks,
    headers: headers.flatMap(({ blocks }) => blocks),
    asides: asides.map(({ place, text }) => ({ place, text: convertText(text, encoding) })),
    embedded: embedded.map(({ place }) => place),
  };
}

/** What is read of the other parts before the text. */
export function surroundingsOf(file: WordPackage, parts: MainParts): Surroundings {
  const styles = readStyles(file, parts.styles);
  const lists = readLists(file, parts.numbering, styles);
  return { styles, lists, boundValue: boundValues(file, parts.stores) };
}

const wholeFile: Aside['place'] = { kind: 'document' };

const linesOf = (blocks: readonly Block[]): Aside[] =>
  paragraphsOf(blocks).map(({ text }) => ({ place: wholeFile, text: text.trim() }));

/** Comments at their places; those that nothing refers to come last. */
function commentsIn(
  file: WordPackage,
  { comments: part }: MainParts,
  references: readonly Reference[],
): Aside[] {
  const comments = new Map(readComments(file, part));
  const placed = references.flatMap(({ kind, id, place }) => {
    const text = kind === 'comment' ? comments.get(id) : undefined;
    if (text === undefined) return [];
    comments.delete(id);
    return [{ place, text }];
  });
  return [...placed, ...[...comments.values()].map((text) => ({ place: wholeFile, text }))];
}

/** The texts of a chart or a diagram, paragraph by paragraph. */
function drawnTexts(file: WordPackage, part: string): Aside[] {
  const texts: string[] = [];
  let takesText = false;
  readXml(file, part, {
    open(name) {
      takesText = name === 'a:t';
      if (name === 'a:p') texts.push('');
    },
    close() {
      takesText = false;
    },
    text(text) {
      if (takesText) texts[texts.length - 1] += text;
    },
  });
  return texts.map((text) => ({ place: wholeFile, text }));
}

function embeddedTexts(
  file: WordPackage,
  document: string,
  { id, place }: Reference,
  encoding: FontEncoding | undefined,
  depth: number,
): Aside[] {
  const part = relationsOf(file, document).find((relation) => relation.id === id)?.target ?? '';
  const bytes = partOf(file, part);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [{ place, text: embeddedText(bytes) }];
  if (depth >= deepest) return [];
  const { blocks, headers, asides } = readWordDocument(bytes, encoding, depth + 1);
  return [...linesOf(blocks), ...linesOf(headers), ...asides].map(({ text }) => ({ place, text }));
}
