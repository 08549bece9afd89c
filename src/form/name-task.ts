import type { Facts } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import type { PlacedTask } from './walk-form.ts';

/** The facts by which messages name a task: `group`, `number` and, for duties, `position`. */
export function taskFacts({ group, section, isDuty, number }: PlacedTask): Record<string, string> {
  return { group: group.key, number, position: isDuty ? (section?.title?.value ?? '…') : '' };
}

/**
 * Names a task by its facts: “công việc 2.18 (nhóm II)”, since a number is unique only within its group; a duty
 * as “nhiệm vụ thứ 2 của chức vụ “Trưởng Ban” (nhóm I)”.
 */
export function nameTask(facts: Facts): Wording {
  const { group, number, position } = facts;
  if (position) {
    return {
      vi: `nhiệm vụ thứ ${number} của chức vụ “${position}” (nhóm ${group})`,
      en: `duty ${number} of the position “${position}” (group ${group})`,
    };
  }
  return { vi: `công việc ${number} (nhóm ${group})`, en: `task ${number} (group ${group})` };
}
