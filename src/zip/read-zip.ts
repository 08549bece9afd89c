import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.ts';

const megabyte = 1024 * 1024;

/** The limits of zip files: beyond them, it is an accident or an attack. */
export const zipLimits = {
  /** Of the file, in bytes. */
  file: 50 * megabyte,
  parts: 2000,
  /** Of one part and of all, unpacked, in bytes. */
  part: 100 * megabyte,
  allParts: 300 * megabyte,
  /** Unpacked to packed, for parts above 1 MB: Word's own XML stays below 100. */
  ratio: 400,
  ratioFrom: megabyte,
} as const;

/** A part of a package, such as a zip file. */
export interface PackagePart {
  readonly name: string;
  /** As declared, in bytes. */
  readonly size: number;
  /** Unpacks it. @throws Refusal where it is not what was declared */
  read(): Uint8Array;
}

/**
 * The parts of a zip file. The central directory is trusted: local headers must have the same names and be
 * within the file.
 *
 * @throws Refusal for what is damaged, encrypted, beyond the limits, or named so that it could fool a reader
 */
export function readZip(bytes: Uint8Array): PackagePart[] {
  if (bytes.length > zipLimits.file) throw new Refusal('too-large', { limit: zipLimits.file / megabyte });
  return directoryOf(bytes).map((entry) => ({
    name: entry.name,
    size: entry.size,
    read: () => unpacked(bytes, entry),
  }));
}

/** An entry of the central directory; sizes and offsets in bytes. */
interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packedSize: number;
  readonly size: number;
  /** CRC-32 of the unpacked data. */
  readonly checksum: number;
  /** Where the packed data begins. */
  readonly start: number;
}

// Signatures of the records (APPNOTE.TXT 4.3), read as little-endian numbers.
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;

function directoryOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.parts) throw new Refusal('too-many-parts', { count, limit: zipLimits.parts });
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  let all = 0;
  for (let index = 0; index < count; index++) {
    if (offset + entryLength > end || view.getUint32(offset, true) !== entrySignature) throw damaged();
    const nameLength = view.getUint16(offset + 28, true);
    const others = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    const next = offset + entryLength + nameLength + others;
    if (next > end) throw damaged();
    const entry = readEntry(bytes, view, offset, nameLength);
    offset = next;
    all += entry.size;
    refuseTooLarge(entry, all);
    entries.push(entry);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let offset = view.byteLength - endLength; offset >= first; offset--) {
    if (view.getUint32(offset, true) === endSignature) return offset;
  }
  throw damaged();
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(offset + 8, true);
  const method = view.getUint16(offset + 10, true);
  const rawName = bytes.subarray(offset + entryLength, offset + entryLength + nameLength);
  const name = nameOf(rawName);
  if ((flags & 1) !== 0) throw new Refusal('encrypted-zip', { part: name });
  if (method !== 0 && method !== 8) throw new Refusal('unknown-packing', { part: name });
  const [size, packedSize, local] = wideSizes(view, offset, nameLength, [
    view.getUint32(offset + 24, true),
    view.getUint32(offset + 20, true),
    view.getUint32(offset + 42, true),
  ]);
  if (local + localLength > bytes.length || view.getUint32(local, true) !== localSignature) throw damaged();
  const localNameLength = view.getUint16(local + 26, true);
  const localName = bytes.subarray(local + localLength, local + localLength + localNameLength);
  if (Buffer.compare(localName, rawName) !== 0) throw new Refusal('two-names', { part: name });
  const start = local + localLength + localNameLength + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  if (method === 0 && size !== packedSize) throw new Refusal('false-size', { part: name });
  const checksum = view.getUint32(offset + 16, true);
  return { name, method: method === 0 ? 'stored' : 'deflated', packedSize, size, checksum, start };
}

type Sizes = readonly [size: number, packedSize: number, local: number];

/** Some programs write 64-bit sizes (APPNOTE.TXT 4.5.3) though none is needed: they are in an extra field. */
function wideSizes(view: DataView, offset: number, nameLength: number, sizes: Sizes): Sizes {
  if (!sizes.includes(0xffffffff)) return sizes;
  let at = offset + entryLength + nameLength;
  const end = at + view.getUint16(offset + 30, true);
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      const wide = (narrow: number) => {
        if (narrow !== 0xffffffff) return narrow;
        if (field + 8 > end) throw damaged();
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])];
    }
    at += 4 + length;
  }
  throw damaged();
}

/** Part names are ASCII (ECMA-376 Part 2, 6.2.2); others need only be distinct. */
function nameOf(raw: Uint8Array): string {
  const name = new TextDecoder().decode(raw).replaceAll('\\', '/');
  const steps = name.split('/');
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || steps.includes('..') || name.includes('\0')) {
    throw new Refusal('bad-name', { part: name.replaceAll('\0', '\ufffd') });
  }
  return name;
}

function refuseTooLarge({ name, size, packedSize }: ZipEntry, all: number): void {
  const megabytes = (count: number) => Math.ceil(count / megabyte);
  if (size > zipLimits.part) {
    throw new Refusal('part-too-large', {
      part: name,
      size: megabytes(size),
      limit: megabytes(zipLimits.part),
    });
  }
  if (all > zipLimits.allParts) {
    throw new Refusal('parts-too-large', { limit: megabytes(zipLimits.allParts) });
  }
  if (size > zipLimits.ratioFrom && size > packedSize * zipLimits.ratio) {
    throw new Refusal('bomb', { part: name, size: megabytes(size) });
  }
}

function unpacked(
  bytes: Uint8Array,
  { name, method, start, packedSize, size, checksum }: ZipEntry,
): Uint8Array {
  const packed = bytes.subarray(start, start + packedSize);
  const content = method === 'stored' ? packed : inflated(packed, name, size);
  if (content.length !== size) throw new Refusal('false-size', { part: name });
  if (crc32(content) !== checksum) throw damaged();
  return content;
}

function inflated(packed: Uint8Array, name: string, size: number): Uint8Array {
  try {
    // One chunk with space for one more byte: otherwise Node.js joins many small ones.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
  } catch (error) {
    throw new Refusal(error instanceof RangeError ? 'false-size' : 'damaged', { part: name });
  }
}

const damaged = () => new Refusal('damaged');
