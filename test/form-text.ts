import { decodeForm } from '../src/form/decode-form.ts';
import type { Form } from '../src/form/form.ts';
import { parseText } from '../src/source/parse-text.ts';

/** Two positions, two areas, tasks without an area. */
export const formText = `form: bieu-so-2
version: 1
unit: BAN TỔ CHỨC
groups:
  I:
    positions:
      - title: Trưởng Ban
        tasks:
          - Lãnh đạo, điều hành toàn bộ hoạt động của Ban
          - Quản lý nhân lực, tài sản của Ban
      - title: Phó trưởng Ban
        tasks:
          - Phụ trách một số mảng công việc theo phân công
  II:
    areas:
      - title: Nghiên cứu, đề xuất
        tasks:
          - { code: 1.1.1, text: "Chủ trì chuẩn bị nghị quyết về tổ chức, cán bộ", complexity: 4 }
          - { code: 1.1.2, text: "Tham gia chuẩn bị nghị quyết về tổ chức, cán bộ", complexity: 3 }
          - { text: "Xây dựng kế hoạch công tác năm", complexity: 3 }
      - title: Hướng dẫn, kiểm tra
        tasks:
          - { text: "Kiểm tra việc thi hành Điều lệ Đảng", complexity: 3 }
          - { text: "Thẩm định hồ sơ kết nạp đảng viên", complexity: 3 }
          - { text: "Thực hiện chế độ hội họp", unrated: "Việc chung, không xếp mức" }
  III:
    tasks:
      - { text: "Tiếp nhận văn bản đến, phát hành văn bản đi", complexity: 2 }
      - { text: "Đề xuất sửa chữa trang thiết bị làm việc", complexity: 2 }
`;

export function formOfText(text: string): Form {
  const { form } = decodeForm(parseText(text, 'form.yaml'));
  if (!form) throw new Error('There is no form in the text');
  return form;
}

/** The text with every pair exchanged; throws where there is nothing to exchange. */
export function edited(text: string, ...edits: readonly (readonly [old: string, fresh: string])[]): string {
  return edits.reduce((result, [old, fresh]) => {
    if (!result.includes(old)) throw new Error(`There is no “${old}” in the text`);
    return result.replace(old, fresh);
  }, text);
}
