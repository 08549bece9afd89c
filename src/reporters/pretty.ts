import { Chalk, type ChalkInstance } from 'chalk';
import type { Diagnostic, FileReport } from '../diagnostics/finding.ts';
import { type Language, severityWords } from '../diagnostics/wording.ts';
import { codeFrame } from './code-frame.ts';
import { displayWidth, wrapWords } from './display-width.ts';
import { formatLocation } from './format-place.ts';
import { printable, withoutCommands } from './printable.ts';
import { closingText, hintLabel } from './report-words.ts';
import type { Reporter } from './reporter.ts';

const indent = '  ';

/** For people at a terminal: each finding with its source lines, then a summary line. */
export const pretty: Reporter = {
  isForPeople: true,
  *file(file, { language, colorLevel, width: columns, isObeyed }) {
    const chalk = new Chalk({ level: colorLevel });
    const width = widthFor(columns);
    for (const diagnostic of file.diagnostics) {
      const location = formatLocation(file.file, diagnostic.place, language);
      const lines = [
        ...headOf(location, diagnostic, language, width, chalk),
        ...frameOf(file, diagnostic, width, chalk),
        ...hintOf(diagnostic, language, width, chalk),
      ];
      const text = `${lines.join('\n')}\n\n`;
      yield isObeyed ? withoutCommands(text) : text;
    }
  },
  close: (end, options) => closingText(end, options, new Chalk({ level: options.colorLevel })),
};

const widthFor = (columns: number) => Math.max(20, columns);

/** Place, severity and message: on one line if they fit, else each on its own line. */
function headOf(
  location: string,
  { rule, severity, message }: Diagnostic,
  language: Language,
  width: number,
  chalk: ChalkInstance,
): string[] {
  const kind = `${severityWords[severity][language]}[${printable(rule)}]`;
  const sentence = printable(message);
  const place = chalk.cyan(location);
  const label = severityPaint(severity, chalk)(kind);
  const used = displayWidth(`${location} ${kind}`);
  if (used + 1 + displayWidth(sentence) <= width) return [`${place} ${label} ${chalk.bold(sentence)}`];
  const head = used <= width ? [`${place} ${label}`] : [place, indent + label];
  return [...head, ...wrapWords(sentence, width - indent.length).map((line) => indent + chalk.bold(line))];
}

function frameOf({ text }: FileReport, { place, severity }: Diagnostic, width: number, chalk: ChalkInstance) {
  if (text === undefined || place.kind !== 'text') return [];
  return codeFrame(text, place, width, { gutter: chalk.dim, mark: severityPaint(severity, chalk) });
}

function hintOf({ hint }: Diagnostic, language: Language, width: number, chalk: ChalkInstance): string[] {
  if (hint === undefined) return [];
  const label = `${indent}${hintLabel[language]}: `;
  const lines = wrapWords(printable(hint), width - displayWidth(label));
  return lines.map((line, index) =>
    index === 0 ? `${chalk.green(label.trimEnd())} ${line}` : ' '.repeat(displayWidth(label)) + line,
  );
}

const severityPaint = (severity: Diagnostic['severity'], chalk: ChalkInstance) =>
  severity === 'error' ? chalk.red.bold : chalk.yellow.bold;
