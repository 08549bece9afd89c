import { findTokens } from './find-tokens.ts';
import { own, sheetPlaceholders } from './placeholders.ts';
import type { Segment, Segments } from './segment.ts';

/** Compiles the document's properties: placeholders in the title are filled, all else stays as it is. */
export function compileProperties(xml: string): Segments {
  const title = /(<dc:title>)([^<]*)(?=<\/dc:title>)/.exec(xml);
  if (!title) return [xml];
  const [, tag = '', text = ''] = title;
  const start = title.index + tag.length;
  const segments: Segment[] = [xml.slice(0, start)];
  let position = 0;
  for (const token of findTokens(text)) {
    const placeholder = own(sheetPlaceholders, token.name);
    if (!placeholder || token.sign !== '' || 'list' in placeholder) continue;
    segments.push(text.slice(position, token.start), { value: token.name, prefix: '' });
    position = token.end;
  }
  segments.push(text.slice(position), xml.slice(start + text.length));
  return segments;
}
