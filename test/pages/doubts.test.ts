import { describe, expect, it } from 'vitest';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import { typstSource } from '../../src/pdf/typst-source.ts';
import { doubtShade, type Sheet, type SheetRow } from '../../src/sheet/sheet.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { lintDocx } from '../word/lint-docx.ts';
import { readPart } from '../word/parts.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';
import { smallSheet } from '../word/template/small-sheet.ts';

const duty = { kind: 'duty', first: true, number: '1', title: 'Trưởng Ban', level: undefined } as const;

/** Each row with the numbers of its cells that are shaded in a draft. */
const rows: [SheetRow, number[]][] = [
  [{ kind: 'group', number: '', title: 'Lãnh đạo' }, [0]],
  [{ ...duty, text: ['Quản lý.'] }, []],
  [{ ...duty, number: '', title: '', text: [''] }, [0, 1, 2]],
  [{ ...duty, number: '2', text: ['Điều hành.'], level: 4 }, []],
  [{ kind: 'group', number: 'II', title: '' }, [1]],
  [{ kind: 'area', number: '1', title: '' }, [1]],
  [{ kind: 'task', number: '', text: ['Chủ trì.'], level: 3 }, [1]],
  [{ kind: 'unrated', number: '', text: ['Họp.'] }, [1]],
  [{ kind: 'task', number: '1.3', text: ['Tặng huy hiệu.'], level: undefined }, [3, 4, 5, 6, 7]],
  [{ kind: 'task', number: '1.4', text: ['', ''], level: 2 }, [2]],
  [{ kind: 'task', number: '1.5', text: ['Xong.'], level: 1 }, []],
];
const sheet = (draft: boolean): Sheet => ({ ...smallSheet, rows: rows.map(([row]) => row), draft });
const [look] = Object.values(shippedLooks);
if (!look) throw new Error('there is no look');

/** Which cells of each row have a mark, out of the text of the rows in XML or HTML. */
const marked = (text: string, row: RegExp, cell: RegExp, mark: string) =>
  [...text.matchAll(row)].map(([one]) =>
    [...one.matchAll(cell)].flatMap(([inner], index) => (inner.includes(mark) ? [index] : [])),
  );

const written = {
  docx: (draft: boolean) =>
    marked(
      readPart(fillTemplate(shippedTemplate, sheet(draft)), 'word/document.xml'),
      /<w:tr[ >].*?<\/w:tr>/gs,
      /<w:tc>.*?<\/w:tc>/gs,
      `w:fill="${doubtShade}"`,
    ),
  html: (draft: boolean) =>
    marked(
      new TextDecoder().decode(writeHtml(sheet(draft), look)),
      /<tr.*?<\/tr>/gs,
      /<t[dh][ >].*?<\/t[dh]>/gs,
      ' doubt"',
    ),
  pdf: (draft: boolean) =>
    typstSource(sheet(draft), look, { fallback: false })
      .split('\n')
      .filter((line) => line.startsWith('table.'))
      .map((line) =>
        line
          .split('table.cell(')
          .slice(1)
          .flatMap((cell, index) => (cell.includes(`fill: rgb("#${doubtShade}")`) ? [index] : [])),
      ),
};

describe.each(Object.entries(written))('a draft as %s', (format, cellsOf) => {
  // Typst has both rows of the head in one line, and each heading in one.
  const heads = format === 'pdf' ? 1 : 2;

  it('shades the cells that are in doubt', () => {
    const shaded = cellsOf(true).slice(heads, heads + rows.length);
    expect(shaded).toEqual(rows.map(([, cells]) => cells));
  });

  it('shades nothing in a form that is no draft', () => {
    expect(cellsOf(false).flat()).toEqual([]);
    expect(cellsOf(false).length).toBeGreaterThan(rows.length);
  });
});

it('writes shades that Word accepts', () => {
  expect(lintDocx(fillTemplate(shippedTemplate, sheet(true)))).toEqual([]);
});
