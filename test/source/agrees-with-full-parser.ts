import assert from 'node:assert/strict';
import type { Path } from '../../src/diagnostics/finding.ts';
import { textSource } from '../../src/source/text-source.ts';
import { parseYaml } from '../../src/source/yaml/parse-yaml.ts';
import { parsePlainYaml } from '../../src/source/yaml/plain/parse-plain-yaml.ts';

/**
 * Whether the short way took the text.
 *
 * @throws AssertionError where it did and value, places or source texts are not the full parser's
 */
export function agreesWithFullParser(text: string): boolean {
  const plain = parsePlainYaml(text);
  if (!plain) return false;
  const { tree, problems } = parseYaml(text);
  assert.deepEqual(problems, [], 'the full parser has no problem, either');
  assert.equal(JSON.stringify(plain.value), JSON.stringify(tree?.value));
  const short = textSource('form.yaml', text, plain, []);
  const full = textSource('form.yaml', text, tree, []);
  for (const path of pathsOf(plain.value)) {
    assert.equal(short.scalarText(path), full.scalarText(path), path.join('/'));
    for (const at of ['key', 'value'] as const) {
      assert.deepEqual(short.locate({ path, at }), full.locate({ path, at }), path.join('/'));
    }
  }
  return true;
}

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
