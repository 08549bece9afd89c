import type { Severity } from '../../diagnostics/finding.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { indispensable } from '../../rules/index.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

const levels = ['off', 'warning', 'error'] as const;

/**
 * Reads `--rule id=off|warning|error`.
 *
 * @throws UserError for an unknown rule or level, or a rule that has to stay an error
 */
export function ruleSeverities(
  options: readonly string[],
  ids: readonly string[],
): Record<string, 'off' | Severity> {
  return Object.fromEntries(
    options.map((option) => {
      const [id = '', name] = option.split('=', 2);
      if (!ids.includes(id)) throw unknownRule(id, ids);
      const level = levels.find((known) => known === name);
      if (!level) throw unknownLevel(option, id);
      if (level !== 'error' && indispensable.includes(id)) throw notToBeLowered(id);
      return [id, level];
    }),
  );
}

/** For `--rule` and `explain`. */
export function unknownRule(id: string, ids: readonly string[]): UserError {
  const near = nearestWord(id, ids);
  return new UserError({
    vi: `Không có quy tắc ${quoteName(id)}. ${near ? `Có phải ý là ${quoteName(near)}?` : 'Xem danh sách: bieu2 rules'}`,
    en: `There is no rule ${quoteName(id)}. ${near ? `Did you mean ${quoteName(near)}?` : 'For a list: bieu2 rules'}`,
  });
}

const unknownLevel = (option: string, id: string) =>
  new UserError({
    vi: `Không hiểu “--rule” ${quoteName(option)}. Hãy viết ${id}=off, ${id}=warning hoặc ${id}=error.`,
    en: `Cannot read “--rule” ${quoteName(option)}. Write ${id}=off, ${id}=warning or ${id}=error.`,
  });

const notToBeLowered = (id: string) =>
  new UserError({
    vi: `Quy tắc ${quoteName(id)} luôn ở mức lỗi: thiếu nó thì không đọc được biểu. Hãy bỏ tùy chọn này.`,
    en: `The rule ${quoteName(id)} is always an error: without it a form cannot be read. Leave this option out.`,
  });
