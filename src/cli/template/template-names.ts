import { templateNames } from '../../package-files.ts';
import { suggestion } from '../io/did-you-mean.ts';
import { quoteName } from '../io/quote-name.ts';
import { UserError } from '../user-error.ts';

/** Whether `--template` names a file; names of what comes with bieu2 have no dots and slashes. */
export const isFileName = (nameOrFile: string): boolean => /[./\\]/.test(nameOrFile);

/** A look's file is YAML, a template's is Word's. */
export const isLookFile = (nameOrFile: string): boolean => /\.ya?ml$/i.test(nameOrFile);

/** Unknown name of a template or look. */
export function unknownTemplate(name: string): UserError {
  const known = { vi: 'Các mẫu có sẵn', en: 'Those that come with bieu2' };
  const { vi, en } = suggestion(name, templateNames(), known);
  return new UserError({
    vi: `Không có mẫu ${quoteName(name)}. ${vi} Mẫu riêng: nêu tên tệp .docx hoặc .yaml.`,
    en: `Unknown template ${quoteName(name)}. ${en} For your own, name its .docx or .yaml file.`,
  });
}
