import type { Look } from '../generated/look-types.ts';
import { buildTemplate } from '../word/build/build-template.ts';
import { readTemplate } from '../word/template/compile/read-template.ts';
import { templateToJson } from '../word/template/template.ts';

/**
 * Builds the Word template of every look, and the same as JSON, from which the program fills it. Keys
 * are paths from the root of the project. Throws when no template can be built from a look.
 */
export async function buildTemplates(
  looks: Readonly<Record<string, Look>>,
): Promise<Record<string, Uint8Array>> {
  const built: Record<string, Uint8Array> = {};
  for (const [name, look] of Object.entries(looks)) {
    const docx = await buildTemplate(look);
    const { template, problems } = readTemplate(docx);
    if (!template) {
      const lines = problems.map(({ message }) => message.en);
      throw new Error(`The look ${name} makes no template:\n${lines.join('\n')}`);
    }
    built[`templates/${name}.docx`] = docx;
    built[`templates/${name}.template.json`] = new TextEncoder().encode(templateToJson(template));
  }
  return built;
}
