import { parseXml } from '../package/parse-xml.ts';
import { encodingOf } from '../package/xml-decoder.ts';

/** Changes the text of an XML part and keeps its encoding, its byte order mark included. */
export function editXmlPart(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const edited = mark + edit(text.slice(mark.length));
  if (encoding === 'utf-8') return Buffer.from(edited, 'utf8');
  const encoded = Buffer.from(edited, 'utf16le');
  return encoding === 'utf-16be' ? encoded.swap16() : encoded;
}

/** Puts XML at the end of the root element of a part, which may be empty. @throws Refusal where it is not XML */
export function appendToRoot(xml: string, part: string, addition: string): string {
  const { name, contentStart, end } = parseXml(xml, part);
  if (contentStart === end)
    return `${xml.slice(0, slashBefore(xml, end))}>${addition}</${name}>${xml.slice(end)}`;
  const closing = xml.lastIndexOf('</', end - 1);
  return xml.slice(0, closing) + addition + xml.slice(closing);
}

/** Where the slash of an element such as `<w:p/>` is, which ends at `end`. */
export const slashBefore = (xml: string, end: number): number => xml.lastIndexOf('/', end - 1);
