import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.ts';
import type { FormFacts } from '../../src/summary/form-facts.ts';
import { summaryHtml } from '../../src/summary/summary-html.ts';
import { summaryFigures, summaryJson } from '../../src/summary/summary-json.ts';
import { summarySheets } from '../../src/summary/summary-sheets.ts';
import { summaryText } from '../../src/summary/summary-text.ts';
import type { DataTable, TableCell } from '../../src/tables/table.ts';
import { factsOf, sampleFacts, summaryOf, unitForm } from './summary-forms.ts';

const summary = summaryOf(sampleFacts());
const single = summaryOf([factsOf(readFileSync('examples/bieu-so-2.yaml', 'utf8'))]);
/** All rows of a table whose rows are at hand. */
function rowsOf(rows: DataTable['rows']): (readonly TableCell[])[] {
  if (Symbol.asyncIterator in rows) throw new Error('The rows are still to come');
  return [...rows];
}

const plain = { colorLevel: 0, width: 80, all: false } as const;

/** As many units, each with a few tasks. */
const manyUnits = (count: number) =>
  summaryOf(
    Array.from({ length: count }, (_, index) =>
      factsOf(unitForm(`PHÒNG SỐ ${index}`, [['Xây dựng kế hoạch', 3]])),
    ),
  );

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  test('text', async () => {
    await expect(summaryText(summary, { ...plain, language })).toMatchFileSnapshot(
      `golden/summary-${language}.txt`,
    );
  });

  test('text about one form', async () => {
    await expect(summaryText(single, { ...plain, language })).toMatchFileSnapshot(
      `golden/summary-single-${language}.txt`,
    );
  });
});

test('text in colour', async () => {
  await expect(
    summaryText(summary, { language: 'vi', colorLevel: 1, width: 120, all: false }),
  ).toMatchFileSnapshot('golden/summary-vi-colour.txt');
});

