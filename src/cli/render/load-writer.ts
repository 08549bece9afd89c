import type { Wording } from '../../diagnostics/wording.ts';
import type { Form } from '../../form/form.ts';
import type { Look } from '../../generated/look-types.ts';
import { MissingPdfEngine } from '../../pdf/missing-pdf-engine.ts';
import type { WritePdf } from '../../pdf/write-pdf.ts';
import { renderForm } from '../../render.ts';
import type { RenderFormat } from '../../render-formats.ts';
import { sheetOf } from '../../sheet/sheet-of.ts';
import type { Io } from '../io/io.ts';
import { loadLook, loadTemplate } from '../template/load-template.ts';
import { UserError } from '../user-error.ts';
import type { RenderFlags } from './command.ts';

export interface FormWriter {
  readonly format: RenderFormat;
  /** `warn` is called for everything that the document cannot show. */
  readonly write: (
    form: Form,
    options: { readonly draft: boolean },
    warn: (warning: Wording) => void,
  ) => Promise<Uint8Array>;
  readonly unprinted?: (form: Form, options: { readonly draft: boolean }) => Wording[];
}

/** Loads what a format needs, by `--template`. @throws UserError when it is not available */
export async function loadWriter(
  format: RenderFormat,
  template: string,
  engine: RenderFlags['pdfEngine'],
  io: Io,
): Promise<FormWriter> {
  if (format === 'docx') return wordWriter(template, io);
  if (format === 'pdf' && engine === 'libreoffice') return officeWriter(template, io);
  const look = await loadLook(template, io.cwd);
  if (format === 'pdf') return pdfFileWriter(look);
  return { format, write: (form, options) => renderForm(form, { ...options, to: format, look }) };
}

async function wordWriter(nameOrFile: string, io: Io): Promise<FormWriter> {
  const template = await loadTemplate(nameOrFile, io.cwd);
  const { unprintedOf } = await import('../../word/template/fill-template.ts');
  return {
    format: 'docx',
    write: (form, options) => renderForm(form, { ...options, template }),
    ...(template.unprinted.length > 0 && {
      unprinted: (form, options) => unprintedOf(template, sheetOf(form, options)),
    }),
  };
}

async function officeWriter(nameOrFile: string, io: Io): Promise<FormWriter> {
  const { convertToPdf, requireOffice } = await import('../files/convert-office.ts');
  const { sealPdf } = await import('../../pdf/pdf-state.ts');
  requireOffice(io);
  const { write, ...word } = await wordWriter(nameOrFile, io);
  return {
    ...word,
    format: 'pdf',
    write: async (form, options, warn) => sealPdf(await convertToPdf(await write(form, options, warn), io)),
  };
}

async function pdfFileWriter(look: Look): Promise<FormWriter> {
  const { pdfWriter } = await import('../../pdf-writer.ts');
  const { missingLetter } = await import('../../pdf/missing-letters.ts');
  let writePdf: WritePdf;
  try {
    writePdf = pdfWriter();
  } catch (error) {
    throw error instanceof MissingPdfEngine ? noPdfEngine(error) : error;
  }
  return {
    format: 'pdf',
    write: async (form, options, warn) => {
      const sheet = sheetOf(form, options);
      return writePdf(sheet, look, (letters) => {
        for (const letter of letters) warn(missingLetter(letter, sheet));
      });
    },
  };
}

/** @param cause the engine's error; if its library could not be loaded, the reasons in its own `cause` say so */
function noPdfEngine({ cause }: MissingPdfEngine): UserError {
  const reasons: readonly unknown[] = cause instanceof Error && Array.isArray(cause.cause) ? cause.cause : [];
  const withLibreOffice = {
    vi: 'Máy có LibreOffice thì thêm --pdf-engine libreoffice.',
    en: 'Where LibreOffice is installed, add --pdf-engine libreoffice.',
  };
  const isNotLoaded = (reason: unknown) =>
    reason instanceof Error && 'code' in reason && reason.code === 'ERR_DLOPEN_FAILED';
  if (reasons.some(isNotLoaded)) {
    return new UserError({
      vi: `Chưa xuất được PDF: máy này thiếu một thư viện mà bộ tạo PDF cần. Trên Windows, hãy cài Microsoft Visual C++ Redistributable (x64). ${withLibreOffice.vi}`,
      en: `Cannot make a PDF: this machine lacks a library that the PDF engine needs. On Windows, install the Microsoft Visual C++ Redistributable (x64). ${withLibreOffice.en}`,
    });
  }
  const command = 'npm install @myriaddreamin/typst-ts-node-compiler @expo-google-fonts/tinos';
  return new UserError({
    vi: `Chưa xuất được PDF: các gói tùy chọn để tạo PDF chưa được cài, hoặc không có cho máy này. Hãy cài lại bieu2 không kèm --omit=optional, hoặc chạy: ${command}. ${withLibreOffice.vi}`,
    en: `Cannot make a PDF: the optional packages for it are not installed, or there are none for this machine. Install bieu2 again without --omit=optional, or run: ${command}. ${withLibreOffice.en}`,
  });
}
