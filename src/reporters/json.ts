import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonPointer } from './json-pointer.ts';
import type { Reporter } from './reporter.ts';
import { stringifyJson } from './stringify-json.ts';
import { summarize } from './summarize.ts';

/**
 * For programs: the whole result as `schemas/report.schema.json` describes it, every file and every finding.
 * `version` grows when something that was promised changes; new keys alone do not change it.
 */
export const json: Reporter = (report, { language }) =>
  stringifyJson({
    version: 1,
    tool: { name: 'bieu2', version: report.toolVersion },
    language,
    summary: summarize(report),
    files: report.files.map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map(describe) })),
  });

// Written out key by key: their order and presence are promised.
const describe = ({ rule, messageId, severity, message, hint, path, place }: Diagnostic) => ({
  rule,
  messageId,
  severity,
  message,
  hint,
  path: jsonPointer(path),
  place,
});
