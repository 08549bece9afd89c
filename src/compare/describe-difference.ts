import type { Language, Wording } from '../diagnostics/wording.ts';
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
  group: { vi: 'Nhóm', en: 'Group' },
  position: { vi: 'Chức vụ', en: 'Position' },
  area: { vi: 'Mảng', en: 'Area' },
  task: { vi: '', en: '' },
  parentUnit: { vi: 'Đơn vị cấp trên trực tiếp', en: 'Parent unit' },
  unit: { vi: 'Đơn vị báo cáo', en: 'Unit' },
  preparedByTitle: { vi: 'Chức danh người lập biểu', en: 'Title of who prepared it' },
  preparedByName: { vi: 'Họ và tên người lập biểu', en: 'Name of who prepared it' },
  approvedByTitle: { vi: 'Chức danh người ký duyệt', en: 'Title of who approved it' },
  approvedByName: { vi: 'Họ và tên người ký duyệt', en: 'Name of who approved it' },
  place: { vi: 'Địa danh', en: 'Place' },
  date: { vi: 'Ngày ký', en: 'Date' },
  note: { vi: 'Ghi chú', en: 'Note' },
};

/** “Mảng 2”, “2.18”. */
const labelOf = (subject: Subject, { number = '' }: Part, language: Language): string =>
  [subjects[subject][language], number].filter((word) => word !== '').join(' ');

/** “Nhóm II, mảng 1 “Nghiên cứu””; outside groups, above or below the table. */
function headingOf(subject: Subject, { group, section }: Part, language: Language): string {
  if (group === undefined) {
    const isHead = subject === 'unit' || subject === 'parentUnit';
    const place = isHead
      ? { vi: 'Phần đầu', en: 'Head' }
      : { vi: 'Phần ký và ghi chú', en: 'Signatures and notes' };
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
      if (subject === 'task') return { vi: 'sửa nội dung', en: 'reworded' };
      return ['group', 'position', 'area'].includes(subject)
        ? { vi: 'đã sửa tên', en: 'retitled' }
        : { vi: 'đã sửa', en: 'changed' };
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
  if (isHere) return { vi: `đổi vị trí (trước là số ${from.number})`, en: `moved (was ${from.number})` };
  const [vi, en] = (['vi', 'en'] as const).map((language) => {
    const heading = headingOf('task', from, language);
    return heading.charAt(0).toLowerCase() + heading.slice(1);
  });
  return { vi: `chuyển từ ${vi} (trước là số ${from.number})`, en: `moved from ${en} (was ${from.number})` };
}

function ratingWords({ kind, from, to }: Extract<PartChange, { from: TaskRating }>): Wording {
  const levels = `${from.level} → ${to.level}`;
  switch (kind) {
    case 'raised':
      return { vi: `nâng mức ${levels}`, en: `level raised ${levels}` };
    case 'lowered':
      return { vi: `hạ mức ${levels}`, en: `level lowered ${levels}` };
    case 'rated':
      return from.note === undefined
        ? { vi: `xếp mức ${to.level} (trước chưa xếp)`, en: `level ${to.level} given (had none)` }
        : {
            vi: `xếp mức ${to.level} (trước: “${from.note}”)`,
            en: `level ${to.level} given (was “${from.note}”)`,
          };
    case 'unrated':
      return to.note === undefined
        ? { vi: `bỏ mức ${from.level}`, en: `level ${from.level} taken away` }
        : {
            vi: `bỏ mức ${from.level} (nay: “${to.note}”)`,
            en: `level ${from.level} taken away (now “${to.note}”)`,
          };
    default: {
      const [was, is] = [from, to].map(({ note }) =>
        note === undefined ? { vi: 'không ghi', en: 'none' } : { vi: `“${note}”`, en: `“${note}”` },
      );
      return {
        vi: `đổi lý do không xếp mức: ${was?.vi} → ${is?.vi}`,
        en: `reason for no level changed: ${was?.en} → ${is?.en}`,
      };
    }
  }
}

function numberWords({ kind, from, to }: Extract<PartChange, { kind: 'number' | 'code' }>): Wording {
  const name = kind === 'code' ? { vi: 'mã', en: 'code' } : { vi: 'số', en: 'number' };
  if (from === null) return { vi: `thêm ${name.vi} ${to}`, en: `${name.en} ${to} added` };
  if (to === null) return { vi: `bỏ ${name.vi} ${from}`, en: `${name.en} ${from} removed` };
  return { vi: `đổi ${name.vi} ${from} → ${to}`, en: `${name.en} changed ${from} → ${to}` };
}

function presenceWords(kind: 'added' | 'removed', subject: Subject, { rating }: Part): Wording {
  if (subject !== 'task')
    return kind === 'added' ? { vi: 'mới thêm', en: 'added' } : { vi: 'đã bỏ', en: 'removed' };
  const verb = kind === 'added' ? { vi: 'thêm', en: 'added' } : { vi: 'bỏ', en: 'removed' };
  if (!rating || (rating.level === null && rating.note === undefined)) return verb;
  return rating.level === null
    ? { vi: `${verb.vi} (không xếp mức)`, en: `${verb.en} (no level)` }
    : { vi: `${verb.vi} (mức ${rating.level})`, en: `${verb.en} (level ${rating.level})` };
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
