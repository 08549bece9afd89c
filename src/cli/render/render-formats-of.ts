import { extname } from 'node:path';
import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

/**
 * The formats to render in: those of `--to`, or the one that the output's name ends in, or the usual one.
 *
 * @throws UserError for an unknown format, and for several formats where there is one output
 */
export function formatsOf({
  to,
  output,
}: {
  readonly to?: string;
  readonly output?: string;
}): RenderFormat[] {
  if (to === undefined) {
    const ending = endingOf(output ?? '');
    return [renderFormats.find((format) => format === ending) ?? renderFormats[0]];
  }
  const formats = [...new Set(to.split(',').map((name) => formatOf(name.trim().toLowerCase())))];
  if (output === undefined) return formats;
  if (formats.length > 1) throw severalForOutput({ output });
  const named = renderFormats.find((format) => format === endingOf(output));
  if (named !== undefined && named !== formats[0]) throw otherEnding(output, named);
  return formats;
}

const endingOf = (output: string) => extname(output).slice(1).toLowerCase();

function formatOf(name: string): RenderFormat {
  const known = renderFormats.find((format) => format === name);
  if (known) return known;
  throw unknownFormat(name, renderFormats);
}

const otherEnding = (output: string, format: RenderFormat) =>
  new UserError({
    vi: `Tên tệp ${quoteName(output)} không hợp với “--to”. Hãy đổi đuôi tệp, hoặc dùng --to ${format}.`,
    en: `The file name ${quoteName(output)} does not match “--to”. Change its extension, or use --to ${format}.`,
  });

const severalForOutput = userError(
  'Có nhiều định dạng mà chỉ có một nơi ghi là {output}. Hãy dùng --out-dir, hoặc chọn một định dạng.',
  'Several formats, but only one output {output}. Use --out-dir, or choose one format.',
);
