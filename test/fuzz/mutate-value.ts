import { Document } from 'yaml';
import { scalarPieces, unicodeTraps } from './pieces.ts';
import type { Random } from './random.ts';

type Tree = Record<string, unknown> | unknown[];

/** Changes a value in one to five places: keys and items go, move, repeat, wrap or become something else. */
export function mutateValue(value: unknown, random: Random): unknown {
  const mutated = structuredClone({ root: value });
  for (let count = random.between(1, 5); count > 0; count--) {
    const trees = treesIn(mutated);
    const tree = random.pick(trees);
    const keys = Object.keys(tree);
    if (keys.length === 0) continue;
    change(tree, random.pick(keys), random, trees);
  }
  return mutated.root;
}

/** A value as text: JSON, or YAML in one of its styles. */
export function writeValue(value: unknown, random: Random, format: 'yaml' | 'json'): string {
  if (format === 'json' || random.oneIn(6))
    return JSON.stringify(value, null, random.pick([0, 2, '\t'])) ?? '';
  return new Document(value, { aliasDuplicateObjects: false }).toString({
    indent: random.between(1, 5),
    indentSeq: random.oneIn(2),
    lineWidth: random.pick([0, 30, 80]),
    minContentWidth: 5,
    collectionStyle: random.pick(['any', 'block', 'block', 'flow']),
    defaultKeyType: random.pick(['PLAIN', 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE']),
    defaultStringType: random.pick([
      'PLAIN',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'BLOCK_LITERAL',
      'BLOCK_FOLDED',
    ]),
  });
}

function treesIn(value: unknown): Tree[] {
  if (!isTree(value)) return [];
  return [value, ...Object.values(value).flatMap(treesIn)];
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function change(tree: Tree, key: string, random: Random, trees: readonly Tree[]): void {
  const old: unknown = Reflect.get(tree, key);
  const set = (value: unknown) => Reflect.set(tree, key, value);
  switch (random.below(9)) {
    case 0:
      if (Array.isArray(tree)) tree.splice(Number(key), 1);
      else delete tree[key];
      break;
    case 1:
      if (Array.isArray(tree)) tree.splice(random.below(tree.length), 0, structuredClone(old));
      else
        tree[random.pick(['', '$schema', 'title', 'tasks', 'areas', 'IV', 'unrated', key.toUpperCase()])] =
          structuredClone(old);
      break;
    case 2:
      set([old]);
      break;
    case 3:
      set({ [random.pick(['text', 'title', 'tasks', 'x', key])]: old });
      break;
    case 4:
      set(isTree(old) ? random.pick([null, [], {}, '', 'x']) : structuredClone(random.pick(trees)));
      break;
    case 5:
      set(random.pick([...scalarPieces, ...unicodeTraps, 0, 1.5, -1, 6, 1e21, true, null]));
      break;
    case 6:
      set(
        typeof old === 'string'
          ? withTrap(old, random)
          : structuredClone(Object.values(random.pick(trees))[0] ?? null),
      );
      break;
    case 7:
      if (!Array.isArray(tree)) {
        delete tree[key];
        tree[withTrap(key, random)] = old;
      }
      break;
    default:
      if (typeof old === 'string')
        set(
          random.pick([old.normalize('NFD'), `${old}\n${old}`, `1.1.1. ${old}`, old.repeat(20), `- ${old}`]),
        );
  }
}

function withTrap(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return (
    text.slice(0, at) +
    random.pick([...unicodeTraps, '\n', '  ', ',', ' #', ': ']) +
    text.slice(at + random.below(2))
  );
}
