import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { readPackageFile, templateNames } from '../package-files.ts';
import { readTemplate, type Template } from '../word/read-template.ts';
import { fileError } from './file-error.ts';
import { quoteName } from './quote-name.ts';
import { UserError } from './user-error.ts';

/**
 * A template: one that comes with bieu2 by its name, any other by its file.
 *
 * @throws UserError when there is none of this name, when the file cannot be read, or is no template
 */
export function loadTemplate(nameOrFile: string, cwd: string): Template {
  const { template, problems } = readTemplate(readBytes(nameOrFile, cwd));
  if (template) return template;
  const list = (language: 'vi' | 'en') => problems.map(({ message }) => `\n- ${message[language]}`).join('');
  throw new UserError({
    vi: `${quoteName(nameOrFile)} không dùng làm mẫu được:${list('vi')}`,
    en: `${quoteName(nameOrFile)} cannot serve as a template:${list('en')}`,
  });
}

function readBytes(nameOrFile: string, cwd: string): Uint8Array {
  if (/[./\\]/.test(nameOrFile)) {
    try {
      return readFileSync(resolve(cwd, nameOrFile));
    } catch (error) {
      throw fileError('read', nameOrFile, error);
    }
  }
  const names = templateNames();
  if (names.includes(nameOrFile)) return readPackageFile(`templates/${nameOrFile}.docx`);
  const near = nearestWord(nameOrFile, names);
  throw new UserError({
    vi: `Không có mẫu ${quoteName(nameOrFile)}. ${near ? `Có phải ý là ${quoteName(near)}?` : `Các mẫu có sẵn: ${names.join(', ')}.`} Mẫu riêng: nêu tên tệp .docx.`,
    en: `There is no template ${quoteName(nameOrFile)}. ${near ? `Did you mean ${quoteName(near)}?` : `Those that come with bieu2: ${names.join(', ')}.`} For your own, name its .docx file.`,
  });
}
