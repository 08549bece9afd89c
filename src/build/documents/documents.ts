import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../../diagnostics/wording.ts';
import { cliPage } from './cli-page.ts';
import { documentParts } from './document-parts.ts';
import { rulesPage } from './rules-page.ts';

const root = new URL('../../../', import.meta.url);
const foldersOf = {
  en: { readme: 'README.md', pages: 'docs/' },
  vi: { readme: 'README.vi.md', pages: 'docs/vi/' },
};

/** The paths of all documents for users in one language, from the package's root, sorted by name. */
export function documentsIn(language: Language): string[] {
  const { readme, pages } = foldersOf[language];
  const names = readdirSync(new URL(pages, root)).filter((name) => name.endsWith('.md'));
  return [readme, ...names.sort().map((name) => pages + name)];
}

/** The documents of one language with their generated parts up to date, and the pages that are entirely generated. */
export async function filledDocuments(language: Language): Promise<Record<string, string>> {
  const parts = await documentParts(language);
  const { pages } = foldersOf[language];
  const whole = { [`${pages}cli.md`]: await cliPage(language), [`${pages}rules.md`]: rulesPage(language) };
  const filled = documentsIn(language).map((file) => [
    file,
    fillDocument(readFileSync(new URL(file, root), 'utf8'), parts),
  ]);
  return { ...Object.fromEntries(filled), ...whole };
}

/**
 * Updates the generated parts of a document: the text between `<!-- generated: name -->` and `<!-- /generated -->` is
 * replaced by the part of that name.
 *
 * @param text the whole document, in Markdown
 * @throws Error for a name that is not among `parts`
 */
function fillDocument(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(
    /(<!-- generated: ([^\n]+) -->\n).*?(<!-- \/generated -->)/gs,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`Unknown generated part “${name}”`);
      return start + part + end;
    },
  );
}
