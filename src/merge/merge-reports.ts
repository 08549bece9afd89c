import type { Diagnostic, FileReport } from '../diagnostics/diagnostic.ts';
import { enNumber, viNumber } from '../diagnostics/format-number.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import type { Language, Wording } from '../diagnostics/wording.ts';
import { nameTask, taskFacts } from '../form/name-task.ts';
import { formatLocation } from '../reporters/format-place.ts';
import type { At, Merge, MergedField, MergeFinding, TaskOrigin } from './merge.ts';
import { ratingWords } from './merge-comments.ts';
import { mergeRules } from './merge-rules.ts';

/** What should be known about a merge, file by file, for the reporters. */
export function mergeReports({ inputs, findings }: Merge, language: Language): FileReport[] {
  const byInput = inputs.map((): Diagnostic[] => []);
  const locationOf = ({ input, path }: At) => {
    const source = inputs[input]?.source;
    return source ? formatLocation(source.file, source.locate({ path }), language) : '';
  };
  for (const finding of findings) {
    const { at, rule, message, hint } = describe(finding, locationOf);
    const { severity } = mergeRules[rule];
    const source = inputs[at.input]?.source;
    if (!source) continue;
    byInput[at.input]?.push({
      ...{ rule, messageId: finding.kind, severity, path: at.path, place: source.locate({ path: at.path }) },
      message: message[language],
      ...(hint && { hint: hint[language] }),
    });
  }
  return inputs.map(({ source: { file, text } }, input) => ({
    ...{ file, diagnostics: sortDiagnostics(byInput[input] ?? []) },
    ...(text !== undefined && { text }),
  }));
}

interface Description {
  readonly at: At;
  readonly rule: keyof typeof mergeRules;
  readonly message: Wording;
  readonly hint?: Wording;
}

/** @param locationOf “a.yaml:3:5” */
function describe(finding: MergeFinding, locationOf: (at: At) => string): Description {
  switch (finding.kind) {
    case 'duplicate': {
      const kept = nameTask(taskFacts(finding.kept.placed));
      const place = locationOf(textAt(finding.kept));
      return {
        at: textAt(finding.copy),
        rule: 'merge-duplicate',
        message: {
          vi: `nội dung trùng với ${kept.vi} ở ${place}; biểu hợp nhất chỉ giữ một lần`,
          en: `the text is the same as that of ${kept.en} at ${place}; the merged form keeps it once`,
        },
      };
    }
    case 'level':
      return describeLevel(finding, locationOf);
    case 'field':
      return describeField(finding, locationOf);
    case 'into-area': {
      const { at, other, group, title } = finding;
      const place = locationOf(other);
      return {
        at,
        rule: 'merge-area',
        message: {
          vi: `nhóm ${group} ở đây không chia mảng, ở ${place} có chia; công việc được đưa vào mảng mang tên đơn vị “${title}”`,
          en: `group ${group} has no areas here, but has at ${place}; its tasks go into an area named after the unit “${title}”`,
        },
        hint: {
          vi: 'Muốn xếp vào mảng khác thì chia mảng trong biểu này trước khi hợp nhất.',
          en: 'To put them elsewhere, divide them into areas in this form before merging.',
        },
      };
    }
    case 'positions': {
      const place = locationOf(finding.other);
      return {
        at: finding.at,
        rule: 'merge-positions',
        message: {
          vi: `không hợp nhất được nhóm ${finding.group}: chỉ một trong hai biểu chia theo chức vụ (biểu kia: ${place})`,
          en: `group ${finding.group} cannot be merged: only one of two forms has positions in it (the other: ${place})`,
        },
        hint: {
          vi: 'Sửa nhóm này trong hai biểu cho cùng một cách chia: theo chức vụ, hoặc theo mảng công việc.',
          en: 'Divide this group the same way in both forms: by positions, or by areas.',
        },
      };
    }
    case 'emptied':
      return {
        at: finding.at,
        rule: 'merge-emptied',
        message: {
          vi: `mọi công việc của “${finding.title}” đều đã có ở biểu trước, nên mục này không còn trong biểu hợp nhất`,
          en: `all tasks of “${finding.title}” are in an earlier form already, so the merged form does not have it`,
        },
      };
    case 'too-many-groups':
      return {
        at: finding.at,
        rule: 'merge-groups',
        message: {
          vi: 'biểu hợp nhất có quá nhiều nhóm (tối đa 89)',
          en: 'the merged form has too many groups (at most 89)',
        },
      };
  }
}

