import type { Wording } from '../../diagnostics/wording.ts';
import { quoteName } from '../io/quote-name.ts';
import { isShortage } from './is-shortage.ts';
import type { Outcome } from './job.ts';

/** What became of the file that a thread died over. @param reason undefined when it was killed without a word */
export function outcomeOfDeath(name: string, reason: Error | undefined): Outcome<never> {
  if (reason === undefined) return { failure: killed(name) };
  return isShortage(reason) ? { failure: outOfMemory(name) } : { bug: reason.stack ?? reason.message };
}

const outOfMemory = (name: string): Wording => ({
  vi: `Không xử lý được ${quoteName(name)}: tệp cần nhiều bộ nhớ hơn mức cho phép. Hãy chạy riêng tệp này, hoặc dùng --jobs 1.`,
  en: `Cannot process ${quoteName(name)}: it takes more memory than there is. Run it by itself, or use --jobs 1.`,
});

const killed = (name: string): Wording => ({
  vi: `Không xử lý được ${quoteName(name)}: luồng xử lý dừng đột ngột. Hãy chạy riêng tệp này.`,
  en: `Cannot process ${quoteName(name)}: the thread at work on it ended suddenly. Run it by itself.`,
});
