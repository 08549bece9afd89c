import { findPlaceholder } from '../vietnamese/find-placeholder.ts';
import { isEmptyText } from '../vietnamese/invisible-characters.ts';
import { defineRule, say, withHint } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

const fillIn = withHint(
  'Thay bằng nội dung thật, hoặc bỏ mục này.',
  'Replace it by the real text, or remove the entry.',
);

export const placeholder = defineRule({
  id: 'placeholder',
  severity: 'warning',
  summary: { vi: 'Không còn chỗ chờ điền nội dung', en: 'No placeholder is left to be filled in' },
  explanation: {
    vi: 'Biểu chép từ mẫu hay còn sót chỗ chờ điền: nội dung chỉ gồm dấu chấm hoặc gạch, bốn dấu chấm trở lên liền nhau, “[CẦN BỔ SUNG]”, “xxx”, “TODO”, “{tên đơn vị}”, hay lỗi công thức chép từ Excel: “#REF!”, “#N/A”.\n\nMỗi nội dung được báo một lần. Dấu ba chấm thay cho “vân vân” như “đề cử…”, “văn thư ..”, “v.v...” không bị báo.',
    en: 'Forms copied from a template often still have placeholders: texts of dots or dashes only, four or more dots in a row, “[CẦN BỔ SUNG]”, “xxx”, “TODO”, “{tên đơn vị}”, or formula errors pasted from Excel: “#REF!”, “#N/A”.\n\nEach text is reported once. Dots that mean “and so on”, as in “đề cử…”, “văn thư ..”, “v.v...”, are not reported.',
  },
  example: {
    bad: '- text: "[CẦN BỔ SUNG]"\n  complexity: 3\n- text: Tham gia ban chỉ đạo ........\n  complexity: 3\n',
    good: '- text: Tham gia các tổ chức (ban chỉ đạo, đoàn công tác, tổ công tác…)\n  complexity: 3\n',
  },
  messages: {
    empty: fillIn('nội dung chưa điền, chỉ có “{found}”', 'not filled in yet: only “{found}”'),
    dots: say(
      'dòng chấm chờ điền nội dung → Điền nội dung; nếu muốn nói “vân vân”, dùng dấu ba chấm “…”.',
      'dots to be filled in → Fill it in; for “and so on” use three dots “…”.',
    ),
    formula: fillIn('lỗi công thức Excel “{found}”', 'formula error “{found}” from Excel'),
    marker: fillIn('còn chỗ chờ điền “{found}”', 'placeholder “{found}” is not filled in'),
  },
  check(form, report) {
    for (const { value, path } of suspectTexts(form, 'placeholder')) {
      const found = isEmptyText(value) ? undefined : findPlaceholder(value);
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
