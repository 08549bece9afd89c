import { type Declaration, withCheckOptions, withExamples } from '../options.ts';
import type { PreviewFlags } from './run.ts';

/** `bieu2 preview`: see `run-preview.ts` for its work. */
export function declarePreview({ program, say, run }: Declaration) {
  const command = withCheckOptions(
    program
      .command('preview')
      .summary(say({ vi: 'xem trước biểu trong trình duyệt', en: 'show a form in the browser' }))
      .description(
        say({
          vi: 'Mở một trang trên máy này (127.0.0.1) hiện biểu như khi in, cập nhật mỗi lần lưu tệp, kèm kết quả kiểm tra. Khi tệp đang hỏng, trang giữ bản đọc được gần nhất. Nhấn Ctrl-C để dừng.',
          en: 'Serves a page on this machine (127.0.0.1) that shows a form as it will print, follows every save, and lists the findings beside it. While the file is broken, the last version that could be read stays. Ctrl-C ends it.',
        }),
      )
      .argument(
        say({ vi: '<tệp>', en: '<file>' }),
        say({ vi: 'tệp biểu (.yaml, .json)', en: 'the form file (.yaml, .json)' }),
      )
      .option(
        '--port <number>',
        say({ vi: 'cổng; bỏ trống: tự chọn cổng còn trống', en: 'the port; none: any that is free' }),
      )
      .option(
        '-t, --template <name|file>',
        say({
          vi: 'kiểu trình bày có sẵn (bỏ trống: bieu-so-2) hoặc tệp .yaml riêng',
          en: 'a look that comes with bieu2 (none: bieu-so-2), or your own in .yaml',
        }),
      ),
    say,
  ).action((name: string, flags: PreviewFlags) =>
    run(async (context) => (await import('./run.ts')).runPreview(name, flags, context)),
  );
  withExamples(command, say, [
    'bieu2 preview bieu-so-2.yaml',
    'bieu2 preview bieu-so-2.yaml --template ngang --port 8080',
  ]);
}
