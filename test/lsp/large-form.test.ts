import { expect, test } from 'vitest';
import { formWithTasks } from '../good-form.ts';
import { startClient } from './client.ts';

/** Group II has 5,000 tasks, with levels from 1 to 5. */
const largeForm = () =>
  formWithTasks(
    Array.from({ length: 5000 }, (_, index) => [
      `Soạn thảo văn bản về công tác tổ chức, cán bộ (${index + 1})`,
      (index % 5) + 1,
    ]),
  );

test('the built server follows edits of 5,000 tasks', async () => {
  const uri = 'file:///large.yaml';
  const client = await startClient({ env: { BIEU2_LANG: 'en' } });
  const first = client.diagnostics(uri);
  await client.open(uri, largeForm());
  expect((await first).diagnostics.map(({ code }) => code)).not.toContain('task-complexity');
  // The level of the first task goes wrong and comes right.
  for (let version = 2; version < 12; version++) {
    const sent = client.diagnostics(uri);
    const isOdd = version % 2 === 1;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line: 12, character: 20 }, end: { line: 12, character: 21 } },
          text: isOdd ? '1' : '7',
        },
      ],
    });
    const { diagnostics, version: seen } = await sent;
    expect(seen).toBe(version);
    expect(diagnostics.filter(({ code }) => code === 'task-complexity')).toHaveLength(isOdd ? 0 : 1);
  }
  expect(await client.close()).toEqual({ code: 0, stderr: '' });
});
