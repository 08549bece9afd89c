import type { Facts, Finding, Path, Place, TablePlace } from '../../diagnostics/finding.ts';
import type { MessageIds } from '../../generated/message-ids.ts';

/** A text that has no home in the form, kept for people. */
export interface Leftover {
  readonly place: Place;
  readonly text: string;
}

/** Where a value is, and the parts of it that have places of their own. */
interface Known {
  readonly place: Place;
  readonly text: Place;
  readonly number: Place;
}

/**
 * Collects the places of all values while a document is read, and findings there. A place that no path
 * leads to (a row that fits no kind) is named in a finding's `span` by its position in `places`.
 */
export class Places {
  readonly places: Place[] = [];
  readonly problems: Finding[] = [];
  readonly leftovers: Leftover[] = [];
  readonly #byPath = new Map<string, Known>();
  #labels: ReadonlyMap<string, string> | undefined;

  /** @param text where its text and its code are, if only a part of it is meant @param number where its number is */
  set(path: Path, place: Place, text: Place = place, number: Place = text): void {
    this.#byPath.set(path.join('/'), { place, text, number });
  }

  /** @param path of the value that could not be read */
  report<RuleId extends keyof MessageIds>(
    rule: RuleId,
    message: MessageIds[RuleId],
    place: Place,
    facts: Facts = {},
    path: Path = [],
  ): void {
    const index = this.places.push(place) - 1;
    this.problems.push({ rule, message, path, span: [index, index], facts });
  }

  keep(place: Place, text: string): void {
    if (text.trim() !== '') this.leftovers.push({ place, text });
  }

  /** A row with what it is called in the form, once all of the form has been read. */
  labelled(place: Place): Place {
    if (place.kind !== 'table') return place;
    this.#labels ??= new Map(
      [...this.#byPath.values()].flatMap(({ place: known }): [string, string][] =>
        known.kind === 'table' && known.label !== undefined ? [[rowKey(known), known.label]] : [],
      ),
    );
    const label = this.#labels.get(rowKey(place));
    return label === undefined ? place : { ...place, label };
  }

  locate({ path, range, span }: Pick<Finding, 'path' | 'range' | 'span'>): Place {
    const named = span && this.places[span[0]];
    if (named) return named;
    const found = this.#byPath.get(path.join('/'));
    if (found) return range ? found.text : found.place;
    if (path.length === 0) return { kind: 'document' };
    const whole = this.#byPath.get(path.slice(0, -1).join('/'));
    if (whole && path.at(-1) === 'number') return whole.number;
    const isText = path.at(-1) === 'text' || path.at(-1) === 'code';
    return whole && isText ? whole.text : this.locate({ path: path.slice(0, -1) });
  }
}

const rowKey = ({ table, row }: TablePlace) => `${table}/${row}`;
