import { readPackedFile, requirePackage } from './package-files.ts';
import { MissingPdfEngine } from './pdf/missing-pdf-engine.ts';
import { pdfWriterOf, type Typst, type WritePdf } from './pdf/write-pdf.ts';

let writer: WritePdf | undefined;

/**
 * The PDF writer with the fonts of its package; created once, since reading them takes a while.
 *
 * @throws MissingPdfEngine when the compiler or the fonts, optional packages, are not installed
 */
export function pdfWriter(): WritePdf {
  writer ??= makeWriter();
  return writer;
}

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

function makeWriter(): WritePdf {
  let typst: Typst;
  let fonts: Uint8Array[];
  try {
    typst = requirePackage('@myriaddreamin/typst-ts-node-compiler');
    fonts = faces.map((face) => readPackedFile(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));
  } catch (error) {
    throw new MissingPdfEngine({ cause: error });
  }
  return pdfWriterOf(typst, fonts);
}
