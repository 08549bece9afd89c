import { printable } from '../../reporters/printable.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** What to say of a file in which there is no form that can be read. @param reason a sentence, in the language of the run */
export function unreadableForm(
  name: string,
  { line, reason }: { readonly line?: number; readonly reason: string },
): UserError {
  const [vi, en] = line === undefined ? ['', ''] : [` tại dòng ${line}`, `, line ${line}`];
  return new UserError({
    vi: `Không đọc được biểu ${quoteName(name)}${vi}: ${printable(reason)}. Xem: bieu2 validate`,
    en: `Cannot read the form ${quoteName(name)}${en}: ${printable(reason)}. See: bieu2 validate`,
  });
}
