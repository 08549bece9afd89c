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
    assert.deepEqual(short.find?.(path), full.find?.(path), path.join('/'));
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

/** Every construct that the short way takes, close together. */
export const plainConstructs = [
  `a:
  - b: 1
    c: |
      x

      y
  - d
  -
    e: "q"
  - f:
    - 1.10
    - g
b: |-
  z
c:
d: 's' # k
# l
e: -5
`,
  `---
# a
"a": "x\\n\\u0111 \\
  y

  z"
'b' : 'it''s
  so'
c: t
  u

  v # w
d:
  "e"
f:
  # g
  - h
    i
  - 'j'
...
# k
`,
  `a: >
  b
  c

   d
  e
b: >-2

   f
  g
c: |+ # h
  i


d: |1-
  j
  - k
`,
  `a: [b, "c", 'd''e', 1.10, ] # f
b:
  - {g: h i, "j": k:l, m: [n, []]}
  - { # o
      p: "q
      r",
      # s
      t:
        u,
    }
c: {
  v: w
}
d: []
e: [x y
  z, {f:
    g # h

  }, i

  j]
`,
  `{
  "a": "b", # c
  d: [e
    f]
}
`,
];
