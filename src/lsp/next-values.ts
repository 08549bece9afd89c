import type { Path } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import { type CodeSteps, nextCodes } from '../form/next-codes.ts';
import { siblingsOf } from '../form/numbering.ts';

/** What counting gives at one place of a list. */
export interface NextValues {
  /** Undefined where nothing is numbered: duties of positions, lists that are not there yet. */
  readonly number?: string;
  /** Whether the siblings carry numbers. */
  readonly isNumbered: boolean;
  readonly codes: readonly string[];
}

/** @param list the path of a list of positions, areas or tasks @param index a place in it, from 0 */
export function nextValues(form: Form | undefined, list: Path, index: number): NextValues {
  const key = JSON.stringify(list);
  for (const { items, kind, prefix } of form ? siblingsOf(form) : []) {
    const [first] = items;
    if (!first || JSON.stringify(first.path.slice(0, -1)) !== key) continue;
    const area = prefix.replace(/\.$/, '');
    let previous: CodeSteps | undefined;
    for (const item of items.slice(0, index)) {
      previous = stepsOf('code' in item ? item.code?.value : undefined, area) ?? previous;
    }
    return {
      number: `${prefix}${index + 1}`,
      isNumbered: items.some(({ number }, at) => at !== index && number !== undefined),
      codes: kind === 'tasks' ? nextCodes(area, previous) : [],
    };
  }
  return { isNumbered: false, codes: [] };
}

function stepsOf(code: string | undefined, area: string): CodeSteps | undefined {
  const parts = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(code?.trim() ?? '');
  return parts?.[1] === area ? { topic: Number(parts[2]), step: Number(parts[3]) } : undefined;
}
