/** Text as HTML may hold it, in an element or in an attribute between double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replace(illegal, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Control characters and halves of surrogate pairs: no text, and not allowed in a document (HTML 13.2.3.5). */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as a string of CSS, which may stand in a style element: no “<” is left that could end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]|[\u0000-\u001f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
