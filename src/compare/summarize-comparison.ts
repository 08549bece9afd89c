import { enNumber, joinWords, viNumber, type Wording, words } from '../diagnostics/wording.ts';
import type { Difference } from './difference.ts';

/** The changes of tasks that are counted, in the order of the summary. */
const taskWords = {
  added: words('thêm', 'added'),
  removed: words('bỏ', 'removed'),
  moved: words('chuyển chỗ', 'moved'),
  reworded: words('sửa nội dung', 'reworded'),
  raised: words('nâng mức', 'raised'),
  lowered: words('hạ mức', 'lowered'),
  rated: words('xếp mức', 'given a level'),
  unrated: words('bỏ mức', 'without their level'),
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
      return words(`${viNumber(count)} công việc ${what.vi}`, `${enNumber(count)} ${what.en}`);
    }),
  );
  const rest = words(`Thay đổi khác: ${other}.`, `Other changes: ${other}.`);
  if (vi === '') return other === 0 ? words('Hai biểu giống nhau.', 'The two forms are the same.') : rest;
  return joinWords([words(`${vi}.`, `Tasks: ${en}.`), other > 0 && rest], ' ');
}

/** The names of the compared files. */
export const namesWords = ({ before, after }: Record<'before' | 'after', string>): Wording =>
  words(`Từ “${before}” sang “${after}”:`, `From “${before}” to “${after}”:`);
