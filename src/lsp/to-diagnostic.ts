import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import { type Analysis, rangeIn } from './analysis.ts';
import type { ConfigFault } from './host.ts';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning };

/** A finding for editors; its hint is part of the message, since editors show only that. */
export function toDiagnostic(diagnostic: Diagnostic, { rangeOf }: Analysis): LspDiagnostic {
  const { rule, severity, message, hint } = diagnostic;
  return {
    range: rangeOf(spanOf(diagnostic)),
    severity: severities[severity],
    code: rule,
    source: 'bieu2',
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}

/** An error in a configuration, for editors. */
export function configDiagnostic(
  { span, message }: ConfigFault,
  document: TextDocument,
  language: Language,
): LspDiagnostic {
  const severity = DiagnosticSeverity.Error;
  return {
    range: rangeIn(document, span),
    severity,
    code: 'config',
    source: 'bieu2',
    message: message[language],
  };
}

export const spanOf = ({ place }: Diagnostic): Range =>
  place.kind === 'text' ? [place.start.offset, place.end.offset] : [0, 0];
