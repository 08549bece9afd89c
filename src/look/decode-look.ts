import type { Path } from '../diagnostics/finding.ts';
import { enNumber, viNumber } from '../diagnostics/format-number.ts';
import { pathOfPointer, valueAt } from '../diagnostics/json-pointer.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Wording } from '../diagnostics/wording.ts';
import { lookShape } from '../generated/look-shape.js';
import type { Look } from '../generated/look-types.ts';
import { shippedLooks } from '../generated/shipped-looks.ts';
import { columnWidthsMm, textHeightMm, textWidthMm } from './geometry.ts';
import { lookKeysAt } from './look-keys.ts';
import { overlay } from './overlay.ts';

/** One fault of a look and where it is in its file. */
export interface LookProblem {
  /** Stable, such as `unknown-key`. */
  readonly id: string;
  readonly path: Path;
  readonly at?: 'key';
  /** Without a full stop at the end. */
  readonly message: Wording;
  /** How to fix it. */
  readonly hint?: Wording;
}

export type DecodedLook =
  | { readonly look: Look; readonly problems?: never }
  | { readonly look?: never; readonly problems: readonly LookProblem[] };

/** The look that lends what a file leaves out, unless the file names another. */
export const referenceLookName = 'bieu-so-2';

/**
 * Takes what a look's file holds, already parsed; gives the whole look, or every problem that the file has.
 *
 * @param looks that the file may name as its base
 */
export function decodeLook(
  value: unknown,
  looks: Readonly<Record<string, Look>> = shippedLooks,
): DecodedLook {
  if (!lookShape(value)) {
    const problems = (lookShape.errors ?? []).flatMap((error) => problemOf(error, value) ?? []);
    return { problems };
  }
  const { base: baseName = referenceLookName, $schema, ...changes } = value;
  const base = looks[baseName];
  if (!base) throw new Error(`Unknown look ${baseName}`);
  const look = overlay<Look>(base, changes);
  const problems = [widthProblem(look, value), heightProblem(look)].filter((one) => one !== undefined);
  return problems.length > 0 ? { problems } : { look };
}

type ShapeError = NonNullable<typeof lookShape.errors>[number];

function problemOf({ keyword, instancePath, params }: ShapeError, root: unknown): LookProblem | undefined {
  const path = pathOfPointer(instancePath, root);
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), path);
    case 'required': {
      const key = String(params.missingProperty);
      return {
        id: 'missing-key',
        path: [...path, key],
        message: { vi: `thiếu mục “${key}”`, en: `the key “${key}” is missing` },
        hint: key === 'version' ? keyHint('version: 1') : keyHint('look: ten-kieu-trinh-bay'),
      };
    }
    case 'type':
      return wrongType(path, String(params.type), valueAt(root, path));
    case 'const':
      return wrongValue(path, [String(params.allowedValue)]);
    case 'enum':
      return wrongValue(path, params.allowedValues.map(String), valueAt(root, path));
    case 'minimum':
      return outOfRange(path, {
        vi: `không được nhỏ hơn ${viNumber(params.limit)}`,
        en: `must not be less than ${enNumber(params.limit)}`,
      });
    case 'maximum':
      return outOfRange(path, {
        vi: `không được lớn hơn ${viNumber(params.limit)}`,
        en: `must not be more than ${enNumber(params.limit)}`,
      });
    case 'pattern':
      return path[0] === 'look' ? badName(path, valueAt(root, path)) : emptyText(path);
    default:
      // A reference to a definition fails beside what fails in it.
      return undefined;
  }
}

const keyHint = (line: string): Wording => ({ vi: `Thêm dòng: ${line}`, en: `Add the line: ${line}` });

function unknownKey(key: string, path: Path): LookProblem {
  const known = lookKeysAt(path);
  const near = nearestWord(key, known);
  return {
    id: 'unknown-key',
    path: [...path, key],
    at: 'key',
    message: { vi: `không có mục “${key}”`, en: `unknown key “${key}”` },
    hint: near
      ? { vi: `Có phải ý là “${near}”?`, en: `Did you mean “${near}”?` }
      : { vi: `Các mục ở đây: ${known.join(', ')}.`, en: `The keys here: ${known.join(', ')}.` },
  };
}

