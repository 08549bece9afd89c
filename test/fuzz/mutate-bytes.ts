import type { Random } from './random.ts';

/** A text as the bytes of a file: UTF-8 as a rule; now and then another encoding, a mark, or damage. */
export function textBytes(text: string, random: Random): Uint8Array {
  const utf8 = Buffer.from(text, 'utf8');
  switch (random.below(40)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 1:
      return Buffer.from(`${random.pick(['', '\ufeff'])}${text}`, 'utf16le');
    case 2:
      return Buffer.from(`${random.pick(['', '\ufeff'])}${text}`, 'utf16le').swap16();
    case 3:
      return Buffer.from(text, 'latin1');
    case 4:
    case 5:
      return mutateBytes(utf8, random);
    default:
      return utf8;
  }
}

/** Changes bytes in one to eight places, without a thought of what they mean. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes;
  for (let count = random.between(1, 8); count > 0; count--) {
    const at = random.below(mutated.length + 1);
    const removed = random.pick([0, 0, 1, 1, 1, 2, 16, 300]);
    const inserted = random.oneIn(3)
      ? mutated.subarray(at, at + random.below(64))
      : Uint8Array.from({ length: random.below(5) }, () =>
          random.pick([0, 1, 0x7f, 0x80, 0xbf, 0xc0, 0xed, 0xf4, 0xff, random.below(256)]),
        );
    mutated = random.oneIn(30)
      ? mutated.slice(0, at)
      : Buffer.concat([mutated.subarray(0, at), inserted, mutated.subarray(at + removed)]);
  }
  return mutated;
}
