import { z } from 'zod';
import { formFile } from '../form/form-file.ts';
import { withoutKeywords } from './without-keywords.ts';

/** The schema of the form file (JSON Schema draft-7), generated from its definition. */
export function formSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(formFile, { io: 'input', target: 'draft-7' });
  // zod copies each `id` of `.meta` into the definitions, where old tools would read it as an address.
  return { $schema, ...directReferences(withoutKeywords(schema, ['id'])) };
}

/** The schema as published: with its own name and a title for every key. */
export function publishedFormSchema(): Record<string, unknown> {
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
function addTitles(node: unknown, root: Record<string, unknown>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
    for (const [key, property] of Object.entries(node.properties)) {
      // Who signs has a name and, as “title”, an office.
      const title = key === 'title' && 'name' in node.properties ? 'Chức danh' : titles[key];
      if (title === undefined) throw new Error(`The key ${key} has no title`);
      // Draft-7 ignores every keyword beside a reference.
      if (!('$ref' in property)) property.title = title;
      else definitionOf(property.$ref, root).title ??= title;
    }
  }
  for (const value of Object.values(node)) addTitles(value, root);
}

const definitionOf = (reference: string, root: Record<string, unknown>): Record<string, unknown> =>
  Object(Object(root.definitions)[reference.replace('#/definitions/', '')]);

/** Replaces `allOf` around a single reference by the reference: editors look no deeper for descriptions. */
function directReferences(schema: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    const isWrapped =
      Array.isArray(value?.allOf) && Object.keys(value).length === 1 && value.allOf.length === 1;
    return isWrapped ? value.allOf[0] : value;
  });
}
