import { decodeBytes } from './decode-bytes.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Source } from './source.ts';
import { textSource } from './text-source.ts';

/**
 * Reads a form file: JSON when its name ends in `.json`, else YAML 1.2. Never throws: content that cannot be
 * read is a problem of the source.
 *
 * @param content UTF-8 bytes, or text that is decoded already
 * @param file the name that findings carry
 */
export function parseText(content: Uint8Array | string, file: string): Source {
  const decoded = typeof content === 'string' ? content.replace(/^\uFEFF/, '') : decodeBytes(content);
  if (typeof decoded !== 'string') return textSource(file, '', undefined, [decoded]);
  const { tree, problems } = /\.json$/i.test(file) ? parseJson(decoded) : parseYaml(decoded);
  return textSource(file, decoded, tree, problems);
}
