import type { Command, CommanderError } from 'commander';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { printable, shellWord } from '../reporters/printable.ts';
import { didYouMean } from './io/did-you-mean.ts';
import { UserError } from './user-error.ts';

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

const messages: readonly (readonly [pattern: RegExp, wording: Wording])[] = [
  [/^missing required argument '(.*)'/s, { vi: 'Thiếu tham số “$1”.', en: 'Missing argument “$1”.' }],
  [
    /^option '(.*)' argument missing/s,
    { vi: 'Tùy chọn “$1” thiếu giá trị.', en: 'The option “$1” needs a value.' },
  ],
  [
    /^option '(.*)' cannot be used with option '(.*)'/s,
    { vi: 'Không dùng “$1” cùng với “$2”.', en: '“$1” cannot be used with “$2”.' },
  ],
  [/^unknown option '(.*)'/s, { vi: 'Không có tùy chọn “$1”.', en: 'Unknown option “$1”.' }],
  [/^unknown command '(.*)'/s, { vi: 'Không có lệnh “$1”.', en: 'Unknown command “$1”.' }],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)\./s,
    { vi: 'Thừa tham số: cần $1, có $2.', en: 'Too many arguments: expected $1, got $2.' },
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./s,
    {
      vi: 'Giá trị “$2” của tùy chọn “$1” không hợp lệ. Các giá trị dùng được: $3.',
      en: 'Invalid value “$2” for the option “$1”. Allowed values: $3.',
    },
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./s,
    {
      vi: 'Giá trị “$1” của tham số “$2” không hợp lệ. Các giá trị dùng được: $3.',
      en: 'Invalid value “$1” for the argument “$2”. Allowed values: $3.',
    },
  ],
];

/** What users of similar tools type instead of a command. */
const commandsMeant: readonly (readonly [typed: RegExp, meant: readonly string[]])[] = [
  [/^(?:check|lint|test|verify)$/, ['validate']],
  [/^(?:convert|build|export-docx)$/, ['render', 'import']],
  [/^(?:fmt|format|fix)$/, ['validate --fix']],
  [/^(?:new|create)$/, ['init']],
];

/** What users of similar tools type instead of an option: the first that the command has is suggested. */
const optionsMeant: Readonly<Record<string, readonly string[]>> = {
  '--output-format': ['--format', '--to'],
  '--out': ['--output'],
  '--output-file': ['--output'],
  '--output-dir': ['--out-dir'],
  '--config-file': ['--config'],
  '--language': ['--lang'],
  '--severity': ['--rule'],
};

/** Rewords commander's error about the command line. @param command the command called, if any */
export function usageError({ code, message }: CommanderError, program: Command, command: Command): UserError {
  const [said = '', ...suggestion] = message.replace(/^error: /, '').split(/\n(?=\(Did you mean )/);
  const [pattern, wording] = messages.find(([known]) => known.test(said)) ?? [
    /^.*$/s,
    { vi: '$&', en: '$&' },
  ];
  const found = wordsMeant(said, command) ?? valueMeant(said) ?? suggestedBy(suggestion.join(''));
  const question = didYouMean(found);
  const file = code === 'commander.unknownCommand' ? /'(.*[./\\].*)'/s.exec(said)?.[1] : undefined;
  const advice: Wording = file
    ? {
        vi: `Để kiểm tra tệp, hãy gõ: bieu2 validate ${shellWord(file)}`,
        en: `To check a file, run: bieu2 validate ${shellWord(file)}`,
      }
    : { vi: `Xem: ${helpOf(command, program)}`, en: `See: ${helpOf(command, program)}` };
  const inLanguage = (language: Language) =>
    [printable(said.replace(pattern, wording[language])), question?.[language], advice[language]]
      .filter((part) => part !== undefined)
      .join(' ');
  return new UserError({ vi: inLanguage('vi'), en: inLanguage('en') });
}

function wordsMeant(said: string, command: Command): readonly string[] | undefined {
  const [, kind, name = ''] = /^unknown (command|option) '(.*)'/s.exec(said) ?? [];
  if (kind === 'command')
    return command.parent ? undefined : commandsMeant.find(([typed]) => typed.test(name))?.[1];
  const known = command
    .createHelp()
    .visibleOptions(command)
    .concat(command.createHelp().visibleGlobalOptions(command));
  const meant = optionsMeant[name]?.find((long) => known.some((option) => option.long === long));
  return meant === undefined ? undefined : [meant];
}

/** The known value that was probably meant, if the error is about one. */
function valueMeant(said: string): readonly string[] | undefined {
  const [, value = '', choices = ''] =
    /^(?:option '.*' argument|command-argument value) '(.*)' is invalid.* Allowed choices are (.*)\.$/s.exec(
      said,
    ) ?? [];
  const near = nearestWord(value, choices.split(', '));
  return near === undefined ? undefined : [near];
}

/** “(Did you mean one of a, b?)” */
const suggestedBy = (suggestion: string): readonly string[] =>
  /^\(Did you mean (?:one of )?(.*)\?\)$/s.exec(suggestion)?.[1]?.split(', ') ?? [];

function helpOf(command: Command, program: Command): string {
  const names: string[] = [];
  for (let one: Command | null = command; one && one !== program; one = one.parent) names.unshift(one.name());
  return ['bieu2', ...names, '--help'].join(' ');
}
