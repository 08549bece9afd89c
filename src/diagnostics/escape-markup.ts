// What XML 1.0 does not allow (2.2), or only as markup.
const special = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
// With the u flag, \p{Surrogate} matches lone surrogates only.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Escapes text for an XML element or a double-quoted attribute. What XML 1.0 cannot represent
 * (control characters, lone surrogates, U+FFFE, U+FFFF) is removed.
 */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(illegal, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const specialInHtml = new RegExp(`${special.source}|[\u007f-\u009f]`);

/** Escapes text for HTML, which allows fewer control characters (HTML 13.2.3.5). */
export const escapeHtml = (text: string): string =>
  specialInHtml.test(text) ? escapeXml(text.replace(/[\u007f-\u009f]/g, '')) : text;