const typeNames: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  string: ['một chuỗi ký tự', 'a string'],
  number: ['một số', 'a number'],
  boolean: ['true hoặc false', 'true or false'],
  object: ['các mục con', 'a map of keys'],
  array: ['một danh sách', 'a list'],
};

function wrongType(path: Path, type: string, value: unknown): LookProblem {
  const [vi, en] = typeNames[type] ?? [type, type];
  const problem = {
    id: 'wrong-type',
    path,
    message: { vi: `cần có ${vi}`, en: `${en} is needed` },
  };
  if (type === 'number' && typeof value === 'string' && /^[\d.,]+ ?(mm|pt|cm)?$/.test(value)) {
    const number = value.replace(',', '.').replace(/[^\d.]/g, '');
    return { ...problem, hint: { vi: `Chỉ ghi số: ${number}`, en: `Write the number only: ${number}` } };
  }
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return {
      ...problem,
      hint: { vi: `Đặt trong ngoặc kép: "${value}"`, en: `Put it in quotes: "${value}"` },
    };
  }
  return problem;
}

function wrongValue(path: Path, values: readonly string[], value?: unknown): LookProblem {
  const near = typeof value === 'string' ? nearestWord(value, values) : undefined;
  const list = values.join(', ');
  return {
    id: 'wrong-value',
    path,
    message: { vi: `giá trị phải là: ${list}`, en: `the value must be: ${list}` },
    ...(near && { hint: { vi: `Có phải ý là “${near}”?`, en: `Did you mean “${near}”?` } }),
  };
}

const outOfRange = (path: Path, message: Wording): LookProblem => ({ id: 'out-of-range', path, message });

function badName(path: Path, value: unknown): LookProblem {
  const name = plainName(String(value));
  return {
    id: 'bad-name',
    path,
    message: {
      vi: 'tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối',
      en: 'a name has lower-case letters, digits and hyphens only',
    },
    ...(name !== '' && { hint: { vi: `Như: look: ${name}`, en: `Such as: look: ${name}` } }),
  };
}

/** “Kiểu riêng” → “kieu-rieng” */
const plainName = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const emptyText = (path: Path): LookProblem => ({
  id: 'empty-text',
  path,
  message: { vi: 'không được để trống', en: 'must not be empty' },
});

/** Columns that do not fill the page make Word and LibreOffice lay the table out each in its own way. */
function widthProblem(look: Look, written: unknown): LookProblem | undefined {
  const columns = columnWidthsMm(look).reduce((sum, width) => sum + width, 0);
  const page = textWidthMm(look);
  if (Math.abs(columns - page) < 0.05) return undefined;
  const task = look.table.columnsMm.task + page - columns;
  const columnsPath = ['table', 'columnsMm'];
  // Where the file changes the page alone, its columns are those of its base.
  const path = valueAt(written, columnsPath) === undefined ? ['page', 'marginsMm'] : columnsPath;
  return {
    id: 'column-widths',
    path,
    message: {
      vi: `tám cột rộng ${millimetres(columns)} mm, khoảng giữa hai lề rộng ${millimetres(page)} mm`,
      en: `the eight columns are ${millimetres(columns)} mm wide, the page between its margins ${millimetres(page)} mm`,
    },
    hint:
      task >= 3
        ? {
            vi: `Vừa khi cột “Công việc cụ thể” rộng ${millimetres(task)} mm: table: { columnsMm: { task: ${millimetres(task)} } }`,
            en: `They fit with the column of tasks ${millimetres(task)} mm wide: table: { columnsMm: { task: ${millimetres(task)} } }`,
          }
        : { vi: 'Hãy thu hẹp các cột hoặc lề trang.', en: 'Make the columns or the margins narrower.' },
  };
}

/** The head of the table, and a row below it. */
const leastHeightMm = 50;

function heightProblem({ page }: Look): LookProblem | undefined {
  const height = textHeightMm({ page });
  if (height >= leastHeightMm) return undefined;
  return {
    id: 'page-height',
    path: ['page', 'marginsMm'],
    message: {
      vi: `khoảng giữa lề trên và lề dưới còn ${millimetres(height)} mm, cần ít nhất ${leastHeightMm} mm`,
      en: `the page has ${millimetres(height)} mm between its upper and lower margins, and needs at least ${leastHeightMm} mm`,
    },
  };
}

const millimetres = (value: number) => String(Math.round(value * 100) / 100);