describe('text', () => {
  it.each([60, 80, 100, 200])('fits a terminal of %i columns', (width) => {
    for (const one of [summary, single]) {
      const lines = summaryText(one, { ...plain, language: 'vi', width }).split('\n');
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });

  it('shows the first units, and all of them when asked', () => {
    const many = manyUnits(30);
    const few = summaryText(many, { ...plain, language: 'vi' });
    expect(few.match(/^PHÒNG SỐ \d+/gm)).toHaveLength(20);
    expect(few).toContain('… và 10 dòng khác (--all)\n');
    const all = summaryText(many, { ...plain, language: 'vi', all: true });
    expect(all.match(/^PHÒNG SỐ \d+/gm)).toHaveLength(30);
    expect(all).not.toContain('--all');
  });

  it('says when tasks were not compared', () => {
    const text = summaryText(summaryOf(sampleFacts(), 30), { ...plain, language: 'en', width: 200 });
    expect(text).toMatch(
      /^3 of 30 different tasks are in more than one unit\. Only the first 30 different tasks are compared; \d+ later tasks with other texts are not\.$/m,
    );
    expect(summaryText(summary, { ...plain, language: 'en', width: 200 })).not.toContain('Only the first');
  });

  it('names the file behind each row, and the files that were left out', () => {
    const lines = summaryText(summary, { ...plain, language: 'en', all: true }).split('\n');
    const below = (start: string) => lines[lines.findIndex((line) => line.startsWith(start)) + 1];
    expect(below('PHÒNG HAI')).toBe('  bieu-2.yaml, bieu-9.yaml');
    expect(below('- PHÒNG CAO: 92%')).toBe('  bieu-7.yaml');
    expect(below('groups-present')).toBe('  bieu-11.yaml');
    expect(below('Could not be read')).toBe('- Cannot read the form “hong.yaml”, line 2.');
    expect(below('Skipped, not forms')).toBe('- compose.yaml');
  });
});

describe('the JSON', () => {
  const schema = JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8'));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  it.each(Object.entries({ summary, single, none: summaryOf([]) }))('keeps to its schema: %s', (_, one) => {
    validate(JSON.parse(summaryJson(one)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has every unit, whatever their number', () => {
    const { units, forms } = JSON.parse(summaryJson(manyUnits(40)));
    expect([units.length, forms]).toEqual([40, 40]);
  });

  it.each([
    ['an unknown key', { extra: 1 }],
    ['another version', { version: 2 }],
    ['a negative count', { forms: -1 }],
    ['four levels', { total: { tasks: 1, levels: [1, 0, 0, 0], unrated: 0, missing: 0, free: 0 } }],
  ])('is refused by the schema with %s', (_, change) => {
    expect(validate({ ...JSON.parse(summaryJson(summary)), ...change })).toBe(false);
  });
});

describe('the workbook', () => {
  it('has rows as long as their columns, and sheets of different names', () => {
    for (const language of ['vi', 'en'] as const) {
      const sheets = summarySheets(summary, language);
      expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
      for (const { columns, rows } of sheets) {
        const lengths = rowsOf(rows).map((row) => row.length);
        expect(lengths.length).toBeGreaterThan(0);
        expect(new Set(lengths)).toEqual(new Set([columns.length]));
      }
    }
  });

  it('adds up: a row for every unit and group, and for every file', () => {
    const { tasks } = summaryFigures(summary).total;
    const sum = (sheet: string, title: string) => {
      const { columns = [], rows = [] } =
        summarySheets(summary, 'vi').find(({ name }) => name === sheet) ?? {};
      const column = columns.findIndex((one) => one.title === title);
      return rowsOf(rows).reduce((total, row) => total + Number(row[column] ?? 0), 0);
    };
    expect(sum('Đơn vị và nhóm', 'Số công việc')).toBe(tasks);
    expect(sum('Các đơn vị', 'Số công việc')).toBe(tasks);
    expect(sum('Các tệp', 'Số công việc')).toBe(tasks);
  });

  it('names the file behind each row, and the files that were left out', () => {
    const sheets = new Map(summarySheets(summary, 'en').map(({ name, rows }) => [name, rowsOf(rows)]));
    expect(
      sheets
        .get('Units')
        ?.find(([name]) => name === 'PHÒNG HAI')
        ?.at(-1),
    ).toBe('bieu-2.yaml\nbieu-9.yaml');
    expect(sheets.get('Files')?.map(([file, state]) => [file, state])).toEqual(
      expect.arrayContaining([
        ['hong.yaml', 'Cannot read the form “hong.yaml”, line 2.'],
        ['bieu-8.yaml', 'Has errors'],
        ['bieu-1.yaml', 'No problems'],
        ['compose.yaml', 'Skipped, not forms'],
      ]),
    );
    expect(sheets.get('Files')).toHaveLength(14);
  });
});

describe('the page', () => {
  const html = summaryHtml(summary, { language: 'vi', all: false });

  it('stands alone', () => {
    expect(html).toContain('<html lang="vi">');
    expect(html).not.toMatch(/<link|<img|\bsrc=|\bhref=|url\(|@import|fetch|XMLHttp/);
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
  });

  it('has names for its plots, heads for its rows and columns', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g))
      expect(svg).toMatch(/aria-label="[^"]+"|aria-hidden="true"/);
    expect(html.match(/<th(?! scope="(?:col|row)")[ >]/)).toBeNull();
    expect(html).toContain('Số đơn vị theo tỷ lệ công việc ở mức 4–5');
  });

  it('shows so many units, and all of them when asked', () => {
    const many = manyUnits(520);
    const rows = (page: string) => page.match(/<th scope="row">PHÒNG SỐ/g)?.length;
    const few = summaryHtml(many, { language: 'en', all: false });
    expect(rows(few)).toBe(500);
    expect(few).toContain('… and 20 more (--all)');
    expect(rows(summaryHtml(many, { language: 'en', all: true }))).toBe(520);
  });

  it('is about its unit where there is only one', () => {
    expect(summaryHtml(single, { language: 'vi', all: false })).toContain('<h1>BAN TỔ CHỨC HUYỆN ỦY</h1>');
  });
});

/** Units, tasks and a file that are called so. */
const hostile = (text: string) => {
  const base = factsOf(unitForm('A', [['Việc', 3]]));
  const task = { key: 'k', text, level: 3 };
  const named = (unit: string, file: string): FormFacts => ({
    ...base,
    unit,
    parentUnit: text,
    file,
    tasks: [task],
    // Without the tasks of group II.
    cells: base.cells.map((count, index) => (index >> 3 === 2 ? 0 : count)),
    findings: [{ rule: 'spacing', errors: 1, warnings: 1 }],
  });
  return summaryOf([
    named(text, 'a.yaml'),
    named('', text),
    named('', 'b.yaml'),
    named(`B${text}`, 'c.yaml'),
  ]);
};

describe('whatever the forms say', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });

  it('nothing of it acts on a terminal', () => {
    fc.assert(
      fc.property(text, (words) => {
        const output = summaryText(hostile(words), { ...plain, language: 'en' });
        expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
      }),
    );
  });

  it('nothing of it is HTML', () => {
    const tags = (page: string) =>
      page
        .match(/<\/?[a-z][^>]*>/g)
        ?.join('')
        .replace(/ (?:width|x|y|height)="[^"]*"/g, '');
    const usual = tags(summaryHtml(hostile('x'), { language: 'en', all: false }));
    fc.assert(
      fc.property(text, (words) => {
        expect(tags(summaryHtml(hostile(`x${words}`), { language: 'en', all: false }))).toBe(usual);
      }),
    );
    const page = summaryHtml(hostile('<script>alert(1)</script>'), { language: 'en', all: false });
    expect(page).toContain('&lt;script&gt;');
  });
});
