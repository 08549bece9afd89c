import type { Place } from '../diagnostics/finding.ts';
import { formatLocation } from './format-place.ts';
import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';

/**
 * For pipes and editors: `file:line:column: severity rule message`, one line per finding and nothing else, so that
 * `grep` and `wc -l` see findings only. A Word document has `file: table 1, row 43, column 4: severity rule message`.
 * All but the message is the same in every language.
 */
export const line: Reporter = {
  isForPeople: true,
  *file({ file, diagnostics }) {
    for (const { place, severity, rule, message } of diagnostics) {
      const location = formatLocation(file, withoutLabel(place), 'en');
      yield `${location}: ${severity} ${printable(rule)} ${printable(message)}\n`;
    }
  },
};

/** A row's label is text of the form, and may contain a colon. */
function withoutLabel(place: Place): Place {
  if (place.kind !== 'table') return place;
  const { label: _, ...rest } = place;
  return rest;
}
