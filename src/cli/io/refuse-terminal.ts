import type { Wording } from '../../diagnostics/wording.ts';
import { UserError } from '../user-error.ts';

/** A workbook is no text. @param example the name of a file that it may be written into */
export const refuseTerminal = ({ vi, en }: Wording): UserError =>
  new UserError({
    vi: `Sổ tính .xlsx không in ra màn hình được: hãy ghi ra tệp, ví dụ -o ${vi}.`,
    en: `A workbook (.xlsx) cannot be shown on a terminal: write it into a file, as in -o ${en}.`,
  });
