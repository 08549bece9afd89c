/**
 * Makes the pictures of the documents, run by hand: `npm run pictures`. Needs LibreOffice, poppler-utils and Chromium. What a
 * rendered form looks like depends on the installed fonts, so no test compares the pictures.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Language } from '../diagnostics/wording.ts';
import { shippedLooks } from '../generated/shipped-looks.ts';
import { referenceLookName } from '../look/overlay.ts';
import { outputOf } from './output-of.ts';
import { terminalSvg } from './terminal-svg.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, 'docs/pictures');
const columns = 96;

/** What bieu2 prints to a terminal with that many columns. */
const bieu2 = (args: readonly string[], language: Language, cwd: string) =>
  outputOf([...args, '--lang', language, '--color'], cwd, { columns, isTTY: true });

const titles = { vi: 'Kết quả của lệnh', en: 'The output of' };

async function picturesOfReports() {
  const files = ['task-complexity', 'code-sequence', 'repeated-word'].map((name) => `${name}.yaml`);
  const args = ['validate', ...files];
  for (const language of ['vi', 'en'] as const) {
    const command = `bieu2 ${args.join(' ')}`;
    const output = `$ ${command}\n\n${await bieu2(args, language, join(root, 'examples/errors'))}`;
    const svg = terminalSvg(output, columns, `${titles[language]} ${command}`);
    writeFileSync(join(pictures, `validate-${language}.svg`), svg);
  }
}

/** The first page of the reference form in every look as LibreOffice lays it out: `form.png`, `form-ngang.png` … */
async function picturesOfForm() {
  const folder = mkdtempSync(join(tmpdir(), 'bieu2-pictures-'));
  try {
    copyFileSync(join(root, 'examples/bieu-so-2.yaml'), join(folder, 'form.yaml'));
    const names = Object.keys(shippedLooks).map((look) => ({
      look,
      name: look === referenceLookName ? 'form' : `form-${look}`,
    }));
    for (const { look, name } of names) {
      await bieu2(['render', 'form.yaml', '--template', look, '--output', `${name}.docx`], 'vi', folder);
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const documents = names.map(({ name }) => join(folder, `${name}.docx`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...documents]);
    for (const { name } of names) {
      const options = ['-png', '-gray', '-r', '80', '-singlefile'];
      execFileSync('pdftoppm', [...options, join(folder, `${name}.pdf`), join(pictures, name)]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The preview of the reference form as originally submitted, with its findings beside it. */
async function pictureOfPreview() {
  const [url, end] = await new Promise<[url: string, end: () => void]>((resolve) => {
    const args = ['preview', 'as-filed.yaml', '--lang', 'vi'];
    void outputOf(args, join(root, 'examples/errors'), { columns }, (text, interrupt) => {
      const [address] = /http:\S+(?=\s)/.exec(text) ?? [];
      if (address !== undefined) resolve([address, interrupt]);
    });
  });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
  await page.goto(url);
  await page.locator('iframe.shown').waitFor();
  await page.locator('#findings a').first().click();
  await page.screenshot({ path: join(pictures, 'preview.png') });
  await browser.close();
  end();
}

mkdirSync(pictures, { recursive: true });
await picturesOfReports();
await picturesOfForm();
await pictureOfPreview();
