import { defineCommand, type FlagsOf } from '../define-command.ts';
import { checkOptions } from '../options.ts';

export const previewCommand = defineCommand({
  name: 'preview',
  summary: { vi: 'xem trước biểu trong trình duyệt', en: 'show a form in the browser' },
  description: {
    vi: 'Mở một trang trên máy này (127.0.0.1) hiện biểu như khi in, cập nhật mỗi lần lưu tệp, kèm kết quả kiểm tra. Khi tệp đang hỏng, trang giữ bản đọc được gần nhất. Nhấn Ctrl-C để dừng.',
    en: 'Serves a page on this machine (127.0.0.1) that shows a form as it will print, follows every save, and lists the findings beside it. While the file cannot be read, the last readable version stays. Ctrl-C ends it.',
  },
  argument: {
    name: { vi: '<tệp>', en: '<file>' },
    vi: 'tệp biểu (.yaml, .json)',
    en: 'the form file (.yaml, .json)',
  },
  options: [
    {
      flags: '--port <number>',
      vi: 'cổng; mặc định: tự chọn cổng còn trống',
      en: 'the port; default: any free port',
      number: [0, 65_535],
    },
    {
      flags: '--open',
      vi: 'mở trình duyệt; mặc định: chỉ khi chạy ở cửa sổ lệnh có màn hình đồ họa, không qua SSH hay CI',
      en: 'open the browser; default: only at a terminal with a display, not over SSH or in CI',
    },
    { flags: '--no-open', vi: 'không mở trình duyệt', en: 'do not open the browser' },
    {
      flags: '-t, --template <name|file>',
      vi: 'kiểu trình bày có sẵn (mặc định: bieu-so-2) hoặc tệp .yaml riêng',
      en: 'a shipped look (default: bieu-so-2), or your own .yaml file',
    },
    ...checkOptions,
  ],
  examples: ['bieu2 preview bieu-so-2.yaml', 'bieu2 preview bieu-so-2.yaml --template ngang --port 8080'],
});

export type PreviewFlags = FlagsOf<typeof previewCommand>;
