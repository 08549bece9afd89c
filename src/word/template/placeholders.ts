import type { Wording } from '../../diagnostics/wording.ts';
import {
  type Doubt,
  doubts,
  isDoubtful,
  type Level,
  levels,
  type Sheet,
  type SheetRow,
} from '../../sheet/sheet.ts';
import type { WordSource } from '../read/read-word-form.ts';

/** What a placeholder prints. A list repeats the paragraph that the placeholder is in. */
export type Placeholder<Subject> = {
  readonly meaning: Wording;
  /** What is not printed without it; default: the meaning. */
  readonly content?: Wording;
} & (
  | { readonly text: (subject: Subject) => string | undefined }
  | { readonly list: (subject: Subject) => readonly string[] | undefined }
);

export type Placeholders<Subject> = Readonly<Record<string, Placeholder<Subject>>>;

/** The placeholder of a name that somebody typed. */
export const own = <Subject>(placeholders: Placeholders<Subject>, name: string) =>
  Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;

/**
 * `{unit}` prints the text, nothing where there is none. At the head of a paragraph `{#unit}` keeps the
 * paragraph only where there is a text, `{^unit}` only where there is none. These names are a promise to
 * templates.
 */
export const sheetPlaceholders: Placeholders<Sheet> = {
  parentUnit: printed('đơn vị cấp trên trực tiếp', 'the parent unit', (sheet) => sheet.parentUnit),
  unit: printed('đơn vị báo cáo', 'the unit', (sheet) => sheet.unit),
  dateLine: printed('địa danh và ngày ký', 'place and date', (sheet) => sheet.dateLine),
  'preparedBy.title': {
    meaning: { vi: 'chức danh người lập biểu', en: 'title of the person who prepared the form' },
    text: (sheet) => sheet.preparedBy.title,
  },
  'preparedBy.name': {
    meaning: { vi: 'họ tên người lập biểu', en: 'name of the person who prepared the form' },
    text: (sheet) => sheet.preparedBy.name,
  },
  'approvedBy.title': {
    meaning: { vi: 'chức vụ người ký duyệt', en: 'title of the person who approves the form' },
    text: (sheet) => sheet.approvedBy.title,
  },
  'approvedBy.name': {
    meaning: { vi: 'họ tên người ký duyệt', en: 'name of the person who approves the form' },
    text: (sheet) => sheet.approvedBy.name,
  },
  note: {
    meaning: { vi: 'từng ghi chú; đoạn văn được lặp lại', en: 'each note; its paragraph is repeated' },
    content: { vi: 'ghi chú', en: 'the notes' },
    list: (sheet) => sheet.notes,
  },
  notes: {
    meaning: { vi: 'có trừ khi biểu không có ghi chú nào', en: 'there unless the form is to have no notes' },
    text: (sheet) => (sheet.notes?.length === 0 ? undefined : ''),
  },
  draft: {
    meaning: { vi: 'có khi in bản nháp', en: 'there when a draft is printed' },
    content: { vi: 'dòng chữ báo bản nháp', en: 'the mark of a draft' },
    text: (sheet) => (sheet.draft ? '' : undefined),
  },
};

function printed<Subject>(
  vi: string,
  en: string,
  text: (subject: Subject) => string | undefined,
): Placeholder<Subject> {
  return { meaning: { vi, en }, text };
}

const number = (vi: string, en: string) => printed(vi, en, (row: SheetRow) => row.number);

const title = (vi: string, en: string) =>
  printed(vi, en, (row: SheetRow) => ('title' in row ? row.title : undefined));

const level = (level: Level): [name: string, placeholder: Placeholder<SheetRow>] => [
  `task.level${level}`,
  printed(
    `số ${level} nếu công việc ở mức ${level}; {task.level${level}|X} in chữ X thay cho số`,
    `${level} where the task has level ${level}; {task.level${level}|X} prints X instead`,
    (row) => ('level' in row && row.level === level ? String(level) : undefined),
  ),
];
const levelPlaceholders = Object.fromEntries(levels.map(level));

