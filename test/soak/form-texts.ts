import { formWithTasks } from '../good-form.ts';

/** A form of some rows that says which of its versions it is. */
export const formText = (version: number, rows = 40): string =>
  formWithTasks(
    Array.from({ length: rows }, (_, row) => [`Xây dựng kế hoạch công tác ${row + 1}`, (row % 5) + 1]),
  ).replace(/^unit: .*/m, `unit: PHÒNG ${version}`);

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
