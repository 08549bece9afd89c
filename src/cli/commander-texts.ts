import type { Command, CommanderError } from 'commander';
import type { Language } from '../diagnostics/wording.ts';
import { printable } from '../reporters/printable.ts';
import { shellWord } from './io/quote-name.ts';
import { UserError } from './user-error.ts';

/** Headings and placeholders of commander's help. */
const helpTexts: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Global Options:': 'Tùy chọn chung:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
  '[options]': '[tùy chọn]',
  '[command]': '[lệnh]',
};

/** A heading or a usage line of commander's help in the language of the run. */
export const translateHelp = (text: string, language: Language): string =>
  language === 'en'
    ? text
    : Object.entries(helpTexts).reduce((result, [from, to]) => result.replace(from, to), text);

/** commander's messages, each with its Vietnamese twin. */
const messages: readonly (readonly [pattern: RegExp, vi: string])[] = [
  [/^missing required argument '(.*)'/s, 'Thiếu tham số “$1”'],
  [/^option '(.*)' argument missing/s, 'Tùy chọn “$1” thiếu giá trị'],
  [/^required option '(.*)' not specified/s, 'Thiếu tùy chọn bắt buộc “$1”'],
  [/^option '(.*)' cannot be used with option '(.*)'/s, 'Không dùng “$1” cùng với “$2”'],
  [/^unknown option '(.*)'/s, 'Không có tùy chọn “$1”'],
  [/^unknown command '(.*)'/s, 'Không có lệnh “$1”'],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./s,
    'Thừa tham số: cần $2, có $3.',
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./s,
    'Giá trị “$2” của tùy chọn “$1” không hợp lệ. Các giá trị dùng được: $3.',
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./s,
    'Giá trị “$1” của tham số “$2” không hợp lệ. Các giá trị dùng được: $3.',
  ],
  [/\n\(Did you mean one of (.*)\?\)$/, '. Có phải ý là một trong: $1?'],
  [/\n\(Did you mean (.*)\?\)$/, '. Có phải ý là $1?'],
];

/** A mistake on the command line, worded by commander, in both languages. @param command whose help to name */
export function usageError({ code, message }: CommanderError, command: string | undefined): UserError {
  const help = ['bieu2', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  const english = message.replace(/^error: /, '');
  const vietnamese = messages.reduce((text, [pattern, twin]) => text.replace(pattern, twin), english);
  const file = code === 'commander.unknownCommand' ? /'(.*[./\\].*)'/s.exec(english)?.[1] : undefined;
  return new UserError({
    vi: `${end(vietnamese)} ${file ? `Để kiểm tra tệp, hãy gõ: bieu2 validate ${shellWord(file)}` : `Xem: ${help}`}`,
    en: `${end(english.replace(/\n\((.*)\)$/, '. $1'))} ${file ? `To check a file, type: bieu2 validate ${shellWord(file)}` : `See: ${help}`}`,
  });
}

/**
 * An empty name is a variable of a script that was not set, never the current folder.
 *
 * @throws UserError where an argument or the value of an option is empty, or `--stdin-filename` names nothing
 */
export function refuseEmptyWords(command: Command): void {
  const values: Readonly<Record<string, unknown>> = command.opts();
  // What a number lacks is said where it is read.
  const isEmpty = (option: Command['options'][number]) =>
    !option.flags.includes('<n>') && [values[option.attributeName()]].flat().includes('');
  const option = command.options.find(isEmpty);
  if (option) throw emptyOption(option.long ?? option.flags);
  if (command.args.includes('')) throw emptyArgument();
  if (values.stdinFilename !== undefined && !command.args.includes('-')) throw stdinFilenameAlone();
}

const emptyArgument = () =>
  new UserError({
    vi: 'Có một tên tệp để trống. Hãy kiểm tra biến trong lệnh; thư mục hiện tại là “.”.',
    en: 'One of the names is empty. Check the variables in the command; the current directory is “.”.',
  });

const emptyOption = (name: string) =>
  new UserError({
    vi: `Giá trị của “${name}” để trống. Hãy kiểm tra biến trong lệnh, hoặc bỏ tùy chọn này.`,
    en: `The value of “${name}” is empty. Check the variables in the command, or leave the option out.`,
  });

const stdinFilenameAlone = () =>
  new UserError({
    vi: '“--stdin-filename” đặt tên cho đầu vào chuẩn: hãy thêm - vào lệnh, hoặc bỏ tùy chọn này.',
    en: '“--stdin-filename” is the name of standard input: add - to the command, or leave the option out.',
  });

const end = (text: string) => printable(/[.?]$/.test(text) ? text : `${text}.`);
