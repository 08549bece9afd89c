import type { Look } from '../generated/look-types.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { lettersIn } from './missing-letters.ts';
import { nameRowHeaders } from './name-row-headers.ts';
import { sealPdf } from './pdf-state.ts';
import { typstSource } from './typst-source.ts';

/** The compiler, an optional package with native code, loaded on demand. */
export type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');

/**
 * Turns sheets into PDF; can be reused. `onMissing` is called with the letters that no font has,
 * which are printed as boxes.
 */
export type WritePdf = (sheet: Sheet, look: Look, onMissing?: (letters: string[]) => void) => Uint8Array;

/**
 * Makes a writer of tagged PDF (PDF/UA-1) that needs no other program. The same sheet gives the same bytes.
 *
 * @param typst the compiler @param fonts the fonts of Tinos, as bytes
 */
export function pdfWriterOf({ NodeCompiler }: Typst, fonts: readonly Uint8Array[]): WritePdf {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  const compile = (source: string, pdfStandard?: string) => {
    const result = compiler.compile({ mainFileContent: source });
    const document = result.result;
    if (!document) throw new Error(`Typst: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
    return compiler.pdf(document, pdfStandard === undefined ? {} : { pdfStandard });
  };
  return (sheet, look, onMissing = () => {}) => {
    const finish = (pdf: Uint8Array) => sealPdf(nameRowHeaders(pdf, look.wording.tableDescription));
    try {
      return finish(compile(typstSource(sheet, look, { fallback: false }), 'ua-1'));
    } catch (error) {
      if (!isMissingLetter(error)) throw error;
      // For letters that no font has, installed fonts are used; what they lack shows as a box.
      const source = typstSource(sheet, look, { fallback: true });
      try {
        return finish(compile(source, 'ua-1'));
      } catch (lacking) {
        if (!isMissingLetter(lacking)) throw lacking;
        onMissing(lettersIn(lacking.message));
        return finish(compile(source));
      }
    } finally {
      compiler.evictCache(0);
    }
  };
}

const isMissingLetter = (error: unknown): error is Error =>
  error instanceof Error && error.message.includes('could not be displayed with font');
