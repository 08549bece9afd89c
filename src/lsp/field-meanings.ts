import type { Path } from '../diagnostics/finding.ts';
import { isMap, type PlainMap } from '../diagnostics/plain-map.ts';
import type { Language } from '../diagnostics/wording.ts';
import { englishMeanings } from './english-meanings.ts';

/**
 * The description of a field, for hovers; in Vietnamese it comes from the schema.
 *
 * @param path of the key; items of lists have no meaning of their own
 */
export function fieldMeaning(schema: unknown, path: Path, language: Language): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  if (language === 'en') return englishMeanings[mapKind(path.slice(0, -1))]?.[key];
  return meaningIn(schema, path);
}

/** The kind of map at a path. */
function mapKind(path: Path): string {
  const parent = path.at(-2);
  if (path.length === 0) return 'form';
  if (path[0] === 'signatures') return path.length === 1 ? 'signatures' : 'signatory';
  if (path[0] === 'groups' && path.length < 3) return path.length === 1 ? 'groups' : 'group';
  return parent === 'positions' ? 'position' : parent === 'areas' ? 'area' : 'task';
}

function meaningIn(schema: unknown, path: Path): string | undefined {
  let nodes: readonly unknown[] = [schema];
  for (const step of path) {
    nodes = nodes.flatMap((node) => expanded(schema, node)).flatMap((node) => below(node, step));
  }
  for (const node of nodes.flatMap((one) => expanded(schema, one))) {
    if (typeof node.description === 'string') return node.description;
  }
  return undefined;
}

/** A schema and all those that apply together with it. */
function expanded(root: unknown, node: unknown): PlainMap[] {
  if (!isMap(node)) return [];
  const parts = [node.allOf, node.anyOf, node.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const reference = typeof node.$ref === 'string' ? [definition(root, node.$ref)] : [];
  return [node, ...[...reference, ...parts].flatMap((part) => expanded(root, part))];
}

function definition(root: unknown, reference: string): unknown {
  const definitions = isMap(root) && isMap(root.definitions) ? root.definitions : {};
  return definitions[reference.slice('#/definitions/'.length)];
}

function below({ items, properties, additionalProperties }: PlainMap, step: string | number): unknown[] {
  if (typeof step === 'number') return [items];
  return [(isMap(properties) ? properties[step] : undefined) ?? additionalProperties];
}
