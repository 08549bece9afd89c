/** A form of some rows that says which of its versions it is. */
export const formText = (version: number, rows = 40): string => `form: bieu-so-2
version: 1
unit: PHÒNG ${version}
groups:
  I:
    positions:
      - title: Trưởng phòng
        tasks:
          - Điều hành hoạt động của Phòng
  II:
    tasks:
${Array.from({ length: rows }, (_, row) => `      - text: Xây dựng kế hoạch công tác ${row + 1}\n        complexity: ${(row % 5) + 1}\n`).join('')}  III:
    tasks:
      - text: Tiếp nhận văn bản đến
        complexity: 2
`;

/** Texts that are not the form, as an editor or a copy may leave them for a moment, or somebody types them. */
export const brokenTexts = (version: number): readonly string[] => {
  const text = formText(version);
  return [
    '',
    text.slice(0, text.length / 2),
    `${text}\n}`,
    text.replaceAll('complexity: 3', 'complexity: 9'),
    '\0'.repeat(99),
  ];
};
