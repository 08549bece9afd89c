import type { Form } from './form/form.ts';
import type { Look } from './generated/look-types.ts';
import type { LookName } from './generated/shipped-looks.ts';
import { referenceLookName } from './look/overlay.ts';
import { readPackageFile, templateNames } from './package-files.ts';
import { renderFormats } from './render-formats.ts';
import { sheetOf } from './sheet/sheet-of.ts';
import { type Template, templateFromJson } from './word/template/template.ts';

/** The format and its look; default: that of the reference form, `bieu-so-2`. */
export type RenderStyle =
  /** A shipped template by name, or one from `readTemplate`, which can be reused. */
  | { readonly to?: 'docx'; readonly template?: LookName | Template }
  | { readonly to: 'html' | 'pdf'; readonly look?: LookName | Look };

export type RenderOptions = RenderStyle & {
  /** Prints a form with errors: every page is marked as a draft, doubtful cells stay empty. */
  readonly draft?: boolean;
};

/**
 * The bytes of a document, by default a Word document. A form with errors can only be a draft; the same input gives
 * the same bytes.
 *
 * @throws MissingPdfEngine for PDF where its optional packages are not installed
 * @throws TypeError for an unknown format, template or look
 */
export async function renderForm(form: Form, options: RenderOptions = {}): Promise<Uint8Array> {
  const to: string | undefined = options.to;
  const sheet = sheetOf(form, { draft: options.draft ?? false });
  switch (options.to) {
    case 'html':
      return (await import('./html/write-html.ts')).writeHtml(sheet, await lookOf(options.look));
    case 'pdf':
      return (await import('./pdf-writer.ts')).pdfWriter()(sheet, await lookOf(options.look));
    case 'docx':
    case undefined: {
      const { writeWord } = await import('./word/template/fill-template.ts');
      return writeWord(form, sheet, templateOf(options.template));
    }
    default:
      throw notOneOf('options.to', to, renderFormats);
  }
}

async function lookOf(look: LookName | Look = referenceLookName): Promise<Look> {
  if (typeof look !== 'string') return look;
  const { shippedLooks } = await import('./generated/shipped-looks.ts');
  if (!Object.hasOwn(shippedLooks, look)) throw notOneOf('options.look', look, Object.keys(shippedLooks));
  return shippedLooks[look];
}

function templateOf(template: LookName | Template = referenceLookName): Template {
  if (typeof template !== 'string') return template;
  const names = templateNames();
  if (!names.includes(template)) throw notOneOf('options.template', template, names);
  return shippedTemplate(template);
}

const notOneOf = (option: string, value: unknown, known: readonly string[]) =>
  new TypeError(`${option} is “${value}”: expected one of ${known.join(', ')}`);

/** A template that comes with bieu2, which was compiled when the package was built. */
export const shippedTemplate = (name: string): Template =>
  templateFromJson(Buffer.from(readPackageFile(`templates/${name}.template.json`)).toString());
