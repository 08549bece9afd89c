import { expect, test, vi } from 'vitest';
import { goodForm, makeWorld } from '../run-main.ts';

vi.mock('../../../src/package-files.ts', async (original) => ({
  ...(await original<object>()),
  requirePackage: () => {
    throw new Error('Cannot find package');
  },
}));

test('render --to pdf says what to install where the engine is missing, and writes nothing', async () => {
  const world = makeWorld({ 'a.yaml': goodForm });
  const { code, err, out } = await world.run(['render', 'a.yaml', '--to', 'docx,pdf']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('npm install @myriaddreamin/typst-ts-node-compiler @expo-google-fonts/tinos');
  expect(err).toContain('--pdf-engine libreoffice');
});
