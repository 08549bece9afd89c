import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import { pdfWriter } from '../../src/pdf-writer.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { chromiumIsMissing, launchChromium } from '../html/chromium.ts';
import { pdfEngineIsMissing } from '../pdf/pdf-engine.ts';
import { convertWithLibreOffice, libreOfficeIsMissing, readPdf } from '../word/libreoffice.ts';
import { templateOfLook } from '../word/template/shipped-template.ts';

/** Why forms cannot be printed in every format here; undefined where they can. */
export const pagesAreMissing = libreOfficeIsMissing ?? chromiumIsMissing ?? pdfEngineIsMissing;

/** A form as it is printed in a look and a format. */
export interface Printed {
  readonly form: string;
  readonly look: string;
  readonly format: 'docx' | 'html' | 'pdf';
  /** As a file that can be looked at. */
  readonly pdf: Uint8Array;
  /** The text of each page. */
  readonly pages: readonly string[];
}

/** Files in one start of LibreOffice: of 459, it silently left out those behind the 247th. */
const atOnce = 150;

/** Prints forms, given by name, in the shipped looks through LibreOffice, Chromium and Typst. */
export async function printForms(
  forms: Readonly<Record<string, Sheet>>,
  looks: readonly string[] = Object.keys(shippedLooks),
): Promise<Printed[]> {
  const jobs = Object.entries(forms).flatMap(([form, sheet]) =>
    Object.entries(shippedLooks)
      .filter(([look]) => looks.includes(look))
      .map(([name, look]) => ({ form, sheet, name, look })),
  );
  const files = jobs.map(({ sheet, name }, index): [string, Uint8Array] => [
    `${index}.docx`,
    fillTemplate(templateOfLook(name), sheet),
  ]);
  const fromWord: Uint8Array[] = [];
  for (let start = 0; start < files.length; start += atOnce) {
    const some = Object.fromEntries(files.slice(start, start + atOnce));
    fromWord.push(...(await convertWithLibreOffice(some, 'pdf', 600_000)));
  }
  const printed: Printed[] = [];
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const [index, { form, sheet, name, look }] of jobs.entries()) {
      await page.setContent(new TextDecoder().decode(writeHtml(sheet, look)));
      const pdfs = {
        docx: fromWord[index] ?? new Uint8Array(),
        html: new Uint8Array(await page.pdf({ preferCSSPageSize: true })),
        pdf: pdfWriter()(sheet, look),
      };
      for (const format of ['docx', 'html', 'pdf'] as const) {
        const pdf = pdfs[format];
        printed.push({ form, look: name, format, pdf, pages: await pagesOf(pdf) });
      }
    }
  } finally {
    await browser.close();
  }
  return printed;
}

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const text = await readPdf('pdftotext', ['-layout'], pdf);
  return text.split('\f').slice(0, -1);
}
