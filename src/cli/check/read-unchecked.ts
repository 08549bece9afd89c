import type { FileReport } from '../../diagnostics/finding.ts';
import { decodeForm } from '../../form/decode-form.ts';
import { printable } from '../../reporters/printable.ts';
import type { Context } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { readSource } from '../files/read-source.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/**
 * Reads a form (YAML, JSON or Word) without checking it. Its only possible error is that parts do not have the structure of
 * a form and are left out; its name is relative to the configuration.
 *
 * @returns undefined for a file that was found in a folder and is not a form
 * @throws UserError when it cannot be read as a form
 */
export async function readUnchecked(input: Input, { io, language }: Context) {
  const read = await readSource(input, io, { takesWord: true });
  if (!read) return undefined;
  const { source, name } = read;
  const { form, findings } = decodeForm(source);
  if (form) return { form, name, isWord: source.text === undefined, errors: findings.length > 0 ? 1 : 0 };
  const { validateSource } = await import('../../validate.ts');
  throw unreadableForm(input.name, validateSource(source, { language }).report);
}

/** The error for a file that was read but is not a form: its first problem. */
export function unreadableForm(name: string, { diagnostics: [first] }: FileReport): UserError {
  const line = first?.place.kind === 'text' ? first.place.start.line : undefined;
  const [vi, en] = line === undefined ? ['', ''] : [` tại dòng ${line}`, `, line ${line}`];
  const reason = printable(first?.message ?? '');
  return new UserError({
    vi: `Không đọc được biểu ${quoteName(name)}${vi}: ${reason}. Xem: bieu2 validate`,
    en: `Cannot read the form ${quoteName(name)}${en}: ${reason}. See: bieu2 validate`,
  });
}
