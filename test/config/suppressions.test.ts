import { describe, expect, it, test } from 'vitest';
import { parseText } from '../../src/source/parse-text.ts';
import { type ValidateOptions, validateSource } from '../../src/validate.ts';

/** Findings as `line:column rule/message`. */
function check(text: string, options: ValidateOptions = {}): string[] {
  const { report } = validateSource(parseText(text, 'form.yaml'), { language: 'en', ...options });
  return report.diagnostics.map(({ place, rule, messageId }) => {
    const at = place.kind === 'text' ? `${place.start.line}:${place.start.column}` : '';
    return `${at} ${rule}/${messageId}`;
  });
}

/** A form whose group III holds the given tasks from line 9 on; `top` stands above it all. */
const formWith = (tasks: string, top = '') =>
  `${top}form: bieu-so-2\nversion: 1\nunit: A\ngroups:\n  I: { tasks: [Lãnh đạo] }\n  II: { tasks: [{ text: Z, complexity: 3 }] }\n  III:\n    tasks:\n${tasks.replace(/^(?=.)/gm, '      ')}`;
const slip = '- text: của của\n  complexity: 3\n';

test.each([
  ['nothing silenced', slip, ['9:15 repeated-word/repeated']],
  ['the next line', `# bieu2-disable-next-line repeated-word -- tên riêng\n${slip}`, []],
  ['a dash made of two hyphens', `# bieu2-disable-next-line repeated-word – tên riêng\n${slip}`, []],
  ['over another comment', `# bieu2-disable-next-line repeated-word -- tên\n# xem lại\n\n${slip}`, []],
  ['the line itself', '- text: của của # bieu2-disable-line repeated-word -- tên\n  complexity: 3\n', []],
  [
    'several rules',
    '# bieu2-disable-next-line repeated-word, spacing -- tên\n- text: của  của,a\n  complexity: 3\n',
    [],
  ],
  [
    'the whole of a text that begins there',
    '# bieu2-disable-next-line repeated-word -- tên\n- text: |\n    một\n    của của\n  complexity: 3\n',
    [],
  ],
  ['a task as a whole', '# bieu2-disable-next-line task-complexity -- chờ\n- text: B\n', []],
  [
    'not the line after',
    `# bieu2-disable-next-line repeated-word -- tên\n- text: B\n  complexity: 3\n${slip}`,
    ['9:33 suppression/unused', '12:15 repeated-word/repeated'],
  ],
  ['no reason', `# bieu2-disable-next-line repeated-word\n${slip}`, ['9:7 suppression/no-reason']],
  ['an empty reason', `# bieu2-disable-next-line repeated-word --\n${slip}`, ['9:7 suppression/no-reason']],
  [
    'no rule',
    `# bieu2-disable-next-line -- tên\n${slip}`,
    ['9:7 suppression/no-rule', '10:15 repeated-word/repeated'],
  ],
  [
    'an unknown rule',
    `# bieu2-disable-next-line repeated-words -- tên\n${slip}`,
    ['9:33 suppression/unknown-rule', '10:15 repeated-word/repeated'],
  ],
  [
    'an unknown kind',
    `# bieu2-disable-nextline repeated-word -- tên\n${slip}`,
    ['9:7 suppression/unknown-kind', '10:15 repeated-word/repeated'],
  ],
  [
    'the whole file, not at its top',
    `# bieu2-disable repeated-word -- tên\n${slip}`,
    ['9:7 suppression/misplaced', '10:15 repeated-word/repeated'],
  ],
  [
    'what cannot be silenced',
    '# bieu2-disable-next-line form-shape -- tên\n- text: B\n  complexity: 3\n  ghichu: a\n',
    ['9:33 suppression/not-allowed', '12:9 form-shape/unknown-key'],
  ],
  [
    'itself',
    `# bieu2-disable-next-line suppression -- tên\n${slip}`,
    ['9:33 suppression/not-allowed', '10:15 repeated-word/repeated'],
  ],
  [
    'a text that speaks of it',
    '- text: |\n    ghi # bieu2-disable-line spacing\n    # bieu2-disable-next-line spacing\n  complexity: 3\n',
    [],
  ],
])('%s', (_, tasks, expected) => {
  expect(check(formWith(tasks))).toEqual(expected);
});

describe('for the whole file', () => {
  it('silences a rule everywhere, from above the first key', () => {
    const top =
      '# yaml-language-server: $schema=form.schema.json\n\n# bieu2-disable repeated-word -- theo mẫu cũ\n';
    expect(check(formWith(slip + slip.replace('của của', 'các các'), top))).toEqual([]);
  });

  it('is found when it is not needed', () => {
    expect(check(formWith('- text: B\n  complexity: 2\n', '# bieu2-disable spacing -- cũ\n'))).toEqual([
      '1:17 suppression/unused',
    ]);
  });
});

it('says nothing of comments for rules that do not run', () => {
  const text = formWith(
    '# bieu2-disable-next-line spacing, office-schema -- cũ\n- text: B\n  complexity: 2\n',
  );
  expect(check(text, { severities: { spacing: 'off' } })).toEqual([]);
  expect(check(text)).toEqual(['9:33 suppression/unused']);
  expect(check(text, { severities: { suppression: 'off' } })).toEqual([]);
});

it('keeps to lines with Windows line endings', () => {
  const text = formWith(`# bieu2-disable-next-line repeated-word -- tên\n${slip}`);
  expect(check(text.replaceAll('\n', '\r\n'))).toEqual([]);
});
