/** Kinds of content that are not text forms, by the ids of their messages in the rule `syntax`. */
export type ForeignContent = 'html' | 'xml' | 'rtf' | 'csv' | 'word-97' | 'pdf' | 'binary';

const signatures: readonly [ForeignContent, readonly number[]][] = [
  // OLE2: Word 97–2003, or an encrypted document.
  ['word-97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  // Pictures and archives: PNG, JPEG, GIF; gzip, RAR, 7z.
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
  ['binary', [0xff, 0xd8, 0xff]],
  ['binary', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** The kind of content by its first bytes. */
export const foreignBytes = (bytes: Uint8Array): ForeignContent | undefined =>
  signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0];

/** The kind of a text by its beginning, if no form begins like that. */
export function foreignText(text: string): ForeignContent | undefined {
  const head = text.slice(0, 1000).trimStart();
  if (head.startsWith('{\\rtf')) return 'rtf';
  // MHTML, Word's single-file web page, begins like an e-mail.
  if (/^<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b/i.test(head) || /^MIME-Version:/i.test(head)) {
    return 'html';
  }
  return /^<(?:\?xml|[a-z!][\w:-]*(?:\s[^<]*)?>)/i.test(head) ? 'xml' : undefined;
}

/**
 * Whether a text that is not a form is a table: its first lines have the same number of separators, at least two
 * each.
 */
export function isTable(text: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 3);
  // Keys, items and brackets suggest a form with errors.
  const mayBeForm = lines.some((line) => /^\s*(?:[-&#%{}[\]]|["']?[\w$]+["']?\s*:)/.test(line));
  return (
    lines.length > 1 &&
    !mayBeForm &&
    [',', ';', '\t'].some((mark) => {
      const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1);
      return counts.every((count) => count > 1 && count === counts[0]);
    })
  );
}
