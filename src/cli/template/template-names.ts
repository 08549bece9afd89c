import { words } from '../../diagnostics/wording.ts';
import { templateNames } from '../../package-files.ts';
import { suggestion } from '../io/did-you-mean.ts';
import { type UserError, userError } from '../user-error.ts';

/** Whether `--template` names a file; names of shipped templates have no dots and slashes. */
export const isFileName = (nameOrFile: string): boolean => /[./\\]/.test(nameOrFile);

/** A look's file is YAML, a template's is a Word file. */
export const isLookFile = (nameOrFile: string): boolean => /\.ya?ml$/i.test(nameOrFile);

/** The error for an unknown template or look. */
export const unknownTemplate = (name: string): UserError =>
  isUnknownTemplate({
    name,
    advice: suggestion(name, templateNames(), words('Các mẫu có sẵn', 'Those that come with bieu2')),
  });

const isUnknownTemplate = userError(
  'Không có mẫu {name}. {advice} Mẫu riêng: nêu tên tệp .docx hoặc .yaml.',
  'Unknown template {name}. {advice} For your own, name its .docx or .yaml file.',
);
