import type { Place } from '../diagnostics/finding.ts';
import { annotationLines, formatPlace } from './format-place.ts';
import { printable } from './printable.ts';
import { hintLabel } from './report-words.ts';
import type { Reporter } from './reporter.ts';

/**
 * Annotations for GitHub Actions, as workflow commands. GitHub shows ten errors and ten warnings per step:
 * `githubSummary` has them all.
 */
export const github: Reporter = {
  *file({ file, diagnostics }, { language }) {
    for (const { place, severity, rule, message, hint } of diagnostics) {
      const where = place.kind !== 'text' ? `${formatPlace(place, language)}: ` : '';
      const how = hint === undefined ? '' : `\n${hintLabel[language]}: ${printable(hint)}`;
      const properties = { file, ...annotationRange(place), title: rule };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
      yield `::${severity} ${list.join(',')}::${escapeData(printable(where + message) + how)}\n`;
    }
  },
  namesFromRoot: true,
};

/** The runner drops the columns, with a warning, if an annotation covers several lines. */
function annotationRange(place: Place) {
  if (place.kind !== 'text') return {};
  const { start, end } = place;
  const { first, last } = annotationLines(place);
  return start.line === end.line
    ? { line: first, col: start.column, endLine: last, endColumn: end.column }
    : { line: first, endLine: last };
}

// As in actions/toolkit, packages/core/src/command.ts.
const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) =>
  escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
