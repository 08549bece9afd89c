import type { FileReport } from '../../diagnostics/finding.ts';
import type { Form } from '../../form/form.ts';
import type { Source } from '../../source/source.ts';
import { checkSource, type InspectOptions, type ValidateOptions } from '../../validate.ts';
import type { Input } from '../files/find-inputs.ts';
import { type ReadOptions, readSource } from '../files/read-source.ts';
import type { Io } from '../io/io.ts';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly input: Input;
  readonly source: Source;
  /** Undefined when the file could not be parsed. */
  readonly form: Form | undefined;
  readonly report: FileReport;
}

export interface CheckOptions extends InspectOptions, ReadOptions {
  /** Fixes a source before it is checked. */
  readonly beforeCheck?: (
    source: Source,
    input: Input,
    bytes: Uint8Array,
    options: InspectOptions,
  ) => Source | Promise<Source>;
  /** Which files are skipped unless named. */
  readonly isExcluded?: (input: Input) => boolean;
  /** Settings for one file, which override or extend the others. */
  readonly forFile?: (input: Input) => ValidateOptions;
}

/**
 * Reads and checks one file; undefined for one that was found in a folder and is not a form.
 *
 * @throws UserError when it cannot be read
 */
export async function checkFile(
  input: Input,
  io: Io,
  options: CheckOptions,
): Promise<CheckedFile | undefined> {
  const read = await readSource(input, io, options);
  if (!read) return undefined;
  const { strict = false, beforeCheck, forFile, ...all } = options;
  const own = { ...all, ...forFile?.({ ...input, name: read.name }) };
  const source = (await beforeCheck?.(read.source, input, read.bytes, own)) ?? read.source;
  return { input, source, ...checkSource(source, { ...own, strict }) };
}
