import { encodingOf } from '../package/word-format.ts';
import { appended, parseXml, withEdits } from '../package/xml-tree.ts';

/** The parts of a document that is being changed, by name. */
export type Parts = Map<string, Uint8Array>;

/** The name of a part as written, else as given: part names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
export const nameIn = (parts: ReadonlyMap<string, unknown>, name: string): string =>
  [...parts.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;

/** Changes the text of a part. @param start that of a new one */
export function editPart(parts: Parts, name: string, change: (xml: string) => string, start = ''): void {
  parts.set(name, editXmlPart(parts.get(name) ?? Buffer.from(start), change));
}

/** Appends XML to the root of a part. @param root of a new part */
export function appendToPart(parts: Parts, name: string, root: string, addition: string): void {
  const start = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
  editPart(parts, name, (xml) => withEdits(xml, [appended(parseXml(xml, name), xml, addition)]), start);
}

/** Changes the text of an XML part and keeps its encoding, its byte order mark included. */
function editXmlPart(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const edited = mark + edit(text.slice(mark.length));
  if (encoding === 'utf-8') return Buffer.from(edited, 'utf8');
  const encoded = Buffer.from(edited, 'utf16le');
  return encoding === 'utf-16be' ? encoded.swap16() : encoded;
}
