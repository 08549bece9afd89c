import { toRoman } from '../../form/roman.ts';
import { attributeOf, readXml } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import { type Styles, shownBy } from './styles.ts';
import { drawnBy } from './symbols.ts';

/** How one level of a list counts (ECMA-376 17.9.6). */
interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** Such as `%1.%2.`; `%1` is the number of the first level. */
  readonly text: string;
  /** The level that restarts it; 0: none. */
  readonly restart: number | undefined;
  /** All its numbers are Arabic, whatever the format of their levels. */
  readonly isLegal: boolean;
  readonly font: string;
}

/** The label before a paragraph of a list; empty for an unknown list. */
export interface ListLabel {
  readonly text: string;
  readonly isBullet?: true;
}

type ListLevels = ReadonlyMap<number, ListLevel>;

/** A list as referred to by paragraphs. Lists of one kind continue each other's numbers, unless one sets a start. */
interface List {
  kind: string;
  /** Its own levels, instead of those of its kind. */
  readonly levels: Map<number, ListLevel>;
  readonly starts: Map<number, number>;
}

/** The lists of a document, from its part about numbering. */
export interface Lists {
  readonly lists: ReadonlyMap<string, List>;
  readonly kinds: ReadonlyMap<string, ListLevels>;
  /** The level that paragraphs of a style are counted in, by the style's id. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

/** No document has as many; additional lists are not numbered. */
const maxLists = 20_000;
/** The longest label, in characters. */
const maxLabel = 40;

/** Reads how the lists of a document count; without that part there are none. */
export function readLists(file: WordPackage, part: string, styles: Styles): Lists {
  const lists = new Map<string, List>();
  const kinds = new Map<string, Map<number, ListLevel>>();
  const levelOfStyle = new Map<string, number>();
  // A kind may have no levels of its own, but those of a style, which another kind defines.
  const kindOfStyle = new Map<string, string>();
  const styleOfKind = new Map<string, string>();
  if (!file.has(part)) return { lists, kinds, levelOfStyle };
  let kind: Map<number, ListLevel> | undefined;
  let kindId = '';
  let list: List | undefined;
  let override = 0;
  let levelIndex = 0;
  let level: { -readonly [Key in keyof ListLevel]: ListLevel[Key] } | undefined;
  readXml(file, part, {
    open(name, attributes) {
      const value = attributeOf(attributes, 'val') ?? '';
      const index = Number(attributeOf(attributes, 'ilvl'));
      if (name === 'abstractNum') {
        kind = new Map();
        kindId = attributeOf(attributes, 'abstractNumId') ?? '';
        if (kinds.size < maxLists) kinds.set(kindId, kind);
      } else if (name === 'num') {
        list = { kind: '', levels: new Map(), starts: new Map() };
        if (lists.size < maxLists) lists.set(attributeOf(attributes, 'numId') ?? '', list);
      } else if (name === 'abstractNumId' && list) list.kind = value;
      else if (name === 'styleLink') kindOfStyle.set(value, kindId);
      else if (name === 'numStyleLink') styleOfKind.set(kindId, value);
      else if (name === 'lvlOverride') override = index;
      else if (name === 'startOverride') list?.starts.set(override, Number(value) || 0);
      else if (name === 'lvl') {
        level = { start: 0, format: 'decimal', text: '', restart: undefined, isLegal: false, font: '' };
        levelIndex = index;
        if (index >= 0 && index <= 8) (list?.levels ?? kind)?.set(index, level);
      } else if (level) {
        if (name === 'start') level.start = Number(value) || 0;
        else if (name === 'numFmt') level.format = value;
        else if (name === 'lvlText') level.text = value;
        else if (name === 'lvlRestart') level.restart = Number(value) || 0;
        else if (name === 'isLgl') level.isLegal = !/^(?:0|false|off)$/.test(value);
        else if (name === 'rFonts') level.font = shownBy(name, attributes)?.font ?? '';
        else if (name === 'pStyle') levelOfStyle.set(value, levelIndex);
      }
    },
    close(name) {
      if (name === 'abstractNum') kind = undefined;
      else if (name === 'num') list = undefined;
      else if (name === 'lvl') level = undefined;
    },
  });
  for (const each of lists.values()) {
    const style = styleOfKind.get(each.kind);
    if (style === undefined) continue;
    each.kind = kindOfStyle.get(style) ?? lists.get(styles.get(style)?.list ?? '')?.kind ?? each.kind;
  }
  return { lists, kinds, levelOfStyle };
}

/** Counts the numbered paragraphs of one part, in order, as Word does. */
export class ListNumbers {
  readonly #lists: Lists;
  /** By the kind of list: the last number of each level. */
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #started = new Set<List>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The label of the next paragraph of a list. */
  next(listId: string, index: number): ListLabel {
    const list = this.#lists.lists.get(listId);
    const levels = list && this.#lists.kinds.get(list.kind);
    const levelAt = (at: number) => list?.levels.get(at) ?? levels?.get(at);
    const level = levelAt(index);
    if (!list || !level) return { text: '' };
    const counts = this.#countsOf(list);
    const startOf = (at: number) => list.starts.get(at) ?? levelAt(at)?.start ?? 1;
    counts.set(index, counts.has(index) ? (counts.get(index) ?? 0) + 1 : startOf(index));
    for (const deeper of [...counts.keys()].filter((at) => at > index)) {
      const restart = levelAt(deeper)?.restart;
      if (restart === undefined || index < restart) counts.delete(deeper);
    }
    if (level.format === 'bullet')
      return { text: drawnBy(level.font, level.text.codePointAt(0) ?? 0x20), isBullet: true };
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      // A higher level without a number yet shows its first one, and continues from there.
      if (!counts.has(at)) counts.set(at, startOf(at));
      const number = counts.get(at) ?? 1;
      const format = level.isLegal ? undefined : formats.get(levelAt(at)?.format ?? '');
      return format?.(number) ?? String(number);
    });
    return { text: label.slice(0, maxLabel).trim() };
  }

  /** A list that sets where it starts starts there when it is first met. */
  #countsOf(list: List): Map<number, number> {
    const counts = this.#counts.get(list.kind) ?? new Map<number, number>();
    this.#counts.set(list.kind, counts);
    if (!this.#started.has(list)) for (const at of list.starts.keys()) counts.delete(at);
    this.#started.add(list);
    return counts;
  }
}

const roman = (number: number) => (number >= 1 && number <= 89 ? toRoman(number) : String(number));

/** a … z, aa, bb … zz, aaa … */
const letters = (number: number) =>
  number < 1 || number > 26 * maxLabel
    ? String(number)
    : String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

/** How numbers are written in the formats of lists (ECMA-376 17.18.59); in those that no form uses they are Arabic. */
const formats = new Map<string, (number: number) => string>([
  ['none', () => ''],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['upperRoman', roman],
  ['lowerRoman', (number) => roman(number).toLowerCase()],
  ['upperLetter', (number) => letters(number).toUpperCase()],
  ['lowerLetter', letters],
]);
