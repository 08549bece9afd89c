import type { Form } from './form/form.ts';
import type { Look } from './generated/look-types.ts';
import { sheetOf } from './sheet/sheet-of.ts';
import { fillTemplate } from './word/template/fill-template.ts';
import type { Template } from './word/template/template.ts';

/** What is written, and what gives it its look: a Word document takes a template, all else a named look. */
export type RenderStyle =
  /** The template is from `readTemplate`; it serves any number of forms. */
  | { readonly to?: 'docx'; readonly template: Template }
  | { readonly to: 'html' | 'pdf'; readonly look: Look };

export type RenderOptions = RenderStyle & {
  /** Prints a form with faults: every page is marked as a draft, what is in doubt stays empty. */
  readonly draft?: boolean;
};

/**
 * The bytes of a document. A form with errors is for drafts only; the same input gives the same bytes.
 *
 * @throws MissingPdfEngine for PDF where its optional packages are not installed
 */
export async function renderForm(form: Form, options: RenderOptions): Promise<Uint8Array> {
  const sheet = sheetOf(form, { draft: options.draft ?? false });
  switch (options.to) {
    case 'html':
      return (await import('./html/write-html.ts')).writeHtml(sheet, options.look);
    case 'pdf':
      return (await import('./pdf-writer.ts')).pdfWriter()(sheet, options.look);
    default:
      return fillTemplate(options.template, sheet);
  }
}
