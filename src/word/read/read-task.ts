import { headCode } from '../../vietnamese/head-code.ts';
import { type Rating, rateRow } from './rate-row.ts';
import type { RowView } from './row-view.ts';

/** A text whose code or number has been taken off its head. */
export interface SplitText {
  readonly code?: string;
  readonly number?: string;
  readonly text: string;
}

/** As codes are printed; what follows need not be a letter, since the number of the area says that it is a code. */
const printedCode = /^(\d+)\.\d+\.\d+\.[ \u00a0]+(?=\S)/;

/** Takes the code (1.1.2) or, where no cell holds it, the number (2.10) off the head of a text. */
export function splitCode(text: string, parent: string, takesNumber: boolean): SplitText {
  const printed = printedCode.exec(text);
  if (printed?.[1] === parent) {
    return { code: printed[0].trim().slice(0, -1), text: text.slice(printed[0].length) };
  }
  const head = headCode(text);
  if (!head || (head.kind === 'number' && !takesNumber)) return { text };
  const rest = text.slice(head.end).trim();
  return head.kind === 'code' ? { code: head.code, text: rest } : { number: head.code, text: rest };
}

/** Why a task of a Word form is left without a level: merged level cells that are empty cannot take a mark. */
export const mergedCellsReason = 'Trong biểu Word, các ô mức độ được gộp và để trống';

/** The plain value of a task while a form is read; what YAML gives for the same task. */
export interface TaskNode {
  number?: string;
  code?: string;
  text: string;
  complexity?: number | number[] | string;
  unrated?: string;
}

/** The plain value of a group while a form is read; what YAML gives for the same group. */
export interface GroupNode {
  title: string;
  positions?: SectionNode[];
  areas?: SectionNode[];
  tasks?: (TaskNode | string)[];
}

export interface SectionNode {
  number?: string;
  title: string;
  tasks: (TaskNode | string)[];
}

/** The context for reading a task. */
export interface TaskContext {
  /** The number, if it has its own cell; else empty. */
  readonly number: string;
  /** The number of the area, or of the group, with which its codes begin. */
  readonly parent: string;
  /** Duties of a position have no numbers. */
  readonly isDuty: boolean;
  /** Merged level cells that are empty leave it without a level on purpose. */
  readonly canBeUnrated: boolean;
  /** Whether the text begins with a code, where that is known. */
  readonly hasCode: boolean | undefined;
  /** How the row above is rated, for cells that are merged downwards. */
  readonly above: Rating | undefined;
}

/** Reads the task in a row of the form. */
export function readTask(
  view: RowView,
  context: TaskContext,
): { readonly task: TaskNode; readonly rating: Rating } {
  const takesNumber = context.number === '' && !context.isDuty;
  const { code, number, text }: SplitText =
    context.hasCode === false ? { text: view.task } : splitCode(view.task, context.parent, takesNumber);
  const typed = context.number || (number ?? '');
  const rating = rateRow(view, context.above, context.canBeUnrated);
  const { complexity } = rating;
  const task = {
    ...(typed !== '' && { number: typed }),
    ...(code !== undefined && { code }),
    text,
    ...(complexity !== undefined && { complexity }),
    ...(rating.isBlankedOut && context.canBeUnrated && { unrated: mergedCellsReason }),
    ...(rating.reason !== undefined && { unrated: rating.reason }),
  };
  return { task, rating };
}
