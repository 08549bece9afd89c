import type { Facts } from '../diagnostics/finding.ts';
import { enNumber, viNumber, type Wording } from '../diagnostics/wording.ts';
import { nameTask } from '../form/walk-form.ts';
import { type Message, type Rule, say } from '../rules/rule.ts';

/** A kind of finding of merging: not a rule that forms are checked by, but explained like one. */
export interface MergeRule extends Pick<Rule, 'id' | 'severity' | 'summary' | 'explanation'> {
  /** Its fact `place` is the place in the other input. */
  readonly message: Message;
}

interface MergedFieldWords {
  readonly name: Wording;
  /** Whether the merged form keeps the earlier form's value, instead of none. */
  readonly isKept: boolean;
  readonly hint?: Wording;
}

/** Parts that may differ, of which a form has only one. */
export const mergedFields = {
  parentUnit: {
    name: { vi: 'đơn vị cấp trên', en: 'parent unit' },
    isKept: true,
    hint: {
      vi: 'Đặt đơn vị cấp trên của biểu hợp nhất bằng --parent-unit "…".',
      en: 'Name the parent unit of the merged form with --parent-unit "…".',
    },
  },
  unit: {
    name: { vi: 'tên đơn vị', en: 'unit' },
    isKept: true,
    hint: {
      vi: 'Đặt tên đơn vị của biểu hợp nhất bằng --unit "…".',
      en: 'Name the unit of the merged form with --unit "…".',
    },
  },
  preparedBy: { name: { vi: 'người lập biểu', en: 'person who prepared the form' }, isKept: false },
  approvedBy: { name: { vi: 'người ký duyệt', en: 'person who approved the form' }, isKept: false },
  place: { name: { vi: 'địa danh', en: 'place' }, isKept: false },
  date: { name: { vi: 'ngày ký', en: 'date' }, isKept: false },
  groupTitle: { name: { vi: 'tên nhóm', en: 'title of the group' }, isKept: true },
} satisfies Record<string, MergedFieldWords>;
export type MergedField = keyof typeof mergedFields;

