import { extname } from 'node:path';
import { words } from '../../diagnostics/wording.ts';
import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import { unknownFormat } from '../io/did-you-mean.ts';
import { userError } from '../user-error.ts';
import type { RenderFlags } from './command.ts';
import type { OutputKind } from './render-targets.ts';

/** The origin of a file that would be replaced: written by bieu2 and unchanged, edited since, or neither. */
type OutputState = 'unedited' | 'edited' | 'foreign';

/** The file names of a format, and the state of its files. */
export interface RenderOutput {
  readonly isText: boolean;
  /** Loaded when the file exists. */
  readonly stateOf: () => Promise<(bytes: Uint8Array) => OutputState>;
}

export const renderOutputs: Readonly<Record<RenderFormat, RenderOutput>> = {
  docx: {
    isText: false,
    stateOf: async () => (await import('../../word/package/output-state.ts')).outputState,
  },
  html: { isText: true, stateOf: async () => (await import('../../html/html-state.ts')).htmlState },
  pdf: { isText: false, stateOf: async () => (await import('../../pdf/pdf-state.ts')).pdfState },
};

export const outputKindOf = (format: RenderFormat): OutputKind => ({
  endings: [`.${format}`],
  allEndings: renderFormats.map((name) => `.${name}`),
});

/**
 * The formats to render: those of `--to`, else that of the output's ending, else the default.
 *
 * @throws UserError for an unknown format, and for several formats with one output
 */
export function formatsOf({ to, output }: Pick<RenderFlags, 'to' | 'output'>): RenderFormat[] {
  if (to === undefined) {
    const ending = endingOf(output ?? '');
    return [renderFormats.find((format) => format === ending) ?? renderFormats[0]];
  }
  const formats = [...new Set(to.split(',').map((name) => formatOf(name.trim().toLowerCase())))];
  if (output === undefined) return formats;
  if (formats.length > 1) throw severalForOutput({ output });
  const named = renderFormats.find((format) => format === endingOf(output));
  if (named !== undefined && named !== formats[0]) throw otherEnding({ output, format: words(named, named) });
  return formats;
}

const endingOf = (output: string) => extname(output).slice(1).toLowerCase();

function formatOf(name: string): RenderFormat {
  const known = renderFormats.find((format) => format === name);
  if (known) return known;
  throw unknownFormat(name, renderFormats);
}

const otherEnding = userError(
  'Tên tệp {output} không hợp với “--to”. Hãy đổi đuôi tệp, hoặc dùng --to {format}.',
  'The file name {output} does not match “--to”. Change its extension, or use --to {format}.',
);

const severalForOutput = userError(
  'Có nhiều định dạng mà chỉ có một nơi ghi là {output}. Hãy dùng --out-dir, hoặc chọn một định dạng.',
  'Several formats, but only one output {output}. Use --out-dir, or choose one format.',
);
