import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Path } from '../diagnostics/finding.ts';
import { showValue } from '../diagnostics/plain-value.ts';
import type { Section, Task } from '../form/form.ts';
import { countNumbers } from '../form/numbers.ts';
import { groupTitleOf } from '../form/own-wording.ts';
import { sectionsOf } from '../form/walk-form.ts';
import type { Analysis } from './analysis.ts';

/** The outline of a form: its groups, in them positions, areas and tasks, each with its number. */
export function documentSymbols({ inspection: { form }, source, rangeOf }: Analysis): DocumentSymbol[] {
  if (!form) return [];
  const numbers = countNumbers(form);
  const symbol = (
    path: Path,
    number: string,
    title: string,
    kind: SymbolKind,
    children: DocumentSymbol[] = [],
  ): DocumentSymbol[] => {
    const node = source.find?.(path);
    if (!node) return [];
    const [start, end] = [node.key?.[0] ?? node.value[0], node.value[1]];
    const trimmedEnd = start + (source.text ?? '').slice(start, end).trimEnd().length;
    const range = rangeOf([start, trimmedEnd]);
    // An alias is not at the place of its anchor, so it is left out of the outline.
    if (end < start) return [];
    const selection = node.key ?? [start, Math.min(trimmedEnd, endOfLine(source.text ?? '', start))];
    const name = [number, showValue(title)].filter((part) => part !== '').join(' ') || '…';
    return [{ name, kind, range, selectionRange: rangeOf(selection), children }];
  };
  const numberOf = (item: Section | Task) => item.number?.value || (numbers.get(item) ?? '');
  const ofTask = (task: Task) => symbol(task.path, numberOf(task), task.text?.value ?? '', SymbolKind.String);
  return form.groups.flatMap((group) =>
    symbol(group.path, `${group.key}.`, groupTitleOf(group), SymbolKind.Namespace, [
      ...sectionsOf(group).flatMap((section) =>
        symbol(
          section.path,
          numberOf(section),
          section.title?.value ?? '',
          SymbolKind.Class,
          section.tasks.flatMap(ofTask),
        ),
      ),
      ...group.tasks.flatMap(ofTask),
    ]),
  );
}

/** The same outline for clients that know no hierarchy: each symbol names the one that contains it. */
export const flatSymbols = (
  symbols: DocumentSymbol[],
  uri: string,
  containerName = '',
): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);

function endOfLine(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}
