import { showValue } from '../diagnostics/plain-value.ts';
import { isDay, parseDate } from '../form/calendar-date.ts';
import { defineRule, hintInWord, say } from './rule.ts';

export const invalidDate = defineRule({
  id: 'invalid-date',
  severity: 'error',
  summary: {
    vi: 'Ngày ký có thật, ghi dạng YYYY-MM-DD',
    en: 'The date of signing exists and is written YYYY-MM-DD',
  },
  explanation: {
    vi: 'Ngày ký ghi dạng năm-tháng-ngày (2026-11-24) và phải có trong lịch. Trên biểu in thành “ngày 24 tháng 11 năm 2026”. Bỏ “date” thì in dấu chấm để điền tay.',
    en: 'The date of signing is written year-month-day (2026-11-24) and must exist in the calendar. It is printed as “ngày 24 tháng 11 năm 2026”. If “date” is left out, dots are printed to be filled in by hand.',
  },
  example: {
    bad: 'signatures:\n  date: 31/02/2026\n',
    good: 'signatures:\n  date: 2026-02-28\n',
  },
  messages: {
    format: {
      text: ({ value }) => ({
        vi: value ? `ngày “${value}” không đúng dạng YYYY-MM-DD` : 'thiếu ngày sau “date:”',
        en: value ? `the date “${value}” is not in the form YYYY-MM-DD` : 'the date after “date:” is missing',
      }),
      hint: ({ meant }) => ({
        vi: meant ? `Ghi “date: ${meant}”.` : 'Ghi ví dụ “date: 2026-11-24”, hoặc bỏ khóa này để điền tay.',
        en: meant
          ? `Write “date: ${meant}”.`
          : 'Write, for example, “date: 2026-11-24”, or remove the key to fill the date in by hand.',
      }),
      ...hintInWord('Ghi ví dụ “ngày 24 tháng 11 năm 2026”.', 'Write it as “ngày 24 tháng 11 năm 2026”.'),
    },
    'no-such-day': say(
      'ngày {value} không có trong lịch → Kiểm tra lại ngày và tháng.',
      'the day {value} does not exist in the calendar → Check the day and the month.',
    ),
  },
  fix: {
    summary: {
      vi: 'Viết lại ngày có thật như 24/11/2026, “ngày 24 tháng 11 năm 2026” theo dạng YYYY-MM-DD.',
      en: 'Writes a real day such as 24/11/2026 or “ngày 24 tháng 11 năm 2026” in the form YYYY-MM-DD.',
    },
    changes: ({ path, facts }) => (facts?.meant ? [{ kind: 'set', path, value: String(facts.meant) }] : []),
  },
  check({ date }, report) {
    if (!date || (typeof date.value === 'string' && parseDate(date.value))) return;
    const value = showValue(date.value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      report({ message: 'no-such-day', path: date.path, facts: { value } });
    } else {
      report({ message: 'format', path: date.path, facts: { value, meant: meantDate(value) } });
    }
  },
});

/** The date meant by 24/11/2026, 2026-1-5 or “ngày 24 tháng 11 năm 2026”, as printed; empty if unclear. */
function meantDate(value: string): string {
  const parts = value
    .normalize('NFC')
    .trim()
    .replace(/^ngày\s+/i, '')
    .split(/\s*[-/.]\s*|\s+(?:tháng|năm)\s+/i);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return '';
  const [first = '', month = '', last = ''] = parts;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  if (year.length !== 4 || !isDay(Number(year), Number(month), Number(day))) return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
