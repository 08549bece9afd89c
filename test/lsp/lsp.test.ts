import { expect, test } from 'vitest';
import { badForm } from '../cli/run-main.ts';
import { startClient } from './client.ts';

const uri = 'file:///form.yaml';

test('tells what validate tells, and ends well', async () => {
  const client = await startClient({ params: { locale: 'en' } });
  const sent = client.diagnostics(uri);
  await client.open(uri, badForm);
  const { diagnostics } = await sent;
  expect(diagnostics).toMatchObject([{ code: 'task-complexity', severity: 1, source: 'bieu2' }]);
  expect(await client.close()).toEqual({ code: 0, stderr: '' });
});
