import { codeSequence } from './code-sequence.ts';
import { formShape } from './form-shape.ts';
import { groupsPresent } from './groups-present.ts';
import { invalidDate } from './invalid-date.ts';
import { leadershipComplexity } from './leadership-complexity.ts';
import { numbering } from './numbering.ts';
import { officeSchema } from './office-schema.ts';
import type { Rule } from './rule.ts';
import { suspiciousCut } from './suspicious-cut.ts';
import { syntax } from './syntax.ts';
import { taskComplexity } from './task-complexity.ts';
import { unratedTask } from './unrated-task.ts';

/** Every rule, errors first; tables and help show them in this order. */
export const rules: readonly Rule[] = [
  syntax,
  formShape,
  groupsPresent,
  taskComplexity,
  numbering,
  codeSequence,
  invalidDate,
  officeSchema,
  unratedTask,
  leadershipComplexity,
  suspiciousCut,
];
