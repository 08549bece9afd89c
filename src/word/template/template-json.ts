import type { Segments } from './segment.ts';
import type { Template } from './template.ts';

interface TemplateJson extends Omit<Template, 'copied' | 'filled'> {
  readonly copied: readonly (readonly [name: string, content: string])[];
  readonly filled: readonly (readonly [name: string, segments: Segments])[];
}

/**
 * A template as JSON: reading a shipped one from its Word file at every start takes longer than filling it.
 * Throws where a part is not text, such as a picture.
 */
export function templateToJson({ copied, filled, ...rest }: Template): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const json: TemplateJson = {
    ...rest,
    copied: [...copied].map(([name, content]) => [
      name,
      typeof content === 'string' ? content : decoder.decode(content),
    ]),
    filled: [...filled],
  };
  return `${JSON.stringify(json)}\n`;
}

/** Takes what `templateToJson` gave, and nothing else. */
export function templateFromJson(text: string): Template {
  const { copied, filled, ...rest }: TemplateJson = JSON.parse(text);
  return { ...rest, copied: new Map(copied), filled: new Map(filled) };
}
