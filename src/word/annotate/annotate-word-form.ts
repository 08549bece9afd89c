import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Place } from '../../diagnostics/finding.ts';
import { Refusal } from '../../zip/refusal.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import { ownAuthor } from '../document/read-word-document.ts';
import { surroundingsOf } from '../document/surroundings.ts';
import {
  contentTypesPart,
  type MainParts,
  mainParts,
  relationsOf,
  relationsPartOf,
} from '../package/main-parts.ts';
import { readXml } from '../package/read-xml.ts';
import { openWordPackage, type WordPackage } from '../package/word-package.ts';
import {
  appended,
  attributeIn,
  paragraphsIn,
  parseXml,
  removed,
  withEdits,
  type XmlEdit,
  type XmlElement,
} from '../package/xml-tree.ts';
import { appendToPart, editPart, nameIn, type Parts } from './edit-parts.ts';
import { type Anchor, type Anchors, findAnchors, markupId } from './find-anchors.ts';

/** The text of a comment, and its place. */
export interface Annotation {
  readonly place: Place;
  /** Lines become paragraphs. */
  readonly text: string;
}

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A copy of a Word document with a comment at each place, by the author bieu2 and without a date, so that the same
 * input gives the same bytes. Comments of an earlier run are removed. Unaffected parts are the same, byte for byte.
 *
 * @param bytes of a document that `readWordForm` could read
 * @throws TypeError for any other, with the `Refusal` as its cause
 */
export function annotateWordForm(bytes: Uint8Array, annotations: readonly Annotation[]): Uint8Array {
  try {
    return annotated(bytes, annotations);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new TypeError(`bytes are not a Word document that can be read: ${error.reason}`, { cause: error });
  }
}

function annotated(bytes: Uint8Array, annotations: readonly Annotation[]): Uint8Array {
  const file = openWordPackage(bytes);
  const main = mainParts(file);
  const { headers, beside, comments } = main;
  const parts = new Map(file.names.map((name) => [name, file.read(name)]));
  const others = [...headers, ...beside, comments].filter((part) => file.has(part));
  const highestId = Math.max(-1, ...others.map((part) => highestIdIn(file, part)));
  addComments(parts, file, main, annotations, highestId);
  return zipOf(parts);
}

function highestIdIn(file: WordPackage, part: string): number {
  let highest = -1;
  readXml(file, part, {
    open(name, attributes) {
      highest = Math.max(highest, markupId(name, attributes));
    },
  });
  return highest;
}

function addComments(
  parts: Parts,
  file: WordPackage,
  main: MainParts,
  annotations: readonly Annotation[],
  highestId: number,
): void {
  const document = nameIn(parts, main.document);
  const relations = relationsOf(file, document);
  const targetOf = (type: string) => relations.find((relation) => relation.type.endsWith(type))?.target;
  const known = targetOf('/comments');
  const comments = known ? nameIn(parts, known) : freeName(parts, document);
  if (known && parts.has(comments))
    removeOwnComments(parts, { document, comments, answers: targetOf('/commentsExtended') });
  let firstId = 0;
  let namespace = '';
  editPart(parts, document, (xml) => {
    const places = annotations.map(({ place }) => place);
    const anchors = findAnchors(xml, document, surroundingsOf(file, main), places);
    firstId = Math.max(highestId, anchors.highestId) + 1;
    namespace = anchors.namespace;
    return withAnchors(xml, anchors, places, firstId);
  });
  if (annotations.length === 0) return;

  const w = `xmlns:w="${namespace}"`;
  const written = annotations.map(({ text }, index) => {
    const paragraphs = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
    return `<w:comment ${w} w:id="${firstId + index}" w:author="${ownAuthor}" w:initials="b2">${paragraphs.join('')}</w:comment>`;
  });
  appendToPart(parts, comments, `<w:comments ${w}/>`, written.join(''));
  if (!known) declareComments(parts, { document, comments, namespace });
}

