import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { badForm, goodForm, makeWorld, type World } from '../cli/run-main.ts';
import { chromiumIsMissing, launchChromium } from '../html/chromium.ts';
import { startPreview } from './start-preview.ts';

const because = chromiumIsMissing ? ` (skipped: ${chromiumIsMissing})` : '';
const reference = readFileSync(new URL('../../examples/bieu-so-2.yaml', import.meta.url), 'utf8');

describe.skipIf(chromiumIsMissing)(`the preview in Chromium${because}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function open(world: World, args: readonly string[] = []) {
    const preview = await startPreview(world, ['a.yaml', ...args]);
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(preview.url);
    await page.locator('iframe.shown').waitFor();
    return { page, problems, requests, ...preview };
  }

  const formOf = (page: Page) => page.frameLocator('iframe.shown');
  const scrollY = (page: Page) =>
    page.evaluate('document.querySelector("iframe.shown").contentWindow.scrollY');
  const save = (world: World, content: string) => {
    writeFileSync(world.path('.a.yaml.new'), content);
    renameSync(world.path('.a.yaml.new'), world.path('a.yaml'));
  };

  test('shows the form, follows a save at once, and stays where it was scrolled to', async () => {
    const world = makeWorld({ 'a.yaml': reference });
    const { page, problems, requests, url } = await open(world);
    await page.evaluate('document.querySelector("iframe.shown").contentWindow.scrollTo(0, 700)');
    save(world, reference.replace(/^unit:.*$/m, 'unit: PHÒNG MỚI'));
    await formOf(page).getByText('PHÒNG MỚI').waitFor({ state: 'attached' });
    expect(await scrollY(page)).toBe(700);
    expect(await page.locator('iframe').count()).toBe(1);
    expect(problems).toEqual([]);
    // The icon is a “data:” of its own.
    expect(requests.filter((one) => !one.startsWith(url) && !one.startsWith('data:'))).toEqual([]);
  });

  test('lists the findings, leads to row and line, and explains the rule', async () => {
    const world = makeWorld({ 'a.yaml': badForm });
    const { page } = await open(world);
    const item = page.locator('#findings li');
    await expect.poll(() => item.count()).toBe(1);
    expect(await page.locator('#summary').textContent()).toBe('1 error');
    await item.locator('a').click();
    const marked = formOf(page).locator('tr[style*=outline]');
    expect(await marked.textContent()).toContain('Xây dựng kế hoạch công tác');
    await item.locator('.place').click();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/^a\.yaml:\d+:\d+$/);
    const line = Number((await item.locator('.place').textContent())?.split(':')[0]);
    expect(badForm.split('\n')[line - 1]).toContain('Xây dựng kế hoạch công tác');
    await item.locator('.rule').click();
    expect(await page.locator('dialog[open]').textContent()).toContain('task-complexity');
    await page.keyboard.press('Escape');
    save(world, goodForm);
    await expect.poll(() => page.locator('#summary').textContent()).toBe('No findings');
    expect(await item.count()).toBe(0);
  });

  test('errors come first, with their places marked in the source and coloured on the paper, on the screen alone', async () => {
    const faulty = `${goodForm.replace('PHÒNG TỔ', 'PHÒNG  TỔ').replace('complexity: 4', 'complexity: 6')}`;
    const world = makeWorld({ 'a.yaml': faulty.replace('Tiếp nhận', 'Tiếp  nhận') });
    const { page, problems } = await open(world);
    const items = page.locator('#findings li');
    await expect.poll(() => items.count()).toBe(3);
    expect(await items.first().getAttribute('class')).toBe('error');
    expect(await items.locator('mark').allTextContents()).toEqual(['6', '  ', '  ']);
    const found = formOf(page).locator('[data-found]');
    await expect.poll(() => found.count()).toBe(3);
    expect(await found.nth(0).textContent()).toBe('Đơn vị báo cáo: PHÒNG  TỔ CHỨC');
    expect(await found.nth(1).getAttribute('title')).toMatch(/^Error: task 2\.1 .*6/);
    const colours = (): Promise<string[]> =>
      page.evaluate(
        `[...document.querySelector('iframe.shown').contentDocument.querySelectorAll('[data-found]')].map(
          (part) => getComputedStyle(part.children[2] ?? part).backgroundColor)`,
      );
    const [unit, error, warning] = await colours();
    expect([unit, new Set([error, warning, 'rgba(0, 0, 0, 0)']).size]).toEqual([warning, 3]);
    await page.emulateMedia({ media: 'print' });
    expect(new Set(await colours()).size).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    save(world, goodForm);
    await expect.poll(() => items.count()).toBe(0);
    await expect.poll(() => found.count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('keeps the last form that could be read while the file is broken or gone', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const { page } = await open(world, ['--lang', 'vi']);
    const notice = page.locator('#notice');
    save(world, goodForm.replace('unit: PHÒNG TỔ CHỨC', 'unit: "PHÒNG TỔ CHỨC'));
    await expect.poll(() => notice.textContent()).toContain('bản đọc được gần nhất');
    expect(await page.locator('#findings li').count()).toBeGreaterThan(0);
    expect(await formOf(page).locator('body').textContent()).toContain('PHÒNG TỔ CHỨC');
    rmSync(world.path('a.yaml'));
    await expect.poll(() => notice.textContent()).toContain('không có tệp');
    expect(await formOf(page).locator('body').textContent()).toContain('PHÒNG TỔ CHỨC');
    save(world, goodForm.replace('PHÒNG TỔ CHỨC', 'PHÒNG TRỞ LẠI'));
    await formOf(page).getByText('PHÒNG TRỞ LẠI').waitFor();
    expect(await notice.isVisible()).toBe(false);
  });

  test('waits for a form that cannot be read from the beginning', async () => {
    const world = makeWorld({ 'a.yaml': 'form: "bieu' });
    const preview = await startPreview(world, ['a.yaml']);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(preview.url);
    await expect.poll(() => page.locator('#notice').textContent()).toBe('There is nothing to show yet');
    save(world, goodForm);
    await formOf(page).getByText('PHÒNG TỔ CHỨC').waitFor();
  });

  test('lets no text of the form act', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>document.title = "x"</script>';
    const world = makeWorld({
      'a.yaml': `${goodForm}${JSON.stringify(evil)}: 1\n`.replace('PHÒNG TỔ CHỨC', `'${evil}'`),
    });
    const { page, problems } = await open(world);
    expect(await page.title()).toBe('Preview: a.yaml');
    expect(await formOf(page).locator('.unit-name').textContent()).toBe(evil);
    expect(await page.locator('#findings').textContent()).toContain('onerror=alert(1)');
    expect(await page.locator('#findings img').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('says that it has ended', async () => {
    const { page, stop } = await open(makeWorld({ 'a.yaml': goodForm }));
    expect((await stop()).code).toBe(0);
    await expect.poll(() => page.locator('#notice').textContent()).toContain('was ended');
  });
});
