import { Refusal } from '../../zip/refusal.ts';
import { contentHash, partDigest, propertiesPart, recordedHash } from './content-hash.ts';
import { openWordPackage, partOf } from './word-package.ts';

/**
 * Whose the file is in the place of a document that is to be written: `unedited` as bieu2 wrote it, `edited` by
 * somebody since (saving it again in Word is enough), or `foreign`, not a document of bieu2's.
 */
export function outputState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  try {
    const file = openWordPackage(bytes);
    const recorded = recordedHash(new TextDecoder().decode(partOf(file, propertiesPart)));
    if (recorded === undefined) return 'foreign';
    const digests = new Map<string, string>();
    for (const name of file.names) {
      if (name === propertiesPart || name.endsWith('/')) continue;
      const digest = partDigest();
      file.stream(name, digest.add);
      digests.set(name, digest.hex());
    }
    return contentHash(digests) === recorded ? 'unedited' : 'edited';
  } catch (error) {
    if (error instanceof Refusal) return 'foreign';
    throw error;
  }
}
