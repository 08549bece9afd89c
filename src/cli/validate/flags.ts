import type { CheckFlags } from '../check/check-options.ts';
import { quoteName } from '../io/quote-name.ts';
import type { RunFlags } from '../run/each-file.ts';
import { UserError } from '../user-error.ts';
import { BaselineFile } from './baseline-file.ts';
import type { FixMode } from './fix-file.ts';

/** The options of `validate` as the command line gives them. */
export interface ValidateFlags extends CheckFlags, RunFlags {
  readonly format?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A revision, or true for the usual one. */
  readonly changed?: string | boolean;
  readonly ignoreUnknown?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly annotate?: string;
  readonly annotateDir?: string;
  readonly showFiles?: boolean;
}

/** @throws UserError when the baseline cannot be read, or `--update-baseline` knows of none */
export function baselineOf(
  name: string | undefined,
  { updateBaseline }: ValidateFlags,
  cwd: string,
): BaselineFile | undefined {
  if (name !== undefined) {
    const baseline = new BaselineFile(name, cwd);
    if (updateBaseline) baseline.hold();
    else baseline.load();
    return baseline;
  }
  if (!updateBaseline) return undefined;
  throw new UserError({
    vi: '“--update-baseline” cần biết tệp: thêm --baseline baseline.json, hoặc ghi “baseline” trong bieu2.config.yaml.',
    en: '“--update-baseline” needs to know the file: add --baseline baseline.json, or set “baseline” in bieu2.config.yaml.',
  });
}

/** @throws UserError for a way of fixing without `--fix` */
export function fixModeOf({ fix, dryRun, diff }: ValidateFlags): FixMode | undefined {
  if (!fix && (dryRun || diff)) {
    throw new UserError({
      vi: '“--dry-run” và “--diff” chỉ dùng cùng với “--fix”.',
      en: '“--dry-run” and “--diff” go with “--fix” only.',
    });
  }
  return diff ? 'diff' : dryRun ? 'dry-run' : fix ? 'write' : undefined;
}

/** @throws UserError for a number that is none */
export function warningsAllowed({ maxWarnings: text }: ValidateFlags): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError({
    vi: `“--max-warnings” cần một số nguyên không âm, không phải ${quoteName(text)}.`,
    en: `“--max-warnings” takes a whole number from 0 on, not ${quoteName(text)}.`,
  });
}
