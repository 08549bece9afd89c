import type { Source } from '../../source/source.ts';

/**
 * Whether a file met in a folder may be a form, told by its text alone: it has a key `form` somewhere. JSON
 * is settled here, by the fast parser, so that large foreign files do not reach the slow one.
 */
export function mayBeForm(bytes: Uint8Array, name: string): boolean {
  const text = decodeRoughly(bytes);
  if (!/(^|[\s{,])["']?form["']?\s*:/.test(text)) return false;
  if (!/\.json$/i.test(name)) return true;
  try {
    return hasFormKey(JSON.parse(text));
  } catch {
    return saysForm(text);
  }
}

/** Whether a file met in a folder is meant as a form: a key `form` at its top, as far as it can be parsed. */
export const isMeantAsForm = (source: Source, bytes: Uint8Array): boolean =>
  source.value === undefined ? saysForm(decodeRoughly(bytes)) : hasFormKey(source.value);

// A no-break space pasted into the key is a fault of a form, not a sign that this is none: `trim` drops it.
const hasFormKey = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.trim() === 'form');

/** For text that does not parse: the key at the head of a line or of the text, or beside the form's own name. */
const saysForm = (text: string): boolean =>
  /^["']?form["']?\s*:|form["']?\s*:\s*["']?bieu-so-2/m.test(text) ||
  /^\s*\{\s*["']?form["']?\s*:/.test(text);

function decodeRoughly(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