/** By the id of the single message of each. */
export const mergeRules = {
  duplicate: {
    id: 'merge-duplicate',
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: công việc đã có trong biểu đứng trước',
      en: 'When merging: a task is in an earlier form already',
    },
    explanation: {
      vi: 'Hai công việc là một khi cùng nội dung, không phân biệt chữ hoa, dấu cách, kiểu đặt dấu và dấu câu ở cuối; nhiệm vụ thì còn phải cùng chức vụ. Biểu hợp nhất giữ công việc một lần, theo biểu đứng trước; chú thích “Nguồn” ở đó ghi mọi nơi có công việc. Nếu đó là hai việc khác nhau thì ghi rõ nội dung của từng việc rồi hợp nhất lại.',
      en: 'Two tasks are one when they have the same text, whatever their capitals, spaces, places of tone marks and closing punctuation; duties also when they are of the same position. The merged form keeps the task once, as the earlier form has it; a comment there, “Sources”, lists all places. If they are different tasks, make their texts differ and merge again.',
    },
    message: say(
      'nội dung trùng với {task} ở {place}; biểu hợp nhất chỉ giữ một lần',
      'the text is the same as that of {task} at {place}; the merged form keeps it once',
    ),
  },
  level: {
    id: 'merge-level',
    severity: 'error',
    summary: {
      vi: 'Khi hợp nhất: cùng một công việc mà các biểu xếp mức khác nhau',
      en: 'When merging: forms rate the same task differently',
    },
    explanation: {
      vi: 'Trong biểu của một đơn vị, mỗi công việc có một mức độ phức tạp. Chỗ khác nhau được báo ở cả hai biểu. Biểu hợp nhất tạm giữ mức của biểu đứng trước và ghi các mức trong chú thích “Nguồn”. Hãy thống nhất một mức, sửa trong biểu của các phòng rồi hợp nhất lại, hoặc sửa ngay trong biểu hợp nhất.',
      en: 'In the form of a unit each task has one level of complexity. Differences are reported in both forms. For now the merged form has the level of the earlier form, and a comment, “Sources”, lists all of them. Agree on one level, then correct the forms of the divisions and merge again, or correct the merged form itself.',
    },
    message: {
      text: (facts) => {
        const { level, otherLevel, place } = facts;
        const [name, here, there] = [nameTask(facts), ratingWords(level), ratingWords(otherLevel)];
        return {
          vi: `${name.vi}: ${here.vi}, nhưng cùng công việc ấy ở ${place}: ${there.vi}`,
          en: `${name.en} has ${here.en}, but the same task at ${place} has ${there.en}`,
        };
      },
      hint: ({ keptLevel }) => {
        const { vi, en } = ratingWords(keptLevel);
        return {
          vi: `Cần thống nhất một mức. Biểu hợp nhất tạm giữ ${vi} của biểu đứng trước; các mức ghi trong chú thích.`,
          en: `Agree on one level. For now the merged form has ${en}, from the earlier form; a comment lists all of them.`,
        };
      },
    },
  },
  field: {
    id: 'merge-field',
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: tên đơn vị, tên nhóm, người ký hoặc ngày ký khác nhau',
      en: 'When merging: names of units or groups, signatures or dates differ',
    },
    explanation: {
      vi: 'Những mục này chỉ ghi được một lần trong biểu hợp nhất. Tên đơn vị, đơn vị cấp trên và tên nhóm lấy theo biểu đứng trước; đặt tên khác bằng --unit và --parent-unit. Người lập, người duyệt, địa danh và ngày ký chỉ giữ khi mọi biểu ghi như nhau, vì biểu của đơn vị được ký lại.',
      en: 'The merged form has these only once. The unit, the parent unit and titles of groups follow the earlier form; --unit and --parent-unit give others. Who prepared and approved the form, its place and date are kept only where all forms agree, since the form of the unit has to be signed again.',
    },
    message: { text: fieldText, hint: (facts) => fieldOf(facts).hint ?? { vi: '', en: '' } },
  },
  'into-area': {
    id: 'merge-area',
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: nhóm có chia mảng ở biểu này mà không chia ở biểu kia',
      en: 'When merging: a group has areas in one form and none in another',
    },
    explanation: {
      vi: 'Một nhóm hoặc chia theo mảng, hoặc không chia. Công việc của biểu không chia mảng được đưa vào một mảng mang tên đơn vị lập biểu ấy. Muốn xếp vào mảng khác thì chia mảng trong biểu đó rồi hợp nhất lại.',
      en: 'A group is either divided into areas or not. Tasks of a form without areas go into an area named after its unit. To put them elsewhere, divide that form into areas and merge again.',
    },
    message: say(
      'nhóm {group} ở đây không chia mảng, ở {place} có chia; công việc được đưa vào mảng mang tên đơn vị “{title}” → Muốn xếp vào mảng khác thì chia mảng trong biểu này trước khi hợp nhất.',
      'group {group} has no areas here, but has at {place}; its tasks go into an area named after the unit “{title}” → To put them elsewhere, divide them into areas in this form before merging.',
    ),
  },
  emptied: {
    id: 'merge-emptied',
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: mọi công việc của một mục đã có ở biểu đứng trước',
      en: 'When merging: all tasks of a section are in earlier forms already',
    },
    explanation: {
      vi: 'Chức vụ, mảng hoặc nhóm mà mọi công việc đều trùng với biểu đứng trước thì không còn công việc nào, nên không có trong biểu hợp nhất.',
      en: 'A position, area or group whose tasks are all in an earlier form has none left, so the merged form does not have it.',
    },
    message: say(
      'mọi công việc của “{title}” đều đã có ở biểu trước, nên mục này không còn trong biểu hợp nhất',
      'all tasks of “{title}” are in an earlier form already, so the merged form does not have it',
    ),
  },
  positions: {
    id: 'merge-positions',
    severity: 'error',
    summary: {
      vi: 'Khi hợp nhất: nhóm chia theo chức vụ ở biểu này mà không ở biểu kia',
      en: 'When merging: a group has positions in one form and not in another',
    },
    explanation: {
      vi: 'Chức vụ và mảng công việc không đi cùng nhau trong một nhóm, nên không hợp nhất được và không ghi gì. Hãy sửa nhóm này trong các biểu cho cùng một cách chia rồi hợp nhất lại.',
      en: 'A group cannot have both positions and areas, so the forms cannot be merged and nothing is written. Divide this group the same way in the forms and merge again.',
    },
    message: say(
      'không hợp nhất được nhóm {group}: chỉ một trong hai biểu chia theo chức vụ (biểu kia: {place}) → Sửa nhóm này trong hai biểu cho cùng một cách chia: theo chức vụ, hoặc theo mảng công việc.',
      'group {group} cannot be merged: only one of two forms has positions in it (the other: {place}) → Divide this group the same way in both forms: by positions, or by areas.',
    ),
  },
  'too-many-groups': {
    id: 'merge-groups',
    severity: 'error',
    summary: { vi: 'Khi hợp nhất: quá nhiều nhóm', en: 'When merging: too many groups' },
    explanation: {
      vi: 'Các nhóm từ IV trở đi được gộp theo tên nhóm; biểu hợp nhất chứa được tối đa 89 nhóm. Hãy thống nhất tên các nhóm giữa các biểu.',
      en: 'Groups from IV on are joined by their titles; the merged form can have at most 89 groups. Use the same titles for the same groups.',
    },
    message: say(
      'biểu hợp nhất có quá nhiều nhóm (tối đa 89)',
      'the merged form has too many groups (at most 89)',
    ),
  },
} satisfies Readonly<Record<string, MergeRule>>;

/** What `ratingOf` gives, in a word or two. */
export function ratingWords(rating: unknown): Wording {
  if (typeof rating === 'number') return { vi: `mức ${rating}`, en: `level ${rating}` };
  const [vi, en] =
    rating === 'unrated' ? ['không xếp mức', 'no level (unrated)'] : ['không ghi mức', 'no level'];
  return { vi, en };
}

const fieldOf = ({ field }: Facts): MergedFieldWords => mergedFields[field as MergedField];

function fieldText(facts: Facts): Wording {
  const { group, first, second, others, place } = facts;
  const { name, isKept } = fieldOf(facts);
  const called = group ? ` ${group}` : '';
  const there =
    second === ''
      ? { vi: `${place} không ghi`, en: `${place} has none` }
      : { vi: `${place} ghi “${second}”`, en: `${place} has “${second}”` };
  const more = others
    ? { vi: ` (và ${viNumber(others)} nội dung khác nữa)`, en: ` (and ${enNumber(others)} more)` }
    : { vi: '', en: '' };
  const fate = isKept
    ? { vi: 'biểu hợp nhất lấy theo biểu đứng trước', en: 'the merged form follows the earlier form' }
    : { vi: 'biểu hợp nhất để trống', en: 'the merged form leaves it out' };
  return {
    vi: `${name.vi}${called} ở đây là “${first}”, ${there.vi}${more.vi}; ${fate.vi}`,
    en: `the ${name.en}${called} is “${first}” here, ${there.en}${more.en}; ${fate.en}`,
  };
}
