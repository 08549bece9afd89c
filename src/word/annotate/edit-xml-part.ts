import { readXmlText } from '../package/read-xml.ts';
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
  let depth = 0;
  let start = 0;
  let end = 0;
  readXmlText(xml, part, {
    open(_name, _attributes, at) {
      depth += 1;
      if (depth === 1) start = at;
    },
    close(_name, at) {
      depth -= 1;
      if (depth === 0) end = at;
    },
  });
  if (start !== end) {
    const closing = xml.lastIndexOf('</', end - 1);
    return xml.slice(0, closing) + addition + xml.slice(closing);
  }
  const { at, name } = emptyElementAt(xml, end);
  return `${xml.slice(0, at)}>${addition}</${name}>${xml.slice(end)}`;
}

/** Of an element such as `<w:p/>`, which ends at `end`: where its slash is, and its name as written. */
export function emptyElementAt(xml: string, end: number): { readonly at: number; readonly name: string } {
  // No attribute value can hold a “<”.
  const [, name = ''] = /^<([^\s/>]+)/.exec(xml.slice(xml.lastIndexOf('<', end - 1), end)) ?? [];
  return { at: xml.lastIndexOf('/', end - 1), name };
}
