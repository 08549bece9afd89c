import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '../../diagnostics/escape-markup.ts';
import type { Look } from '../../generated/look-types.ts';

/** Parts that docx writes into every document and a form does not need. */
const needless =
  /^word\/(_rels\/)?(numbering|footnotes|endnotes|fontTable|comments|theme\/\w+)\.xml(\.rels)?$/;

/** Relations files of parts without relations. */
const emptyRelations = /^word\/_rels\/header\d+\.xml\.rels$/;

/**
 * Adds to a document made by docx what docx has no API for (texts for screen readers, the language of the
 * theme and of the properties), removes what it adds by default (other styles, empty parts), and
 * fixes what changes from run to run (dates, times).
 */
export function finishTemplate(docx: Uint8Array, look: Look): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).filter(
    ([name]) => !needless.test(name) && !emptyRelations.test(name),
  );
  const finished = parts.map(([name, bytes]) => {
    const finish = finishers[name] ?? (/^word\/header\d+\.xml$/.test(name) ? withFieldResults : undefined);
    const xml = strFromU8(bytes);
    return [name, strToU8(withoutUnusedPrefixes(finish?.(xml, look, parts) ?? xml))] as const;
  });
  return zipSync(Object.fromEntries(inOrder(finished)), { mtime: firstTime(), level: 9 });
}

type Part = readonly [name: string, bytes: Uint8Array];

type Finish = (xml: string, look: Look, parts: readonly Part[]) => string;

const finishers: Readonly<Record<string, Finish>> = {
  '[Content_Types].xml': (xml) =>
    xml
      .replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (entry, name: string) =>
        needless.test(name) ? '' : entry,
      )
      .replace(/<Default [^>]*Extension="(?!rels|xml)[^"]+"[^>]*\/>/g, ''),
  'word/_rels/document.xml.rels': (xml) =>
    xml.replace(/<Relationship [^>]*Target="([^"]+)"[^>]*\/>/g, (entry, target: string) =>
      needless.test(`word/${target}`) ? '' : entry,
    ),
  'word/document.xml': (xml, { wording }) =>
    xml.replace(
      '</w:tblPr>',
      `<w:tblCaption w:val="${escapeXml(wording.tableCaption)}"/>` +
        `<w:tblDescription w:val="${escapeXml(wording.tableDescription)}"/></w:tblPr>`,
    ),
  'word/settings.xml': (xml) =>
    xml.replace('</w:compat>', '</w:compat><w:themeFontLang w:val="vi-VN" w:eastAsia="vi-VN"/>'),
  'word/styles.xml': (xml, _look, parts) => withoutUnusedStyles(xml, parts),
  'docProps/core.xml': (_xml, { wording }) =>
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(wording.documentTitle)} – {unit}</dc:title><dc:language>vi-VN</dc:language>` +
    '</cp:coreProperties>',
};

/** The page number that readers show which do not count pages: that of the first page with a number. */
const withFieldResults: Finish = (xml) =>
  xml.replaceAll(
    '<w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>',
  );

function withoutUnusedStyles(xml: string, parts: readonly Part[]): string {
  const used = new Set(['Normal', 'TableNormal']);
  for (const [name, bytes] of parts) {
    if (!/^word\/(document|header\d+)\.xml$/.test(name)) continue;
    for (const [, id] of strFromU8(bytes).matchAll(/<w:[pr]Style w:val="([^"]+)"/g)) used.add(id ?? '');
  }
  const seen = new Set<string>();
  const styles = [...xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs)];
  // From the last: docx writes its own “Title” before the look's.
  for (const [style, id = ''] of styles.reverse()) {
    if (!used.has(id) || seen.has(id)) xml = xml.replace(style, '');
    seen.add(id);
  }
  return xml;
}

/** docx declares some thirty namespaces in every part; reading them takes longer than reading the rest. */
function withoutUnusedPrefixes(xml: string): string {
  const plain = xml.replace(/ mc:Ignorable="[^"]*"/, '');
  return plain.replace(/ xmlns:(\w+)="[^"]*"/g, (declaration, prefix: string) =>
    new RegExp(`[</ ]${prefix}:`).test(plain) ? declaration : '',
  );
}

/**
 * The first time that zip knows. Zip times have no zone, and fflate asks a date for its local fields, so that
 * the bytes are the same in every time zone.
 */
const firstTime = () => new Date(1980, 0, 1);

/** The list of content types comes first, as Word writes it. */
const inOrder = (parts: readonly Part[]) =>
  [...parts].sort(([a], [b]) => (a.startsWith('[') ? -1 : b.startsWith('[') ? 1 : a < b ? -1 : 1));
