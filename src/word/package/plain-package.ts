import { escapeXml } from '../../diagnostics/escape-markup.ts';
import { Refusal } from '../../zip/refusal.ts';
import { propertiesPart } from './content-hash.ts';
import { contentTypesPart, mainParts, type Relation, relationsOf, relationsPartOf } from './main-parts.ts';
import { decodeXml } from './read-xml.ts';
import type { WordPackage } from './word-package.ts';
import { attributeIn, localOf, parseXml, type XmlElement } from './xml-tree.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const propertiesType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const propertiesRelation =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** What is left out of a document made from another Word file. */
export type LeftOutContent = 'macros' | 'signature';

/** The parts of a plain .docx, by their names as written. */
export interface PlainPackage {
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  readonly document: string;
  /** Headers, footers, footnotes and endnotes. */
  readonly margins: readonly string[];
  /** Comments, and what Word notes about them. */
  readonly comments: readonly string[];
  /** The part that holds the title; undefined where there is none. */
  readonly core: string | undefined;
  /** The custom properties as XML, which are not among the parts; empty if there are none. */
  readonly properties: string;
  /** Whether the file was a .docx already. */
  readonly wasPlain: boolean;
  readonly leftOut: readonly LeftOutContent[];
}

/**
 * Makes the parts of a plain .docx from a .docx, .docm, .dotx or .dotm. Macros and signatures are left out: they would
 * be those of another document. The list of content types and the relations of the package name custom properties.
 *
 * @throws Refusal for a package without a document, or with lists of parts that cannot be read
 */
export function plainPackage(file: WordPackage): PlainPackage {
  const main = mainParts(file);
  const written = new Map(file.names.map((name) => [name.toLowerCase(), name]));
  const named = (part: string) => written.get(part.toLowerCase()) ?? part;
  const document = named(main.document);
  const hasTypes = file.has(contentTypesPart);
  const types = hasTypes ? parseXml(textOf(file, contentTypesPart), contentTypesPart).children : [];
  const typeOf = typesByPart(types);
  if (/spreadsheetml|presentationml|ms-excel|ms-powerpoint/.test(typeOf(document))) {
    throw new Refusal('no-document');
  }
  const relations = new Map(
    ['', ...file.names]
      .filter((owner) => file.has(relationsPartOf(owner)))
      .map((owner) => [named(relationsPartOf(owner)), relationsOf(file, owner)]),
  );
  const all = [...relations.values()].flat();
  const gone = new Map<string, LeftOutContent>();
  for (const [part, what] of [
    ...all.map(({ target, type }) => [target, contentLeftOut(type)] as const),
    ...file.names.map((part) => [part, contentLeftOut(typeOf(part))] as const),
  ]) {
    if (!what || part.toLowerCase() === document.toLowerCase()) continue;
    gone.set(part.toLowerCase(), what);
    gone.set(relationsPartOf(part).toLowerCase(), what);
  }
  const ofPackage = relations.get(named(relationsPartOf(''))) ?? [];
  const target = (what: string) => ofPackage.find(({ type }) => type.endsWith(what))?.target;
  const properties = named(target('/custom-properties') ?? propertiesPart);
  const core = target('/core-properties');

  const parts = new Map<string, string | Uint8Array>();
  const isLeft = (part: string) => !gone.has(part.toLowerCase()) && named(part) !== properties;
  for (const part of file.names) {
    if (part.endsWith('/') || !isLeft(part)) continue;
    parts.set(part, file.read(part));
  }
  for (const [part, entries] of relations) {
    if (!parts.has(part)) continue;
    const isPackage = part === named(relationsPartOf(''));
    if (!isPackage && entries.every((entry) => isLeft(entry.target))) continue;
    parts.set(part, plainRelations(textOf(file, part), entries, isLeft, isPackage));
  }
  parts.set(named(contentTypesPart), plainContentTypes(types, document, isLeft));
  const comments = relationsOf(file, document).filter(({ type }) => /\/comments\w*$/.test(type));
  return {
    parts,
    document,
    margins: [...main.headers, ...main.beside].map(named),
    comments: comments.map(({ target }) => named(target)).filter((part) => parts.has(part)),
    core: core && parts.has(named(core)) ? named(core) : undefined,
    properties: file.has(properties) ? textOf(file, properties) : '',
    wasPlain: typeOf(document) === documentType,
    leftOut: [...new Set(file.names.flatMap((part) => gone.get(part.toLowerCase()) ?? []))],
  };
}

