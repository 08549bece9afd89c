import type { Path } from '../diagnostics/finding.ts';
import { isMap } from '../diagnostics/plain-map.ts';

/** The keys that name an entry of a form, in order of preference; a task's number counts only if it has no text. */
const names = ['text', 'title', 'name', 'number', 'code'];

/**
 * What a path is about, stable while other entries change: the text of its task, the
 * title of its position or area, else the keys that lead there. Undefined for the whole form.
 */
export function subjectOf(root: unknown, path: Path): string | undefined {
  let value = root;
  let subject: string | undefined;
  let keys: string[] = [];
  for (const step of path) {
    value = Array.isArray(value) || isMap(value) ? Reflect.get(value, step) : undefined;
    const name = typeof step === 'number' ? nameOf(value) : undefined;
    if (name !== undefined) [subject, keys] = [name, []];
    else if (typeof step === 'string') keys.push(step);
  }
  // Below a task, the key adds nothing to the message.
  return subject ?? (keys.length > 0 ? keys.join('/') : undefined);
}

function nameOf(entry: unknown): string | undefined {
  const texts = isMap(entry) ? names.map((key) => entry[key]) : [entry];
  const text = texts.find((one) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number');
  return text === undefined ? undefined : String(text);
}