/** Adds a new part with comments to the content types, and to the relations of the document. */
function declareComments(
  parts: Parts,
  { document, comments, namespace }: Record<'document' | 'comments' | 'namespace', string>,
): void {
  const types = `xmlns="${packageNamespace}/content-types"`;
  appendToPart(
    parts,
    nameIn(parts, contentTypesPart),
    `<Types ${types}/>`,
    `<Override ${types} PartName="/${comments}" ContentType="${commentsType}"/>`,
  );
  const family = namespace.startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const ofPackage = `xmlns="${packageNamespace}/relationships"`;
  appendToPart(
    parts,
    nameIn(parts, relationsPartOf(document)),
    `<Relationships ${ofPackage}/>`,
    `<Relationship ${ofPackage} Id="bieu2Comments" Type="${family}/comments" Target="/${comments}"/>`,
  );
}

function removeOwnComments(
  parts: Parts,
  { document, comments, answers = '' }: { document: string; comments: string; answers: string | undefined },
): void {
  const answered = Buffer.from(parts.get(nameIn(parts, answers)) ?? []).toString();
  const earlier = new Set<string>();
  editPart(parts, comments, (xml) => {
    const own = ownComments(parseXml(xml, comments), answered);
    for (const comment of own) earlier.add(attributeIn(comment, 'id'));
    return withEdits(xml, own.map(removed));
  });
  if (earlier.size > 0) editPart(parts, document, (xml) => withoutAnchors(xml, earlier));
}

/**
 * The comments of an earlier run, which are replaced; those that somebody answered stay.
 *
 * @param answers the part that says which comment answers which, by the ids of their paragraphs
 */
const ownComments = (comments: XmlElement, answers: string): XmlElement[] =>
  comments.children.filter(
    (comment) =>
      attributeIn(comment, 'author') === ownAuthor &&
      !paragraphsIn(comment).some((paragraph) => {
        const id = attributeIn(paragraph, 'paraId');
        return id !== '' && answers.includes(`paraIdParent="${id}"`);
      }),
  );

/** The anchor of a comment: the ends of its range, and the run that refers to it. */
const commentAnchor =
  /<(\w+:)?r(?: [^>]*)?>(?:<\1rPr>(?:(?!<\/\1r>).)*?<\/\1rPr>)?<\1commentReference\b[^>]*?\bid=["'](\d+)["'][^>]*\/><\/\1r>|<(?:\w+:)?comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\bid=["'](\d+)["'][^>]*\/>/gs;

const withoutAnchors = (xml: string, ids: ReadonlySet<string>): string =>
  xml.replace(commentAnchor, (anchor, _prefix, ofRun = '', ofRange = '') =>
    ids.has(ofRun || ofRange) ? '' : anchor,
  );

function freeName(parts: ReadonlyMap<string, unknown>, document: string): string {
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const names = [`${folder}comments.xml`, `${folder}bieu2-comments.xml`];
  return names.find((name) => !parts.has(nameIn(parts, name))) ?? `${folder}bieu2-comments-2.xml`;
}

/** Anchors each comment at the paragraph of its place. */
function withAnchors(xml: string, anchors: Anchors, places: readonly Place[], firstId: number): string {
  const ids = new Map<Anchor, number[]>();
  for (const [index, place] of places.entries()) {
    const anchor = anchors.find(place);
    if (!anchor) continue;
    const each = ids.get(anchor) ?? [];
    each.push(firstId + index);
    ids.set(anchor, each);
  }
  const w = `xmlns:w="${anchors.namespace}"`;
  const edits = [...ids].flatMap(([anchor, each]): XmlEdit[] => {
    const starts = each.map((id) => `<w:commentRangeStart ${w} w:id="${id}"/>`).join('');
    const ends = each
      .map((id) => `<w:commentRangeEnd ${w} w:id="${id}"/><w:r ${w}><w:commentReference w:id="${id}"/></w:r>`)
      .join('');
    const { contentStart, content, end } = anchor;
    return contentStart === end
      ? [appended(anchor, xml, starts + ends)]
      : [{ start: content, end: content, xml: starts }, appended(anchor, xml, ends)];
  });
  return withEdits(xml, edits);
}
