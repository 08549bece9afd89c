import { enNumber, joinWords, viNumber, type Wording } from '../diagnostics/wording.ts';
import type { Difference } from './difference.ts';

/** The changes of tasks that are counted, in the order of the summary. */
const taskWords = {
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
  moved: { vi: 'chuyển chỗ', en: 'moved' },
  reworded: { vi: 'sửa nội dung', en: 'reworded' },
  raised: { vi: 'nâng mức', en: 'raised' },
  lowered: { vi: 'hạ mức', en: 'lowered' },
  rated: { vi: 'xếp mức', en: 'given a level' },
  unrated: { vi: 'bỏ mức', en: 'without their level' },
};
type TaskChange = keyof typeof taskWords;

const isTaskChange = (kind: string): kind is TaskChange => kind in taskWords;

/** The totals of a comparison: of tasks, each counted once for each kind of change, and of other differences. */
export function summarizeComparison(differences: readonly Difference[]) {
  const tasks = { added: 0, removed: 0, moved: 0, reworded: 0, raised: 0, lowered: 0, rated: 0, unrated: 0 };
  let other = 0;
  for (const difference of differences) {
    const { kind, subject } = difference;
    const kinds = kind === 'changed' ? difference.changes.map((change) => change.kind) : [kind];
    const counted = subject === 'task' ? kinds.filter(isTaskChange) : [];
    for (const one of counted) tasks[one] += 1;
    if (counted.length === 0) other += 1;
  }
  return { tasks, other };
}

/** The totals in a sentence or two. */
export function summaryWords({ tasks, other }: ReturnType<typeof summarizeComparison>): Wording {
  const { vi, en } = joinWords(
    Object.entries(tasks).map(([kind, count]) => {
      if (count === 0 || !isTaskChange(kind)) return undefined;
      const what = taskWords[kind];
      return { vi: `${viNumber(count)} công việc ${what.vi}`, en: `${enNumber(count)} ${what.en}` };
    }),
  );
  const rest = { vi: `Thay đổi khác: ${other}.`, en: `Other changes: ${other}.` };
  if (vi === '')
    return other === 0 ? { vi: 'Hai biểu giống nhau.', en: 'The two forms are the same.' } : rest;
  return joinWords([{ vi: `${vi}.`, en: `Tasks: ${en}.` }, other > 0 && rest], ' ');
}

/** The names of the compared files. */
export const namesWords = ({ before, after }: Record<'before' | 'after', string>): Wording => ({
  vi: `Từ “${before}” sang “${after}”:`,
  en: `From “${before}” to “${after}”:`,
});
