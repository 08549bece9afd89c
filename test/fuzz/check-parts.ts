import assert from 'node:assert/strict';
import { mergeForms } from '../../src/merge/merge-forms.ts';
import { mergedValue } from '../../src/merge/merged-text.ts';
import { inputOf } from '../merge/merge-inputs.ts';

interface Section {
  readonly title: string;
  readonly tasks: readonly object[];
}

interface Group {
  readonly positions?: readonly Section[];
  readonly areas?: readonly Section[];
  readonly tasks?: readonly object[];
}

interface FormValue {
  readonly unit: string;
  readonly notes?: readonly string[];
  readonly groups: Readonly<Record<string, Group>>;
}

/** The parts of a form, each with some of its tasks, merge into the whole. @param value a valid form, as generated */
export function checkParts(value: unknown): void {
  const form = value as FormValue;
  let count = 0;
  let titles = 0;
  // What is alike in two parts is kept once: no two are.
  const whole = eachTask(
    // Above a unit is no unit of its name.
    { ...form, unit: 'ĐƠN VỊ', ...(form.notes && { notes: [...new Set(form.notes)] }) },
    ({ code: _, ...task }: { code?: string }) => [{ ...task, text: `Việc ${count++}` }],
    (title) => `${title} ${titles++}`,
  );
  const cut = Math.ceil(count / 2);
  const part = (isIn: (index: number) => boolean) => {
    let index = 0;
    return eachTask(whole, (task) => (isIn(index++) ? [task] : []));
  };
  const parts = [part((index) => index < cut), part((index) => index >= cut)];
  const inputs = parts.map((one) => inputOf(JSON.stringify(one), 'form.json'));
  assert.deepEqual(plain(mergedValue(mergeForms(inputs))), plain(whole), 'parts merge into the whole');
}

/** Maps of a source have no prototype, and signatories of whom nothing is said are left out. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => JSON.stringify(inner) !== '{}'));
}

/** @param change gives what becomes of a task; sections and groups that are left without any go */
function eachTask(
  { groups, ...rest }: FormValue,
  change: (task: object) => object[],
  name = (title: string) => title,
): FormValue {
  const sectionsOf = (sections: readonly Section[] = []) =>
    sections.flatMap(({ title, tasks }) => {
      const left = tasks.flatMap(change);
      return left.length > 0 ? [{ title: name(title), tasks: left }] : [];
    });
  const changed = Object.entries(groups).flatMap(([key, { positions, areas, tasks, ...group }]) => {
    const content = tasks
      ? { tasks: tasks.flatMap(change) }
      : positions
        ? { positions: sectionsOf(positions) }
        : { areas: sectionsOf(areas) };
    return Object.values(content).some(({ length }) => length > 0) ? [[key, { ...group, ...content }]] : [];
  });
  return { ...rest, groups: Object.fromEntries(changed) };
}
