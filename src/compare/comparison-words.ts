import { enNumber, type Language, viNumber, type Wording, words } from '../diagnostics/wording.ts';
import type { Part, PartChange, SectionName, Subject, TaskRating } from './difference.ts';
import { type ComparisonSummary, taskChanges } from './summarize-comparison.ts';

/** The names of the compared files. */
export const namesWords = ({ before, after }: Record<'before' | 'after', string>): Wording =>
  words(`Từ “${before}” sang “${after}”:`, `From “${before}” to “${after}”:`);

/** The words for parts, before their text or number. */
const subjects: Readonly<Record<Subject, Wording>> = {
  group: words('Nhóm', 'Group'),
  position: words('Chức vụ', 'Position'),
  area: words('Mảng', 'Area'),
  task: words('', ''),
  parentUnit: words('Đơn vị cấp trên trực tiếp', 'Parent unit'),
  unit: words('Đơn vị báo cáo', 'Unit'),
  preparedByTitle: words('Chức danh người lập biểu', 'Title of who prepared it'),
  preparedByName: words('Họ và tên người lập biểu', 'Name of who prepared it'),
  approvedByTitle: words('Chức danh người ký duyệt', 'Title of who approved it'),
  approvedByName: words('Họ và tên người ký duyệt', 'Name of who approved it'),
  place: words('Địa danh', 'Place'),
  date: words('Ngày ký', 'Date'),
  note: words('Ghi chú', 'Note'),
};

/** The subject of a difference, in a word or two: “Mảng 2”, “2.18”. */
export const labelOf = (subject: Subject, { number = '' }: Part, language: Language): string =>
  [subjects[subject][language], number].filter((word) => word !== '').join(' ');

/** The place of a difference: “Nhóm II, mảng 1 “Nghiên cứu””; outside groups, above or below the table. */
export function headingOf(subject: Subject, { group, section }: Part, language: Language): string {
  if (group === undefined) {
    const isHead = subject === 'unit' || subject === 'parentUnit';
    return (isHead ? words('Phần đầu', 'Head') : words('Phần ký và ghi chú', 'Signatures and notes'))[
      language
    ];
  }
  const name = words(`Nhóm ${group}`, `Group ${group}`)[language];
  return section ? `${name}, ${sectionName(section)[language]}` : name;
}

const sectionName = ({ kind, number, title }: SectionName): Wording =>
  kind === 'area'
    ? words(`mảng ${number} “${title}”`, `area ${number} “${title}”`)
    : words(`chức vụ ${number} “${title}”`, `position ${number} “${title}”`);

const rewordedWords: Readonly<Partial<Record<Subject, Wording>>> = {
  task: words('sửa nội dung', 'reworded'),
  group: words('đã sửa tên', 'retitled'),
  position: words('đã sửa tên', 'retitled'),
  area: words('đã sửa tên', 'retitled'),
};

/** A change of a part, in a few words that follow its label. */
export function changeWords(change: PartChange, subject: Subject): Wording {
  switch (change.kind) {
    case 'moved':
      return movedWords(change.from, change.to);
    case 'reworded':
      return rewordedWords[subject] ?? words('đã sửa', 'changed');
    case 'raised':
      return words(`nâng mức ${levels(change)}`, `level raised ${levels(change)}`);
    case 'lowered':
      return words(`hạ mức ${levels(change)}`, `level lowered ${levels(change)}`);
    case 'rated':
      return ratedWords(change.from, change.to);
    case 'unrated':
      return unratedWords(change.from, change.to);
    case 'reason':
      return words(
        `đổi lý do không xếp mức: ${noteOf(change.from, 'vi')} → ${noteOf(change.to, 'vi')}`,
        `reason for no level changed: ${noteOf(change.from, 'en')} → ${noteOf(change.to, 'en')}`,
      );
    default:
      return numberWords(change);
  }
}

const levels = ({ from, to }: { from: TaskRating; to: TaskRating }) => `${from.level} → ${to.level}`;

