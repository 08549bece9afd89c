import { badForm, goodForm } from '../cli/run-main.ts';

/** Command lines that are run one after the other in one folder, as on Linux (with `/`) so on Windows. */
export interface Row {
  readonly name: string;
  /** Words, in double quotes where they have spaces; without `bieu2`. */
  readonly lines: readonly string[];
  /** Beside `good.yaml` and `bad.yaml`, which are always there. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What Windows gives in another way. */
  readonly windows?: Readonly<Record<string, unknown>>;
}

export const rows: readonly Row[] = [
  { name: 'validate', lines: ['validate good.yaml bad.yaml', String.raw`validate .\bad.yaml`] },
  {
    name: 'validate a folder',
    files: { 'a/b/c.yaml': badForm },
    lines: ['validate a', String.raw`validate a\b\*.yaml`, 'validate **/*.yaml'],
  },
  {
    name: 'render and import',
    lines: ['render good.yaml -o new\\a.docx', 'import new\\a.docx', 'render good.yaml --format html'],
  },
  { name: 'diff', lines: ['diff good.yaml bad.yaml'] },
  {
    name: 'merge',
    files: { 'other.yaml': goodForm.replace('TỔ CHỨC', 'KHÁC') },
    lines: ['merge good.yaml other.yaml -o all.yaml'],
  },
  { name: 'summary', lines: ['summary . -o s.html'] },
];
