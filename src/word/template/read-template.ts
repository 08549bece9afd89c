import { propertiesPart } from '../package/content-hash.ts';
import { openPackage } from '../package/open-package.ts';
import {
  contentTypesPart,
  corePart,
  documentContentTypes,
  documentRelations,
  namedParts,
  relationsPart,
} from '../package/package-parts.ts';
import { parseXml, type XmlElement } from '../package/parse-xml.ts';
import { encodingOf } from '../package/xml-decoder.ts';
import { compileCut } from './compile-cut.ts';
import { compilePart } from './compile-part.ts';
import { compileProperties } from './compile-properties.ts';
import { compileRows } from './compile-rows.ts';
import type { Token } from './find-tokens.ts';
import { isRowTag, own, rowPlaceholders, sheetPlaceholders } from './placeholders.ts';
import type { Segment, Segments } from './segment.ts';
import type { Template } from './template.ts';
import { type TemplateProblem, templateProblem } from './template-problem.ts';
import { unwrapControls } from './unwrap-controls.ts';

export type { Template };

export type ReadTemplate =
  | { readonly template: Template; readonly problems?: never }
  | { readonly template?: never; readonly problems: readonly TemplateProblem[] };

/** Reads the bytes of a Word file as a template, or gives all that keeps it from being one. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  const { parts, refusal } = openPackage(bytes);
  if (!parts) return { problems: [templateProblem.noWordFile(refusal)] };
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const { document: name, margins } = namedParts(text(contentTypesPart));
  if (name === undefined || !parts.has(name)) return { problems: [templateProblem.noDocument()] };

  const read = new Map<string, { readonly source: string; readonly root: XmlElement }>();
  const damaged: TemplateProblem[] = [];
  const named = [name, ...margins.filter((margin) => parts.has(margin))];
  for (const part of named) {
    try {
      read.set(part, unwrapControls(text(part)));
    } catch {
      damaged.push(templateProblem.damagedPart(part));
    }
  }
  for (const [part, bytes] of parts) {
    if (/\.(?:xml|rels)$/.test(part) && !named.includes(part) && !isXml(bytes)) {
      damaged.push(templateProblem.damagedPart(part));
    }
  }
  if (!parts.has(relationsPart)) damaged.push(templateProblem.damagedPart(relationsPart));
  const main = read.get(name);
  if (damaged.length > 0 || !main) return { problems: damaged };

  const rows = compileRows(main.root, main.source);
  const rowsHere: Segment = { open: '', run: [], close: '' };
  const instead = (row: XmlElement) => {
    if (!rows.elements.includes(row)) return undefined;
    return row === rows.elements[0] ? [rowsHere] : [];
  };
  const problems = [...rows.problems];
  if ([...read.values()].some(({ root }) => hasTrackedChanges(root))) {
    problems.push(templateProblem.trackedChanges());
  }
  const printed = new Set<string>();
  const onToken = ({ name, sign, written }: Token) => {
    if (sign === '') printed.add(name);
    if (own(sheetPlaceholders, name)) return;
    const ofRows = isRowTag(name) || own(rowPlaceholders, name);
    problems.push(
      ofRows
        ? templateProblem.outsideRow(written)
        : templateProblem.unknownPlaceholder(written, Object.keys(sheetPlaceholders)),
    );
  };
  const filled = new Map<string, Segments>();
  for (const [part, { source, root: element }] of read) {
    const compilation = { source, placeholders: sheetPlaceholders, repeated: false, onToken };
    filled.set(part, compilePart(element, compilation, part === name ? instead : undefined));
  }
  if (!printed.has('unit')) problems.push(templateProblem.missingPlaceholder('unit'));
  if (problems.length > 0) return { problems };

  const { table } = rows;
  const [first] = rows.elements;
  const cut = table && first ? compileCut(table, first, main.source) : [];
  const content = filled.get(name) ?? [];
  const split = content.indexOf(rowsHere);
  filled.delete(name);
  if (parts.has(corePart)) filled.set(corePart, compileProperties(text(corePart)));
  const copied = new Map<string, string | Uint8Array>(
    [...parts].filter(([part]) => part !== name && part !== propertiesPart && !filled.has(part)),
  );
  copied.set(contentTypesPart, documentContentTypes(text(contentTypesPart)));
  copied.set(relationsPart, documentRelations(text(relationsPart)));
  return {
    template: {
      copied,
      filled,
      document: { name, above: content.slice(0, split), below: content.slice(split + 1), cut },
      rows: rows.segments,
      keptRows: rows.kept,
      properties: parts.has(propertiesPart) ? text(propertiesPart) : '',
    },
  };
}

/** What is copied must be sound, too, or Word refuses every document that is made from it. */
function isXml(bytes: Uint8Array): boolean {
  try {
    parseXml(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Insertions, deletions and moves that nobody has accepted yet, and changes of formats. */
const hasTrackedChanges = ({ local, children }: XmlElement): boolean =>
  /^(ins|del|moveFrom|moveTo|\w+PrChange)$/.test(local) || children.some(hasTrackedChanges);
