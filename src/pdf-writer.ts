import { readPackedFile } from './package-files.ts';
import { MissingPdfEngine } from './pdf/missing-pdf-engine.ts';
import { loadPdfWriter, type WritePdf } from './pdf/write-pdf.ts';

let writer: Promise<WritePdf> | undefined;

/**
 * The writer of PDF with the fonts of its package; made once, since reading them takes a while.
 *
 * @throws MissingPdfEngine when the compiler or the fonts, optional packages, are not installed
 */
export function pdfWriter(): Promise<WritePdf> {
  writer ??= makeWriter();
  return writer;
}

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

async function makeWriter(): Promise<WritePdf> {
  return loadPdfWriter(faces.map(readFont));
}

function readFont(face: string): Uint8Array {
  try {
    return readPackedFile(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`);
  } catch (error) {
    throw new MissingPdfEngine({ cause: error });
  }
}
