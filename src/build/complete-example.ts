const head = 'form: bieu-so-2\nversion: 1\n';

const unit = 'unit: VĂN PHÒNG TỈNH ỦY\n';

/** A small form without findings; the snippet replaces a part of it. */
const groups = (tasks: string) => `groups:
  I:
    positions:
      - title: Chánh Văn phòng
        tasks:
          - Lãnh đạo, điều hành toàn bộ hoạt động của Văn phòng
  II:
    areas:
      - title: Tham mưu, tổng hợp
        tasks:
${tasks.replace(/^(?=.)/gm, '          ')}  III:
    tasks:
      - text: Tiếp nhận văn bản đến, phát hành văn bản đi
        complexity: 2
`;

const plainTask = '- text: Chuẩn bị nội dung các kỳ họp của Ban Thường vụ\n  complexity: 4\n';

/**
 * Makes a whole form of the snippet on a rule's page: one that begins with `- ` has the tasks of area 1
 * of group II, any other has keys of the top level.
 */
export function completeExample(snippet: string): string {
  if (snippet.startsWith('- ')) return head + unit + groups(snippet);
  const given = [...snippet.matchAll(/^\w+(?=:)/gm)].map(([key]) => key);
  const ownUnit = given.includes('unit') ? '' : unit;
  return head + ownUnit + (given.includes('groups') ? '' : groups(plainTask)) + snippet;
}
