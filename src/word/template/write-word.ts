import type { Form } from '../../form/form.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { writeHints } from '../read/hints.ts';
import { fillTemplate } from './fill-template.ts';
import { hintsOf } from './hints-of.ts';
import type { Template } from './template.ts';

/** The .docx of a form, with the hints by which it is read back. @param sheet of the form */
export const writeWord = (form: Form, sheet: Sheet, template: Template): Uint8Array =>
  fillTemplate(template, sheet, writeHints(hintsOf(form, sheet)));
