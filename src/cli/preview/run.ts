import { hasErrors } from '../../diagnostics/count-findings.ts';
import type { Wording } from '../../diagnostics/wording.ts';
import { referenceLookName } from '../../look/overlay.ts';
import { previewPage } from '../../preview/preview-page.ts';
import { type PreviewState, previewFindings } from '../../preview/preview-state.ts';
import { renderForm } from '../../render.ts';
import { type CheckedFile, type CheckOptions, checkFile, checkPlan } from '../check/check-file.ts';
import { configPlaces } from '../check/load-config.ts';
import { type Context, done, type Outcome } from '../context.ts';
import { namedFiles } from '../files/file-target.ts';
import { findInputs, formNames, noForm } from '../files/find-inputs.ts';
import { placesOf, watchFiles } from '../files/watch-files.ts';
import { fileError, systemCode } from '../io/file-error.ts';
import type { Io } from '../io/io.ts';
import { isFileName, isLookFile, loadLook } from '../template/load-template.ts';
import { UserError, userError, userErrorOf } from '../user-error.ts';
import type { PreviewFlags } from './command.ts';
import { openBrowser, opensByItself } from './open-browser.ts';
import { type PreviewContent, type PreviewServer, servePreview } from './preview-server.ts';

/** Shows a form in the browser until Ctrl-C, and again on every save. */
export async function runPreview(name: string, flags: PreviewFlags, callContext: Context): Promise<Outcome> {
  const { io } = callContext;
  if (name === '-') throw nothingToWatch();
  const { context } = await checkPlan(flags, callContext, true);
  const { language, say, note } = context;
  let form: Uint8Array = new Uint8Array();
  let state: PreviewState = { form: 0, summary: '', findings: [], rules: {} };

  const change = async () => {
    const { settings, options } = await checkPlan(flags, callContext, true);
    const template = flags.template ?? settings?.template ?? referenceLookName;
    const others = namedFiles(
      [flags.schema ?? settings?.schema, isFileName(template) ? template : undefined],
      io.cwd,
    );
    watch.add(others.map(({ path }) => path));
    if (isFileName(template) && !isLookFile(template)) throw wordTemplate({ file: template });
    const look = await loadLook(template, io.cwd);
    const checked = await checkOne(name, io, options);
    const shown = previewFindings(checked.report, checked.form, language);
    if (checked.form) {
      form = await renderForm(checked.form, { to: 'html', look, draft: hasErrors(checked.report) });
      state = { ...shown, form: state.form + 1 };
    } else {
      state = { ...shown, form: state.form, ...(state.form > 0 && { notice: say(lastGood) }) };
    }
  };

  const places = placesOf([name], io.cwd, formNames.text);
  const files = [...places.files, ...configPlaces(flags.config, io)];
  const watch = await watchFiles({ ...places, files }, io.untilInterrupted());
  let server: PreviewServer | undefined;
  try {
    await change();
    const page = (nonce: string) => previewPage(name, language, nonce);
    server = await listen({ page, form: () => form, state: () => state }, flags.port ?? 0);
    io.stdout.write(`${say({ vi: 'Xem trước tại', en: 'Preview at' })} ${server.url}\n`);
    if (flags.open ?? opensByItself(io)) openBrowser(server.url, io.env, () => note(notOpened));
    note({
      vi: 'Lưu tệp là trang đổi theo. Nhấn Ctrl-C để dừng.',
      en: 'The page follows every save. Ctrl-C ends it.',
    });
    for await (const _ of watch) {
      try {
        await change();
      } catch (error) {
        state = { ...state, notice: userErrorOf(error).wording[language] };
      }
      server.update();
    }
  } finally {
    watch.close();
    await server?.close();
  }
  return done;
}

/** The single form that a name leads to. @throws UserError when there is none, or several */
async function checkOne(name: string, io: Io, options: CheckOptions): Promise<CheckedFile> {
  const { inputs, failures } = await findInputs([name], io.cwd, 'text', options);
  if (failures[0]) throw failures[0];
  const files: CheckedFile[] = [];
  for (const input of inputs) {
    const checked = await checkFile(input, io, options);
    if (checked) files.push(checked);
  }
  const [file] = files;
  if (!file) throw noForm([name], inputs.length);
  if (files.length > 1) throw severalForms({ name, count: files.length });
  return file;
}

const notOpened: Wording = {
  vi: 'Không tự mở được trình duyệt. Hãy mở địa chỉ ở trên.',
  en: 'The browser could not be opened. Open the address above.',
};

const lastGood: Wording = {
  vi: 'Tệp đang có lỗi nên chưa xem được; đây là bản đọc được gần nhất.',
  en: 'The file cannot be read as a form now; this is the last version that could.',
};

async function listen(content: PreviewContent, port: number): Promise<PreviewServer> {
  try {
    return await servePreview(content, port);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw fileError('write', `127.0.0.1:${port}`, error);
    throw new UserError({
      vi: `Không dùng được cổng ${port}: ${code === 'EACCES' ? 'không có quyền' : 'chương trình khác đang dùng'}. Hãy chọn cổng khác, hoặc bỏ --port để bieu2 tự chọn.`,
      en: `Port ${port} cannot be used: ${code === 'EACCES' ? 'permission denied' : 'another program uses it'}. Choose another, or leave out --port to have one chosen.`,
    });
  }
}

const nothingToWatch = userError(
  'Lệnh xem trước theo dõi một tệp, không dùng được với đầu vào chuẩn (-).',
  'A preview follows a file; it does not go with standard input (-).',
);
const wordTemplate = userError(
  'Chưa xem trước được theo {file}: đây là mẫu Word, còn trang xem trước theo kiểu trình bày có sẵn hoặc tệp .yaml. Hãy thêm --template bieu-so-2 (xem: bieu2 template list); muốn thấy đúng mẫu này, hãy xuất PDF bằng bieu2 render với --pdf-engine libreoffice.',
  'Cannot preview by {file}: it is a Word template, and the preview follows a named look or a .yaml file. Add --template bieu-so-2 (see: bieu2 template list); to see this template itself, make a PDF with bieu2 render and --pdf-engine libreoffice.',
);
const severalForms = userError(
  '{name} có {count} biểu. Hãy nêu tên một tệp.',
  '{name} has {count} forms. Name one file.',
);
