import { hasErrors } from './diagnostics/count-findings.ts';
import type { Diagnostic, FileReport } from './diagnostics/finding.ts';
import { sortDiagnostics } from './diagnostics/sort-diagnostics.ts';
import type { Language } from './diagnostics/wording.ts';
import type { Look } from './generated/look-types.ts';
import { decodeLook, type LookProblem } from './look/decode-look.ts';
import type { Source } from './source/source.ts';
import { plainDiagnostic, WordedFinding } from './worded-finding.ts';

export interface LookCheck {
  /** Undefined when there is an error in the report. */
  readonly look: Look | undefined;
  readonly report: FileReport;
}

/** Checks a look's file completely: syntax, keys, values, widths. Never throws for bad input. */
export function checkLook(source: Source, language: Language): LookCheck {
  const { look, problems = [] } = source.value === undefined ? { look: undefined } : decodeLook(source.value);
  const diagnostics = [
    ...source.problems.map((finding) => plainDiagnostic(new WordedFinding(finding, source, { language }))),
    ...problems.map((problem) => diagnosticOf(problem, source, language)),
  ];
  const { file, text } = source;
  return {
    look: hasErrors({ diagnostics }) ? undefined : look,
    report: { file, ...(text !== undefined && { text }), diagnostics: sortDiagnostics(diagnostics) },
  };
}

function diagnosticOf(problem: LookProblem, source: Source, language: Language): Diagnostic {
  const { id, path, message, hint } = problem;
  return {
    rule: 'look',
    messageId: id,
    severity: 'error',
    path,
    place: source.locate(problem),
    message: message[language],
    ...(hint && { hint: hint[language] }),
  };
}
