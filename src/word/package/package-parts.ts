import { propertiesPart } from './content-hash.ts';

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const customProperties = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const customRelation =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';

export const contentTypesPart = '[Content_Types].xml';
export const relationsPart = '_rels/.rels';
export const corePart = 'docProps/core.xml';

/**
 * The names of the parts that a list of content types gives as the document, and as what may hold placeholders
 * beside it: headers, footers, footnotes.
 */
export function namedParts(contentTypes: string): { document: string | undefined; margins: string[] } {
  const named = (type: RegExp) =>
    (contentTypes.match(/<Override\b[^>]*>/g) ?? [])
      .filter((entry) => type.test(entry))
      .flatMap((entry) => /\bPartName="\/([^"]+)"/.exec(entry)?.[1] ?? []);
  return {
    // Word also saves templates as .dotx.
    document: named(/wordprocessingml\.(document|template)\.main\+xml"/)[0],
    margins: named(/wordprocessingml\.(header|footer|footnotes|endnotes)\+xml"/),
  };
}

/** The content types of a document made from a template: a .dotx becomes a .docx, custom properties are there. */
export function documentContentTypes(contentTypes: string): string {
  const types = contentTypes.replace(
    `${wordprocessing}.template.main+xml`,
    `${wordprocessing}.document.main+xml`,
  );
  if (types.includes(customProperties)) return types;
  return types.replace(
    '</Types>',
    `<Override PartName="/${propertiesPart}" ContentType="${customProperties}"/></Types>`,
  );
}

/** The relations of the package, with one to the custom properties. */
export function documentRelations(relations: string): string {
  if (relations.includes(propertiesPart)) return relations;
  return relations.replace(
    '</Relationships>',
    `<Relationship Id="bieu2Properties" Type="${customRelation}" Target="${propertiesPart}"/></Relationships>`,
  );
}
