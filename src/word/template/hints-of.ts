import type { Form } from '../../form/form.ts';
import { groupsInOrder } from '../../form/own-wording.ts';
import { fromRoman } from '../../form/roman.ts';
import { sectionsOf } from '../../form/walk-form.ts';
import { levels, type Sheet, type SheetRow } from '../../sheet/sheet.ts';
import { type Hints, hintKey, type RowHint } from '../read/hints.ts';
import { bareUnit, isOpen } from '../read/lines.ts';
import { splitCode } from '../read/read-task.ts';
import { rowKind } from '../read/row-kind.ts';
import type { LevelCell, RowView } from '../read/row-view.ts';

/**
 * The hints that a document of a form needs: for rows and lines that would be read as something else than what they
 * are printed from. Most forms need none. A draft gets none, so that what is in doubt in it stays so.
 */
export function hintsOf(form: Form, sheet: Sheet): Hints {
  const rows = new Map<string, RowHint>();
  const lines = new Set<string>();
  if (sheet.draft) return { rows, lines };
  const tasks = groupsInOrder(form)
    .flatMap((group) => [...sectionsOf(group), group])
    .flatMap((list) => list.tasks)
    .values();
  let parent = '';
  for (const row of sheet.rows) {
    if (row.kind === 'group') parent = String(fromRoman(row.number) ?? '');
    if (row.kind === 'area' || (row.kind === 'duty' && row.first)) parent = row.number;
    const hasText = row.kind !== 'group' && row.kind !== 'area';
    const hasCode = hasText ? tasks.next().value?.code !== undefined : undefined;
    const view = viewOf(row);
    const kind =
      row.kind === 'duty' ? (row.first ? 'position' : 'task') : row.kind === 'unrated' ? 'task' : row.kind;
    // A position with such a duty looks like an area beside its first task.
    const isLikeArea = kind === 'position' && splitCode(view.task, parent, true).number !== undefined;
    const isReadSo =
      isSame(view, kind) &&
      !isLikeArea &&
      (!hasText || (splitCode(view.task, parent, false).code !== undefined) === hasCode);
    if (!isReadSo) {
      rows.set(hintKey(view.number, view.group, view.task), {
        kind,
        ...(hasCode !== undefined && { hasCode }),
      });
    }
  }
  const { parentUnit = '', unit = '', notes = [] } = sheet;
  for (const [key, text] of Object.entries({ parentUnit, unit })) {
    if (text !== '' && (isOpen(text) || bareUnit(text) !== text)) lines.add(hintKey(key, text));
  }
  const place = form.place?.value ?? '';
  if (place !== '' && isOpen(place)) lines.add(hintKey('place', place));
  for (const note of notes) if (isOpen(note)) lines.add(hintKey('note', note));
  return { rows, lines };
}

function isSame(view: RowView, kind: RowHint['kind']): boolean {
  const read = rowKind(view);
  if (read.kind !== kind) return false;
  if (read.kind === 'task') return read.number === view.group;
  if (read.kind === 'group') return read.title === view.group && read.numeral === fromRoman(view.number);
  return 'title' in read && read.title === view.group && read.number === view.number;
}

/** A row as it is seen in the document. */
function viewOf(row: SheetRow): RowView {
  const level = row.kind === 'task' || row.kind === 'duty' ? row.level : undefined;
  const hasTitle = row.kind === 'group' || row.kind === 'area' || (row.kind === 'duty' && row.first);
  const isTask = row.kind === 'task' || row.kind === 'unrated';
  const cell = (text: string, ...levels: readonly number[]): LevelCell => ({
    ...{ text, column: 0, levels, continues: false, isDrawn: false },
  });
  return {
    place: { kind: 'table', table: 0, row: 0 },
    number: hasTitle ? row.number : '',
    group: hasTitle ? row.title : isTask ? row.number : '',
    task: 'text' in row ? row.text.join('\n') : '',
    isHeading: row.kind === 'group' || row.kind === 'area',
    groupContinues: row.kind === 'duty' && !row.first,
    isMerged: level === undefined,
    levels:
      level === undefined
        ? [cell('', ...levels)]
        : levels.map((each) => cell(each === level ? 'x' : '', each)),
    others: [],
    covered: [],
    columns: { number: 0, group: 0, task: 0 },
  };
}
