/** The part that holds the hash, and is not hashed itself. */
export const propertiesPart = 'docProps/custom.xml';

const propertyName = 'bieu2.contentHash';
const hintsName = 'bieu2.hints';

/** The module takes 3 ms to load, which documents without a hash do not need. */
const sha256 = () => process.getBuiltinModule('node:crypto').createHash('sha256');

/** The SHA-256 of a part that is made piece by piece. */
export function partDigest(): { add(bytes: Uint8Array): void; hex(): string } {
  const hash = sha256();
  return { add: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

/** One hash over the digests of all parts but `propertiesPart`, by name; their order is of no account. */
export function contentHash(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([name, digest]) => `${name} ${digest}\n`).sort();
  return sha256().update(lines.join('')).digest('hex');
}

const property = /<property\b[^>]*>.*?<\/property>/gs;
const isNamed = (name: string) => (xml: string) => xml.includes(`"${name}"`);
const isOwn = (xml: string) => isNamed(propertyName)(xml) || isNamed(hintsName)(xml);

/** The hash that the custom properties of a document hold. */
export function recordedHash(properties: string): string | undefined {
  const own = properties.match(property)?.find(isNamed(propertyName));
  return own && />\s*([0-9a-f]{64})\s*</.exec(own)?.[1];
}

/** The hints for reading that the custom properties of a document hold. */
export function recordedHints(properties: string): string | undefined {
  const own = properties.match(property)?.find(isNamed(hintsName));
  return own && />\s*([\w ]*?)\s*<\/\w+:\w+>/.exec(own)?.[1];
}

/** Custom properties with the hash and the hints among them; those that a template has of its own stay. */
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
