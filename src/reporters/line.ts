import { formatLocation } from './format-location.ts';
import { printable } from './printable.ts';
import type { Reporter } from './reporter.ts';

/**
 * For pipes: `file:line:col severity rule message`, one line per finding and nothing else, so that `grep` and
 * `wc -l` see findings only. The severity is `error` or `warning` in every language.
 */
export const line: Reporter = {
  open: () => '',
  file: ({ file, diagnostics }, { language }) =>
    diagnostics
      .map(({ place, severity, rule, message }) => {
        const location = formatLocation(file, place, language);
        return `${location} ${severity} ${printable(rule)} ${printable(message)}\n`;
      })
      .join(''),
  separator: '',
  close: () => '',
};
