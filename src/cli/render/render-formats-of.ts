import { extname } from 'node:path';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/**
 * The formats to render in: those of `--to`, or the one that the output's name ends in, or the usual one.
 *
 * @throws UserError for what is no format, and for several formats where there is one output
 */
export function formatsOf({
  to,
  output,
}: {
  readonly to?: string;
  readonly output?: string;
}): RenderFormat[] {
  if (to === undefined) {
    const ending = extname(output ?? '')
      .slice(1)
      .toLowerCase();
    return [renderFormats.find((format) => format === ending) ?? renderFormats[0]];
  }
  const formats = [...new Set(to.split(',').map((name) => formatOf(name.trim().toLowerCase())))];
  if (output !== undefined && formats.length > 1) throw severalForOutput(output);
  return formats;
}

function formatOf(name: string): RenderFormat {
  const known = renderFormats.find((format) => format === name);
  if (known) return known;
  const near = nearestWord(name, renderFormats);
  const list = renderFormats.join(', ');
  throw new UserError({
    vi: `Không có định dạng ${quoteName(name)}. ${near ? `Có phải ý là ${near}?` : `Các định dạng: ${list}.`}`,
    en: `There is no format ${quoteName(name)}. ${near ? `Did you mean ${near}?` : `The formats: ${list}.`}`,
  });
}

const severalForOutput = (output: string) =>
  new UserError({
    vi: `Có nhiều định dạng mà chỉ có một nơi ghi là ${quoteName(output)}. Hãy dùng --out-dir, hoặc chọn một định dạng.`,
    en: `There are several formats for the one output ${quoteName(output)}. Use --out-dir, or choose one format.`,
  });
