import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Place } from '../../diagnostics/place.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import { ownAuthor } from '../document/comments.ts';
import { surroundingsOf } from '../document/surroundings.ts';
import {
  contentTypesPart,
  type MainParts,
  mainParts,
  relationsOf,
  relationsPartOf,
} from '../package/main-parts.ts';
import { readXml } from '../package/read-xml.ts';
import { openWordPackage, partOf, type WordPackage } from '../package/word-package.ts';
import { appendToRoot, editXmlPart, slashBefore } from './edit-xml-part.ts';
import { type Anchor, type Anchors, findAnchors, markupId } from './find-anchors.ts';

/** What a comment says, and its place. */
export interface Annotation {
  readonly place: Place;
  /** Lines become paragraphs. */
  readonly text: string;
}

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A copy of a Word document with a comment at each place, by the author bieu2 and without a date, so that the same
 * input gives the same bytes. Parts that need not change are the same, byte by byte.
 *
 * @param bytes of a document that `readWordForm` could read
 * @throws Refusal for one that it could not
 */
export function annotateWordForm(bytes: Uint8Array, annotations: readonly Annotation[]): Uint8Array {
  const file = openWordPackage(bytes);
  const main = mainParts(file);
  const { headers, beside, comments } = main;
  const parts = new Map(file.names.map((name) => [name, partOf(file, name)]));
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

/** Part names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
const nameIn = (parts: ReadonlyMap<string, unknown>, name: string): string =>
  [...parts.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;

function addComments(
  parts: Map<string, Uint8Array>,
  file: WordPackage,
  main: MainParts,
  annotations: readonly Annotation[],
  highestId: number,
): void {
  const edit = (name: string, start: string, change: (xml: string) => string) =>
    parts.set(name, editXmlPart(parts.get(name) ?? Buffer.from(start), change));
  const document = nameIn(parts, main.document);
  let firstId = 0;
  let namespace = '';
  edit(document, '', (xml) => {
    const places = annotations.map(({ place }) => place);
    const anchors = findAnchors(xml, document, surroundingsOf(file, main), places);
    firstId = Math.max(highestId, anchors.highestId) + 1;
    namespace = anchors.namespace;
    return withAnchors(xml, anchors, places, firstId);
  });
  if (annotations.length === 0) return;

  const known = relationsOf(file, document).find(({ type }) => type.endsWith('/comments'))?.target;
  const comments = known ? nameIn(parts, known) : freeName(parts, document);
  const w = `xmlns:w="${namespace}"`;
  const written = annotations.map(({ text }, index) => {
    const paragraphs = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
    return `<w:comment ${w} w:id="${firstId + index}" w:author="${ownAuthor}" w:initials="b2">${paragraphs.join('')}</w:comment>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  edit(comments, `${head}<w:comments ${w}/>`, (xml) => appendToRoot(xml, comments, written.join('')));
  if (known) return;

  edit(nameIn(parts, contentTypesPart), `${head}<Types xmlns="${packageNamespace}/content-types"/>`, (xml) =>
    appendToRoot(
      xml,
      contentTypesPart,
      `<Override xmlns="${packageNamespace}/content-types" PartName="/${comments}" ContentType="${commentsType}"/>`,
    ),
  );
  const family = namespace.startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = nameIn(parts, relationsPartOf(document));
  edit(relations, `${head}<Relationships xmlns="${packageNamespace}/relationships"/>`, (xml) =>
    appendToRoot(
      xml,
      relations,
      `<Relationship xmlns="${packageNamespace}/relationships" Id="bieu2Comments" Type="${family}/comments" Target="/${comments}"/>`,
    ),
  );
}

function freeName(parts: ReadonlyMap<string, unknown>, document: string): string {
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const names = [`${folder}comments.xml`, `${folder}bieu2-comments.xml`];
  return names.find((name) => !parts.has(nameIn(parts, name))) ?? `${folder}bieu2-comments-2.xml`;
}

interface Insertion {
  readonly at: number;
  readonly remove: number;
  readonly xml: string;
}

/** Marks the paragraph of each place as what its comment is about. */
function withAnchors(xml: string, anchors: Anchors, places: readonly Place[], firstId: number): string {
  const ids = new Map<Anchor, number[]>();
  for (const [index, place] of places.entries()) {
    const anchor = anchors.find(place);
    if (!anchor) continue;
    const known = ids.get(anchor);
    if (known) known.push(firstId + index);
    else ids.set(anchor, [firstId + index]);
  }
  const w = `xmlns:w="${anchors.namespace}"`;
  const insertions = [...ids].flatMap(([anchor, each]): Insertion[] => {
    const starts = each.map((id) => `<w:commentRangeStart ${w} w:id="${id}"/>`).join('');
    const ends = each
      .map((id) => `<w:commentRangeEnd ${w} w:id="${id}"/><w:r ${w}><w:commentReference w:id="${id}"/></w:r>`)
      .join('');
    if (anchor.start === anchor.end) {
      const at = slashBefore(xml, anchor.end);
      return [{ at, remove: anchor.end - at, xml: `>${starts}${ends}</${anchor.name}>` }];
    }
    return [
      { at: anchor.content, remove: 0, xml: starts },
      { at: xml.lastIndexOf('</', anchor.end - 1), remove: 0, xml: ends },
    ];
  });
  const pieces: string[] = [];
  let end = 0;
  for (const { at, remove, xml: addition } of insertions.sort((a, b) => a.at - b.at)) {
    pieces.push(xml.slice(end, at), addition);
    end = at + remove;
  }
  return pieces.join('') + xml.slice(end);
}
