import type { Path } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { pathOfPointer, valueAt } from '../diagnostics/plain-value.ts';
import { enNumber, viNumber, type Wording } from '../diagnostics/wording.ts';
import { lookShape } from '../generated/look-shape.js';
import type { Look } from '../generated/look-types.ts';
import { shippedLooks } from '../generated/shipped-looks.ts';
import { columnWidthsMm, textHeightMm, textWidthMm } from './geometry.ts';
import { lookKeysAt } from './look-keys.ts';
import { overlay, referenceLookName } from './overlay.ts';

/** An error in a look, and its place in the file. */
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

/**
 * Decodes the parsed content of a look's file; returns the complete look, or every problem in the file.
 *
 * @param looks the possible bases of the file
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

function problem(id: string, path: Path, message: Wording, hint?: Wording | ''): LookProblem {
  return { id, path, message, ...(hint && { hint }) };
}

type ShapeError = NonNullable<typeof lookShape.errors>[number];

function problemOf({ keyword, instancePath, params }: ShapeError, root: unknown): LookProblem | undefined {
  const path = pathOfPointer(instancePath, root);
  const value = valueAt(root, path);
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), path);
    case 'required': {
      const key = String(params.missingProperty);
      const line = key === 'version' ? 'version: 1' : 'look: ten-kieu-trinh-bay';
      const message = { vi: `thiếu mục “${key}”`, en: `the key “${key}” is missing` };
      return problem('missing-key', [...path, key], message, {
        vi: `Thêm dòng: ${line}`,
        en: `Add the line: ${line}`,
      });
    }
    case 'type':
      return wrongType(path, String(params.type), value);
    case 'const':
      return wrongValue(path, [String(params.allowedValue)], undefined);
    case 'enum':
      return wrongValue(path, params.allowedValues.map(String), value);
    case 'minimum':
    case 'maximum': {
      const [vi, en] = [viNumber(params.limit), enNumber(params.limit)];
      const message =
        keyword === 'minimum'
          ? { vi: `không được nhỏ hơn ${vi}`, en: `must not be less than ${en}` }
          : { vi: `không được lớn hơn ${vi}`, en: `must not be more than ${en}` };
      return problem('out-of-range', path, message);
    }
    case 'pattern':
      return path[0] === 'look'
        ? badName(path, value)
        : problem('empty-text', path, { vi: 'không được để trống', en: 'must not be empty' });
    default:
      // A failing reference only repeats the errors in its definition.
      return undefined;
  }
}

const didYouMean = (near: string): Wording => ({
  vi: `Có phải ý là “${near}”?`,
  en: `Did you mean “${near}”?`,
});

function unknownKey(key: string, path: Path): LookProblem {
  const known = lookKeysAt(path);
  const [near, list] = [nearestWord(key, known), known.join(', ')];
  const hint = near ? didYouMean(near) : { vi: `Các mục ở đây: ${list}.`, en: `The keys here: ${list}.` };
  const message = { vi: `không có mục “${key}”`, en: `unknown key “${key}”` };
  return { ...problem('unknown-key', [...path, key], message, hint), at: 'key' };
}

const typeNames: Readonly<Record<string, Wording>> = {
  string: { vi: 'một chuỗi ký tự', en: 'a string' },
  number: { vi: 'một số', en: 'a number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  object: { vi: 'các mục con', en: 'a map of keys' },
  array: { vi: 'một danh sách', en: 'a list' },
};

function wrongType(path: Path, type: string, value: unknown): LookProblem {
  const { vi, en } = typeNames[type] ?? { vi: type, en: type };
  let hint: Wording | undefined;
  if (type === 'number' && typeof value === 'string' && /^[\d.,]+ ?(mm|pt|cm)?$/.test(value)) {
    const number = value.replace(',', '.').replace(/[^\d.]/g, '');
    hint = { vi: `Chỉ ghi số: ${number}`, en: `Write the number only: ${number}` };
  } else if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    hint = { vi: `Đặt trong ngoặc kép: "${value}"`, en: `Put it in quotes: "${value}"` };
  }
  return problem('wrong-type', path, { vi: `cần có ${vi}`, en: `${en} is needed` }, hint);
}

function wrongValue(path: Path, values: readonly string[], value: unknown): LookProblem {
  const near = typeof value === 'string' ? nearestWord(value, values) : undefined;
  const list = values.join(', ');
  const message = { vi: `giá trị phải là: ${list}`, en: `the value must be: ${list}` };
  return problem('wrong-value', path, message, near && didYouMean(near));
}

function badName(path: Path, value: unknown): LookProblem {
  const name = plainName(String(value));
  const message = {
    vi: 'tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối',
    en: 'a name has lower-case letters, digits and hyphens only',
  };
  const hint = { vi: `Như: look: ${name}`, en: `Such as: look: ${name}` };
  return problem('bad-name', path, message, name === '' ? undefined : hint);
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

/** Word and LibreOffice lay out a table differently if its columns do not fill the page. */
function widthProblem(look: Look, written: unknown): LookProblem | undefined {
  const columns = columnWidthsMm(look).reduce((sum, width) => sum + width, 0);
  const page = textWidthMm(look);
  if (Math.abs(columns - page) < 0.05) return undefined;
  const task = look.table.columnsMm.task + page - columns;
  const columnsPath = ['table', 'columnsMm'];
  // If the file changes only the page, its columns are those of its base.
  const path = valueAt(written, columnsPath) === undefined ? ['page', 'marginsMm'] : columnsPath;
  const [wide, room, fit] = [columns, page, task].map(millimetres);
  const key = `table: { columnsMm: { task: ${fit} } }`;
  const message = {
    vi: `tám cột rộng ${wide} mm, khoảng giữa hai lề rộng ${room} mm`,
    en: `the eight columns are ${wide} mm wide, the page between its margins ${room} mm`,
  };
  const narrower = {
    vi: 'Hãy thu hẹp các cột hoặc lề trang.',
    en: 'Make the columns or the margins narrower.',
  };
  const fitting = {
    vi: `Vừa khi cột “Công việc cụ thể” rộng ${fit} mm: ${key}`,
    en: `They fit with the column of tasks ${fit} mm wide: ${key}`,
  };
  return problem('column-widths', path, message, task >= 3 ? fitting : narrower);
}

/** The head of the table, and a row below it. */
const leastHeightMm = 50;

function heightProblem(look: Look): LookProblem | undefined {
  const height = textHeightMm(look);
  if (height >= leastHeightMm) return undefined;
  const message = {
    vi: `khoảng giữa lề trên và lề dưới còn ${millimetres(height)} mm, cần ít nhất ${leastHeightMm} mm`,
    en: `the page has ${millimetres(height)} mm between its upper and lower margins, and needs at least ${leastHeightMm} mm`,
  };
  return problem('page-height', ['page', 'marginsMm'], message);
}

const millimetres = (value: number) => String(Math.round(value * 100) / 100);
