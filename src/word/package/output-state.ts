import { contentHash, partDigest, propertiesPart, recordedHash } from './content-hash.ts';
import { openPackage } from './open-package.ts';

/**
 * Whose the file is in the place of a document that is to be written: `unedited` as bieu2 wrote it, `edited` by
 * somebody since (saving it again in Word is enough), or `foreign`, not a document of bieu2's.
 */
export function outputState(bytes: Uint8Array): 'unedited' | 'edited' | 'foreign' {
  const { parts } = openPackage(bytes);
  const properties = parts?.get(propertiesPart);
  const recorded = properties && recordedHash(new TextDecoder().decode(properties));
  if (!parts || recorded === undefined) return 'foreign';
  const digests = new Map<string, string>();
  for (const [name, content] of parts) {
    if (name === propertiesPart) continue;
    const digest = partDigest();
    digest.add(content);
    digests.set(name, digest.hex());
  }
  return contentHash(digests) === recorded ? 'unedited' : 'edited';
}
