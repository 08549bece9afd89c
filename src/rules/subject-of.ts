import type { Path } from '../diagnostics/finding.ts';
import { isMap } from '../diagnostics/plain-map.ts';

/** What names an entry of a form, the first that it has; of a task its number only where it has no text. */
const names = ['text', 'title', 'name', 'number', 'code'];

/**
 * What a path is about, in words that stay the same while other entries come and go: the text of its task, the
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
  // Below a task its key says no more than the message does.
  return subject ?? (keys.length > 0 ? keys.join('/') : undefined);
}

function nameOf(entry: unknown): string | undefined {
  const texts = isMap(entry) ? names.map((key) => entry[key]) : [entry];
  const text = texts.find((one) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number');
  return text === undefined ? undefined : String(text);
}
