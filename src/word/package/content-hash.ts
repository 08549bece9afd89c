import { crc32 } from 'node:zlib';

/** The part that holds the hash, and is not hashed itself. */
export const propertiesPart = 'docProps/custom.xml';

const propertyName = 'bieu2.contentHash';
const hintsName = 'bieu2.hints';

/** A part of a document, as a zip file lists it: size in bytes, CRC-32 of what it holds. */
export interface PartSum {
  readonly name: string;
  readonly size: number;
  readonly checksum: number;
}

/**
 * One hash over all parts except `propertiesPart`, in any order. It shows that somebody changed the
 * document, not that nobody forged it: `node:crypto` would take 3 ms to load, a tenth of rendering a form.
 */
export function contentHash(parts: Iterable<PartSum>): string {
  const lines = [...parts]
    .filter(({ name }) => name !== propertiesPart && !name.endsWith('/'))
    .map(({ name, size, checksum }) => `${name} ${size} ${checksum}\n`);
  return crc32(lines.sort().join('')).toString(16).padStart(8, '0');
}

const property = /<property\b[^>]*>.*?<\/property>/gs;
const isNamed = (name: string) => (xml: string) => xml.includes(`"${name}"`);
const isOwn = (xml: string) => isNamed(propertyName)(xml) || isNamed(hintsName)(xml);

/** The hash in the custom properties of a document. */
export function recordedHash(properties: string): string | undefined {
  const own = properties.match(property)?.find(isNamed(propertyName));
  return own && />\s*([0-9a-f]+)\s*</.exec(own)?.[1];
}

/** The reading hints in the custom properties of a document. */
export function recordedHints(properties: string): string | undefined {
  const own = properties.match(property)?.find(isNamed(hintsName));
  return own && />\s*([\w ]*?)\s*<\/\w+:\w+>/.exec(own)?.[1];
}

/** Custom properties with the hash and the hints among them; a template's own properties stay. */
export function recordHash(properties: string, hash: string, hints = ''): string {
  const others = (properties.match(property) ?? []).filter((xml) => !isOwn(xml));
  const ids = others.map((xml) => Number(/\bpid="(\d+)"/.exec(xml)?.[1] ?? 0));
  // The first id that may be used is 2 (ECMA-376 part 1, 22.3.2.2, and MS-OLEPS).
  const id = Math.max(1, ...ids) + 1;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"' +
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    others.join('') +
    own(id, propertyName, hash) +
    (hints === '' ? '' : own(id + 1, hintsName, hints)) +
    '</Properties>'
  );
}

const own = (id: number, name: string, value: string) =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}">` +
  `<vt:lpwstr>${value}</vt:lpwstr></property>`;
