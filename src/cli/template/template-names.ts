import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { templateNames } from '../../package-files.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** Whether `--template` names a file; names of what comes with bieu2 have no dots and slashes. */
export const isFileName = (nameOrFile: string): boolean => /[./\\]/.test(nameOrFile);

/** A look's file is YAML, a template's is Word's. */
export const isLookFile = (nameOrFile: string): boolean => /\.ya?ml$/i.test(nameOrFile);

/** Unknown name of a template or look. */
export function unknownTemplate(name: string): UserError {
  const names = templateNames();
  const near = nearestWord(name, names);
  return new UserError({
    vi: `Không có mẫu ${quoteName(name)}. ${near ? `Có phải ý là ${quoteName(near)}?` : `Các mẫu có sẵn: ${names.join(', ')}.`} Mẫu riêng: nêu tên tệp .docx hoặc .yaml.`,
    en: `Unknown template ${quoteName(name)}. ${near ? `Did you mean ${quoteName(near)}?` : `Those that come with bieu2: ${names.join(', ')}.`} For your own, name its .docx or .yaml file.`,
  });
}
