import { Chalk, type ChalkInstance } from 'chalk';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { severityWords } from '../diagnostics/wording.ts';
import { codeFrame } from './code-frame.ts';
import { displayWidth, wrapWords } from './display-width.ts';
import { formatLocation } from './format-place.ts';
import { printable } from './printable.ts';
import { closingText, hintLabel } from './report-words.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

const indent = '  ';

type Style = Pick<ReporterOptions, 'language' | 'width'> & { readonly chalk: ChalkInstance };

/** For people at a terminal: each finding with its source lines, then a summary line. */
export const pretty: Reporter = {
  isForPeople: true,
  *file({ file, text, diagnostics }, { language, colorLevel, width }) {
    const style = { language, width: Math.max(20, width), chalk: new Chalk({ level: colorLevel }) };
    for (const diagnostic of diagnostics) {
      const lines = [
        ...headOf(file, diagnostic, style),
        ...frameOf(text, diagnostic, style),
        ...hintOf(diagnostic, style),
      ];
      yield `${lines.join('\n')}\n\n`;
    }
  },
  close: (end, options) => closingText(end, options, new Chalk({ level: options.colorLevel })),
};

/** Place, severity and message: on one line if they fit, else each on its own line. */
function headOf(file: string, diagnostic: Diagnostic, { language, width, chalk }: Style): string[] {
  const { rule, severity, message, place } = diagnostic;
  const location = formatLocation(file, place, language);
  const kind = `${severityWords[severity][language]}[${printable(rule)}]`;
  const sentence = printable(message);
  const [where, label] = [chalk.cyan(location), severityPaint(severity, chalk)(kind)];
  const used = displayWidth(`${location} ${kind}`);
  if (used + 1 + displayWidth(sentence) <= width) return [`${where} ${label} ${chalk.bold(sentence)}`];
  const head = used <= width ? [`${where} ${label}`] : [where, indent + label];
  return [...head, ...wrapWords(sentence, width - indent.length).map((line) => indent + chalk.bold(line))];
}

function frameOf(text: string | undefined, { place, severity }: Diagnostic, { width, chalk }: Style) {
  if (text === undefined || place.kind !== 'text') return [];
  return codeFrame(text, place, width, { gutter: chalk.dim, mark: severityPaint(severity, chalk) });
}

function hintOf({ hint }: Diagnostic, { language, width, chalk }: Style): string[] {
  if (hint === undefined) return [];
  const label = `${indent}${hintLabel[language]}: `;
  const lines = wrapWords(printable(hint), width - displayWidth(label));
  return lines.map((line, index) =>
    index === 0 ? `${chalk.green(label.trimEnd())} ${line}` : ' '.repeat(displayWidth(label)) + line,
  );
}

const severityPaint = (severity: Diagnostic['severity'], chalk: ChalkInstance) =>
  severity === 'error' ? chalk.red.bold : chalk.yellow.bold;
