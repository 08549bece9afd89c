import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Place } from '../../diagnostics/place.ts';
import { Refusal } from '../../zip/refusal.ts';
import { zipOf } from '../../zip/zip-writer.ts';
import { mainParts, relationsOf, relationsPartOf } from '../package/main-parts.ts';
import { parseXml, type XmlElement } from '../package/parse-xml.ts';
import { openWordPackage, partOf, type WordPackage } from '../package/word-package.ts';
import { appendToRoot, editXmlPart } from './edit-xml-part.ts';
import { findAnchors } from './find-anchors.ts';

/** What a comment says, and its place. */
export interface Annotation {
  readonly place: Place;
  /** Lines become paragraphs. */
  readonly text: string;
}

const author = 'bieu2';
const contentTypesPart = '[Content_Types].xml';
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
  const { document } = mainParts(file);
  const parts = new Map(file.names.map((name) => [name, partOf(file, name)]));
  if (annotations.length > 0) addComments(parts, file, nameIn(parts, document), annotations);
  return zipOf(parts);
}

function parsed(xml: string, part: string): XmlElement {
  try {
    return parseXml(xml);
  } catch {
    throw new Refusal('not-xml', { part });
  }
}

/** Part names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
const nameIn = (parts: ReadonlyMap<string, unknown>, name: string): string =>
  [...parts.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;

function addComments(
  parts: Map<string, Uint8Array>,
  file: WordPackage,
  document: string,
  annotations: readonly Annotation[],
): void {
  const edit = (name: string, start: string, change: (xml: string) => string) =>
    parts.set(name, editXmlPart(parts.get(name) ?? Buffer.from(start), change));
  const known = relationsOf(file, document).find(({ type }) => type.endsWith('/comments'))?.target;
  const comments = known ? nameIn(parts, known) : freeName(parts, document);
  const existing = new TextDecoder().decode(parts.get(comments));
  const ids = [...existing.matchAll(/\bid\s*=\s*["'](\d{1,9})["']/g)].map(([, id]) => Number(id));
  const firstId = Math.max(-1, ...ids) + 1;

  let namespace = '';
  edit(document, '', (xml) => {
    const root = parsed(xml, document);
    namespace = root.namespace;
    return withAnchors(xml, root, annotations, firstId);
  });
  const w = `xmlns:w="${namespace}"`;
  const written = annotations.map(({ text }, index) => {
    const paragraphs = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
    return `<w:comment ${w} w:id="${firstId + index}" w:author="${author}" w:initials="b2">${paragraphs.join('')}</w:comment>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  edit(comments, `${head}<w:comments ${w}/>`, (xml) => appendToRoot(xml, 'comments', written.join('')));
  if (known) return;

  edit(nameIn(parts, contentTypesPart), '', (xml) =>
    appendToRoot(
      xml,
      'Types',
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
      'Relationships',
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

/** Marks the paragraph of each annotation as what its comment is about. */
function withAnchors(
  xml: string,
  root: XmlElement,
  annotations: readonly Annotation[],
  firstId: number,
): string {
  const find = findAnchors(root);
  const ids = new Map<XmlElement, number[]>();
  for (const [index, { place }] of annotations.entries()) {
    const paragraph = find(place);
    if (!paragraph) continue;
    const known = ids.get(paragraph);
    if (known) known.push(firstId + index);
    else ids.set(paragraph, [firstId + index]);
  }
  const w = `xmlns:w="${root.namespace}"`;
  const insertions = [...ids].flatMap(([paragraph, each]): Insertion[] => {
    const starts = each.map((id) => `<w:commentRangeStart ${w} w:id="${id}"/>`).join('');
    const ends = each
      .map((id) => `<w:commentRangeEnd ${w} w:id="${id}"/><w:r ${w}><w:commentReference w:id="${id}"/></w:r>`)
      .join('');
    if (paragraph.contentStart === paragraph.end) {
      // `<w:p/>`: the slash goes, and an end tag comes.
      const slash = xml.lastIndexOf('/', paragraph.end - 1);
      return [{ at: slash, remove: paragraph.end - slash, xml: `>${starts}${ends}</${paragraph.name}>` }];
    }
    const properties = paragraph.children.find(({ local }) => local === 'pPr');
    return [
      { at: properties?.end ?? paragraph.contentStart, remove: 0, xml: starts },
      { at: xml.lastIndexOf('</', paragraph.end - 1), remove: 0, xml: ends },
    ];
  });
  let annotated = '';
  let end = 0;
  for (const { at, remove, xml: addition } of insertions.sort((a, b) => a.at - b.at)) {
    annotated += xml.slice(end, at) + addition;
    end = at + remove;
  }
  return annotated + xml.slice(end);
}
