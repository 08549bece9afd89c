import type { Path } from '../diagnostics/finding.ts';

/** The keys of each map of a form file; a test compares them with the definition. */
export const formKeys = {
  form: ['$schema', 'form', 'version', 'parentUnit', 'unit', 'groups', 'signatures', 'notes'],
  group: ['title', 'positions', 'areas', 'tasks'],
  section: ['number', 'title', 'tasks'],
  task: ['number', 'text', 'code', 'complexity', 'unrated'],
  signatures: ['preparedBy', 'approvedBy', 'place', 'date'],
  signatory: ['title', 'name'],
} as const;

/** The keys that the map at `path` may have; none where any key may stand (`groups`). */
export function keysAt(path: Path): readonly string[] {
  const parent = path.at(-2);
  if (path.length === 0) return formKeys.form;
  if (path[0] === 'signatures') return path.length === 1 ? formKeys.signatures : formKeys.signatory;
  if (path[0] === 'groups' && path.length === 2) return formKeys.group;
  if (parent === 'positions' || parent === 'areas') return formKeys.section;
  return parent === 'tasks' ? formKeys.task : [];
}
