import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Form } from '../../src/form/form.ts';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { typstSource } from '../../src/pdf/typst-source.ts';
import { renderForm } from '../../src/render.ts';
import { sheetOf } from '../../src/sheet/sheet-of.ts';
import { encodingOf } from '../../src/word/package/word-format.ts';
import { readWordForm } from '../../src/word/read/read-word-form.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';
import { readXmlText } from './check-report.ts';

const look = shippedLooks['bieu-so-2'];

/**
 * Renders a form: in every format without an exception, as sound XML, and readable again.
 *
 * @param isValid whether the form has no error; else it is printed as a draft
 */
export async function checkForm(form: Form, isValid: boolean): Promise<void> {
  assert.ok(look, 'there is the reference look');
  const draft = !isValid;
  const bytes = await renderForm(form, { template: shippedTemplate, draft });
  checkDocument(bytes);
  const { problems, value } = readWordForm(bytes, 'rendered.docx');
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'word-file'),
    [],
    'what is rendered can be read',
  );
  if (isValid) assert.ok(value !== undefined, 'a form is found in what is rendered');

  const html = strFromU8(await renderForm(form, { to: 'html', look, draft }));
  const acting = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\p{Cs}]/u.exec(html);
  assert.equal(acting, null, `no control character in HTML: ${JSON.stringify(acting?.[0])}`);
  assert.equal(html.match(/<script/gi)?.length ?? 0, 0, 'no script in HTML');
  typstSource(sheetOf(form, { draft }), look, { fallback: false });
}

/** Every part of a Word document is well-formed. */
export function checkDocument(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xml|rels)$/.test(name))
      readXmlText(new TextDecoder(encodingOf(part), { fatal: true }).decode(part));
  }
}
