import { parseXml } from '../../src/word/package/xml-tree.ts';
import { readPart } from './parts.ts';
import { below, textOf } from './read-grid.ts';

/** The texts of all paragraphs of a part of a Word file, those in cells among them. */
export function paragraphsOf(docx: Uint8Array, part = 'word/document.xml'): string[] {
  return [...below(parseXml(readPart(docx, part)), 'p')].map(textOf);
}