function describeLevel(
  { at, other, kept }: Extract<MergeFinding, { kind: 'level' }>,
  locationOf: (at: At) => string,
): Description {
  const name = nameTask(taskFacts(at.placed));
  const place = locationOf(ratingAt(other));
  return {
    at: ratingAt(at),
    rule: 'merge-level',
    message: {
      vi: `${name.vi}: ${ratingWords(at, 'vi')}, nhưng cùng công việc ấy ở ${place}: ${ratingWords(other, 'vi')}`,
      en: `${name.en} has ${ratingWords(at, 'en')}, but the same task at ${place} has ${ratingWords(other, 'en')}`,
    },
    hint: {
      vi: `Cần thống nhất một mức. Biểu hợp nhất tạm giữ ${ratingWords(kept, 'vi')} của biểu đứng trước; các mức ghi trong chú thích.`,
      en: `Agree on one level. For now the merged form has ${ratingWords(kept, 'en')}, from the earlier form; a comment lists all of them.`,
    },
  };
}

const fieldNames: Readonly<Record<MergedField, Wording>> = {
  parentUnit: { vi: 'đơn vị cấp trên', en: 'parent unit' },
  unit: { vi: 'tên đơn vị', en: 'unit' },
  preparedBy: { vi: 'người lập biểu', en: 'person who prepared the form' },
  approvedBy: { vi: 'người ký duyệt', en: 'person who approved the form' },
  place: { vi: 'địa danh', en: 'place' },
  date: { vi: 'ngày ký', en: 'date' },
  groupTitle: { vi: 'tên nhóm', en: 'title of the group' },
};

const fieldHints: Readonly<Partial<Record<MergedField, Wording>>> = {
  unit: {
    vi: 'Đặt tên đơn vị của biểu hợp nhất bằng --unit "…".',
    en: 'Name the unit of the merged form with --unit "…".',
  },
  parentUnit: {
    vi: 'Đặt đơn vị cấp trên của biểu hợp nhất bằng --parent-unit "…".',
    en: 'Name the parent unit of the merged form with --parent-unit "…".',
  },
};

function describeField(
  { field, at, other, values, others, isKept, group = '' }: Extract<MergeFinding, { kind: 'field' }>,
  locationOf: (at: At) => string,
): Description {
  const name = fieldNames[field];
  const [first, second] = values;
  const place = locationOf(other);
  const more =
    others > 0
      ? { vi: ` (và ${viNumber(others)} nội dung khác nữa)`, en: ` (and ${enNumber(others)} more)` }
      : { vi: '', en: '' };
  const there =
    second === ''
      ? { vi: `${place} không ghi`, en: `${place} has none` }
      : { vi: `${place} ghi “${second}”`, en: `${place} has “${second}”` };
  const fate = isKept
    ? { vi: 'biểu hợp nhất lấy theo biểu đứng trước', en: 'the merged form follows the earlier form' }
    : { vi: 'biểu hợp nhất để trống', en: 'the merged form leaves it out' };
  const hint = fieldHints[field];
  return {
    at,
    rule: 'merge-field',
    message: {
      vi: `${name.vi}${group && ` ${group}`} ở đây là “${first}”, ${there.vi}${more.vi}; ${fate.vi}`,
      en: `the ${name.en}${group && ` ${group}`} is “${first}” here, ${there.en}${more.en}; ${fate.en}`,
    },
    ...(hint && { hint }),
  };
}

/** Where the text of a task is. */
const textAt = ({ input, placed: { task } }: TaskOrigin): At => ({
  input,
  path: task.text?.path ?? task.path,
});

/** Where its level is, or what it has instead. */
const ratingAt = ({ input, placed: { task } }: TaskOrigin): At => ({
  input,
  path: task.complexity?.path ?? task.unrated?.path ?? task.text?.path ?? task.path,
});
