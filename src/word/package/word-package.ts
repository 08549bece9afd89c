import { type PackagePart, readZip, zipLimits } from '../../zip/read-zip.ts';
import { Refusal } from '../../zip/refusal.ts';
import { flatParts } from './flat-parts.ts';
import { wordFormatOf } from './word-format.ts';

/** Parts up to this size are kept once they are unpacked, in bytes: each is verified before it is read. */
const smallPart = 1 << 16;
const maxKept = 50;

/** The parts of a Word file by name; names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
export class WordPackage {
  readonly #parts = new Map<string, PackagePart>();
  readonly #kept = new Map<string, Uint8Array>();

  /** @throws Refusal where two parts have one name, or there are too many */
  constructor(parts: readonly PackagePart[]) {
    const limit = zipLimits.parts;
    if (parts.length > limit) throw new Refusal('too-many-parts', { count: parts.length, limit });
    for (const part of parts) {
      const key = part.name.toLowerCase();
      if (this.#parts.has(key)) throw new Refusal('duplicate-part', { part: part.name });
      this.#parts.set(key, part);
    }
  }

  /** As written. */
  get names(): string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /** The bytes of a part; empty where there is no such part. @throws Refusal where it is damaged */
  read(name: string): Uint8Array {
    const key = name.toLowerCase();
    const bytes = this.#kept.get(key) ?? this.#parts.get(key)?.read() ?? new Uint8Array();
    if (bytes.length <= smallPart && this.#kept.size < maxKept) this.#kept.set(key, bytes);
    return bytes;
  }

  /**
   * Unpacks every part except the one to read, since the others might declare wrong sizes. Small ones come first, so that
   * a wrong one among them is found before the large ones cost time.
   */
  verifyAllBut(part: string): void {
    for (const { name } of [...this.#parts.values()].sort((a, b) => a.size - b.size)) {
      if (name.toLowerCase() !== part.toLowerCase()) this.read(name);
    }
  }
}

/**
 * Opens a .docx, .docm, .dotx or .dotm, or the same as one XML file (Flat OPC), by its content.
 *
 * @throws Refusal for anything that is not a sound package within the limits
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const format = wordFormatOf(bytes);
  if (format !== 'zip' && format !== 'flat-opc') throw new Refusal(format);
  return new WordPackage(format === 'zip' ? readZip(bytes) : flatParts(bytes));
}
