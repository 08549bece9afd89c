import { type Language, words } from '../diagnostics/wording.ts';
import { type Cells, counts, groupKey, groupsIn, highShare, withoutLeadership } from './cells.ts';
import type { FormSummary, Summary, UnitSummary } from './summary.ts';
import type { Format, SummaryCell, SummaryColumn, SummaryTable } from './summary-table.ts';
import {
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  outlierBrief,
  outlierNote,
  outlierWords,
  ratingNotes,
  type SummaryText,
  sharedNote,
  sharedWords,
  summaryTexts,
  unitName,
} from './summary-words.ts';

const everywhere: readonly Format[] = ['text', 'html', 'xlsx'];

/** Every table that a summary has, those without rows as well. */
export function summaryTables(summary: Summary, language: Language): SummaryTable[] {
  const { cells, units, outliers, shared, rules, unreadable, skipped } = summary;
  const say = (word: SummaryText) => summaryTexts[word][language];
  const column = (kind: SummaryColumn['kind'], title: string, formats = everywhere): SummaryColumn => ({
    kind,
    title,
    in: formats,
  });
  const text = (title: string, width: number, formats?: readonly Format[]) => ({
    ...column('text', title, formats),
    width,
  });
  const count = (title: string, formats?: readonly Format[]) => ({
    ...column('count', title, formats),
    width: 10,
  });
  const problem = (title: string) => ({ ...column('problem', title), width: 10 });
  const files = { ...column('files', say('files'), summary.forms === 1 ? ['xlsx'] : everywhere), width: 48 };
  const share = {
    ...column('share', words('Tỷ lệ mức 4–5', 'Share of levels 4–5')[language], ['xlsx']),
    width: 10,
  };
  const countColumns = (free: readonly Format[] = everywhere): SummaryColumn[] => [
    count(say('tasks')),
    ...[1, 2, 3, 4, 5].map((level) => ({ ...count(levelName(level, language)), short: `${level}` })),
    count(say('free'), free),
    count(say('unrated')),
    problem(say('missing')),
  ];
  const unitColumns = [text(say('unit'), 40), text(say('parentUnit'), 30, ['xlsx'])];
  const unitCells = (unit: UnitSummary): SummaryCell[] => [unitName(unit, language), unit.parentUnit];
  const groups = groupsIn(cells);
  return [
    {
      id: 'groups',
      title: say('groups'),
      sheet: words('Tổng hợp', 'Totals')[language],
      columns: [text(say('group'), 30), ...countColumns(), share],
      count: groups.length + 1,
      rows: [
        ...groups.map((group) => [
          groupName(group, language),
          ...countCells(cells, [group]),
          highShare(counts(cells, [group])),
        ]),
        [say('total'), ...countCells(cells), highShare(withoutLeadership(cells))],
      ],
      notes: lackedGroups(summary, language),
    },
    {
      id: 'units',
      title: say('units'),
      columns: [
        ...unitColumns,
        count(say('forms'), ['html', 'xlsx']),
        ...countColumns(['wide', 'html', 'xlsx']),
        share,
        text(say('missingGroups'), 12, ['html', 'xlsx']),
        problem(say('errors')),
        count(say('warnings'), ['html', 'xlsx']),
        { ...column('levels', say('levels'), ['text', 'html']), short: '' },
        files,
      ],
      ...lazily(units, (unit) => [
        [
          ...unitCells(unit),
          unit.forms.length,
          ...countCells(unit.cells),
          highShare(withoutLeadership(unit.cells)),
          unit.missingGroups.map(groupKey).join(', '),
          unit.errors,
          unit.warnings,
          counts(unit.cells),
          filesOf(unit),
        ],
      ]),
    },
    {
      id: 'unitGroups',
      title: words('Đơn vị và nhóm', 'Units and groups')[language],
      // For pivot tables: a row for each unit and group, so that any sum over either is right.
      columns: [...unitColumns, text(say('group'), 10), ...countColumns(), files],
      ...lazily(units, (unit) =>
        groupsIn(unit.cells).map((group) => [
          ...unitCells(unit),
          groupKey(group),
          ...countCells(unit.cells, [group]),
          filesOf(unit),
        ]),
      ),
    },
    {
      id: 'forms',
      title: words('Các tệp', 'Files')[language],
      columns: [
        text(say('file'), 48),
        text(say('state'), 40),
        ...unitColumns,
        count(say('tasks')),
        problem(say('errors')),
        count(say('warnings')),
      ],
      ...lazily<UnitSummary | string | Summary['unreadable'][number]>(
        [...unreadable, ...units, ...skipped],
        (one) => {
          if (typeof one === 'string') return [[one, say('skipped')]];
          if ('reason' in one) return [[one.file, one.reason]];
          return one.forms.map((form) => [
            form.file,
            stateOf(form)[language],
            ...unitCells(one),
            form.tasks,
            form.errors,
            form.warnings,
          ]);
        },
      ),
    },
    {
      id: 'unreadable',
      title: say('unreadable'),
      // The reason names the file.
      columns: [text(say('file'), 48, ['html']), text(say('reason'), 70)],
      ...lazily(unreadable, ({ file, reason }) => [[file, reason]]),
    },
    {
      id: 'skipped',
      title: say('skipped'),
      columns: [text(say('file'), 48)],
      ...lazily(skipped, (file) => [[file]]),
    },
    {
      id: 'outliers',
      title: say('outliers'),
      columns: [...unitColumns, text(say('why'), 70), files],
      ...lazily(outliers, (outlier) => [
        [...unitCells(outlier.unit), outlierWords(outlier, language), filesOf(outlier.unit)],
      ]),
      brief: outlierBrief[language],
      notes: [outlierNote[language]],
    },
    {
      id: 'shared',
      title: say('shared'),
      sheet: words('Công việc trùng', 'Shared tasks')[language],
      columns: [
        text(say('task'), 70),
        count(say('unitCount')),
        text(say('levelsGiven'), 14),
        { ...files, title: say('examples'), in: everywhere, width: 60 },
      ],
      ...lazily(shared.top, ({ text, units, levels, examples }) => [
        [
          text,
          units,
          levelList(levels),
          examples.map((unit) => `${unitName(unit, language)} – ${filesOf(unit)[0]}`),
        ],
      ]),
      lead: sharedWords(shared, language),
      notes: [sharedNote[language]],
    },
    {
      id: 'rules',
      title: say('rules'),
      sheet: words('Quy tắc', 'Rules')[language],
      columns: [
        text(say('rule'), 24),
        problem(say('errors')),
        count(say('warnings')),
        count(say('inForms')),
        { ...files, title: say('examples') },
      ],
      ...lazily(rules, ({ rule, errors, warnings, forms, examples }) => [
        [rule, errors, warnings, forms, [...examples, ...(forms > examples.length ? ['…'] : [])]],
      ]),
    },
    {
      id: 'notes',
      title: say('notes'),
      columns: [text(say('notes'), 100)],
      ...lazily(
        [
          headline(summary, language),
          ...lackedGroups(summary, language),
          ...[...ratingNotes, outlierNote].map((note) => note[language]),
          sharedWords(shared, language),
          sharedNote[language],
        ],
        (note) => [[note]],
      ),
    },
  ];
}

function countCells(cells: Cells, groups?: readonly number[]): number[] {
  const { tasks, levels, free, unrated, missing } = counts(cells, groups);
  return [tasks, ...levels, free, unrated, missing];
}

/** So many files of a unit are named; the sheet of files has all. */
const maxFiles = 5;

function filesOf({ forms }: UnitSummary): string[] {
  const files = forms.slice(0, maxFiles).map(({ file }) => file);
  return forms.length > maxFiles ? [...files, '…'] : files;
}

function stateOf({ errors, warnings }: FormSummary) {
  if (errors > 0) return words('Có lỗi', 'Has errors');
  return warnings > 0 ? words('Có cảnh báo', 'Has warnings') : words('Không có vấn đề', 'No problems');
}

const lazily = <Item>(items: readonly Item[], rowsOf: (item: Item) => Iterable<readonly SummaryCell[]>) => ({
  count: items.length,
  rows: {
    *[Symbol.iterator]() {
      for (const item of items) yield* rowsOf(item);
    },
  },
});
