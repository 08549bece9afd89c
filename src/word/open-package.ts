import { crc32, inflateRawSync } from 'node:zlib';
import type { Wording } from '../diagnostics/wording.ts';

/** The parts of a Word file by name, or why it was refused. */
export type OpenedPackage =
  | { readonly parts: ReadonlyMap<string, Uint8Array>; readonly refusal?: never }
  | { readonly parts?: never; readonly refusal: Wording };

const megabyte = 1024 * 1024;
const limits = { file: 50 * megabyte, part: 100 * megabyte, all: 300 * megabyte, entries: 2000, ratio: 400 };

/** Opens a .docx, .docm or .dotx, which is a zip file. No more is unpacked than the limits allow. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') return { refusal: refusals.oldOrEncrypted };
  if (file.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return { refusal: refusals.noWordFile };
  if (file.length > limits.file) return { refusal: refusals.tooLarge };
  try {
    return { parts: unpack(file) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.wording };
    // Reading behind the end of the buffer, or what zlib says of broken data.
    if (error instanceof RangeError || (error instanceof Error && 'errno' in error)) {
      return { refusal: refusals.damaged };
    }
    throw error;
  }
}

class Refusal extends Error {
  readonly wording: Wording;

  constructor(wording: Wording) {
    super(wording.en);
    this.wording = wording;
  }
}

function unpack(file: Buffer): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let unpacked = 0;
  for (const entry of entriesOf(file)) {
    if (entry.name.endsWith('/')) continue;
    if (parts.has(entry.name) || /^\/|(^|[/\\])\.\.([/\\]|$)/.test(entry.name)) {
      throw new Refusal(refusals.damaged);
    }
    unpacked += entry.size;
    const isBomb = entry.size > megabyte && entry.size > entry.compressedSize * limits.ratio;
    if (isBomb || entry.size > limits.part || unpacked > limits.all) throw new Refusal(refusals.tooLarge);
    parts.set(entry.name, content(file, entry));
  }
  return parts;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** The central directory (PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16). */
function* entriesOf(file: Buffer): Generator<Entry> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0) throw new Refusal(refusals.damaged);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.entries) throw new Refusal(refusals.tooLarge);
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Refusal(refusals.damaged);
    // Bit 0: encrypted.
    if (file.readUInt16LE(at + 8) & 1) throw new Refusal(refusals.oldOrEncrypted);
    const nameLength = file.readUInt16LE(at + 28);
    yield {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      compressedSize: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

/** The declared size is a limit while unpacking, and has to be met, as has the checksum. */
function content(file: Buffer, { method, crc, compressedSize, size, offset }: Entry): Uint8Array {
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + compressedSize);
  if (method !== 0 && method !== 8) throw new Refusal(refusals.damaged);
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Refusal(refusals.damaged);
  return bytes;
}

const refusals = {
  oldOrEncrypted: {
    vi: 'đây là tệp .doc kiểu cũ hoặc tệp có mật khẩu; hãy mở bằng Word và lưu lại dưới dạng .docx không mật khẩu',
    en: 'this is an old .doc file or one with a password; open it in Word and save it as .docx without one',
  },
  noWordFile: { vi: 'đây không phải là tệp Word (.docx)', en: 'this is no Word file (.docx)' },
  tooLarge: { vi: 'tệp Word quá lớn', en: 'the Word file is too large' },
  damaged: {
    vi: 'tệp Word bị hỏng, không giải nén được',
    en: 'the Word file is damaged and cannot be unpacked',
  },
} satisfies Record<string, Wording>;
