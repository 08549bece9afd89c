import type { Severity } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';

/** What merging reports under a name of its own: not a rule that forms are checked by, but explained like one. */
export interface MergeRule {
  readonly severity: Severity;
  /** One line. */
  readonly summary: Wording;
  readonly explanation: Wording;
}

export const mergeRules = {
  'merge-duplicate': {
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: công việc đã có trong biểu đứng trước',
      en: 'When merging: a task is in an earlier form already',
    },
    explanation: {
      vi: 'Hai công việc là một khi cùng nội dung, không phân biệt chữ hoa, dấu cách, kiểu đặt dấu và dấu câu ở cuối; nhiệm vụ thì còn phải cùng chức vụ. Biểu hợp nhất giữ công việc một lần, theo biểu đứng trước; chú thích “Nguồn” ở đó ghi mọi nơi có công việc. Nếu đó là hai việc khác nhau thì ghi rõ nội dung của từng việc rồi hợp nhất lại.',
      en: 'Two tasks are one when they have the same text, whatever their capitals, spaces, places of tone marks and closing punctuation; duties also when they are of the same position. The merged form keeps the task once, as the earlier form has it; a comment there, “Sources”, lists all places. If they are different tasks, make their texts differ and merge again.',
    },
  },
  'merge-level': {
    severity: 'error',
    summary: {
      vi: 'Khi hợp nhất: cùng một công việc mà các biểu xếp mức khác nhau',
      en: 'When merging: forms rate the same task differently',
    },
    explanation: {
      vi: 'Trong biểu của một đơn vị, mỗi công việc có một mức độ phức tạp. Chỗ khác nhau được báo ở cả hai biểu. Biểu hợp nhất tạm giữ mức của biểu đứng trước và ghi các mức trong chú thích “Nguồn”. Hãy thống nhất một mức, sửa trong biểu của các phòng rồi hợp nhất lại, hoặc sửa ngay trong biểu hợp nhất.',
      en: 'In the form of a unit each task has one level of complexity. Differences are reported in both forms. For now the merged form has the level of the earlier form, and a comment, “Sources”, lists all of them. Agree on one level, then correct the forms of the divisions and merge again, or correct the merged form itself.',
    },
  },
  'merge-field': {
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: tên đơn vị, tên nhóm, người ký hoặc ngày ký khác nhau',
      en: 'When merging: names of units or groups, signatures or dates differ',
    },
    explanation: {
      vi: 'Những mục này chỉ ghi được một lần trong biểu hợp nhất. Tên đơn vị, đơn vị cấp trên và tên nhóm lấy theo biểu đứng trước; đặt tên khác bằng --unit và --parent-unit. Người lập, người duyệt, địa danh và ngày ký chỉ giữ khi mọi biểu ghi như nhau, vì biểu của đơn vị được ký lại.',
      en: 'The merged form has these only once. The unit, the parent unit and titles of groups follow the earlier form; --unit and --parent-unit give others. Who prepared and approved the form, its place and date are kept only where all forms agree, since the form of the unit has to be signed again.',
    },
  },
  'merge-area': {
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: nhóm có chia mảng ở biểu này mà không chia ở biểu kia',
      en: 'When merging: a group has areas in one form and none in another',
    },
    explanation: {
      vi: 'Một nhóm hoặc chia theo mảng, hoặc không chia. Công việc của biểu không chia mảng được đưa vào một mảng mang tên đơn vị lập biểu ấy. Muốn xếp vào mảng khác thì chia mảng trong biểu đó rồi hợp nhất lại.',
      en: 'A group is either divided into areas or not. Tasks of a form without areas go into an area named after its unit. To put them elsewhere, divide that form into areas and merge again.',
    },
  },
  'merge-emptied': {
    severity: 'warning',
    summary: {
      vi: 'Khi hợp nhất: mọi công việc của một mục đã có ở biểu đứng trước',
      en: 'When merging: all tasks of a section are in earlier forms already',
    },
    explanation: {
      vi: 'Chức vụ, mảng hoặc nhóm mà mọi công việc đều trùng với biểu đứng trước thì không còn công việc nào, nên không có trong biểu hợp nhất.',
      en: 'A position, area or group whose tasks are all in an earlier form has none left, so the merged form does not have it.',
    },
  },
  'merge-positions': {
    severity: 'error',
    summary: {
      vi: 'Khi hợp nhất: nhóm chia theo chức vụ ở biểu này mà không ở biểu kia',
      en: 'When merging: a group has positions in one form and not in another',
    },
    explanation: {
      vi: 'Chức vụ và mảng công việc không đi cùng nhau trong một nhóm, nên không hợp nhất được và không ghi gì. Hãy sửa nhóm này trong các biểu cho cùng một cách chia rồi hợp nhất lại.',
      en: 'A group cannot have both positions and areas, so the forms cannot be merged and nothing is written. Divide this group the same way in the forms and merge again.',
    },
  },
  'merge-groups': {
    severity: 'error',
    summary: {
      vi: 'Khi hợp nhất: quá nhiều nhóm',
      en: 'When merging: too many groups',
    },
    explanation: {
      vi: 'Các nhóm từ IV trở đi được gộp theo tên nhóm; biểu hợp nhất chứa được tối đa 89 nhóm. Hãy thống nhất tên các nhóm giữa các biểu.',
      en: 'Groups from IV on are joined by their titles; the merged form can have at most 89 groups. Use the same titles for the same groups.',
    },
  },
} satisfies Readonly<Record<string, MergeRule>>;
