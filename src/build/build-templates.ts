import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { decodeLook } from '../look/decode-look.ts';
import { buildTemplate } from '../word/build-template.ts';
import { readTemplate } from '../word/read-template.ts';
import { templateToJson } from '../word/template-json.ts';

const root = new URL('../../', import.meta.url);

/**
 * Builds the Word template of every look in templates/ (every .yaml there that has a `look:` key), and beside
 * it the same as JSON, from which the program fills it. Keys are paths from the top of the project. Throws
 * when a look has a fault.
 */
export async function buildTemplates(): Promise<Record<string, Uint8Array>> {
  const folder = new URL('templates/', root);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const built: Record<string, Uint8Array> = {};
  for (const name of names) {
    const file = new URL(name, folder);
    const value: unknown = parse(await readFile(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('look' in value)) continue;
    const { look, problems } = decodeLook(value);
    if (!look) {
      throw faulty(
        fileURLToPath(file),
        problems.map(({ path, message }) => `${path.join('.')}: ${message.en}`),
      );
    }
    const docx = await buildTemplate(look);
    const { template, problems: templateProblems } = readTemplate(docx);
    if (!template)
      throw faulty(
        fileURLToPath(file),
        templateProblems.map(({ message }) => message.en),
      );
    built[`templates/${name.replace(/yaml$/, 'docx')}`] = docx;
    built[`templates/${name.replace(/yaml$/, 'template.json')}`] = new TextEncoder().encode(
      templateToJson(template),
    );
  }
  return built;
}

const faulty = (file: string, problems: readonly string[]) =>
  new Error(`${file} makes no template:\n${problems.join('\n')}`);
