/**
 * Updates the generated parts of a document: the text between `<!-- generated: name -->` and `<!-- /generated -->` is
 * replaced by the part of that name.
 *
 * @param text the whole document, in Markdown
 * @throws Error for a name that is not among `parts`
 */
export function fillDocument(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(
    /(<!-- generated: ([^\n]+) -->\n).*?(<!-- \/generated -->)/gs,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`Unknown generated part “${name}”`);
      return start + part + end;
    },
  );
}
