import { expect, test } from 'vitest';
import { answerAtOnce } from '../../src/cli/at-once.ts';
import { makeWorld } from './run-main.ts';

const io = (columns: number) => ({ stdout: { write() {}, columns }, env: { BIEU2_LANG: 'en' } });

test.each(['--version', '-V', '--help', '-h'])('%s is answered as main does', async (word) => {
  for (const lang of ['vi', 'en']) {
    const env = { BIEU2_LANG: lang };
    const { out } = await makeWorld().run([word], { env });
    expect(answerAtOnce([word], { ...io(80), env })).toBe(out);
  }
});

test.each(['', 'validate', '--help validate', '--version --lang vi', '--'])(
  'what asks for more is left to main: %j',
  (words) => expect(answerAtOnce(words.split(' '), io(80))).toBeUndefined(),
);

test('a help of another width is left to main', () => {
  expect(answerAtOnce(['--help'], io(81))).toBeUndefined();
});
