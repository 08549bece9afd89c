import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startClient } from './client.ts';

const path = fileURLToPath(new URL('../../examples/bieu-so-2.yaml', import.meta.url));
const example = readFileSync(path, 'utf8');
const uri = new URL('../../examples/bieu-so-2.yaml', import.meta.url).href;
const program = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);

const start = () =>
  startClient({
    command: [program, '--stdio'],
    params: {
      capabilities: {
        textDocument: {
          hover: { contentFormat: ['markdown', 'plaintext'] },
          completion: { completionItem: { snippetSupport: true } },
        },
      },
    },
  });

/** Opens a text in the place of the example and waits for what the server finds. */
async function opened(text: string) {
  const client = await start();
  const sent = client.diagnostics(uri);
  await client.open(uri, text);
  const { diagnostics } = await sent;
  const lines = text.split('\n');
  const ask = (method: 'hover' | 'completion', within: string, offset: number) => {
    const line = lines.findIndex((one) => one.includes(within));
    const position = { line, character: (lines[line] ?? '').indexOf(within) + offset };
    return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
  };
  return { client, diagnostics, ask };
}

test('by the modeline alone a good form has no error, and its fields are explained in Vietnamese', async () => {
  const { client, diagnostics, ask } = await opened(example);
  expect(example).toContain('number: 1.10');
  expect(diagnostics).toEqual([]);
  for (const [key, meaning] of [
    ['unit:', 'Đơn vị báo cáo.'],
    ['number: 1.10', 'Số thứ tự như in trên biểu'],
    ['complexity: 4', 'Mức độ phức tạp của công việc, từ 1 (thấp nhất) đến 5 (cao nhất).'],
    ['title: Nghiên cứu', 'Tên mảng công việc.'],
  ] as const) {
    expect(JSON.stringify(await ask('hover', key, 1)), key).toContain(meaning);
  }
  expect(await client.close()).toEqual({ code: 0, stderr: '' });
});

test('by the modeline alone a bad level is an error at the level', async () => {
  const bad = example.replace('complexity: 4', 'complexity: 7');
  const { client, diagnostics } = await opened(bad);
  const line = bad.split('\n').findIndex((one) => one.includes('complexity: 7'));
  expect(diagnostics).toMatchObject([{ severity: 1, range: { start: { line, character: 24 } } }]);
  await client.close();
});

test('by the modeline alone missing keys and levels are offered', async () => {
  const keys = await opened(example.replace('            complexity: 4\n', '            \u0020\n'));
  const offered = await keys.ask('completion', '             ', 12);
  expect(offered).toMatchObject({
    items: [
      { label: 'complexity', textEdit: { newText: 'complexity: ' } },
      { label: 'unrated', documentation: expect.stringContaining('không xếp mức'), insertText: 'unrated: ' },
    ],
  });
  await keys.client.close();
  const levels = await opened(example.replace('complexity: 4\n', 'complexity: \n'));
  const { items } = (await levels.ask('completion', 'complexity: ', 12)) as { items: { label: string }[] };
  expect(items.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  await levels.client.close();
});
