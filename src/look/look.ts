/**
 * The definition of a look: everything about the printed form except its content. The schema in schemas/, the
 * validator used at run time and the published types are generated from it; the program does not load zod.
 * Lengths are in millimetres or points, as their names say. There are no colours: a form is black on white.
 *
 * Descriptions are Vietnamese, since editors show them to authors of looks.
 */
import { z } from 'zod';

const millimetres = (max: number) => z.number().min(0).max(max);
const points = z.number().min(0).max(100);
const text = z.string();
const filled = z.string().regex(/\S/);

/** The font settings of one kind of text; what is omitted is as in the body text. */
const letters = z.strictObject({
  sizePt: z
    .number()
    .min(6)
    .max(72)
    .optional()
    .describe('Cỡ chữ, tính bằng point; mặc định: như cỡ chữ chung.'),
  bold: z.boolean().optional().describe('Chữ đậm.'),
  italic: z.boolean().optional().describe('Chữ nghiêng.'),
  capitals: z.boolean().optional().describe('In hoa mọi chữ, dù biểu ghi chữ thường.'),
});
const letterStyle = letters.meta({ id: 'letterStyle' });

/** The settings of one kind of paragraph. */
const style = letters
  .extend({
    align: z
      .enum(['left', 'center', 'right', 'justify'])
      .optional()
      .describe('Căn lề: left (trái), center (giữa), right (phải), justify (đều hai bên).'),
    spaceBeforePt: points.optional().describe('Khoảng cách trước đoạn, tính bằng point.'),
    spaceAfterPt: points.optional().describe('Khoảng cách sau đoạn, tính bằng point.'),
  })
  .meta({ id: 'style' });

/** Width and height are for portrait; landscape swaps them. */
const page = z
  .strictObject({
    widthMm: millimetres(500).min(100).describe('Chiều rộng khi để dọc, tính bằng mm; A4 là 210.'),
    heightMm: millimetres(500).min(100).describe('Chiều cao khi để dọc, tính bằng mm; A4 là 297.'),
    orientation: z.enum(['portrait', 'landscape']).describe('portrait: trang dọc; landscape: trang ngang.'),
    marginsMm: z
      .strictObject({
        top: millimetres(100),
        bottom: millimetres(100),
        left: millimetres(100),
        right: millimetres(100),
      })
      .describe('Lề trên, dưới, trái, phải, tính bằng mm.'),
    headerMm: millimetres(100).describe('Từ mép trên của trang đến số trang, tính bằng mm.'),
  })
  .describe('Khổ giấy và lề.');

const styles = z
  .strictObject({
    formName: style.describe('Dòng “Biểu số 2”; align cho biết đặt ở đâu.'),
    unitLine: style.describe('Hai dòng tên đơn vị.'),
    unitName: letterStyle.describe('Tên đơn vị trong dòng của nó.'),
    title: style.describe('Tên biểu.'),
    tableHead: style.describe('Tiêu đề cột.'),
    groupNumber: style.describe('Số thứ tự của nhóm (I, II, III).'),
    groupTitle: style.describe('Tên nhóm công việc.'),
    positionNumber: style.describe('Số thứ tự của chức vụ.'),
    positionTitle: style.describe('Tên chức vụ.'),
    areaNumber: style.describe('Số thứ tự của mảng công việc.'),
    areaTitle: style.describe('Tên mảng công việc.'),
    taskNumber: style.describe('Số thứ tự của công việc (1.1, 2.18).'),
    taskText: style.describe('Nội dung công việc cụ thể.'),
    taskLevel: style.describe('Dấu ở ô mức độ phức tạp.'),
    dateLine: style.describe('Địa danh và ngày ký.'),
    signatureTitle: style.describe('Chức vụ, chức danh người ký.'),
    signatureHint: style.describe('Dòng “(Ký và ghi rõ họ tên)”.'),
    signatureName: style.describe('Họ tên người ký.'),
    notesHeading: style.describe('Chữ “Ghi chú:”.'),
    note: style.describe('Nội dung ghi chú.'),
    pageNumber: style.describe('Số trang.'),
    draft: letterStyle.describe('Chữ “BẢN NHÁP” ở góc phải mỗi trang.'),
  })
  .describe('Kiểu chữ của từng phần.');

const table = z
  .strictObject({
    columnsMm: z
      .strictObject({
        number: millimetres(400).min(3).describe('Cột TT.'),
        group: millimetres(400).min(3).describe('Cột “Nhóm công việc”.'),
        task: millimetres(400).min(3).describe('Cột “Công việc cụ thể”.'),
        level: millimetres(400).min(3).describe('Mỗi cột trong năm cột mức độ.'),
      })
      .describe('Độ rộng các cột, tính bằng mm: number + group + task + 5 × level bằng khoảng giữa hai lề.'),
    cellMarginsMm: z
      .strictObject({ top: millimetres(10), bottom: millimetres(10), side: millimetres(10) })
      .describe('Từ đường kẻ của ô đến chữ, tính bằng mm.'),
    borderPt: z.number().min(0.25).max(6).describe('Độ dày đường kẻ, tính bằng point.'),
  })
  .describe('Bảng.');

const wording = z
  .strictObject({
    formName: text.describe('Số hiệu của biểu, như “Biểu số 2”.'),
    parentUnit: text.describe('Lời dẫn trước tên đơn vị cấp trên trực tiếp.'),
    unit: text.describe('Lời dẫn trước tên đơn vị báo cáo.'),
    dots: text.describe('In thay cho tên đơn vị còn để trống.'),
    title: filled.describe('Tên biểu.'),
    columns: z
      .strictObject({ number: filled, group: filled, task: filled, levels: filled })
      .describe('Tiêu đề các cột.'),
    dateLine: text.describe('In khi biểu chưa có ngày ký.'),
    preparedBy: text.describe('Chức danh người ký bên trái, khi biểu không ghi.'),
    approvedBy: text.describe('Chức vụ người ký bên phải, khi biểu không ghi.'),
    signatureHint: text.describe('Dòng dưới chức vụ.'),
    notesHeading: text.describe('Tiêu đề của phần ghi chú.'),
    noteBullet: text.describe('In trước mỗi ghi chú.'),
    notes: z.array(filled).describe('Các ghi chú, khi biểu không ghi.'),
    draft: filled.describe('Chữ đánh dấu bản nháp.'),
    tableCaption: filled.describe('Tên bảng, để trình đọc màn hình đọc.'),
    tableDescription: filled.describe('Mô tả bảng, để trình đọc màn hình đọc.'),
    documentTitle: filled.describe('Tên trong thuộc tính của tài liệu, đứng trước tên đơn vị.'),
  })
  .describe('Lời văn in sẵn.');

/** A complete look. */
export const lookSchema = z.strictObject({
  look: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Tên kiểu trình bày: chữ thường không dấu, chữ số, dấu gạch nối.'),
  version: z.literal(1).describe('Phiên bản của định dạng tệp này: 1.'),
  page,
  body: z
    .strictObject({
      font: filled.describe('Phông chữ, phải có đủ chữ tiếng Việt.'),
      sizePt: z.number().min(6).max(72).describe('Cỡ chữ chung, tính bằng point.'),
      lineSpacing: z.number().min(0.8).max(3).describe('Giãn dòng: 1 là dòng đơn.'),
    })
    .describe('Chữ của cả biểu.'),
  styles,
  table,
  mark: filled.describe('Dấu in ở ô mức độ của công việc, như X.'),
  signatureRoomMm: millimetres(100).describe('Khoảng để ký, tính bằng mm.'),
  wording,
});
