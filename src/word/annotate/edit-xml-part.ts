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

/** Puts XML at the end of the root element of a part, which may be empty. */
export function appendToRoot(xml: string, local: string, addition: string): string {
  const closing = new RegExp(`</(?:[\\w.-]+:)?${local}\\s*>\\s*$`);
  if (closing.test(xml)) return xml.replace(closing, (tag) => addition + tag);
  const empty = new RegExp(`<((?:[\\w.-]+:)?${local})((?:\\s[^<>]*?)?)/>\\s*$`);
  return xml.replace(
    empty,
    (_tag, name: string, attributes: string) => `<${name}${attributes}>${addition}</${name}>`,
  );
}
