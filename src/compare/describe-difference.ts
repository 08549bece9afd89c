import { type Language, type Wording, words } from '../diagnostics/wording.ts';
import type { Difference, Part, PartChange, Subject, TaskRating } from './difference.ts';
import type { DiffSegment } from './word-difference.ts';

/** A difference in words, for people. Not yet printable. */
export interface DescribedDifference {
  readonly heading: string;
  /** The mark used in patches. */
  readonly mark: '+' | '-' | '~';
  /** The number or name of the part. */
  readonly label: string;
  readonly what: string;
  /** The text with its changes; paragraphs are separated by “ / ”, long unchanged parts are cut. */
  readonly text: readonly DiffSegment[];
}

export function describeDifference(difference: Difference, language: Language): DescribedDifference {
  const { kind, subject } = difference;
  const part = kind === 'removed' ? difference.before : difference.after;
  const head = { heading: headingOf(subject, part, language), label: labelOf(subject, part, language) };
  if (kind !== 'changed') {
    const what = presenceWords(kind, subject, part)[language];
    return {
      ...head,
      mark: kind === 'added' ? '+' : '-',
      what,
      text: inOneLine([{ kind, text: part.text }]),
    };
  }
  const { changes } = difference;
  const what = changes.map((change) => changeWords(change, subject)[language]).join('; ');
  const reworded = changes.find((change) => change.kind === 'reworded');
  const segments: readonly DiffSegment[] = reworded?.words ?? [{ kind: 'same', text: part.text }];
  return { ...head, mark: '~', what, text: abridge(inOneLine(segments)) };
}

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

/** “Mảng 2”, “2.18”. */
const labelOf = (subject: Subject, { number = '' }: Part, language: Language): string =>
  [subjects[subject][language], number].filter((word) => word !== '').join(' ');

/** “Nhóm II, mảng 1 “Nghiên cứu””; outside groups, above or below the table. */
function headingOf(subject: Subject, { group, section }: Part, language: Language): string {
  if (group === undefined) {
    const isHead = subject === 'unit' || subject === 'parentUnit';
    const place = isHead ? words('Phần đầu', 'Head') : words('Phần ký và ghi chú', 'Signatures and notes');
    return place[language];
  }
  const name = `${subjects.group[language]} ${group}`;
  if (!section) return name;
  const { kind, number, title } = section;
  return `${name}, ${subjects[kind][language].toLowerCase()} ${number} “${title}”`;
}

function changeWords(change: PartChange, subject: Subject): Wording {
  switch (change.kind) {
    case 'moved':
      return movedWords(change.from, change.to);
    case 'reworded':
      if (subject === 'task') return words('sửa nội dung', 'reworded');
      return ['group', 'position', 'area'].includes(subject)
        ? words('đã sửa tên', 'retitled')
        : words('đã sửa', 'changed');
    case 'number':
    case 'code':
      return numberWords(change);
    default:
      return ratingWords(change);
  }
}

function movedWords(from: Part, to: Part): Wording {
  const isHere =
    from.group === to.group &&
    from.section?.kind === to.section?.kind &&
    from.section?.title === to.section?.title;
  if (isHere) return words(`đổi vị trí (trước là số ${from.number})`, `moved (was ${from.number})`);
  const [vi, en] = (['vi', 'en'] as const).map((language) => {
    const heading = headingOf('task', from, language);
    return heading.charAt(0).toLowerCase() + heading.slice(1);
  });
  return words(`chuyển từ ${vi} (trước là số ${from.number})`, `moved from ${en} (was ${from.number})`);
}

function ratingWords({ kind, from, to }: Extract<PartChange, { from: TaskRating }>): Wording {
  const levels = `${from.level} → ${to.level}`;
  switch (kind) {
    case 'raised':
      return words(`nâng mức ${levels}`, `level raised ${levels}`);
    case 'lowered':
      return words(`hạ mức ${levels}`, `level lowered ${levels}`);
    case 'rated':
      return from.note === undefined
        ? words(`xếp mức ${to.level} (trước chưa xếp)`, `level ${to.level} given (had none)`)
        : words(
            `xếp mức ${to.level} (trước: “${from.note}”)`,
            `level ${to.level} given (was “${from.note}”)`,
          );
    case 'unrated':
      return to.note === undefined
        ? words(`bỏ mức ${from.level}`, `level ${from.level} taken away`)
        : words(
            `bỏ mức ${from.level} (nay: “${to.note}”)`,
            `level ${from.level} taken away (now “${to.note}”)`,
          );
    default: {
      const [was, is] = [from, to].map(({ note }) =>
        note === undefined ? words('không ghi', 'none') : words(`“${note}”`, `“${note}”`),
      );
      return words(
        `đổi lý do không xếp mức: ${was?.vi} → ${is?.vi}`,
        `reason for no level changed: ${was?.en} → ${is?.en}`,
      );
    }
  }
}

function numberWords({ kind, from, to }: Extract<PartChange, { kind: 'number' | 'code' }>): Wording {
  const name = kind === 'code' ? words('mã', 'code') : words('số', 'number');
  if (from === null) return words(`thêm ${name.vi} ${to}`, `${name.en} ${to} added`);
  if (to === null) return words(`bỏ ${name.vi} ${from}`, `${name.en} ${from} removed`);
  return words(`đổi ${name.vi} ${from} → ${to}`, `${name.en} changed ${from} → ${to}`);
}

function presenceWords(kind: 'added' | 'removed', subject: Subject, { rating }: Part): Wording {
  if (subject !== 'task') return kind === 'added' ? words('mới thêm', 'added') : words('đã bỏ', 'removed');
  const verb = kind === 'added' ? words('thêm', 'added') : words('bỏ', 'removed');
  if (!rating || (rating.level === null && rating.note === undefined)) return verb;
  return rating.level === null
    ? words(`${verb.vi} (không xếp mức)`, `${verb.en} (no level)`)
    : words(`${verb.vi} (mức ${rating.level})`, `${verb.en} (level ${rating.level})`);
}

const inOneLine = (segments: readonly DiffSegment[]): DiffSegment[] =>
  segments.map(({ kind, text }) => ({ kind, text: text.replaceAll('\n', ' / ') }));

/** How many characters are shown beside a change, and from the start of an unchanged text. */
const around = 40;

function abridge(segments: readonly DiffSegment[]): DiffSegment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment;
    const [isFirst, isLast] = [index === 0, index === segments.length - 1];
    const head = isFirst && !isLast ? '' : startOf(segment.text, isFirst && isLast ? 2 * around : around);
    const tail = isLast ? '' : endOf(segment.text, around);
    const isShort = segment.text.length <= head.length + tail.length + around / 2;
    return isShort ? segment : { kind: 'same', text: `${head}…${tail}` };
  });
}

/** Whole words from the start of a text. */
const startOf = (text: string, length: number) => text.slice(0, text.lastIndexOf(' ', length) + 1).trimEnd();

/** Whole words up to the end of a text. */
function endOf(text: string, length: number): string {
  const from = text.indexOf(' ', Math.max(0, text.length - length));
  return from < 0 ? '' : text.slice(from).trimStart();
}
