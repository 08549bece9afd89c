import type { Path } from '../diagnostics/finding.ts';
import { type Level, levelOf } from '../form/form.ts';
import { tasksOf } from '../form/walk-form.ts';
import { headCode } from '../vietnamese/head-code.ts';
import { isLetter } from '../vietnamese/is-letter.ts';
import { defineRule, say } from './rule.ts';

type Member = { readonly code: string; readonly level: Level; readonly path: Path };

const CODE = /^(.+)\.([12])\.?$/;

export const leadAboveJoin = defineRule({
  id: 'lead-above-join',
  severity: 'warning',
  summary: {
    vi: 'Mức của “Chủ trì” (x.y.1) cao hơn mức của “Tham gia” (x.y.2)',
    en: '“Chủ trì” (x.y.1) is graded above “Tham gia” (x.y.2)',
  },
  explanation: {
    vi: 'Cùng một việc, người chủ trì làm phần phức tạp hơn người tham gia, nên mức của công việc “Chủ trì …” (mã x.y.1) cao hơn mức của công việc “Tham gia …” (mã x.y.2).\n\nChỉ xét hai công việc cùng nhóm có mã x.y.1 và x.y.2, nội dung bắt đầu bằng “Chủ trì” và “Tham gia”, đều đã xếp mức.',
    en: 'Leading a piece of work (“Chủ trì …”, code x.y.1) is more complex than taking part in it (“Tham gia …”, code x.y.2), so its level is higher.\n\nCompared are only tasks of the same group with the codes x.y.1 and x.y.2 whose texts begin with “Chủ trì” and “Tham gia” and which both have a level.',
  },
  example: {
    bad: '- code: 1.1.1\n  text: Chủ trì xây dựng đề án về cán bộ\n  complexity: 3\n- code: 1.1.2\n  text: Tham gia xây dựng đề án về cán bộ\n  complexity: 3\n',
    good: '- code: 1.1.1\n  text: Chủ trì xây dựng đề án về cán bộ\n  complexity: 4\n- code: 1.1.2\n  text: Tham gia xây dựng đề án về cán bộ\n  complexity: 3\n',
  },
  messages: {
    'not-above': say(
      '“Chủ trì” ({leadCode}) ở mức {lead}, cần cao hơn “Tham gia” ({joinCode}) ở mức {join} → Xem lại mức của hai công việc này.',
      '“Chủ trì” ({leadCode}) has level {lead}, which should be above “Tham gia” ({joinCode}) with level {join} → Review the levels of both tasks.',
    ),
  },
  check(form, report) {
    const twins = new Map<string, { lead?: Member; join?: Member }>();
    for (const { task, group } of tasksOf(form)) {
      const text = task.text?.value ?? '';
      const typed = task.code ? undefined : headCode(text);
      const code = task.code?.value ?? (typed?.kind === 'code' ? typed.code : '');
      const [, topic, step] = CODE.exec(code.trim()) ?? [];
      const level = levelOf(task);
      if (topic === undefined || level === undefined || !task.complexity) continue;
      const key = `${group.key} ${topic}`;
      const pair = twins.get(key) ?? {};
      twins.set(key, pair);
      const words = text.slice(typed?.end ?? 0);
      const member = { code: code.trim(), level, path: task.complexity.path };
      if (step === '1' && beginsWith('chủ trì', words)) pair.lead ??= member;
      if (step === '2' && beginsWith('tham gia', words)) pair.join ??= member;
    }
    for (const { lead, join } of twins.values()) {
      if (!lead || !join || lead.level > join.level) continue;
      const facts = { leadCode: lead.code, lead: lead.level, joinCode: join.code, join: join.level };
      report({ message: 'not-above', path: lead.path, facts });
    }
  },
});

/** Whether whole words, given in small letters, begin a text. */
function beginsWith(words: string, text: string): boolean {
  // Lower-casing the whole text would take ten times as long as the rest of the rule.
  const start = text
    .trimStart()
    .slice(0, words.length + 2)
    .toLowerCase();
  return start.startsWith(words) && !isLetter(start, words.length);
}
