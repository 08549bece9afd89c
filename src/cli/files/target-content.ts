import { readFileSync, statSync } from 'node:fs';
import type { Wording } from '../../diagnostics/wording.ts';
import { fileError } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { isThere } from './paths.ts';

/** What is at a target: its bytes, or nothing yet; undefined for devices and pipes, whose content is not replaced. */
export type TargetContent = Uint8Array | 'nothing' | undefined;

/**
 * What a target has before the work on it begins, to be compared by `AtomicFile.commit`.
 *
 * @param name what messages call it @throws UserError when it cannot be read
 */
export function targetContent(path: string, name: string): TargetContent {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return 'nothing';
    return stat.isFile() ? readFileSync(path) : undefined;
  } catch (error) {
    throw fileError('write', name, error);
  }
}

/** @throws UserError where somebody else has written to the target since `before` was read */
export function refuseChanged(path: string, name: string, before: TargetContent): void {
  if (before === undefined) return;
  const now = targetContent(path, name);
  if (
    before === 'nothing' ? now === 'nothing' : now instanceof Uint8Array && Buffer.compare(now, before) === 0
  ) {
    return;
  }
  throw new UserError({
    vi: `Không ghi ${quoteName(name)}: tệp đã thay đổi trong lúc chạy, chưa ghi gì. Hãy chạy lại.`,
    en: `Not writing ${quoteName(name)}: it changed meanwhile, nothing was written. Run again.`,
  });
}

/** The same. @throws UserError also where there is something, and nobody has asked for it to be replaced */
export function contentToReplace(path: string, name: string, force: boolean | undefined): TargetContent {
  const before = targetContent(path, name);
  // What a device or a pipe is given replaces nothing.
  if (force || !isThere(path) || before === undefined) return before;
  throw notReplacing(name, { vi: 'tệp đã có', en: 'it is already there' });
}

/** @param reason a clause: why a target is replaced on demand only */
export const notReplacing = (name: string, { vi, en }: Wording) =>
  new UserError({
    vi: `Không ghi đè ${quoteName(name)}: ${vi}. Hãy chọn tên khác bằng -o, hoặc thêm --force để thay thế.`,
    en: `Not replacing ${quoteName(name)}: ${en}. Choose another name with -o, or add --force to replace it.`,
  });
