import { Refusal } from '../../../zip/refusal.ts';
import { type PlainPackage, plainPackage, utf8Text } from '../../package/plain-package.ts';
import { openWordPackage } from '../../package/word-package.ts';
import {
  attributeIn,
  childOf,
  elementsIn,
  parseXml,
  removed,
  withEdits,
  type XmlEdit,
  type XmlElement,
} from '../../package/xml-tree.ts';
import { type Made, type TemplateProblem, templateProblem } from '../template-problem.ts';

/** A part that may have placeholders. */
interface ParsedPart {
  readonly source: string;
  readonly root: XmlElement;
}

/** A Word file, and its document with what is around and below its pages, parsed, by name. */
type ParsedParts = Made<{ readonly opened: PlainPackage; readonly parsed: ReadonlyMap<string, ParsedPart> }>;

/** Opens a Word file and parses the parts that may have placeholders, or returns everything that is damaged. */
export function parseParts(bytes: Uint8Array): ParsedParts {
  let opened: PlainPackage;
  try {
    opened = plainPackage(openWordPackage(bytes));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problems: [problemOf(error)] };
  }
  const { parts, document, margins } = opened;
  const parsed = new Map<string, ParsedPart>();
  const damaged: TemplateProblem[] = [];
  const attempt = (part: string, parse: (text: string) => void) => {
    try {
      parse(partText(parts, part));
    } catch {
      damaged.push(templateProblem('damaged-part', { part }));
    }
  };
  const filled = [document, ...margins];
  // A large form that was named by mistake is not parsed.
  let isTemplate = false;
  attempt(document, (text) => {
    isTemplate = text.includes('{');
  });
  if (damaged.length === 0 && !isTemplate) return { problems: [templateProblem('no-rows')] };
  for (const part of damaged.length === 0 ? filled : margins) {
    attempt(part, (text) => parsed.set(part, unwrapControls(text)));
  }
  // What is copied must be sound, too, or Word refuses every document that is made from it.
  for (const part of parts.keys()) {
    if (/\.(?:xml|rels)$/i.test(part) && !filled.includes(part)) attempt(part, (text) => void parseXml(text));
  }
  if (damaged.length > 0) return { problems: damaged };
  const otherKind = opened.wasPlain ? [] : [templateProblem('other-kind')];
  return {
    opened,
    parsed,
    warnings: [...otherKind, ...opened.leftOut.map((what) => templateProblem(`left-out-${what}`))],
  };
}

/** Why a package was refused; some reasons mean one of its parts. */
function problemOf({ reason, facts }: Refusal): TemplateProblem {
  const isOneOf = (reasons: string) => reasons.split(' ').includes(reason);
  if (reason === 'no-document') return templateProblem('no-document');
  if (isOneOf('not-xml dtd too-deep too-long encoding too-many-attributes')) {
    return templateProblem('damaged-part', { part: String(facts.part) });
  }
  if (isOneOf('old-doc encrypted encrypted-zip')) return templateProblem('no-word-file locked');
  if (isOneOf('too-large too-many-parts part-too-large parts-too-large bomb')) {
    return templateProblem('no-word-file large');
  }
  const isOther = isOneOf('empty not-word rtf word-2003 flat-odt odt html xml pdf binary');
  return templateProblem(`no-word-file ${isOther ? 'other' : 'damaged'}`);
}

export function partText(parts: PlainPackage['parts'], part: string): string {
  const content = parts.get(part) ?? '';
  return typeof content === 'string' ? content : utf8Text(content, part);
}

/** Whether there are tracked insertions, deletions, moves or format changes. */
export const hasTrackedChanges = (root: XmlElement): boolean =>
  elementsIn(root).some(({ local }) => /^(ins|del|moveFrom|moveTo|\w+PrChange)$/.test(local));

/**
 * Removes the content controls, smart tags and custom XML around placeholders, and keeps their
 * content: in a form they would bind the text that is filled in to a source of their own, lock it, or repeat their
 * ids with the rows. Others (a letterhead's) stay.
 *
 * @returns the XML, and its root as read from it
 */
export function unwrapControls(source: string): { readonly source: string; readonly root: XmlElement } {
  const root = parseXml(source);
  const edits = unwrapping(root);
  if (edits.length === 0) return { source, root };
  const unwrapped = withEdits(source, edits);
  return { source: unwrapped, root: parseXml(unwrapped) };
}

function unwrapping(element: XmlElement): XmlEdit[] {
  if (!/^(?:sdt|smartTag|customXml)$/.test(element.local) || !holdsBraces(element)) {
    return element.children.flatMap(unwrapping);
  }
  const content = (childOf(element, 'sdtContent') ?? element).children.filter(
    ({ local }) => !/^(smartTag|customXml)Pr$/.test(local),
  );
  const starts = [element.start, ...content.map(({ end }) => end)];
  const ends = [...content.map(({ start }) => start), element.end];
  return [
    ...starts.map((start, index): XmlEdit => ({ start, end: ends[index] ?? start, xml: '' })),
    ...content.flatMap(unwrapping),
  ];
}

const holdsBraces = (element: XmlElement): boolean =>
  elementsIn(element).some(({ local, text }) => local === 't' && /[{}]/.test(text));

/**
 * Removes comments from the parts of a document by their ids, with what Word notes about them in other parts
 * (`commentsExtended.xml` and the like), which name the paragraphs of a comment, or their ids.
 *
 * @param names of the parts that hold comments and notes about them
 */
export function removeComments(
  parts: Map<string, string | Uint8Array>,
  names: readonly string[],
  ids: ReadonlySet<string>,
): void {
  if (ids.size === 0) return;
  const gone = new Set<string>();
  const files = names.map((name) => {
    const text = partText(parts, name);
    return { name, text, entries: parseXml(text).children };
  });
  const entries = files.flatMap((file) => file.entries);
  for (const entry of entries) {
    if (entry.local === 'comment' && ids.has(attributeIn(entry, 'id'))) {
      for (const element of elementsIn(entry)) gone.add(attributeIn(element, 'paraId'));
    }
  }
  for (const entry of entries) {
    if (gone.has(attributeIn(entry, 'paraId'))) gone.add(attributeIn(entry, 'durableId'));
  }
  gone.delete('');
  const isGone = (entry: XmlElement) =>
    entry.local === 'comment'
      ? ids.has(attributeIn(entry, 'id'))
      : ['paraId', 'durableId'].some((name) => gone.has(attributeIn(entry, name)));
  for (const { name, text, entries } of files) {
    parts.set(name, withEdits(text, entries.filter(isGone).map(removed)));
  }
}
