import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonPointer } from '../diagnostics/json-pointer.ts';
import { jsonAfter, jsonBefore, jsonItem } from './json-list.ts';
import type { Reporter } from './reporter.ts';

/**
 * For programs: the whole result as `schemas/report.schema.json` describes it, every file and every finding.
 * `version` grows when something that was promised changes; new keys alone do not change it.
 */
export const json: Reporter = {
  open: ({ toolVersion }, { language }) =>
    jsonBefore({ version: 1, tool: { name: 'bieu2', version: toolVersion }, language, files: [] }, 'files'),
  *file({ file, diagnostics }, { rulesPage }) {
    const whole = jsonItem({ file, diagnostics: [] }, 2);
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
  close: ({ summary, config, failures, unread = [], stopped, isEmpty }) =>
    jsonAfter(
      {
        files: [],
        summary,
        failures,
        ...(config !== undefined && { config }),
        ...(unread.length > 0 && { skipped: unread }),
        ...(stopped && { interrupted: stopped.isInterrupted, notDone: stopped.notDone }),
      },
      isEmpty,
      'files',
    ),
};

// Written out key by key: their order and presence are promised.
const describe = (
  { rule, messageId, severity, message, hint, path, place }: Diagnostic,
  rulesPage: string | undefined,
) => ({
  rule,
  messageId,
  severity,
  message,
  hint,
  path: jsonPointer(path),
  place,
  url: rulesPage && `${rulesPage}#${rule}`,
});
