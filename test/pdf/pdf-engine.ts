import { pdfWriter } from '../../src/pdf-writer.ts';

/** Why tests of PDF are skipped here; undefined where all that it needs is installed. */
export const pdfEngineIsMissing = whyMissing();

function whyMissing(): string | undefined {
  try {
    pdfWriter();
    return undefined;
  } catch {
    return 'the optional packages for PDF are not installed';
  }
}
