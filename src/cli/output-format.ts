import type { Wording } from '../diagnostics/wording.ts';
import { wrongEnding } from './io/file-error.ts';
import type { Io } from './io/io.ts';
import { userError } from './user-error.ts';

/** The file name endings of each format. */
export type Formats<Name extends string> = Readonly<
  Record<Name, readonly [usual: string, ...others: string[]]>
>;

/** The format names, in order. */
export const formatNames = <Name extends string>(formats: Formats<Name>): Name[] =>
  Object.keys(formats).filter((name): name is Name => Object.hasOwn(formats, name));

/**
 * The format of `--format`, else the one of the ending of `-o`.
 *
 * @param usual the default for standard output @param example a workbook's name, if workbooks are a format
 * @throws UserError for an ending without a format, and for a workbook on a terminal
 */
export function chooseFormat<Name extends string>(
  { format: given, output = '-' }: { readonly format?: Name; readonly output?: string },
  {
    formats,
    usual,
    example,
  }: { readonly formats: Formats<Name>; readonly usual: Name; readonly example?: Wording },
  { stdout }: Pick<Io, 'stdout'>,
): Name {
  const format = given ?? (output === '-' ? usual : formatOf(output, formats));
  if (format === 'xlsx' && output === '-' && stdout.isTTY && example) throw workbookOnTerminal({ example });
  return format;
}

function formatOf<Name extends string>(file: string, formats: Formats<Name>): Name {
  const hasEnding = (ending: string) => file.toLowerCase().endsWith(ending);
  const found = formatNames(formats).find((name) => formats[name].some(hasEnding));
  if (found) return found;
  const endings = formatNames(formats).map((name) => formats[name][0]);
  throw wrongEnding(file, endings, { vi: ', hoặc thêm --format.', en: ', or add --format.' });
}

const workbookOnTerminal = userError(
  'Sổ tính .xlsx không in ra màn hình được: hãy ghi ra tệp, ví dụ -o {example}.',
  'A workbook (.xlsx) cannot be shown on a terminal: write it to a file, as in -o {example}.',
);
