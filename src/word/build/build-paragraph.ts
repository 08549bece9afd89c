import { Paragraph, TextRun } from 'docx';
import type { Look } from '../../generated/look-types.ts';
import { styleId } from './build-styles.ts';

/** A paragraph in one of the look's styles. */
export function paragraph(style: keyof Look['styles'], ...content: (string | TextRun)[]): Paragraph {
  return new Paragraph({
    style: styleId(style),
    children: content.map((piece) => (typeof piece === 'string' ? new TextRun(piece) : piece)),
  });
}
