import { expect, test, vi } from 'vitest';
import { goodForm, makeWorld } from '../run-main.ts';

const requirePackage = vi.hoisted(() => vi.fn());
vi.mock('../../../src/package-files.ts', async (original) => ({
  ...(await original<object>()),
  requirePackage,
}));

test('render --to pdf says what to install where the engine lacks a library of the system', async () => {
  const notLoaded = Object.assign(new Error('The specified module could not be found.'), {
    code: 'ERR_DLOPEN_FAILED',
  });
  requirePackage.mockImplementation(() => {
    throw new Error('Failed to load native binding', { cause: [new Error('Cannot find module'), notLoaded] });
  });
  const { code, err } = await makeWorld({ 'a.yaml': goodForm }).run(['render', 'a.yaml', '--to', 'pdf']);
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('install the Microsoft Visual C++ Redistributable (x64)'),
  ]);
});

test('render --to pdf says what to install where the engine is missing, and writes nothing', async () => {
  requirePackage.mockImplementation(() => {
    throw new Error('Cannot find package');
  });
  const world = makeWorld({ 'a.yaml': goodForm });
  const { code, err, out } = await world.run(['render', 'a.yaml', '--to', 'docx,pdf']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('npm install @myriaddreamin/typst-ts-node-compiler @expo-google-fonts/tinos');
  expect(err).toContain('--pdf-engine libreoffice');
});
