import { Refusal } from '../../zip/refusal.ts';
import { ZipReader } from '../../zip/zip-reader.ts';
import { FlatPackage } from './flat-package.ts';
import { wordFormatOf } from './word-format.ts';

/** The parts of a Word file by name; names are compared without their case (ECMA-376 Part 2, 6.2.2.3). */
export interface WordPackage {
  /** As written. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Passes on the bytes of a part piece by piece; the pieces must not be kept. */
  stream(name: string, take: (chunk: Uint8Array) => void): void;
  /** Verifies the parts that are not read, since they might declare wrong sizes, too. */
  verifyAllBut(part: string): void;
}

/**
 * Opens a .docx, .docm, .dotx or .dotm, or the same as one XML file (Flat OPC), by its content.
 *
 * @throws Refusal for anything that is not a sound package within the limits
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const format = wordFormatOf(bytes);
  if (format === 'zip') return new ZipReader(bytes);
  if (format === 'flat-opc') return new FlatPackage(bytes);
  throw new Refusal(format);
}

/** A part's bytes; empty where there is no such part. */
export function partOf(file: WordPackage, name: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  file.stream(name, (chunk) => chunks.push(chunk.slice()));
  return Buffer.concat(chunks);
}
