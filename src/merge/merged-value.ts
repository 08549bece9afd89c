import { isMap, valueAt } from '../diagnostics/plain-value.ts';
import { type Merge, type MergedGroup, type MergedTask, taskOf } from './merge.ts';

/** The merged form as plain values; its numbers are texts, as printed. @param relocate see `MergedTextOptions` */
export function mergedValue(
  { inputs, fields, groups }: Merge,
  relocate = (reference: string) => reference,
): Record<string, unknown> {
  const inputValue = (input: number, path: readonly (string | number)[]) =>
    valueAt(inputs[input]?.source.value, path);
  const taskValue = (task: MergedTask): unknown => {
    const value = inputValue(task.origin.input, taskOf(task).path);
    const numbers = {
      ...(task.number !== undefined && { number: task.number }),
      ...(task.code !== undefined && { code: task.code }),
    };
    if (isMap(value)) return { ...(task.number !== undefined && { number: '' }), ...value, ...numbers };
    return task.number === undefined ? value : { ...numbers, text: value };
  };
  const groupValue = ({ kind, origin, sections, tasks }: MergedGroup) => {
    const title = origin.owner.title?.value;
    const content =
      kind === 'tasks'
        ? tasks.map(taskValue)
        : sections.map((section) => ({
            ...(section.number !== undefined && { number: section.number }),
            title: section.title,
            tasks: section.tasks.map(taskValue),
          }));
    return { ...(title !== undefined && { title }), [kind]: content };
  };
  const schema = inputValue(0, ['$schema']);
  const { parentUnit, unit, signatures, notes } = fields;
  return {
    ...(schema !== undefined && { $schema: typeof schema === 'string' ? relocate(schema) : schema }),
    form: 'bieu-so-2',
    version: 1,
    ...(parentUnit !== undefined && { parentUnit }),
    unit,
    groups: Object.fromEntries(groups.map((group) => [group.key, groupValue(group)])),
    ...(signatures && { signatures }),
    ...(notes && { notes }),
  };
}
