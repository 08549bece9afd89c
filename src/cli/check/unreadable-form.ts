import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../reporters/printable.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** What to say of a file that was read but is not a form: its first problem. */
export function unreadableForm(name: string, { diagnostics: [first] }: FileReport): UserError {
  const line = first?.place.kind === 'text' ? first.place.start.line : undefined;
  const [vi, en] = line === undefined ? ['', ''] : [` tại dòng ${line}`, `, line ${line}`];
  const reason = printable(first?.message ?? '');
  return new UserError({
    vi: `Không đọc được biểu ${quoteName(name)}${vi}: ${reason}. Xem: bieu2 validate`,
    en: `Cannot read the form ${quoteName(name)}${en}: ${reason}. See: bieu2 validate`,
  });
}