type IsLeft = (part: string) => boolean;

/** By a content type or the type of a relation. */
function contentLeftOut(type: string): LeftOutContent | undefined {
  if (/vbaProject|vbaData/i.test(type)) return 'macros';
  return /digital-signature/.test(type) ? 'signature' : undefined;
}

/** A part's text, to be written as UTF-8. */
export const utf8Text = (bytes: Uint8Array, part: string): string =>
  decodeXml(bytes, part).replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(["'])[^"'>]*\2/, '$1$2UTF-8$2');

const textOf = (file: WordPackage, part: string) => utf8Text(file.read(part), part);

/** The name of the part whose content type an entry says; empty where it says that of all with an ending. */
const partIn = (entry: XmlElement) => attributeIn(entry, 'PartName').replace(/^\//, '');

/** The content types of parts, by name, else by the ending of the name; both ignore case. */
function typesByPart(entries: readonly XmlElement[]): (part: string) => string {
  const keyOf = (entry: XmlElement) =>
    partIn(entry) === '' ? `.${attributeIn(entry, 'Extension')}` : `/${partIn(entry)}`;
  const types = new Map(
    entries.map((entry) => [keyOf(entry).toLowerCase(), attributeIn(entry, 'ContentType')]),
  );
  const known = (key: string) => types.get(key.toLowerCase());
  return (part) => known(`/${part}`) ?? known(`.${part.split('.').at(-1)}`) ?? '';
}

/** Rewritten, since Word requires names without a prefix here. */
function plainContentTypes(entries: readonly XmlElement[], document: string, isLeft: IsLeft): string {
  const defaults: string[] = [];
  const overrides = [override(document, documentType), override(propertiesPart, propertiesType)];
  for (const entry of entries) {
    const type = attributeIn(entry, 'ContentType');
    const part = partIn(entry);
    if (part !== '') {
      if (isLeft(part) && part.toLowerCase() !== document.toLowerCase()) overrides.push(override(part, type));
    } else if (!contentLeftOut(type)) {
      // The type of documents may be given to all XML parts that have none of their own.
      const own = /\.main\+xml$/.test(type) ? 'application/xml' : type;
      defaults.push(element('Default', { Extension: attributeIn(entry, 'Extension'), ContentType: own }));
    }
  }
  return `${head}<Types xmlns="${packageNamespace}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

const override = (part: string, type: string) =>
  element('Override', { PartName: `/${part}`, ContentType: type });

/** Relations without those to parts that are left out. @param isPackage those of the package lead to custom properties */
function plainRelations(
  xml: string,
  entries: readonly Relation[],
  isLeft: IsLeft,
  isPackage: boolean,
): string {
  const gone = new Set(entries.filter(({ target }) => !isLeft(target)).map(({ id }) => id));
  const kept = parseXml(xml).children.filter((entry) => !gone.has(attributeIn(entry, 'Id')));
  const taken = new Set(kept.map((entry) => attributeIn(entry, 'Id')));
  const id = ['bieu2Properties', 'bieu2CustomProperties'].find((each) => !taken.has(each)) ?? '';
  const written = kept.map((entry) => {
    const values = Object.entries(entry.attributes).map(([name, value]) => [localOf(name), value]);
    return element('Relationship', Object.fromEntries(values));
  });
  const own = { Id: id, Type: propertiesRelation, Target: propertiesPart };
  if (isPackage) written.push(element('Relationship', own));
  return `${head}<Relationships xmlns="${packageNamespace}/relationships">${written.join('')}</Relationships>`;
}

const element = (name: string, attributes: Readonly<Record<string, string>>) => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}/>`;
};
