import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../src/cli/io/language.ts';

test.each<[string, string[], Record<string, string>]>([
  ['vi', [], {}],
  ['en', ['--lang', 'en'], {}],
  ['en', ['validate', '--lang=en', 'x'], { BIEU2_LANG: 'vi', LANG: 'vi_VN' }],
  ['vi', ['--lang', 'en', '--lang', 'vi'], {}],
  ['vi', ['validate', '--', '--lang', 'en'], {}],
  ['vi', ['--lang'], {}],
  ['en', ['--lang', 'fr'], { BIEU2_LANG: 'en' }],
  ['en', [], { BIEU2_LANG: 'en' }],
  ['vi', [], { BIEU2_LANG: 'vi', LC_ALL: 'en_US.UTF-8' }],
  ['en', [], { LC_ALL: 'en_US.UTF-8' }],
  ['en', [], { LC_MESSAGES: 'en_GB' }],
  ['en', [], { LANG: 'en-AU' }],
  ['en', [], { LC_ALL: '', LANG: 'en' }],
  ['vi', [], { LC_ALL: 'vi_VN.UTF-8', LANG: 'en_US.UTF-8' }],
  ['vi', [], { LC_ALL: 'C', LANG: 'en_US.UTF-8' }],
  ['vi', [], { LANG: 'C.UTF-8' }],
  ['vi', [], { LANG: 'POSIX' }],
  ['vi', [], { LANG: 'de_DE.UTF-8' }],
  ['vi', [], { LANG: 'eng' }],
])('%s: %j %j', (language, args, env) => {
  expect(chooseLanguage(args, env)).toBe(language);
});