/** The placeholders of prototype rows. */
export const rowPlaceholders: Placeholders<SheetRow> = {
  'group.number': number('số thứ tự nhóm: I, II, III', 'number of the group: I, II, III'),
  'group.title': title('tên nhóm công việc', 'title of the group'),
  'position.number': number('số thứ tự chức vụ', 'number of the position'),
  'position.title': title('tên chức vụ', 'title of the position'),
  'area.number': number('số thứ tự mảng công việc', 'number of the area'),
  'area.title': title('tên mảng công việc', 'title of the area'),
  'task.number': number('số thứ tự công việc: 2.18', 'number of the task: 2.18'),
  'task.text': {
    meaning: {
      vi: 'nội dung công việc; đoạn văn được lặp lại cho từng đoạn của nội dung',
      en: 'the text of the task; its paragraph is repeated for every paragraph of the text',
    },
    list: (row) => ('text' in row ? row.text : undefined),
  },
  ...levelPlaceholders,
};

/** What conditions ask that templates cannot name: whether a draft is in doubt about a part of the row. */
export const doubtName = (doubt: Doubt) => `doubt.${doubt}`;

/** The row placeholders of a draft, with its doubts. */
export const draftPlaceholders: Placeholders<SheetRow> = {
  ...rowPlaceholders,
  ...Object.fromEntries(
    doubts.map((doubt) => [
      doubtName(doubt),
      printed('chưa chắc chắn', 'in doubt', (row) => (isDoubtful(row, doubt) ? '' : undefined)),
    ]),
  ),
};

export type RowTag = Exclude<SheetRow['kind'], 'duty'> | `position${'' | '-next'}${'' | '-rated'}`;

interface RowKind {
  readonly meaning: Wording;
  /** Row placeholders without which a form would lose content. */
  readonly needs: readonly string[];
  /** Others that the row may have. */
  readonly may: readonly string[];
  /** The row that serves for it, with the level cells of `{#task}`, where a template has none of this kind. */
  readonly fallback?: RowTag;
}

const ofLevels = Object.keys(levelPlaceholders);

/** The prototype rows: `{#group}` in a row's first visible cell makes it the pattern of all group rows. */
export const rowKinds: Readonly<Record<RowTag, RowKind>> = {
  group: { meaning: { vi: 'hàng tên nhóm', en: 'a group' }, needs: ['group.title'], may: ['group.number'] },
  position: {
    meaning: { vi: 'nhiệm vụ đầu tiên của một chức vụ', en: 'the first duty of a position' },
    needs: ['position.title', 'task.text'],
    may: ['position.number'],
  },
  'position-next': {
    meaning: { vi: 'các nhiệm vụ tiếp theo của chức vụ', en: 'the next duties of a position' },
    needs: ['task.text'],
    may: ['position.number', 'position.title'],
  },
  'position-rated': {
    meaning: { vi: 'nhiệm vụ đầu tiên, có mức độ', en: 'the first duty, with a level' },
    needs: ['position.title', 'task.text', ...ofLevels],
    may: ['position.number'],
    fallback: 'position',
  },
  'position-next-rated': {
    meaning: { vi: 'nhiệm vụ tiếp theo, có mức độ', en: 'a next duty, with a level' },
    needs: ['task.text', ...ofLevels],
    may: ['position.number', 'position.title'],
    fallback: 'position-next',
  },
  area: {
    meaning: { vi: 'hàng tên mảng công việc', en: 'an area' },
    needs: ['area.title'],
    may: ['area.number'],
  },
  task: {
    meaning: { vi: 'công việc có mức độ', en: 'a task with a level' },
    needs: ['task.text', ...ofLevels],
    may: ['task.number'],
  },
  unrated: {
    meaning: { vi: 'công việc không xếp mức', en: 'a task without a level' },
    needs: ['task.text'],
    may: ['task.number'],
  },
};

export const isRowTag = (name: string): name is RowTag => Object.hasOwn(rowKinds, name);

/** Which prototype prints a row. */
export function rowTagOf(row: SheetRow): RowTag {
  if (row.kind !== 'duty') return row.kind;
  const position = row.first ? 'position' : 'position-next';
  return row.level === undefined ? position : `${position}-rated`;
}

/** Whether a Word document is not a form: it lacks the form's table, or is a template. */
export const holdsNoForm = ({ problems }: Pick<WordSource, 'problems'>): boolean =>
  problems.some(
    ({ rule, message, facts }) =>
      message === 'no-table' || (rule === 'word-form' && isRowTag(tagIn(String(facts?.text)))),
  );

/** The name in `{#task}` at the beginning of a row. */
const tagIn = (row: string) => /^\{#([\w-]+)\}/.exec(row)?.[1] ?? '';
