import type { z } from 'zod';
import type { Path } from '../diagnostics/finding.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { columnWidthsMm } from './column-widths.ts';
import { type Look, lookSchema } from './look.ts';
import { textWidthMm } from './text-width.ts';

/** One fault of a look and where it stands. */
export interface LookProblem {
  readonly path: Path;
  readonly message: Wording;
}

export type DecodedLook =
  | { readonly look: Look; readonly problems?: never }
  | { readonly look?: never; readonly problems: readonly LookProblem[] };

/** Takes what a look's file holds, already parsed; gives the look, or every problem that it has. */
export function decodeLook(value: unknown): DecodedLook {
  const result = lookSchema.safeParse(value);
  if (!result.success) return { problems: result.error.issues.flatMap(problemsOf) };
  const look = result.data;
  const problem = widthProblem(look);
  return problem ? { problems: [problem] } : { look };
}

function problemsOf(issue: z.core.$ZodIssue): LookProblem[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: { vi: `không có mục “${key}”`, en: `there is no key “${key}”` },
    }));
  }
  return [{ path, message: wordingOf(issue) }];
}

function wordingOf(issue: z.core.$ZodIssue): Wording {
  switch (issue.code) {
    case 'invalid_type': {
      const [vi, en] = typeNames[issue.expected] ?? [issue.expected, issue.expected];
      return { vi: `cần có ${vi}`, en: `${en} is needed` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { vi: `giá trị phải là: ${values}`, en: `the value must be: ${values}` };
    }
    case 'too_small':
      return { vi: `không được nhỏ hơn ${issue.minimum}`, en: `must not be less than ${issue.minimum}` };
    case 'too_big':
      return { vi: `không được lớn hơn ${issue.maximum}`, en: `must not be more than ${issue.maximum}` };
    case 'invalid_format':
      return issue.path[0] === 'look'
        ? {
            vi: 'tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối',
            en: 'a name has lower-case letters, digits and hyphens only',
          }
        : { vi: 'không được để trống', en: 'must not be empty' };
    default:
      return { vi: 'giá trị không hợp lệ', en: 'the value is not valid' };
  }
}

const typeNames: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  string: ['một chuỗi ký tự', 'a string'],
  number: ['một số', 'a number'],
  boolean: ['true hoặc false', 'true or false'],
  object: ['các mục con', 'a map of keys'],
  array: ['một danh sách', 'a list'],
};

/** Columns that do not fill the page make Word and LibreOffice lay the table out each in its own way. */
function widthProblem(look: Look): LookProblem | undefined {
  const columns = columnWidthsMm(look).reduce((sum, width) => sum + width, 0);
  const page = textWidthMm(look);
  if (Math.abs(columns - page) < 0.05) return undefined;
  return {
    path: ['table', 'columnsMm'],
    message: {
      vi: `tám cột rộng ${millimetres(columns)} mm, khoảng giữa hai lề rộng ${millimetres(page)} mm`,
      en: `the eight columns are ${millimetres(columns)} mm wide, the page between its margins ${millimetres(page)} mm`,
    },
  };
}

const millimetres = (value: number) => String(Math.round(value * 100) / 100);
