import { enNumber, type Language, viNumber } from '../diagnostics/wording.ts';
import { levelOf } from '../form/form.ts';
import { printable } from '../reporters/printable.ts';
import type { Merge, MergedTask, TaskOrigin } from './merge.ts';
import { ratingWords } from './merge-rules.ts';

type Inputs = Merge['inputs'];

/** How many forms are named; the others are counted. */
const maxNames = 10;

/** Names the merged forms. A comment without its `#`, as in nodes. */
export function originsComment(inputs: Inputs, language: Language): string {
  const names = inputs.map(({ source }) => printable(source.file));
  const more = names.length - maxNames;
  const shown = names.slice(0, maxNames).join(', ');
  if (language === 'vi') return ` Hợp nhất từ: ${shown}${more > 0 ? ` và ${viNumber(more)} tệp khác` : ''}`;
  return ` Merged from: ${shown}${more > 0 ? ` and ${enNumber(more)} more` : ''}`;
}

/** Names the places of a task that is in several forms, with its levels if they differ. */
export function sourcesComment({ origin, copies }: MergedTask, inputs: Inputs, language: Language): string[] {
  if (copies.length === 0) return [];
  const all = [origin, ...copies];
  const levels = all.map((one) => ratingWords(levelOf(one.placed.task))[language]);
  const differ = new Set(levels).size > 1;
  const parts = all.map((one, index) => {
    const file = printable(inputs[one.input]?.source.file ?? '');
    return `${file} (${placeWords(one)}${differ ? `; ${levels[index]}` : ''})`;
  });
  return [` ${language === 'vi' ? 'Nguồn' : 'Sources'}: ${parts.join(', ')}`];
}

/** “II, 2.18”; of a duty “I, Trưởng Ban, 2”. */
function placeWords({ placed: { group, section, isDuty, number } }: TaskOrigin): string {
  return printable([group.key, ...(isDuty ? [section?.title?.value ?? ''] : []), number].join(', '));
}
