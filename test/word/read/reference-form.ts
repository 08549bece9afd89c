import { readFileSync } from 'node:fs';
import type { Level } from '../../../src/form/form.ts';
import type { SignaturesNode } from '../../../src/word/read/read-signatures.ts';
import {
  type GroupNode,
  mergedCellsReason,
  type SectionNode,
  type TaskNode,
} from '../../../src/word/read/read-task.ts';

/** A row of the reference form as it was filed. */
export interface ReferenceRow {
  readonly kind: 'group' | 'duty' | 'area' | 'task';
  /** How many separate cells the row has on paper. */
  readonly cells: number;
  readonly number?: string;
  readonly title?: string;
  readonly position?: string;
  readonly positionNumber?: string;
  readonly text?: string;
  readonly marks?: readonly { readonly level: Level; readonly as: string }[];
}

interface Reference {
  readonly unit: string;
  readonly notes: readonly string[];
  readonly rows: readonly ReferenceRow[];
}

/** The reference form as filed, row by row. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/bieu-so-2.json', import.meta.url), 'utf8'),
);

export interface FormValue {
  form: string;
  version: number;
  parentUnit?: string;
  unit?: string;
  groups: Record<string, GroupNode>;
  signatures?: SignaturesNode;
  notes?: readonly string[];
}

/** The value that the reference form is read as; `rows` may be changed ones. */
export function referenceForm(rows = reference.rows): FormValue {
  const groups: Record<string, GroupNode> = {};
  let group: GroupNode = { title: '' };
  let section: SectionNode | undefined;
  let isLeadership = false;
  for (const row of rows) {
    const { kind, number = '', title = '', position, positionNumber = '' } = row;
    if (kind === 'group') {
      group = { title };
      groups[number] = group;
      isLeadership = number === 'I';
      section = undefined;
    } else if (kind === 'area') {
      section = { ...(number && { number }), title, tasks: [] };
      group.areas = [...(group.areas ?? []), section];
    } else {
      if (position !== undefined) {
        section = { ...(positionNumber && { number: positionNumber }), title: position, tasks: [] };
        group.positions = [...(group.positions ?? []), section];
      }
      if (!section) group.tasks ??= [];
      (section?.tasks ?? group.tasks ?? []).push(taskOf(row, isLeadership));
    }
  }
  return {
    form: 'bieu-so-2',
    version: 1,
    unit: reference.unit,
    groups,
    signatures: { preparedBy: { title: 'Người lập biểu' }, approvedBy: { title: 'Trưởng ban' } },
    notes: reference.notes,
  };
}

function taskOf({ number, text = '', marks = [], cells }: ReferenceRow, isLeadership: boolean) {
  const code = /^(\d+\.\d+\.\d+)\.\s*/.exec(text);
  const task: TaskNode = {
    ...(number && { number }),
    ...(code?.[1] && { code: code[1] }),
    text: text.slice(code?.[0].length ?? 0),
    ...(marks[0] && { complexity: marks[0].level }),
    ...(!isLeadership && cells === 3 && { unrated: mergedCellsReason }),
  };
  return Object.keys(task).length === 1 ? task.text : task;
}
