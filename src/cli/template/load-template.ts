import type { Language } from '../../diagnostics/wording.ts';
import { templateNames } from '../../package-files.ts';
import { shippedTemplate } from '../../render.ts';
import { formatPlace } from '../../reporters/format-place.ts';
import type { Template } from '../../word/template/template.ts';
import { readNamed } from '../files/read-input.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';
import { isFileName, isLookFile, unknownTemplate } from './template-names.ts';

/**
 * A template: a shipped one by name, any other from a Word file or built from a look's file.
 *
 * @throws UserError when it does not exist, cannot be read, or is not a template
 */
export async function loadTemplate(nameOrFile: string, cwd: string): Promise<Template> {
  if (isFileName(nameOrFile)) return readFromFile(nameOrFile, cwd);
  if (!templateNames().includes(nameOrFile)) throw unknownTemplate(nameOrFile);
  return shippedTemplate(nameOrFile);
}

async function readFromFile(file: string, cwd: string): Promise<Template> {
  // Shipped templates are already compiled: this is loaded only for others.
  const { readTemplate } = await import('../../word/template/compile/read-template.ts');
  const bytes = isLookFile(file) ? await buildFromLook(file, cwd) : readNamed(file, cwd);
  const { template, problems } = readTemplate(bytes);
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

async function buildFromLook(file: string, cwd: string): Promise<Uint8Array> {
  const { loadLook } = await import('./load-look.ts');
  const look = await loadLook(file, cwd);
  const { buildTemplate } = await import('../../word/build/build-template.ts');
  return buildTemplate(look);
}
