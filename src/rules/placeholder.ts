import { textsOf } from '../form/walk-form.ts';
import { isBlank } from '../vietnamese/is-blank.ts';
import { findPlaceholder } from '../vietnamese/placeholders.ts';
import { defineRule } from './rule.ts';

const fillIn = () => ({
  vi: 'Thay bằng nội dung thật, hoặc bỏ mục này.',
  en: 'Put the real text in its place, or remove the entry.',
});

/** Nothing is left to be filled in. */
export const placeholder = defineRule({
  id: 'placeholder',
  severity: 'warning',
  summary: { vi: 'Không còn chỗ chờ điền nội dung', en: 'Nothing is left to be filled in' },
  explanation: {
    vi: 'Biểu chép từ mẫu hay còn sót chỗ chờ điền: nội dung chỉ gồm dấu chấm hoặc gạch, bốn dấu chấm trở lên liền nhau, “[CẦN BỔ SUNG]”, “xxx”, “TODO”, “{tên đơn vị}”.\n\nMỗi nội dung được báo một lần. Dấu ba chấm thay cho “vân vân” như “đề cử…”, “văn thư ..”, “v.v...” không bị báo.',
    en: 'Forms copied from a pattern often keep what was to be filled in: texts of nothing but dots or dashes, four dots or more in a run, “[CẦN BỔ SUNG]”, “xxx”, “TODO”, “{tên đơn vị}”.\n\nEach text is found once. Dots that mean “and so on”, as in “đề cử…”, “văn thư ..”, “v.v...”, pass.',
  },
  example: {
    bad: '- text: "[CẦN BỔ SUNG]"\n  complexity: 3\n- text: Tham gia ban chỉ đạo ........\n  complexity: 3\n',
    good: '- text: Tham gia các tổ chức (ban chỉ đạo, đoàn công tác, tổ công tác…)\n  complexity: 3\n',
  },
  messages: {
    empty: {
      text: ({ found }) => ({
        vi: `nội dung chưa điền, chỉ có “${found}”`,
        en: `not filled in yet, there is only “${found}”`,
      }),
      hint: fillIn,
    },
    dots: {
      text: () => ({ vi: 'dòng chấm chờ điền nội dung', en: 'dots that wait to be filled in' }),
      hint: () => ({
        vi: 'Điền nội dung; nếu muốn nói “vân vân”, dùng dấu ba chấm “…”.',
        en: 'Fill it in; if “and so on” is meant, use three dots “…”.',
      }),
    },
    marker: {
      text: ({ found }) => ({
        vi: `còn chỗ chờ điền “${found}”`,
        en: `“${found}” still waits to be filled in`,
      }),
      hint: fillIn,
    },
  },
  check(form, report) {
    for (const { value, path } of textsOf(form)) {
      const found = isBlank(value) ? undefined : findPlaceholder(value);
      if (!found) continue;
      const { kind, start, end } = found;
      report({
        message: kind,
        path,
        range: [start, end],
        facts: { found: found.found.replace(/\s+/g, ' ') },
      });
    }
  },
});
