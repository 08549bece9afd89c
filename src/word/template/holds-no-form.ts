import type { WordSource } from '../read/read-word-form.ts';
import { isRowTag } from './placeholders.ts';

/** Whether a Word document is not a form: it lacks the form's table, or is a template. */
export const holdsNoForm = ({ problems }: Pick<WordSource, 'problems'>): boolean =>
  problems.some(
    ({ rule, message, facts }) =>
      message === 'no-table' || (rule === 'word-form' && isRowTag(tagIn(String(facts?.text)))),
  );

/** The name in `{#task}` at the beginning of a row. */
const tagIn = (row: string) => /^\{#([\w-]+)\}/.exec(row)?.[1] ?? '';
