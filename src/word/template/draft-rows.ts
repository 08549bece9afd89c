import { type Doubt, doubts, isDoubtful } from '../../sheet/doubts.ts';
import type { SheetRow } from '../../sheet/sheet.ts';
import { type Placeholders, rowPlaceholders } from './placeholders.ts';
import { append, type Condition, type Segment, type Segments } from './segment.ts';

/** What conditions call a doubt. */
export const doubtName = (doubt: Doubt) => `doubt.${doubt}`;
const isOfDoubt = ({ name }: Condition) => name.startsWith('doubt.');

/** The row placeholders of a draft, with those that say what it is in doubt about; templates cannot name them. */
export const draftPlaceholders: Placeholders<SheetRow> = {
  ...rowPlaceholders,
  ...Object.fromEntries(
    doubts.map((doubt) => [
      doubtName(doubt),
      {
        meaning: { vi: 'chưa chắc chắn', en: 'in doubt' },
        text: (row: SheetRow) => (isDoubtful(row, doubt) ? '' : undefined),
      },
    ]),
  ),
};

/** A row of a form that is not a draft, so that its many copies need not ask. */
export function withoutDoubts(row: Segments): Segments {
  const segments: Segment[] = [];
  for (const segment of row) {
    if (typeof segment === 'string') append(segments, segment);
    else if ('when' in segment && segment.when.some(isOfDoubt)) append(segments, ...segment.body);
    else if (!('unless' in segment && segment.unless.flat().some(isOfDoubt))) append(segments, segment);
  }
  return segments;
}
