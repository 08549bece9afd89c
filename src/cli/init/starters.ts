import type { Wording } from '../../diagnostics/wording.ts';

/** What `init` can start from: `templates/starter-<id>.yaml`. */
export const starters = [
  {
    id: 'committee',
    summary: { vi: 'ban có nhiều chức vụ và mảng công việc', en: 'a committee with positions and areas' },
  },
  { id: 'small-unit', summary: { vi: 'đơn vị nhỏ, không chia mảng', en: 'a small unit without areas' } },
  { id: 'empty', summary: { vi: 'biểu trống để điền', en: 'an empty form to fill in' } },
] as const satisfies readonly { readonly id: string; readonly summary: Wording }[];

export type Starter = (typeof starters)[number]['id'];
