import type { Form } from './form/form.ts';
import { sheetOf } from './sheet/sheet-of.ts';
import { fillTemplate } from './word/fill-template.ts';
import type { Template } from './word/template.ts';

export interface RenderOptions {
  /** From `readTemplate`; it serves any number of forms. */
  readonly template: Template;
  /** Prints a form with faults: every page is marked as a draft, what is in doubt stays empty. */
  readonly draft?: boolean;
}

/** The bytes of the Word document. A form with errors is for drafts only; the same input gives the same bytes. */
export function renderForm(form: Form, { template, draft = false }: RenderOptions): Uint8Array {
  return fillTemplate(template, sheetOf(form, { draft }));
}
