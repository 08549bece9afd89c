import { type Doubt, doubts, isDoubtful, type SheetRow } from '../../sheet/sheet.ts';
import { type Placeholders, rowPlaceholders } from './placeholders.ts';
import { append, type Condition, type Segment, type Segments } from './segment.ts';

/** What conditions of rows ask that templates cannot name: whether a draft is in doubt about a part of the row … */
export const doubtName = (doubt: Doubt) => `doubt.${doubt}`;

/** … and whether the row is kept on the page of what follows, as the last ones are with the signatures. */
export const isKept: Condition = { name: 'kept', is: 'given' };

/** Whether the row stays on one page. */
export const isWhole: Condition = { name: 'whole', is: 'given' };

/** The row placeholders of a draft, with its doubts. */
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

/** The conditions shared by many rows of a form. */
export interface RowState {
  readonly draft: boolean;
  readonly kept: boolean;
  readonly whole: boolean;
}

/** A prototype row in one state: its many copies need not ask for it. */
export function inState(row: Segments, state: RowState): Segments {
  const hold = (conditions: readonly Condition[]) => conditions.every((one) => holds(one, state));
  const open = (conditions: readonly Condition[]) =>
    conditions.filter((one) => holds(one, state) === undefined);
  const fail = (conditions: readonly Condition[]) => conditions.some((one) => holds(one, state) === false);
  const segments: Segment[] = [];
  for (const segment of row) {
    if (typeof segment === 'string' || !('body' in segment)) append(segments, segment);
    else {
      const body = inState(segment.body, state);
      if ('each' in segment) append(segments, { ...segment, body });
      else if ('when' in segment) {
        if (hold(segment.when)) append(segments, ...body);
        else if (!fail(segment.when)) append(segments, { when: open(segment.when), body });
      } else if (!segment.unless.some(hold)) {
        const unless = segment.unless.filter((conditions) => !fail(conditions)).map(open);
        append(segments, ...(unless.length === 0 ? body : [{ unless, body }]));
      }
    }
  }
  return segments;
}

/** Undefined for what each row decides by itself. */
function holds({ name, is }: Condition, { draft, kept, whole }: RowState): boolean | undefined {
  if (name === isKept.name) return (is === 'given') === kept;
  if (name === isWhole.name) return (is === 'given') === whole;
  return !draft && name.startsWith('doubt.') ? is === 'absent' : undefined;
}
