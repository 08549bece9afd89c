/**
 * A file's name as a URI reference (RFC 3986): relative names stay relative, absolute ones, Windows drives and
 * network shares become `file:` URIs; every segment is percent-encoded.
 */
export function artifactUri(file: string): string {
  const windows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(file);
  const slashed = windows ? file.replaceAll('\\', '/') : file;
  const segments = slashed.split('/').filter((segment) => segment !== '.');
  const encoded = segments
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
  if (windows && !slashed.startsWith('//')) return `file:///${encoded.replace('%3A', ':')}`;
  if (slashed.startsWith('//')) return `file:${encoded}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}
