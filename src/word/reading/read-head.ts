import { foldHeading } from './fold-heading.ts';
import { isDotted, type Line } from './lines.ts';
import type { Places } from './places.ts';

/** The lines above the table. */
export interface Head {
  parentUnit?: string;
  unit?: string;
}

const labels = [
  ['parentUnit', /[đðɖ]ơn\s+vị\s+cấp\s+trên(?:\s+trực\s+tiếp)?\s*[:;]?/iu],
  ['unit', /[đðɖ]ơn\s+vị\s+báo\s+cáo\s*[:;]?/iu],
] as const;

/** Reads the units out of the lines above the table. What is neither they nor the form's own titles is kept. */
export function readHead(lines: readonly Line[], places: Places): Head {
  const head: Head = {};
  let open: 'parentUnit' | 'unit' | undefined;
  for (const { text: written, place } of lines) {
    const text = written.normalize('NFC');
    const found = labels
      .flatMap(([key, label]) => {
        const match = label.exec(text);
        return match ? [{ key, start: match.index, end: match.index + match[0].length }] : [];
      })
      .sort((a, b) => a.start - b.start);
    // A unit may stand on the line below its label.
    if (found.length === 0 && open && !isTitle(text)) {
      if (!isDotted(text)) take(open, written);
      open = undefined;
      continue;
    }
    for (const [index, { key, end }] of found.entries()) {
      const value = text.slice(end, found[index + 1]?.start).trim();
      if (value === '') open = key;
      else {
        open = undefined;
        if (!isDotted(value)) take(key, value);
      }
    }
    if (found.length === 0 && !isTitle(text)) places.keep(place, written);

    function take(key: 'parentUnit' | 'unit', value: string) {
      const bare = withoutBrackets(value);
      if (head[key] === undefined) {
        head[key] = bare;
        places.set([key], place);
      } else if (head[key] !== bare) places.keep(place, value);
    }
  }
  return head;
}

/** The form's name and title, which every form has. */
const isTitle = (text: string) =>
  /^(?:bieu (?:mau )?so \d+[a-z]?|phan nhom cong viec)$/.test(foldHeading(text));

const withoutBrackets = (text: string) => text.replace(/^\(\s*(.*?)\s*\)\s*[.]?$/u, '$1').trim();
