import { escapeXml } from '../../diagnostics/escape-markup.ts';
import { type PackagePart, zipLimits } from '../../zip/read-zip.ts';
import { Refusal } from '../../zip/refusal.ts';
import { attributeOf, decodeXml, readXmlText } from './read-xml.ts';

/** The name of the whole file in findings. */
const whole = 'pkg:package';

/**
 * The parts of a Word file that was saved as one XML file (Flat OPC, “Word XML Document”): each `pkg:part` holds
 * its XML in `pkg:xmlData`, or other data in base64. The list of content types is added, which zip files have.
 *
 * @throws Refusal for XML that is not well formed, declares a document type or is beyond the limits
 */
export function flatParts(bytes: Uint8Array): PackagePart[] {
  if (bytes.length > zipLimits.part) throw new Refusal('too-large', { limit: zipLimits.part / 1024 / 1024 });
  const xml = decodeXml(bytes, whole);
  const parts: PackagePart[] = [];
  let types = '';
  let name = '';
  let start = 0;
  const add = (name: string, content: Uint8Array) =>
    parts.push({ name, size: content.length, read: () => content });
  readXmlText(xml, whole, {
    open(element, attributes, end) {
      if (element === 'pkg:part') {
        name = (attributeOf(attributes, 'name') ?? '').replace(/^\//, '');
        const type = attributeOf(attributes, 'contentType') ?? '';
        types += `<Override PartName="/${escapeXml(name)}" ContentType="${escapeXml(type)}"/>`;
      } else if (element === 'pkg:xmlData' || element === 'pkg:binaryData') start = end;
    },
    close(element, end) {
      if (element !== 'pkg:xmlData' && element !== 'pkg:binaryData') return;
      const text = end === start ? '' : xml.slice(start, xml.lastIndexOf('</', end - 1));
      add(name, Buffer.from(text, element === 'pkg:xmlData' ? 'utf8' : 'base64'));
    },
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  add('[Content_Types].xml', Buffer.from(`<Types xmlns="${namespace}">${types}</Types>`));
  return parts;
}
