import { expect, test } from 'vitest';
import { whyNotOnWindows, withoutLongForm } from '../../../src/cli/io/windows-names.ts';

test.each([
  [String.raw`\\?\C:\a.yaml`, String.raw`C:\a.yaml`],
  [String.raw`\\.\c:\a.yaml`, String.raw`c:\a.yaml`],
  ['//?/C:/a.yaml', 'C:/a.yaml'],
  [String.raw`\\?\UNC\server\share\*.yaml`, String.raw`\\server\share\*.yaml`],
  [String.raw`--format=json=\\?\C:\a.json`, String.raw`--format=json=C:\a.json`],
  [String.raw`\\?\Volume{1b}\a.yaml`, String.raw`\\?\Volume{1b}\a.yaml`],
  [String.raw`\\.\pipe\a`, String.raw`\\.\pipe\a`],
  [String.raw`C:\a.yaml`, String.raw`C:\a.yaml`],
])('the word %s reaches the program on Windows as %s', (word, expected) => {
  expect(withoutLongForm(word, 'win32')).toBe(expected);
  expect(withoutLongForm(word, 'linux')).toBe(word);
});

test.each([
  ['con.docx', /^“con” is the name of a device of Windows/],
  ['CON', /^“CON” is/],
  ['nul .tar.gz', /^“nul” is/],
  ['com1.yaml', /^“com1” is/],
  ['LPT².yaml', /^“LPT²” is/],
  [String.raw`aux\a.yaml`, /^“aux” is/],
  ['a.docx.', /cannot end with a space or a dot/],
  ['a.docx ', /cannot end with a space or a dot/],
  ['a ./b.docx', /cannot end with a space or a dot/],
  ['a:b.docx', /cannot have the character :/],
  ['a?.docx', /cannot have the character \?/],
  [`${'x'.repeat(256)}`, /too long/],
  ['conference.docx', undefined],
  ['com10.docx', undefined],
  ['.con.docx', undefined],
  [`${'x'.repeat(255)}`, undefined],
  ['Biểu số 2 (1).docx', undefined],
])('whether Windows has a file named %s', (name, reason) => {
  for (const folder of ['C:\\forms\\', '\\\\server\\share\\']) {
    const said = whyNotOnWindows(folder + name, 'win32')?.en;
    expect(said).toEqual(reason && expect.stringMatching(reason));
  }
  expect(whyNotOnWindows(`/forms/${name}`, 'linux')).toBeUndefined();
});

test('devices that are meant as such are not refused', () => {
  expect(whyNotOnWindows('\\\\.\\nul', 'win32')).toBeUndefined();
});
