import type { Language } from '../diagnostics/wording.ts';
import type { Cell, Column } from '../tables/table.ts';
import { type Cells, counts, groupKey, groupsIn, highShare, withoutLeadership } from './cells.ts';
import { outlierNote, outlierWords } from './outlier-words.ts';
import { sharedNote, sharedWords } from './shared-task-words.ts';
import type { Summary, UnitSummary } from './summary.ts';
import {
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  ratingNotes,
  type SummaryText,
  summaryTexts,
  unitName,
} from './summary-words.ts';

/** A table whose rows are made one after the other. */
export interface SummaryTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * For CSV, and for pivot tables: a row for every unit and group, so that any sum over either is right. Groups I–III
 * stand there even where they hold nothing.
 */
export function unitGroupTable({ units }: Summary, language: Language): SummaryTable {
  return {
    name: { vi: 'Đơn vị và nhóm', en: 'Units and groups' }[language],
    columns: [...unitColumns(language), text(summaryTexts.group[language], 10), ...countColumns(language)],
    rows: lazily(units, function* (unit) {
      for (const group of groupsIn(unit.cells)) {
        yield [...unitCells(unit, language), groupKey(group), ...countCells(unit.cells, [group])];
      }
    }),
  };
}

/** For a workbook: totals, units, units by group, unusual units, shared tasks, findings by rule. */
export function summaryTables(summary: Summary, language: Language): SummaryTable[] {
  const { cells, units, outliers, shared, rules } = summary;
  const say = (word: SummaryText) => summaryTexts[word][language];
  const groups = groupsIn(cells);
  return [
    {
      name: { vi: 'Tổng hợp', en: 'Totals' }[language],
      columns: [text(say('group'), 30), ...countColumns(language), percent(highLevels[language])],
      rows: [
        ...groups.map((group) => [
          groupName(group, language),
          ...countCells(cells, [group]),
          highShare(counts(cells, [group])),
        ]),
        [say('total'), ...countCells(cells), highShare(withoutLeadership(cells))],
      ],
    },
    {
      name: say('units'),
      columns: [
        ...unitColumns(language),
        number(say('forms')),
        ...countColumns(language),
        percent(highLevels[language]),
        text(say('missingGroups'), 12),
        number(say('errors')),
        number(say('warnings')),
      ],
      rows: lazily(units, function* (unit) {
        yield [
          ...unitCells(unit, language),
          unit.forms,
          ...countCells(unit.cells),
          highShare(withoutLeadership(unit.cells)),
          unit.missingGroups.map(groupKey).join(', '),
          unit.errors,
          unit.warnings,
        ];
      }),
    },
    unitGroupTable(summary, language),
    {
      name: say('outliers'),
      columns: [...unitColumns(language), text(say('why'), 70)],
      rows: lazily(outliers, function* (outlier) {
        yield [...unitCells(outlier.unit, language), outlierWords(outlier, language)];
      }),
    },
    {
      name: { vi: 'Công việc trùng', en: 'Shared tasks' }[language],
      columns: [
        text(say('task'), 70),
        number(say('unitCount')),
        text(say('levelsGiven'), 14),
        text(say('examples'), 60),
      ],
      rows: shared.top.map(({ text: words, units: count, levels, examples }) => [
        words,
        count,
        levelList(levels),
        examples.map((unit) => unitName(unit, language)).join('\n'),
      ]),
    },
    {
      name: { vi: 'Quy tắc', en: 'Rules' }[language],
      columns: [
        text(say('rule'), 24),
        number(say('errors')),
        number(say('warnings')),
        number(say('inForms')),
      ],
      rows: rules.map(({ rule, errors, warnings, forms }) => [rule, errors, warnings, forms]),
    },
    {
      name: say('notes'),
      columns: [text(say('notes'), 100)],
      rows: notesOf(summary, language).map((note) => [note]),
    },
  ];
}

/** What was read, and what the figures mean. */
const notesOf = (summary: Summary, language: Language): string[] => [
  headline(summary, counts(summary.cells).tasks, language),
  ...lackedGroups(summary, language),
  ...[...ratingNotes, outlierNote].map((note) => note[language]),
  sharedWords(summary.shared, language),
  sharedNote[language],
];

const highLevels = { vi: 'Tỷ lệ mức 4–5', en: 'Share of levels 4–5' };

const text = (title: string, width: number): Column => ({ title, kind: 'text', width });
const number = (title: string): Column => ({ title, kind: 'number' });
const percent = (title: string): Column => ({ title, kind: 'percent' });

const unitColumns = (language: Language): Column[] => [
  text(summaryTexts.unit[language], 40),
  text(summaryTexts.parentUnit[language], 30),
];

const unitCells = (unit: UnitSummary, language: Language): Cell[] => [
  unitName({ ...unit, isAmbiguous: false }, language),
  unit.parentUnit,
];

const countColumns = (language: Language): Column[] => [
  number(summaryTexts.tasks[language]),
  ...[1, 2, 3, 4, 5].map((level) => number(levelName(level, language))),
  number(summaryTexts.free[language]),
  number(summaryTexts.unrated[language]),
  number(summaryTexts.missing[language]),
];

function countCells(cells: Cells, groups?: readonly number[]): number[] {
  const { tasks, levels, free, unrated, missing } = counts(cells, groups);
  return [tasks, ...levels, free, unrated, missing];
}

/** Rows that are made while they are taken; they can be taken again. */
const lazily = <Item>(
  items: readonly Item[],
  rowsOf: (item: Item) => Iterable<readonly Cell[]>,
): Iterable<readonly Cell[]> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield* rowsOf(item);
  },
});
