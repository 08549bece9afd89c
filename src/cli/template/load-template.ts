import type { Language } from '../../diagnostics/wording.ts';
import type { Look } from '../../generated/look-types.ts';
import { templateNames } from '../../package-files.ts';
import { shippedTemplate } from '../../render.ts';
import { formatLocation, formatPlace } from '../../reporters/format-place.ts';
import type { Template } from '../../word/template/template.ts';
import { readNamed } from '../files/read-input.ts';
import { suggestion } from '../io/did-you-mean.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError, userError } from '../user-error.ts';

/** Whether `--template` names a file; names of shipped templates have no dots and slashes. */
export const isFileName = (nameOrFile: string): boolean => /[./\\]/.test(nameOrFile);

/** A look's file is YAML, a template's is a Word file. */
export const isLookFile = (nameOrFile: string): boolean => /\.ya?ml$/i.test(nameOrFile);

/** A shipped template by name, any other from a Word file or built from a look's file. @throws UserError */
export async function loadTemplate(nameOrFile: string, cwd: string): Promise<Template> {
  // Shipped templates are already compiled, and shipped looks checked: what does that is loaded only for others.
  if (isFileName(nameOrFile)) return readFromFile(nameOrFile, cwd);
  if (!templateNames().includes(nameOrFile)) throw unknownTemplate(nameOrFile);
  return shippedTemplate(nameOrFile);
}

async function readFromFile(file: string, cwd: string): Promise<Template> {
  const { readTemplate } = await import('../../word/template/compile/read-template.ts');
  const { template, problems } = readTemplate(
    isLookFile(file) ? await buildFrom(await loadLook(file, cwd)) : readNamed(file, cwd),
  );
  if (template) return template;
  const list = (language: Language) =>
    problems
      .map(({ message, hint, place }) => {
        const at = place ? `${formatPlace(place, language)}: ` : '';
        return `\n- ${at}${message[language]}${hint ? ` (${hint[language]})` : ''}`;
      })
      .join('');
  throw new UserError({
    vi: `Mẫu ${quoteName(file)} không hợp lệ:${list('vi')}`,
    en: `${quoteName(file)} is not a valid template:${list('en')}`,
  });
}

/** The Word file of a template. */
export const buildFrom = async (look: Look): Promise<Uint8Array> =>
  (await import('../../word/build/build-template.ts')).buildTemplate(look);

/** A shipped look by name, any other by file. @throws UserError, also for a Word template */
export async function loadLook(nameOrFile: string, cwd: string): Promise<Look> {
  if (isLookFile(nameOrFile)) return readLook(nameOrFile, cwd);
  if (isFileName(nameOrFile)) throw noLook({ file: nameOrFile });
  const { shippedLooks } = await import('../../generated/shipped-looks.ts');
  const look = Object.hasOwn(shippedLooks, nameOrFile) ? shippedLooks[nameOrFile] : undefined;
  if (!look) throw unknownTemplate(nameOrFile);
  return look;
}

async function readLook(file: string, cwd: string): Promise<Look> {
  const { parseText } = await import('../../source/parse-text.ts');
  const { checkLook } = await import('../../check-look.ts');
  const source = parseText(readNamed(file, cwd), file);
  const { look } = checkLook(source, 'vi');
  if (look) return look;
  const lines = (language: Language) =>
    checkLook(source, language)
      .report.diagnostics.map(({ place, message, hint }) => {
        const advice = hint === undefined ? '' : ` (${hint})`;
        return `\n- ${formatLocation(file, place, language)} ${message}${advice}`;
      })
      .join('');
  throw new UserError({
    vi: `${quoteName(file)} không phải kiểu trình bày hợp lệ:${lines('vi')}`,
    en: `${quoteName(file)} is not a valid look:${lines('en')}`,
  });
}

export const unknownTemplate = (name: string): UserError =>
  isUnknownTemplate({
    name,
    advice: suggestion(name, templateNames(), { vi: 'Các mẫu có sẵn', en: 'Those that come with bieu2' }),
  });

const isUnknownTemplate = userError(
  'Không có mẫu {name}. {advice} Mẫu riêng: nêu tên tệp .docx hoặc .yaml.',
  'Unknown template {name}. {advice} For your own, name its .docx or .yaml file.',
);
const noLook = userError(
  '{file} là mẫu Word, chỉ dùng để xuất ra Word; HTML và PDF theo kiểu trình bày có sẵn hoặc tệp .yaml (xem: bieu2 template list). Muốn PDF giữ đúng mẫu này, hãy thêm --pdf-engine libreoffice (máy cần có LibreOffice).',
  '{file} is a Word template, which serves for Word only; HTML and PDF follow a named look or a .yaml file (see: bieu2 template list). For a PDF by this template, add --pdf-engine libreoffice (LibreOffice must be installed).',
);
