import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateXml } from './mutate-xml.ts';
import type { Random } from './random.ts';

type Parts = Record<string, Uint8Array>;

const unzipped = new Map<Uint8Array, Parts>();

function partsOf(bytes: Uint8Array): Parts {
  const known = unzipped.get(bytes);
  if (known) return { ...known };
  const parts = unzipSync(bytes);
  unzipped.set(bytes, parts);
  return { ...parts };
}

const documentPart = 'word/document.xml';

/** Changes a Word file: the XML of its parts, the list of its parts, the zip file around them, or bytes of it. */
export function mutateWord(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  const parts = partsOf(bytes);
  for (let count = random.pick([0, 1, 1, 1, 2]); count > 0; count--) mutatePart(parts, random, others);
  if (random.oneIn(12)) mutateList(parts, random, others);
  // Stored parts let damage of bytes reach the XML.
  const zip = zipSync(parts, { level: random.oneIn(10) ? 0 : 1, mtime: new Date(1980, 0, 1) });
  if (random.oneIn(4)) return mutateZip(zip, random);
  return random.oneIn(20) ? mutateBytes(zip, random) : zip;
}

function mutatePart(parts: Parts, random: Random, others: readonly Uint8Array[]): void {
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  const name = names.includes(documentPart) && !random.oneIn(4) ? documentPart : random.pick(names);
  const other = partsOf(random.pick(others))[name] ?? parts[name];
  const text = (part: Uint8Array | undefined) => strFromU8(part ?? new Uint8Array());
  const xml = mutateXml(text(parts[name]), random, [text(other)]);
  const utf16 = Buffer.from(`\ufeff${xml.replace(/^<\?xml[^>]*\?>/, '')}`, 'utf16le');
  parts[name] = random.oneIn(30) ? utf16 : strToU8(xml);
}

function mutateList(parts: Parts, random: Random, others: readonly Uint8Array[]): void {
  const name = random.pick(Object.keys(parts));
  const bytes = parts[name] ?? new Uint8Array();
  switch (random.below(6)) {
    case 0:
      delete parts[name];
      break;
    case 1:
      delete parts[name];
      parts[
        random.pick([
          'a.xml',
          `../${name}`,
          `/${name}`,
          name.toUpperCase(),
          `${name}/`,
          'word\\document.xml',
          'ệ',
        ])
      ] = bytes;
      break;
    case 2:
      parts[
        random.pick(['word/DOCUMENT.xml', 'word/media/a.png', 'word/numbering.xml', 'word/header9.xml'])
      ] = bytes;
      break;
    case 3:
      Object.assign(parts, partsOf(random.pick(others)));
      break;
    case 4:
      // As far as a bomb goes before it is refused, and beyond.
      parts['word/media/bomb.bin'] = new Uint8Array(random.pick([1_000_000, 3_000_000, 30_000_000]));
      break;
    default:
      parts[name] = random.pick([
        new Uint8Array(),
        strToU8('x'),
        bytes.slice(0, bytes.length >> 1),
        mutateBytes(bytes, random),
      ]);
  }
}

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };

/** Fields of the records of a zip file: offset and width in bytes (APPNOTE.TXT 4.3). */
const fields = {
  local: [
    [4, 2],
    [6, 2],
    [8, 2],
    [14, 4],
    [18, 4],
    [22, 4],
    [26, 2],
    [28, 2],
    [30, 1],
  ],
  entry: [
    [6, 2],
    [8, 2],
    [10, 2],
    [16, 4],
    [20, 4],
    [24, 4],
    [28, 2],
    [30, 2],
    [32, 2],
    [34, 2],
    [42, 4],
    [46, 1],
  ],
  end: [
    [4, 2],
    [8, 2],
    [10, 2],
    [12, 4],
    [16, 4],
    [20, 2],
  ],
} as const;

/** Sets fields of headers to values that lie, or doubles what the file holds. */
function mutateZip(zip: Uint8Array, random: Random): Uint8Array {
  if (random.oneIn(8)) {
    const [from, to] = [random.below(zip.length), random.below(zip.length)];
    return random.pick([
      () => zip.slice(0, from),
      () => Buffer.concat([zip, zip]),
      () => Buffer.concat([zip, zip.subarray(from)]),
      () => Buffer.concat([zip.subarray(0, from), zip.subarray(Math.min(from, to))]),
      () => Buffer.concat([Buffer.from('x'.repeat(random.below(30))), zip]),
      () => Buffer.concat([zip, Buffer.alloc(random.pick([1, 22, 70_000]))]),
    ])();
  }
  const changed = Buffer.from(zip);
  for (let count = random.between(1, 3); count > 0; count--) {
    const kind = random.pick(['local', 'entry', 'entry', 'end'] as const);
    const records = positions(changed, signatures[kind]);
    if (records.length === 0) continue;
    const [offset, width] = random.pick<readonly [number, number]>(fields[kind]);
    const at = random.pick(records) + offset;
    if (at + width > changed.length) continue;
    const old = changed.readUIntLE(at, width);
    const value = random.pick([
      0,
      1,
      old + 1,
      old - 1,
      old ^ 1,
      old ^ 8,
      old ^ 0x800,
      old * 2,
      2 ** (8 * width) - 1,
      99,
      0x7fff_ffff,
      random.below(2 ** (8 * width)),
    ]);
    changed.writeUIntLE(((value % 2 ** (8 * width)) + 2 ** (8 * width)) % 2 ** (8 * width), at, width);
  }
  return changed;
}

function positions(bytes: Buffer, signature: number): number[] {
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(signature);
  const found: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 4)) found.push(at);
  return found;
}
