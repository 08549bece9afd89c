import type { Path } from '../diagnostics/finding.ts';
import type { Form, Section } from '../form/form.ts';
import { groupsInOrder } from '../form/own-wording.ts';

/** The source path of each row of the sheet, in the order of `sheetOf`'s rows. */
export function rowPaths(form: Form): Path[] {
  return groupsInOrder(form).flatMap(({ path, positions, areas, tasks }) => [
    path,
    ...positions.flatMap((position) => (position.tasks.length === 0 ? [position.path] : taskPaths(position))),
    ...areas.flatMap((area) => [area.path, ...taskPaths(area)]),
    ...tasks.map((task) => task.path),
  ]);
}

const taskPaths = ({ tasks }: Pick<Section, 'tasks'>) => tasks.map(({ path }) => path);
