import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One part of a Word file, as text. */
export function readPart(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (!part) throw new Error(`there is no part ${name}`);
  return strFromU8(part);
}

/** The Word file with one part edited; throws where the edit changes nothing. */
export function editPart(docx: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const before = readPart(docx, name);
  const after = edit(before);
  if (after === before) throw new Error(`the edit found nothing in ${name}`);
  return zipSync({ ...unzipSync(docx), [name]: strToU8(after) });
}

export const editDocument = (docx: Uint8Array, edit: (xml: string) => string) =>
  editPart(docx, 'word/document.xml', edit);
