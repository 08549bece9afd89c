import type { Language } from '../diagnostics/wording.ts';
import { levels } from '../form/form.ts';
import { columnTitles, stateWords } from '../reporters/report-words.ts';
import { type Cells, counts, groupKey, groupsIn, highShare, withoutLeadership } from './cells.ts';
import type { UnitSummary } from './summary.ts';
import {
  column,
  count,
  everywhere,
  type Format,
  lazily,
  problem,
  type SummaryCell,
  type SummaryColumn,
  type SummaryTable,
  shownIn,
  text,
} from './summary-table.ts';
import {
  groupName,
  headline,
  lackedGroups,
  levelName,
  outlierBrief,
  outlierNote,
  outlierWords,
  ratingNotes,
  sharedNote,
  sharedWords,
  summaryTexts,
  unitName,
} from './summary-words.ts';
import type { Summary } from './tally.ts';

const screens: readonly Format[] = ['narrow', 'text', 'wide', 'html'];
const pages: readonly Format[] = ['html', 'xlsx'];
const sheets: readonly Format[] = ['xlsx'];

/** The tables that a format shows, in its order, including those without rows. */
export function summaryTables(summary: Summary, language: Language, format: Format): SummaryTable[] {
  const { cells, units, outliers, shared, rules, unreadable, skipped } = summary;
  const say = (vi: string, en: string) => ({ vi, en })[language];
  const many = units.length > 1 ? everywhere : sheets;
  const file = columnTitles.file[language];
  const tasks = count(say('Số công việc', 'Tasks'));
  const errors = problem(columnTitles.errors[language]);
  const warnings = columnTitles.warnings[language];
  const files = column('files', say('Tệp', 'Files'), 48, summary.forms === 1 ? sheets : everywhere);
  const examples = { ...files, title: say('Trong đó có', 'Among them') };
  const share = column('share', say('Tỷ lệ mức 4–5', 'Share of levels 4–5'), 10, sheets);
  const countColumns = (free?: readonly Format[]): SummaryColumn[] => [
    tasks,
    ...levels.map((level) => ({ ...count(levelName(level, language)), short: `${level}` })),
    count(say('Không cần xếp mức', 'Needs none'), free),
    count(summaryTexts.unrated[language]),
    problem(summaryTexts.missing[language]),
  ];
  const unitColumns = [
    text(columnTitles.unit[language], 40),
    text(say('Đơn vị cấp trên trực tiếp', 'Parent unit'), 30, sheets),
  ];
  const unitCells = (unit: UnitSummary): SummaryCell[] => [unitName(unit, language), unit.parentUnit];
  const groups = groupsIn(cells);
  const notForms = say('Bỏ qua, không phải biểu', 'Skipped, not forms');
  const tables: SummaryTable[] = [
    {
      title: say('Không đọc được', 'Could not be read'),
      in: screens,
      // The reason names the file.
      columns: [text(say('Lý do', 'Reason'), 70)],
      ...lazily(unreadable, (one) => [[one.reason]]),
      shown: 20,
      isList: true,
    },
    {
      title: notForms,
      in: screens,
      columns: [text(file, 48)],
      ...lazily(skipped, (name) => [[name]]),
      shown: 20,
      isList: true,
    },
    {
      title: say('Nhóm công việc và mức độ phức tạp', 'Groups of work and levels of complexity'),
      sheet: say('Tổng hợp', 'Totals'),
      in: everywhere,
      columns: [text(say('Nhóm', 'Group'), 30), ...countColumns(), share],
      count: groups.length + 1,
      rows: [
        ...groups.map((group) => [
          groupName(group, language),
          ...countCells(cells, [group]),
          highShare(counts(cells, [group])),
        ]),
        [say('Cộng', 'Total'), ...countCells(cells), highShare(withoutLeadership(cells))],
      ],
      shown: 20,
      hasTotal: true,
      alarms: lackedGroups(summary, language),
    },
    {
      title: say('Các đơn vị', 'Units'),
      in: many,
      columns: [
        ...unitColumns,
        count(say('Số biểu', 'Forms'), pages),
        ...countColumns(['wide', ...pages]),
        share,
        text(say('Thiếu nhóm', 'Groups missing'), 12, pages),
        errors,
        count(warnings, pages),
        { ...column('levels', summaryTexts.levels[language], 10, ['text', 'wide', 'html']), short: '' },
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
      shown: 20,
    },
    {
      title: say('Đơn vị và nhóm', 'Units and groups'),
      in: sheets,
      // For pivot tables: a row for each unit and group, so that any sum over either is right.
      columns: [...unitColumns, text(say('Nhóm', 'Group'), 10), ...countColumns(), files],
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
      title: say('Các tệp', 'Files'),
      in: sheets,
      columns: [
        ...[text(file, 48), text(say('Tình trạng', 'State'), 40), ...unitColumns],
        ...[tasks, errors, count(warnings)],
      ],
      ...lazily<UnitSummary | readonly [file: string, state: string]>(
        [
          ...unreadable.map((one) => [one.file, one.reason] as const),
          ...units,
          ...skipped.map((name) => [name, notForms] as const),
        ],
        (one) =>
          'forms' in one
            ? one.forms.map((form) => [
                ...[form.file, stateWords(form)[language], ...unitCells(one)],
                ...[form.tasks, form.errors, form.warnings],
              ])
            : [one],
      ),
    },
    {
      title: say('Đơn vị khác thường', 'Unusual units'),
      in: many,
      columns: [...unitColumns, text(say('Khác thường ở chỗ', 'What is unusual'), 70), files],
      ...lazily(outliers, (outlier) => [
        [...unitCells(outlier.unit), outlierWords(outlier, language), filesOf(outlier.unit)],
      ]),
      shown: 10,
      isList: true,
      brief: outlierBrief[language],
      note: outlierNote[language],
    },
    {
      title: say('Công việc trùng nhau giữa các đơn vị', 'Tasks that several units share'),
      sheet: say('Công việc trùng', 'Shared tasks'),
      in: many,
      columns: [
        text(say('Công việc', 'Task'), 70),
        count(say('Số đơn vị', 'Units')),
        text(say('Mức đã xếp', 'Levels given'), 14),
        { ...examples, width: 60 },
      ],
      ...lazily(shared.top, (task) => [
        [
          task.text,
          task.units,
          task.levels.join(', ') || '–',
          task.examples.map((unit) => `${unitName(unit, language)} – ${filesOf(unit)[0]}`),
        ],
      ]),
      shown: 10,
      lead: sharedWords(shared, language),
      note: sharedNote[language],
    },
    {
      title: say('Kết quả kiểm tra theo quy tắc', 'Findings by rule'),
      sheet: say('Quy tắc', 'Rules'),
      in: everywhere,
      columns: [
        ...[text(columnTitles.rule[language], 24), errors, count(warnings)],
        ...[count(say('Số biểu', 'In forms')), examples],
      ],
      ...lazily(rules, (rule) => [
        [
          ...[rule.rule, rule.errors, rule.warnings, rule.forms],
          [...rule.examples, ...(rule.forms > rule.examples.length ? ['…'] : [])],
        ],
      ]),
      shown: 100,
    },
    {
      title: say('Ghi chú', 'Notes'),
      in: sheets,
      columns: [text(say('Ghi chú', 'Notes'), 100)],
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
  return tables.flatMap((table) => shownIn(format, table));
}

function countCells(cells: Cells, groups?: readonly number[]): number[] {
  const { tasks, levels, free, unrated, missing } = counts(cells, groups);
  return [tasks, ...levels, free, unrated, missing];
}

/** The number of files named for a unit; the sheet of files has all. */
const maxFiles = 5;

function filesOf({ forms }: UnitSummary): string[] {
  const files = forms.slice(0, maxFiles).map(({ file }) => file);
  return forms.length > maxFiles ? [...files, '…'] : files;
}
