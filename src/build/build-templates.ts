import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { decodeLook } from '../look/decode-look.ts';
import { buildTemplate } from '../word/build-template.ts';

const root = new URL('../../', import.meta.url);

/**
 * Builds the Word template of every look in templates/ (every .yaml there that has a `look:` key). Keys are
 * paths from the top of the project. Throws when a look has a fault.
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
      const lines = problems.map(({ path, message }) => `${path.join('.')}: ${message.en}`);
      throw new Error(`${fileURLToPath(file)} is no look:\n${lines.join('\n')}`);
    }
    built[`templates/${name.replace(/yaml$/, 'docx')}`] = await buildTemplate(look);
  }
  return built;
}
