import type { Sheet } from '../sheet/sheet.ts';
import { findTokens } from './find-tokens.ts';
import { sheetPlaceholders } from './placeholders.ts';
import type { Segment, Segments } from './segment.ts';

const markup = { tab: ' ', lineBreak: ' ' };

/** Compiles the document's properties: placeholders in the title are filled, all else stays as it is. */
export function compileProperties(xml: string): Segments<Sheet> {
  const title = /(<dc:title>)([^<]*)(?=<\/dc:title>)/.exec(xml);
  if (!title) return [xml];
  const [, tag = '', text = ''] = title;
  const start = title.index + tag.length;
  const segments: Segment<Sheet>[] = [xml.slice(0, start)];
  let position = 0;
  for (const token of findTokens(text)) {
    const placeholder = sheetPlaceholders[token.name];
    if (!placeholder || token.sign !== '' || 'list' in placeholder) continue;
    segments.push(text.slice(position, token.start), { kind: 'value', text: placeholder.text, markup });
    position = token.end;
  }
  segments.push(text.slice(position), xml.slice(start + text.length));
  return segments;
}
