import type { Language, Wording } from '../diagnostics/wording.ts';
import type { SharedTasks } from './summary.ts';
import { formatCount, plural, words } from './summary-words.ts';

/** How many texts are shared, and how exact that is. */
export function sharedWords({ texts, of, floor, mayRepeat }: SharedTasks, language: Language): string {
  const number = (count: number) => formatCount(count, language);
  const several = plural(texts, 'stands', 'stand');
  const found =
    texts === 0
      ? words('Không có công việc nào trùng nhau.', 'No task stands in more than one unit.')
      : floor > 0
        ? words(
            `Ít nhất ${number(texts)} nội dung công việc có ở từ hai đơn vị trở lên.`,
            `At least ${number(texts)} ${plural(texts, 'task', 'tasks')} ${several} in more than one unit.`,
          )
        : words(
            `${number(texts)} trong ${number(of)} nội dung công việc khác nhau có ở từ hai đơn vị trở lên.`,
            `${number(texts)} of ${number(of)} different tasks ${several} in more than one unit.`,
          );
  const missed = words(
    ` Ước lượng do có quá nhiều công việc: có thể sót công việc có ở ${number(floor)} đơn vị trở xuống; công việc có ở nhiều đơn vị hơn đều được nêu.`,
    ` This is an estimate, as there are too many tasks: some in up to ${number(floor)} units may have been missed; all in more units are there.`,
  );
  const repeated = words(
    ' Đơn vị có các biểu đứng cách xa nhau có thể được tính hai lần.',
    ' A unit whose forms stand far apart may have been counted twice.',
  );
  return [found, floor > 0 && missed, mayRepeat && repeated]
    .map((part) => (part ? part[language] : ''))
    .join('');
}

/** What is compared, and what is not. */
export const sharedNote: Wording = words(
  'So sánh không phân biệt chữ hoa, dấu cách, kiểu đặt dấu và dấu câu ở cuối; không so nhiệm vụ của các chức vụ. Cùng một công việc mà được xếp nhiều mức thì nên xem lại.',
  'Compared but for case, blanks, the place of tones and punctuation at the end; duties of positions are not. One task at several levels calls for a look.',
);
