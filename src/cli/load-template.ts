import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { readPackageFile, templateNames } from '../package-files.ts';
import type { Template } from '../word/template.ts';
import { templateFromJson } from '../word/template-json.ts';
import { fileError } from './file-error.ts';
import { quoteName } from './quote-name.ts';
import { UserError } from './user-error.ts';

/**
 * A template: one that comes with bieu2 by its name, any other by its file.
 *
 * @throws UserError when there is none of this name, when the file cannot be read, or is no template
 */
export async function loadTemplate(nameOrFile: string, cwd: string): Promise<Template> {
  return /[./\\]/.test(nameOrFile) ? readFromFile(nameOrFile, cwd) : shippedTemplate(nameOrFile);
}

async function readFromFile(file: string, cwd: string): Promise<Template> {
  // Those that come with bieu2 have been read already: this is loaded for others only.
  const { readTemplate } = await import('../word/read-template.ts');
  const { template, problems } = readTemplate(readBytes(file, cwd));
  if (template) return template;
  const list = (language: 'vi' | 'en') => problems.map(({ message }) => `\n- ${message[language]}`).join('');
  throw new UserError({
    vi: `${quoteName(file)} không dùng làm mẫu được:${list('vi')}`,
    en: `${quoteName(file)} cannot serve as a template:${list('en')}`,
  });
}

function readBytes(file: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw fileError('read', file, error);
  }
}

function shippedTemplate(name: string): Template {
  const names = templateNames();
  if (names.includes(name)) {
    return templateFromJson(Buffer.from(readPackageFile(`templates/${name}.template.json`)).toString());
  }
  const near = nearestWord(name, names);
  throw new UserError({
    vi: `Không có mẫu ${quoteName(name)}. ${near ? `Có phải ý là ${quoteName(near)}?` : `Các mẫu có sẵn: ${names.join(', ')}.`} Mẫu riêng: nêu tên tệp .docx.`,
    en: `There is no template ${quoteName(name)}. ${near ? `Did you mean ${quoteName(near)}?` : `Those that come with bieu2: ${names.join(', ')}.`} For your own, name its .docx file.`,
  });
}
