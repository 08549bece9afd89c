import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { summaryHtml } from '../../src/summary/summary-html.ts';
import { chromiumIsMissing, launchChromium } from '../html/chromium.ts';
import { sampleFacts, summaryOf } from './summary-forms.ts';

const because = chromiumIsMissing ? ` (skipped: ${chromiumIsMissing})` : '';
const html = summaryHtml(summaryOf(sampleFacts()), { language: 'vi', all: false });

describe.skipIf(chromiumIsMissing)(`the page of a summary in Chromium${because}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function open(javaScriptEnabled = true) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => problems.push(request.url()));
    await page.setContent(html);
    const units = page.locator('section', { has: page.locator('.legend') });
    const names = async () =>
      (await units.locator('tbody tr:visible th').allTextContents()).map((text) =>
        text.replace(/bieu-.*/, ''),
      );
    return { page, problems, units, names };
  }

  test('sorts by what is clicked, and the other way round', async () => {
    const { problems, units, names } = await open();
    const tasks = units.getByRole('button', { name: 'Số công việc' });
    await tasks.click();
    expect((await names())[0]).toBe('PHÒNG HAI');
    await tasks.click();
    expect((await names())[0]).toBe('PHÒNG THIẾU');
    expect(await units.locator('[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await units.getByRole('button', { name: 'Đơn vị' }).click();
    expect((await names()).slice(0, 3)).toEqual(['(không ghi đơn vị)', 'PHÒNG BA', 'PHÒNG BỐN']);
    expect(problems).toEqual([]);
  });

  test('filters by words without their marks, by files, and by errors', async () => {
    const { units, names } = await open();
    await units.getByLabel('Lọc').fill('phong mot');
    expect(await names()).toEqual(['PHÒNG MỘT (TỈNH ỦY A)', 'PHÒNG MỘT (TỈNH ỦY B)']);
    expect(await units.locator('output').textContent()).toBe('2 / 11 dòng');
    await units.getByLabel('Lọc').fill('bieu-9.yaml');
    expect(await names()).toEqual(['PHÒNG HAI']);
    await units.getByLabel('Lọc').fill('');
    await units.getByLabel('Chỉ dòng có lỗi').check();
    expect(await names()).toEqual(['PHÒNG QUÊN', 'PHÒNG THIẾU']);
  });

  test('shows everything without its script, and no controls', async () => {
    const { page, names } = await open(false);
    expect(await names()).toHaveLength(11);
    expect(await page.locator('input, button').count()).toBe(0);
  });
});
