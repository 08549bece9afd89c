import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../finding-lines.ts';

/** What the tool advises for the first finding in a fixture. */
const hintIn = (file: string) =>
  diagnosticsOf(readFileSync(new URL(`../fixtures/err/${file}`, import.meta.url)), file)[0]?.hint;

/** What the last error of syntax adds. */
const later = ' Nội dung biểu được kiểm tra đầy đủ sau khi sửa xong lỗi cú pháp.';

describe('the advice', () => {
  it.each<[string, string]>([
    [
      'syntax-unquoted-colon.yaml',
      'Đặt cả văn bản trong ngoặc kép: "Chủ trì chuẩn bị nghị quyết về: Tổ chức,…"',
    ],
    ['syntax-text-without-key.yaml', `Viết “- text: Quản lý hồ sơ đảng viên”.${later}`],
    ['syntax-tight-colon.yaml', `Viết “text: …”.${later}`],
    ['syntax-unclosed-quote.yaml', `Thêm " vào cuối văn bản.${later}`],
    ['syntax-duplicate-key.yaml', 'Giữ một, xóa hoặc đổi tên khóa còn lại.'],
    ['syntax-list-mark.yaml', 'Sửa đầu dòng thành “- ”.'],
    ['syntax-json-trailing-comma.json', `Bỏ dấu phẩy này.${later}`],
    ['form-shape-missing-keys.yaml', 'Thêm “version: 1”.'],
    ['form-shape-misspelt-keys.yaml', 'Có phải “form”?'],
    ['form-shape-vietnamese-keys.yaml', 'Có phải “unit”?'],
    ['form-shape-hidden-space-in-key.yaml', 'Xóa và gõ lại “text:”.'],
    ['form-shape-text-is-map.yaml', 'Đặt cả văn bản trong ngoặc kép: "Chuẩn bị nghị quyết về: …"'],
    ['form-shape-text-is-scalar.yaml', 'Đặt trong ngoặc kép: "2026"'],
    ['groups-present-gap.yaml', 'Đổi “V” thành “IV”, hoặc thêm nhóm IV.'],
    ['task-complexity-quoted.yaml', 'Bỏ dấu ngoặc kép: “complexity: 3”.'],
    ['invalid-date-format.yaml', 'Ghi “date: 2026-11-24”.'],
    ['code-sequence-wrong-area.yaml', 'Mã kế tiếp ở đây là 1.1.1.'],
  ])('in %s', (file, hint) => {
    expect(hintIn(file)).toBe(hint);
  });
});
