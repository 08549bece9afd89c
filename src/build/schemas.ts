import { z } from 'zod';
import { configFile } from '../config/config-file.ts';
import { formFile } from '../form/form-file.ts';
import { lookSchema } from '../look/look.ts';
import { typesModule } from './types-module.ts';

type JsonSchema = Record<string, unknown>;

/** The JSON Schema (draft-7) of a definition, without some keywords. */
const schemaOf = (definition: z.ZodType, without: readonly string[]): JsonSchema =>
  withoutKeywords(z.toJSONSchema(definition, { io: 'input', target: 'draft-7' }), without);

/**
 * The schema of the form file, generated from its definition. zod copies each `id` of `.meta` into the definitions, where
 * old tools would read it as an address.
 */
export const formSchema = (): JsonSchema => directReferences(schemaOf(formFile, ['id']));

/** The schema as published: with its own name and a title for every key. */
export function publishedFormSchema(): JsonSchema {
  const { $schema, ...schema } = formSchema();
  addTitles(schema, schema);
  return { $schema, $id: 'urn:bieu2:form:1', title: 'Biểu số 2 – Phân nhóm công việc', ...schema };
}

/** What each key is called on the form, for the hover texts of editors. */
const titles: Readonly<Record<string, string>> = {
  $schema: 'Lược đồ JSON',
  form: 'Loại biểu',
  version: 'Phiên bản định dạng',
  parentUnit: 'Đơn vị cấp trên',
  unit: 'Đơn vị báo cáo',
  groups: 'Nhóm công việc',
  I: 'Nhóm I',
  II: 'Nhóm II',
  III: 'Nhóm III',
  signatures: 'Phần ký',
  notes: 'Ghi chú',
  preparedBy: 'Người lập biểu',
  approvedBy: 'Người duyệt',
  place: 'Địa danh',
  date: 'Ngày ký',
  title: 'Tên',
  name: 'Họ tên',
  positions: 'Chức vụ',
  areas: 'Mảng công việc',
  tasks: 'Công việc',
  number: 'Số thứ tự',
  text: 'Nội dung công việc',
  code: 'Mã công việc',
  complexity: 'Mức độ phức tạp',
  unrated: 'Lý do không xếp mức',
};

/** Adds a title to every key that an object of the schema may have. */
function addTitles(node: unknown, root: JsonSchema): void {
  if (typeof node !== 'object' || node === null) return;
  if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
    for (const [key, property] of Object.entries(node.properties)) {
      // A signatory has a name and, as “title”, an office.
      const title = key === 'title' && 'name' in node.properties ? 'Chức danh' : titles[key];
      if (title === undefined) throw new Error(`The key ${key} has no title`);
      // Draft-7 ignores every keyword beside a reference.
      if (!('$ref' in property)) property.title = title;
      else definitionOf(property.$ref, root).title ??= title;
    }
  }
  for (const value of Object.values(node)) addTitles(value, root);
}

const definitionOf = (reference: string, root: JsonSchema): JsonSchema =>
  Object(Object(root.definitions)[reference.replace('#/definitions/', '')]);

/** Replaces `allOf` around a single reference by the reference: editors look no deeper for descriptions. */
function directReferences(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    const isWrapped =
      Array.isArray(value?.allOf) && Object.keys(value).length === 1 && value.allOf.length === 1;
    return isWrapped ? value.allOf[0] : value;
  });
}

/** The published schema of the configuration file, generated from its definition. */
export const configSchema = (): JsonSchema => schemaOf(configFile, ['id']);

/**
 * The published schema of a look's file. What a file omits comes from its base, so only the look's name and the version
 * are required.
 *
 * @param names of the looks that come with bieu2
 */
export function lookFileSchema(names: readonly string[]): JsonSchema {
  const file = lookSchema.extend({
    $schema: z.string().describe('Lược đồ dùng cho trình soạn thảo.'),
    base: z
      .enum(names)
      .describe('Kiểu trình bày có sẵn làm gốc; mục nào không ghi thì lấy theo gốc. Bỏ trống: bieu-so-2.'),
  });
  const { $schema, ...schema } = schemaOf(file, ['id', 'required']);
  const description = 'Kiểu trình bày của Biểu số 2: khổ giấy, lề, phông chữ, độ rộng cột, lời văn in sẵn.';
  const required = ['look', 'version'];
  return { $schema, title: 'bieu2: kiểu trình bày', description, ...schema, required };
}

/** TypeScript types of a complete look. */
export const lookTypesModule = (): string =>
  typesModule(schemaOf(lookSchema, []), { name: 'look', prefix: 'Look', origin: 'look.ts' });

/** TypeScript types of the form file. */
export const formTypesModule = (): string =>
  typesModule(formSchema(), {
    name: 'formFile',
    prefix: 'Form',
    origin: 'form-file.ts',
    // Roman numerals from IV, as far as a type can express.
    furtherKeys: "'IV' | 'IX' | `V${string}` | `X${string}` | `L${string}`",
  });

/** A copy of a schema without the named keywords; properties and definitions with these names stay. */
export function withoutKeywords(schema: JsonSchema, keywords: readonly string[]): JsonSchema {
  const copy = (value: unknown, isSchema: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => copy(item, true));
    if (typeof value !== 'object' || value === null) return value;
    return copyEntries(value, isSchema);
  };
  const copyEntries = (value: object, isSchema: boolean) =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isSchema || !keywords.includes(key))
        .map(([key, entry]) => [key, copy(entry, !['properties', 'definitions'].includes(key))]),
    );
  return copyEntries(schema, true);
}
