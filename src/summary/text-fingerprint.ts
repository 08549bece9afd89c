/**
 * A number that stands for a text: 53 bits, never 0. Of four million different texts, two share a number in one
 * case of a thousand.
 *
 * The two multiplications by turns are cyrb53 (by bryc, public domain), with the finish of MurmurHash3.
 */
export function textFingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return finish(high, low);
}

/** A fingerprint that stands for another one together with a whole number. */
export function pairFingerprint(fingerprint: number, other: number): number {
  const high = Math.floor(fingerprint / 0x1_0000_0000);
  return finish(
    Math.imul(fingerprint ^ Math.imul(other + 1, 2654435761), 1597334677),
    Math.imul(high ^ Math.imul(other + 1, 2246822507), 3266489909) ^ fingerprint,
  );
}

function finish(high: number, low: number): number {
  const first = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const second = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 0x1_0000_0000 * (second & 0x1f_ffff) + (first >>> 0) || 1;
}
