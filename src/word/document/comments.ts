import { attributeOf, readXml } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';

/** The author of comments that bieu2 writes. */
export const ownAuthor = 'bieu2';

/** The texts of the comments in a document, by their ids; those of bieu2 itself are left out. */
export function readComments(file: WordPackage, part: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  if (!file.has(part)) return comments;
  let id: string | undefined;
  let text = '';
  let takesText = false;
  readXml(file, part, {
    open(name, attributes) {
      if (name === 'comment') {
        const author = attributeOf(attributes, 'author') ?? '';
        id = author === ownAuthor ? undefined : (attributeOf(attributes, 'id') ?? '');
        text = author === '' ? '' : `${author}: `;
      } else if (name === 't') takesText = true;
      else if (name === 'tab' || name === 'br' || name === 'cr') text += ' ';
    },
    close(name) {
      if (name === 'p') text += '\n';
      else if (name === 't') takesText = false;
      else if (name === 'comment' && id !== undefined) comments.set(id, text.trim());
    },
    text(piece) {
      if (takesText) text += piece;
    },
  });
  return comments;
}
