import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished, test, vi } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { type PackageInfo, rulesPageUrl } from '../src/version.ts';

test.each([
  [undefined, undefined],
  ['git+https://github.com/office/bieu2.git', 'https://github.com/office/bieu2/blob/v1.2.3/docs/rules.md'],
  [{ url: 'https://github.com/office/bieu2' }, 'https://github.com/office/bieu2/blob/v1.2.3/docs/rules.md'],
  [
    { url: 'git+https://gitlab.com/state/office/bieu2.git' },
    'https://gitlab.com/state/office/bieu2/-/blob/v1.2.3/docs/rules.md',
  ],
  ['not an address', undefined],
])('the repository %o gives %s', (repository, url) => {
  expect(rulesPageUrl('en', { version: '1.2.3', ...(repository && { repository }) })).toBe(url);
});

test('the Vietnamese page is in its own folder', () => {
  const repository = 'https://github.com/office/bieu2';
  expect(rulesPageUrl('vi', { version: '1.2.3', repository })).toMatch(/\/docs\/vi\/rules\.md$/);
});

/** What runs write that may link to a rule, with a package.json of that content. */
async function written(description: PackageInfo) {
  vi.resetModules();
  vi.doMock('../package.json', () => ({ default: description }));
  onTestFinished(() => vi.doUnmock('../package.json'));
  const { badForm, makeWorld } = await import('./cli/run-main.ts');
  const { run } = makeWorld({ 'form.yaml': badForm });
  const out = async (...args: string[]) => (await run(args)).out;
  return {
    page: await out('explain', 'task-complexity'),
    vietnamese: await out('explain', 'merge-level', '--lang', 'vi'),
    finding: JSON.parse(await out('validate', 'form.yaml', '--format', 'json')).files[0].diagnostics[0],
    rules: JSON.parse(await out('validate', 'form.yaml', '--format', 'sarif')).runs[0].tool.driver.rules,
  };
}

it('links to nothing while package.json names no repository', async () => {
  const { page, vietnamese, finding, rules: inSarif } = await written({ version: '1.2.3' });
  expect(page + vietnamese).not.toContain('http');
  expect(finding).not.toHaveProperty('url');
  expect(inSarif).toHaveLength(rules.length);
  for (const rule of inSarif) expect(rule).not.toHaveProperty('helpUri');
});

it('links to the pages of the rules as soon as package.json names a repository', async () => {
  const repository = 'https://github.com/office/bieu2';
  const { page, vietnamese, finding, rules: inSarif } = await written({ version: '1.2.3', repository });
  const url = `${repository}/blob/v1.2.3/docs/rules.md`;
  expect(page.endsWith(`\n\n${url}#task-complexity\n`)).toBe(true);
  expect(vietnamese.endsWith(`\n\n${repository}/blob/v1.2.3/docs/vi/rules.md#merge-level\n`)).toBe(true);
  expect(finding.url).toBe(`${url}#task-complexity`);
  expect(inSarif.map(({ helpUri }: { helpUri: string }) => helpUri)).toEqual(
    rules.map(({ id }) => `${url}#${id}`),
  );
});

test.each(['docs/rules.md', 'docs/vi/rules.md'])('%s has a heading for every rule', (file) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
});