function movedWords(from: Part, to: Part): Wording {
  const isHere =
    from.group === to.group &&
    from.section?.kind === to.section?.kind &&
    from.section?.title === to.section?.title;
  if (isHere) return words(`đổi vị trí (trước là số ${from.number})`, `moved (was ${from.number})`);
  const place = (language: Language) => {
    const heading = headingOf('task', from, language);
    return heading.charAt(0).toLowerCase() + heading.slice(1);
  };
  return words(
    `chuyển từ ${place('vi')} (trước là số ${from.number})`,
    `moved from ${place('en')} (was ${from.number})`,
  );
}

const ratedWords = ({ note }: TaskRating, { level }: TaskRating): Wording =>
  note === undefined
    ? words(`xếp mức ${level} (trước chưa xếp)`, `level ${level} given (had none)`)
    : words(`xếp mức ${level} (trước: “${note}”)`, `level ${level} given (was “${note}”)`);

const unratedWords = ({ level }: TaskRating, { note }: TaskRating): Wording =>
  note === undefined
    ? words(`bỏ mức ${level}`, `level ${level} taken away`)
    : words(`bỏ mức ${level} (nay: “${note}”)`, `level ${level} taken away (now “${note}”)`);

const noteOf = ({ note }: TaskRating, language: Language) =>
  note === undefined ? words('không ghi', 'none')[language] : `“${note}”`;

function numberWords({ kind, from, to }: Extract<PartChange, { kind: 'number' | 'code' }>): Wording {
  const name = kind === 'code' ? words('mã', 'code') : words('số', 'number');
  if (from === null) return words(`thêm ${name.vi} ${to}`, `${name.en} ${to} added`);
  if (to === null) return words(`bỏ ${name.vi} ${from}`, `${name.en} ${from} removed`);
  return words(`đổi ${name.vi} ${from} → ${to}`, `${name.en} changed ${from} → ${to}`);
}

/** Says that a part is new or removed; for a task with its level. */
export function presenceWords(kind: 'added' | 'removed', subject: Subject, { rating }: Part): Wording {
  if (subject !== 'task') return kind === 'added' ? words('mới thêm', 'added') : words('đã bỏ', 'removed');
  const verb = kind === 'added' ? words('thêm', 'added') : words('bỏ', 'removed');
  if (!rating || (rating.level === null && rating.note === undefined)) return verb;
  return rating.level === null
    ? words(`${verb.vi} (không xếp mức)`, `${verb.en} (no level)`)
    : words(`${verb.vi} (mức ${rating.level})`, `${verb.en} (level ${rating.level})`);
}

const taskWords: Readonly<Record<(typeof taskChanges)[number], Wording>> = {
  added: words('thêm', 'added'),
  removed: words('bỏ', 'removed'),
  moved: words('chuyển chỗ', 'moved'),
  reworded: words('sửa nội dung', 'reworded'),
  raised: words('nâng mức', 'raised'),
  lowered: words('hạ mức', 'lowered'),
  rated: words('xếp mức', 'given a level'),
  unrated: words('bỏ mức', 'without their level'),
};

/** The totals in a sentence or two. */
export function summaryWords({ tasks, other }: ComparisonSummary, language: Language): string {
  const kinds = taskChanges.filter((kind) => tasks[kind] > 0);
  const parts = kinds.map((kind) =>
    language === 'vi'
      ? `${viNumber(tasks[kind])} công việc ${taskWords[kind].vi}`
      : `${enNumber(tasks[kind])} ${taskWords[kind].en}`,
  );
  const rest = words(`Thay đổi khác: ${other}.`, `Other changes: ${other}.`)[language];
  if (parts.length === 0)
    return other === 0 ? words('Hai biểu giống nhau.', 'The two forms are the same.')[language] : rest;
  const head = `${words('', 'Tasks: ')[language]}${parts.join(', ')}.`;
  return other === 0 ? head : `${head} ${rest}`;
}
