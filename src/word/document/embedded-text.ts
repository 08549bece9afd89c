import { encodingOf } from '../package/xml-decoder.ts';

/** The text of an HTML or text part that is embedded in a document (`w:altChunk`); empty for other data. */
export function embeddedText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (/^(?:PK|\{\\rtf|\xd0\xcf)/.test(text) || text.includes('\0')) return '';
  return text
    .replace(/<(script|style|title)\b.*?<\/\1\s*>|<!--.*?-->/gis, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|amp|lt|gt|quot));/gi, (_, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? ' ';
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };
