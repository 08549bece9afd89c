/** A form without a finding. */
export const goodForm = `form: bieu-so-2
version: 1
unit: PHÒNG TỔ CHỨC
groups:
  I:
    positions:
      - title: Trưởng phòng
        tasks:
          - Điều hành hoạt động của Phòng
  II:
    tasks:
      - text: Xây dựng kế hoạch công tác
        complexity: 4
  III:
    tasks:
      - text: Tiếp nhận văn bản đến
        complexity: 2
`;
/** One error: group II has a task without a level. */
export const badForm = goodForm.replace('        complexity: 4\n', '');
/** One warning. */
export const warnedForm = goodForm.replace('complexity: 4', 'unrated: Việc chung, không xếp mức');

/** The good form with these tasks in group II: a text as YAML has it, and a level each. */
export const formWithTasks = (
  tasks: readonly (readonly [text: string, level: number | undefined])[],
): string =>
  goodForm.replace(/ {6}- text: Xây .*\n.*\n/, () =>
    tasks
      .map(
        ([text, level]) =>
          `      - text: ${text}\n${level === undefined ? '' : `        complexity: ${level}\n`}`,
      )
      .join(''),
  );
