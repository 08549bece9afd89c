import { decodeBytes } from '../../decode-bytes.ts';
import type { Source } from '../../source.ts';
import { textSource } from '../../text-source.ts';
import { parsePlainYaml } from './parse-plain-yaml.ts';

/**
 * Parses a form in plain YAML without loading the full parsers. Undefined for
 * everything else, which `parseText` then reads.
 */
export function parsePlain(content: Uint8Array, file: string): Source | undefined {
  if (/\.json$/i.test(file)) return undefined;
  const { text, problem } = decodeBytes(content);
  const tree = text === undefined || problem ? undefined : parsePlainYaml(text);
  return text !== undefined && tree ? textSource(file, text, tree, []) : undefined;
}
