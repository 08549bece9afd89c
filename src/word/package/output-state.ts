import { crc32 } from 'node:zlib';
import { Refusal } from '../../zip/refusal.ts';
import { contentHash, propertiesPart, recordedHash } from './content-hash.ts';
import { openWordPackage } from './word-package.ts';

/**
 * The origin of an existing file at the target of a document: `unedited` as bieu2 wrote it, `edited` by
 * somebody since (saving it again in Word is enough), or `foreign`, not a document of bieu2's.
 */
export function outputState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  try {
    const file = openWordPackage(bytes);
    const recorded = recordedHash(new TextDecoder().decode(file.read(propertiesPart)));
    if (recorded === undefined) return 'foreign';
    const parts = file.names.map((name) => {
      const content = file.read(name);
      return { name, size: content.length, checksum: crc32(content) };
    });
    return contentHash(parts) === recorded ? 'unedited' : 'edited';
  } catch (error) {
    if (error instanceof Refusal) return 'foreign';
    throw error;
  }
}
