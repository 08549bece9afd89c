import { type Unzipped, unzipSync, zipSync } from 'fflate';

/** Whether an input still fails in the same way. */
type StillFails = (bytes: Uint8Array) => Promise<boolean>;

/** Makes a failing input smaller as long as it fails: parts of a package, lines, characters. */
export async function minimise(
  bytes: Uint8Array,
  stillFails: StillFails,
  maxTries = 400,
): Promise<Uint8Array> {
  let tries = 0;
  const bounded: StillFails = async (smaller) => ++tries <= maxTries && (await stillFails(smaller));
  const parts = partsOf(bytes);
  return parts ? minimiseParts(bytes, parts, bounded) : minimiseText(bytes, bounded);
}

function partsOf(bytes: Uint8Array): Unzipped | undefined {
  try {
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? unzipSync(bytes) : undefined;
  } catch {
    return undefined;
  }
}

async function minimiseParts(
  bytes: Uint8Array,
  parts: Unzipped,
  stillFails: StillFails,
): Promise<Uint8Array> {
  const zipped = (some: Unzipped) => zipSync(some, { level: 9, mtime: new Date(1980, 0, 1) });
  // Where the fault is in the package itself, it does not outlive this.
  if (!(await stillFails(zipped(parts)))) return bytes;
  let left = parts;
  for (const name of Object.keys(parts)) {
    const { [name]: _, ...without } = left;
    if (await stillFails(zipped(without))) left = without;
  }
  for (const [name, part] of Object.entries(left)) {
    const units =
      Buffer.from(part)
        .toString('utf8')
        .match(/<[^<>]*>|[^<]+|</gs) ?? [];
    const isNeeded = (some: readonly string[]) =>
      stillFails(zipped({ ...left, [name]: Buffer.from(some.join('')) }));
    const kept = (await isNeeded(units)) ? await without(units, isNeeded) : undefined;
    if (kept) left = { ...left, [name]: Buffer.from(kept.join('')) };
  }
  return zipped(left);
}

async function minimiseText(bytes: Uint8Array, stillFails: StillFails): Promise<Uint8Array> {
  let text = Buffer.from(bytes).toString('latin1');
  const fails = (units: readonly string[]) => stillFails(Buffer.from(units.join(''), 'latin1'));
  text = (await without(text.match(/[^\n]*\n|[^\n]+/g) ?? [], fails)).join('');
  if (text.length < 2000) text = (await without([...text], fails)).join('');
  return Buffer.from(text, 'latin1');
}

/** Leaves out ever smaller runs of units that are not needed. */
async function without(
  units: readonly string[],
  fails: (units: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let left = units;
  for (let size = left.length >> 1; size >= 1; size >>= 1) {
    for (let at = left.length - size; at > -size; at -= size) {
      const start = Math.max(0, at);
      const fewer = [...left.slice(0, start), ...left.slice(at + size)];
      if (fewer.length < left.length && (await fails(fewer))) left = fewer;
    }
  }
  return left;
}
