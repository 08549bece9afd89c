import { foreignBytes, foreignText } from '../../source/foreign-content.ts';
import type { Refusal } from '../../zip/refusal.ts';

/**
 * What a file is by its first bytes, whatever its name: `zip` (.docx, .docm, .dotx, .dotm, but also .odt and .xlsx),
 * the same parts in one XML file (`flat-opc`), or a reason of the rule `word-file` why it is not read.
 */
export type WordFormat = 'zip' | 'flat-opc' | Refusal['reason'];

/** How far into a file its root element is looked for, in bytes. */
const headLength = 4096;

export function wordFormatOf(bytes: Uint8Array): WordFormat {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 8).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
    if (holds('EncryptedPackage')) return 'encrypted';
    return holds('WordDocument') ? 'old-doc' : 'not-word';
  }
  const foreign = foreignBytes(bytes);
  if (foreign === 'pdf' || foreign === 'binary') return foreign;
  return textFormatOf(bytes.subarray(0, headLength));
}

function textFormatOf(head: Uint8Array): WordFormat {
  const text = new TextDecoder(encodingOf(head)).decode(head);
  const foreign = foreignText(text);
  if (foreign !== 'xml') return foreign === 'html' || foreign === 'rtf' ? foreign : 'not-word';
  // After the XML declaration, comments and processing instructions.
  const [, root = ''] = /<(?:[\w.-]+:)?([\w-]+)[\s>]/.exec(text.replace(/<[?!][^>]*>/g, '')) ?? [];
  if (root === 'package' && text.includes('http://schemas.microsoft.com/office/2006/xmlPackage')) {
    return 'flat-opc';
  }
  if (root === 'wordDocument') return 'word-2003';
  return root === 'document' && text.includes('urn:oasis:names:tc:opendocument') ? 'flat-odt' : 'xml';
}

/** UTF-8 or UTF-16, which is all that parts may be (ECMA-376 Part 2, 6.2.5). */
export function encodingOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : 'utf-8';
}
