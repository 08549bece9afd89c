import type { Severity } from '../../diagnostics/finding.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { indispensable, rules } from '../../rules/index.ts';
import { didYouMean } from '../io/did-you-mean.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

const levels = { off: 'off', warn: 'warning', warning: 'warning', error: 'error' } as const;
const isLevel = (name: string | undefined): name is keyof typeof levels =>
  name !== undefined && Object.hasOwn(levels, name);

/** Reads `--rule id=level`. @throws UserError for an unknown rule or severity, or a rule that must stay an error */
export function ruleSeverities(options: readonly string[]): Record<string, 'off' | Severity> {
  const ids = rules.map(({ id }) => id);
  return Object.fromEntries(
    options.map((option) => {
      const [id = '', name] = option.split('=', 2);
      if (!ids.includes(id)) throw unknownRule(id, ids);
      if (!isLevel(name)) throw unknownLevel(option, id);
      const level = levels[name];
      if (level !== 'error' && indispensable.includes(id)) throw notToBeLowered({ id });
      return [id, level];
    }),
  );
}

/** The error of `--rule` and `explain`. */
export function unknownRule(id: string, ids: readonly string[]): UserError {
  const near = nearestWord(id, ids);
  const matches = near
    ? [near]
    : id.length < 3
      ? []
      : ids.filter((known) => known.includes(id.toLowerCase()));
  const list = { vi: 'Xem danh sách: bieu2 rules', en: 'For a list, run: bieu2 rules' };
  return isUnknownRule({ id, advice: didYouMean(matches) ?? list });
}

const isUnknownRule = userError('Không có quy tắc {id}. {advice}', 'Unknown rule {id}. {advice}');

const unknownLevel = (option: string, id: string) =>
  new UserError({
    vi: `Giá trị ${quoteName(option)} của “--rule” không hợp lệ. Hãy viết ${id}=off, ${id}=warning hoặc ${id}=error.`,
    en: `Invalid value ${quoteName(option)} for “--rule”. Write ${id}=off, ${id}=warning or ${id}=error.`,
  });

const notToBeLowered = userError(
  'Quy tắc {id} luôn ở mức lỗi: thiếu nó thì không đọc được biểu. Hãy bỏ tùy chọn này.',
  'The rule {id} is always an error: without it a form cannot be read. Remove this option.',
);
