import { countFindings } from '../diagnostics/count-findings.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { jsonPointer } from '../diagnostics/plain-value.ts';
import type { KnownTotal } from './overview.ts';
import type { Reporter } from './reporter.ts';
import { jsonAfter, jsonBefore, jsonItem } from './stringify-json.ts';

/**
 * For programs: the whole result, every file and every finding, by `schemas/report.schema.json`.
 * `version` increases when something promised changes, but not for new keys.
 */
export const json: Reporter = {
  open: ({ toolVersion }, { language }) =>
    jsonBefore({ version: 1, tool: { name: 'bieu2', version: toolVersion }, language, files: [] }, 'files'),
  *file({ file, unit, diagnostics }, { rulesPage, onlyStatistics }) {
    const counts = { file, unit, ...countFindings({ diagnostics }) };
    if (onlyStatistics) {
      yield jsonItem(counts, 2);
      return;
    }
    const whole = jsonItem({ ...counts, diagnostics: [] }, 2);
    const end = whole.lastIndexOf(']');
    yield whole.slice(0, end);
    let separator = '';
    for (const diagnostic of diagnostics) {
      yield separator + jsonItem(describe(diagnostic, rulesPage), 4);
      separator = ',';
    }
    yield (separator && '\n      ') + whole.slice(end);
  },
  separator: ',',
  close: ({ summary, overview, config, failures, unread = [], stopped, isEmpty }) =>
    jsonAfter(
      {
        files: [],
        summary,
        rules: overview.rules.map(describeTotal),
        failures,
        ...(config !== undefined && { config }),
        ...(unread.length > 0 && { skipped: unread }),
        ...(stopped && { interrupted: stopped.isInterrupted, notDone: stopped.notDone }),
      },
      isEmpty,
      'files',
    ),
};

// Written key by key, since their order and presence are promised.
function describe(diagnostic: Diagnostic, rulesPage: string | undefined) {
  const { rule, messageId, severity, message, hint, path, place } = diagnostic;
  const url = rulesPage && `${rulesPage}#${rule}`;
  return { rule, messageId, severity, message, hint, path: jsonPointer(path), place, url };
}

const describeTotal = ({ rule, errors, warnings, forms, info }: KnownTotal) => ({
  ...{ rule, errors, warnings, forms },
  fixable: info?.fix !== undefined,
});
