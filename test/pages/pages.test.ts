import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { readPdf } from '../word/libreoffice.ts';
import { referenceSheet } from '../word/reference-sheet.ts';
import { smallSheet } from '../word/template/small-sheet.ts';
import { faultsOf } from './faults-of.ts';
import { formOf } from './forms.ts';
import { pageEnds } from './page-ends.ts';
import { type Printed, pagesAreMissing, printForms } from './print.ts';

/** Forms with a task about as tall as a page, of words that are there once. */
const tallForms = Object.fromEntries(
  [1700, 2000, 2300, 2600, 2900].map((length): [string, Sheet] => {
    const words = Array.from({ length: Math.floor(length / 6) }, (_, index) => `v${1000 + index}`);
    const [group, first, ...rest] = formOf(3, 'task').rows;
    if (!group || !first) throw new Error('the form has no rows');
    const row = { kind: 'task', number: '1.1', text: [words.join(' ')], level: 3 } as const;
    return [`${length} letters`, { ...smallSheet, rows: [group, row, first, ...rest] }];
  }),
);

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
      printed = await printForms({ ...forms, ...tallForms, reference: referenceSheet });
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

    it.each(Object.entries(tallForms))('print all of a task of %s', (form, sheet) => {
      const { text = [] } = sheet.rows.find((row) => 'text' in row) ?? {};
      for (const { look, format, pages } of printed.filter((one) => one.form === form)) {
        expect(
          pages
            .join(' ')
            .match(/v1\d\d\d/g)
            ?.join(' '),
          `${look} ${format}`,
        ).toBe(text.join(' '));
      }
    });

    it('have the rest of a task as far below the header of the next page in HTML as in Word', async () => {
      const tops = printed
        .filter((one) => one.form === '2900 letters' && one.look === 'bieu-so-2')
        .map(async ({ pdf }) => {
          const words = await readPdf('pdftotext', ['-bbox', '-f', '2', '-l', '2'], pdf);
          return Number(/yMin="([\d.]+)"[^>]*>v1\d\d\d</.exec(words)?.[1]);
        });
      const [word = 0, html = 0] = await Promise.all(tops);
      expect(Math.abs(word - html), `${word} ${html}`).toBeLessThan(1);
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
