import { foldHeading } from '../../vietnamese/fold-text.ts';
import { hasLetters } from '../../vietnamese/is-letter.ts';
import { type Hints, isHinted } from './hints.ts';
import { bareUnit, isOpen, type Line } from './lines.ts';
import type { Places } from './places.ts';

/** The lines above the table. */
export interface Head {
  parentUnit?: string;
  unit?: string;
}

// Where an office words them in its own way, they begin the line and end with a colon.
const labels = [
  [
    'parentUnit',
    /[đðɖ]ơn\s+vị\s+cấp\s+trên(?:\s+trực\s+tiếp)?\s*[:;]?|^(?:tên\s+)?(?:cơ\s+quan|[đðɖ]ơn\s+vị)\s+(?:chủ\s+quản|cấp\s+trên)[^:]{0,20}:/iu,
  ],
  [
    'unit',
    /[đðɖ]ơn\s+vị\s+báo\s+cáo\s*[:;]?|^(?:tên\s+)?(?:cơ\s+quan|(?:cơ\s+quan[\s,/]+)?[đðɖ]ơn\s+vị)\s*:/iu,
  ],
] as const;

/**
 * Reads the units out of the lines above the table: by their labels, or, where no line has one, from lines in
 * capitals above the title. Lines other than these and the form's own titles are kept.
 *
 * @param headers the lines at the top of pages, where only labelled units are looked for
 */
export function readHead(
  above: readonly Line[],
  headers: readonly Line[],
  places: Places,
  hints: Hints,
): Head {
  const lines = withWholeTitle(above.flatMap(besideTitle));
  const isWhole = (key: string, value: string) => isHinted(hints, key, value);
  const head: Head = {};
  const unlabelled = unlabelledUnits([...lines, ...headers]);
  let open: 'parentUnit' | 'unit' | undefined;
  /** What the line above names. */
  let taken: 'parentUnit' | 'unit' | undefined;
  // Page numbers alone need not be kept.
  for (const line of [...lines, ...headers.filter(({ text }) => hasLetters(text, 1))]) {
    const { text: written, place } = line;
    const text = written.normalize('NFC');
    const unit = unlabelled.get(line);
    if (unit) {
      take(unit, written.trim());
      taken = undefined;
      continue;
    }
    const found = labels
      .flatMap(([key, label]) => {
        const match = label.exec(text);
        return match ? [{ key, start: match.index, end: match.index + match[0].length }] : [];
      })
      .sort((a, b) => a.start - b.start);
    // Its name may be broken into lines.
    const before = taken && head[taken];
    if (found.length === 0 && taken && before && line.continues && goesOn(before, text)) {
      head[taken] = `${before} ${bareUnit(text)}`;
      continue;
    }
    taken = undefined;
    // A unit may be on the line below its label.
    if (found.length === 0 && open && !isTitle(text)) {
      if (!isOpen(text) || isWhole(open, text)) take(open, written);
      open = undefined;
      continue;
    }
    for (const [index, { key, end }] of found.entries()) {
      const next = found[index + 1];
      const written = text.slice(end, next?.start).trim();
      const value = next ? written.replace(/\s*[;,]$/, '') : written;
      if (value === '') open = key;
      else {
        open = undefined;
        if (!isOpen(value) || isWhole(key, value)) take(key, value);
      }
    }
    if (found.length === 0 && !isTitle(text)) places.keep(place, written);

    function take(key: 'parentUnit' | 'unit', value: string) {
      const bare = isWhole(key, value) ? value : bareUnit(value);
      if (head[key] === undefined) {
        head[key] = bare;
        taken = key;
        places.set([key], place);
      } else if (head[key] !== bare) places.keep(place, value);
    }
  }
  return head;
}

/** Whether a line may be the rest of a unit's name, rather than a remark below it. */
const goesOn = (before: string, text: string) =>
  /^[\p{L}\d–-][^:]*$/u.test(text) &&
  hasLetters(text, 1) &&
  !isTitle(text) &&
  (!isInCapitals(before) || text === text.toUpperCase());

/** Lines such as “UBND XÃ A” and “PHÒNG B” above the title: the unit, or the unit above it and the unit. */
function unlabelledUnits(lines: readonly Line[]): ReadonlyMap<Line, 'parentUnit' | 'unit'> {
  if (lines.some(({ text }) => labels.some(([, label]) => label.test(text.normalize('NFC')))))
    return new Map();
  const title = lines.findIndex(({ text }) => /^(?:bieu )?phan nhom cong viec\b/.test(foldHeading(text)));
  const named = lines
    .slice(0, Math.max(0, title))
    .filter(({ text }) => isInCapitals(text) && !isTitle(text) && !isMasthead(text));
  const [first, second] = named;
  if (!first || named.length > 2) return new Map();
  return new Map(
    second
      ? [
          [first, 'parentUnit'],
          [second, 'unit'],
        ]
      : [[first, 'unit']],
  );
}

/** Whether a line is written in capitals, as titles are. */
export const isInCapitals = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text.normalize('NFC')) && text === text.toUpperCase();

/** Of the State or of the Party, or the head of an annex: lines in capitals that name no unit. */
const isMasthead = (text: string) => /cong hoa xa hoi|dang cong san|^phu luc/.test(foldHeading(text));

/** The form's name and title, which every form has. */
const isTitle = (text: string) =>
  /^(?:bieu (?:mau )?so \d+[a-z]?|(?:bieu )?phan nhom cong viec)$/.test(foldHeading(text));

/** The title, or “Biểu số 2”, may be on the line of a unit, to the right. */
function besideTitle(line: Line): Line[] {
  const parts = line.text.split(/\s*\t\s*|[ \u00a0]{4,}/).filter((part) => part !== '');
  return parts.some((part) => isTitle(part)) ? parts.map((text) => ({ ...line, text })) : [line];
}

/** The title may be broken into two lines. */
const withWholeTitle = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line, index) => {
    const isBroken = (first: Line | undefined, second: Line | undefined) =>
      first && second && !isTitle(second.text) && isTitle(`${first.text} ${second.text}`);
    if (isBroken(lines[index - 1], line)) return [];
    const next = lines[index + 1];
    return next && isBroken(line, next) ? { ...line, text: `${line.text} ${next.text}` } : line;
  });
