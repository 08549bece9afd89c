import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../src/build/generated-files.ts';

const generated = Object.entries(await generatedFiles());

describe('what is generated is committed as `npm run generate` writes it', () => {
  it.each(generated)('%s', (file, content) => {
    const committed = readFileSync(new URL(`../${file}`, import.meta.url));
    if (typeof content === 'string') expect(committed.toString()).toBe(content);
    else expect(committed.equals(content)).toBe(true);
  });

  it('is the same on every run', async () => {
    const again = await generatedFiles();
    expect(Object.keys(again)).toEqual(generated.map(([file]) => file));
    for (const [file, content] of generated)
      expect(Buffer.from(again[file] ?? '')).toEqual(Buffer.from(content));
  });
});
