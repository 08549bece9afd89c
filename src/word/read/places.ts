import type { Facts, Finding, Path } from '../../diagnostics/finding.ts';
import type { Place } from '../../diagnostics/place.ts';

/** A text that has no home in the form, kept for people. */
export interface Leftover {
  readonly place: Place;
  readonly text: string;
}

/**
 * Gathers where everything is while a document is read, and what is wrong there. A place that no path
 * leads to (a row that fits no kind) is named in a finding's `span` by its position in `places`.
 */
export class Places {
  readonly places: Place[] = [];
  readonly problems: Finding[] = [];
  readonly leftovers: Leftover[] = [];
  readonly #byPath = new Map<string, { readonly place: Place; readonly text: Place }>();

  /** @param text where the text of the value is, if only a part of it is meant */
  set(path: Path, place: Place, text: Place = place): void {
    this.#byPath.set(path.join('/'), { place, text });
  }

  report(rule: string, message: string, place: Place, facts: Facts = {}): void {
    const index = this.places.push(place) - 1;
    this.problems.push({ rule, message, path: [], span: [index, index], facts });
  }

  keep(place: Place, text: string): void {
    if (text.trim() !== '') this.leftovers.push({ place, text });
  }

  locate({ path, range, span }: Pick<Finding, 'path' | 'range' | 'span'>): Place {
    const named = span && this.places[span[0]];
    if (named) return named;
    const found = this.#byPath.get(path.join('/'));
    if (found) return range ? found.text : found.place;
    return path.length === 0 ? { kind: 'document' } : this.locate({ path: path.slice(0, -1) });
  }
}
