import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { referenceSheet } from '../word/reference-sheet.ts';
import { faultsOf } from './faults-of.ts';
import { formOf } from './forms.ts';
import { pageEnds } from './page-ends.ts';
import { type Printed, pagesAreMissing, printForms } from './print.ts';

/** Of all that `npm run pages` prints, forms whose signatures come near the end of a page in one of the looks. */
const forms: Readonly<Record<string, Sheet>> = {
  '11 rows and an area': formOf(11, 'area'),
  '15 rows and a task': formOf(15, 'task'),
  '16 rows and a task': formOf(16, 'task'),
  '25 rows and a duty': formOf(25, 'duty'),
  '26 rows and a duty': formOf(26, 'duty'),
  '35 rows and an area': formOf(35, 'area'),
  '36 rows and an area': formOf(36, 'area'),
};

describe.skipIf(pagesAreMissing)(
  `printed forms${pagesAreMissing ? ` (skipped: ${pagesAreMissing})` : ''}`,
  () => {
    let printed: Printed[];

    beforeAll(async () => {
      printed = await printForms({ ...forms, reference: referenceSheet });
    }, 240_000);

    it.each(Object.keys(shippedLooks))('end their pages at the same rows in every format: %s', (look) => {
      for (const [form, { rows }] of Object.entries({ ...forms, reference: referenceSheet })) {
        const [first, ...others] = printed
          .filter((one) => one.form === form && one.look === look)
          .map(({ pages }) => pageEnds(pages, rows));
        expect(others, form).toEqual([first, first]);
        expect(first?.at(-1)).toBe(rows.length);
      }
    });

    it.each(Object.keys(forms))('keep signatures and notes together in every look and format: %s', (form) => {
      const sheet = forms[form] ?? formOf(0, 'task');
      const ofForm = printed.filter((one) => one.form === form);
      expect(ofForm).toHaveLength(9);
      expect(
        ofForm.flatMap((one) => faultsOf(one, sheet).map((fault) => [one.look, one.format, fault])),
      ).toEqual([]);
    });
  },
);

describe('faultsOf', () => {
  const sheet = formOf(3, 'task');
  const end = '(Ký và ghi rõ họ tên)';
  const notes = 'Ghi chú: Ghi chú một. Ghi chú hai.';

  it.each([
    ['nothing', [`w0. w1. ${end} ${notes}`], []],
    ['signatures alone', ['w0. w1.', `${end} ${notes}`], ['signatures without a row of the table']],
    ['notes apart', [`w0. w1. ${end} Ghi chú: Ghi chú một.`, 'Ghi chú hai.'], ['notes on the pages 1, 1, 2']],
    ['notes on a page of their own', [`w0. w1. ${end}`, notes], ['notes on the pages 2, 2, 2']],
    ['a row that is lost', [`w1. ${end} ${notes}`], ['not on one page: w0.']],
  ])('finds %s', (_name, pages, faults) => expect(faultsOf({ pages }, sheet)).toEqual(faults));
});
