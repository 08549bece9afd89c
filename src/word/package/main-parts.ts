import { Refusal } from '../../zip/refusal.ts';
import { attributeOf, readXml } from './read-xml.ts';
import type { WordPackage } from './word-package.ts';

export const contentTypesPart = '[Content_Types].xml';

/** The names of the parts of a Word document; `styles`, `numbering` and `comments` may name missing parts. */
export interface MainParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
  readonly comments: string;
  readonly headers: readonly string[];
  /** Footers, footnotes and endnotes. */
  readonly beside: readonly string[];
  /** Texts of charts and diagrams (SmartArt). */
  readonly drawings: readonly string[];
  /** Custom XML that content controls may be bound to. */
  readonly stores: readonly string[];
}

/** Finds the main part by the relations of the package, since its name is arbitrary. External targets are not followed. */
export function mainParts(file: WordPackage): MainParts {
  // Word opens no package without a sound list of them.
  if (file.has(contentTypesPart)) readXml(file, contentTypesPart, { open() {} });
  const document = relationsOf(file, '').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (document === undefined || !file.has(document)) {
    throw new Refusal(file.has('content.xml') ? 'odt' : 'no-document');
  }
  const relations = relationsOf(file, document);
  const all = (what: RegExp) => {
    const related = relations.filter(({ type }) => what.test(type)).map(({ target }) => target);
    return [...new Set(related)].filter((part) => file.has(part));
  };
  const one = (what: string) => relations.find(({ type }) => type.endsWith(what))?.target ?? '';
  return {
    document,
    styles: one('/styles'),
    numbering: one('/numbering'),
    comments: one('/comments'),
    headers: all(/\/header$/),
    beside: all(/\/(?:footer|footnotes|endnotes)$/),
    drawings: all(/\/(?:chart|diagramData)$/),
    stores: all(/\/customXml$/),
  };
}

export interface Relation {
  readonly id: string;
  /** A URI whose last step says what is related; there are two families, transitional and strict. */
  readonly type: string;
  /** The name of a part in the package. */
  readonly target: string;
}

/** The name of the part that holds the relations of a part; of the package as a whole for ''. */
export function relationsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relations of a part to other parts of the package. */
export function relationsOf(file: WordPackage, part: string): Relation[] {
  const relations: Relation[] = [];
  const name = relationsPartOf(part);
  if (!file.has(name)) return relations;
  readXml(file, name, {
    open(element, tag) {
      if (element !== 'rel:Relationship' || attributeOf(tag, 'TargetMode') === 'External') return;
      const target = attributeOf(tag, 'Target') ?? '';
      relations.push({
        id: attributeOf(tag, 'Id') ?? '',
        type: attributeOf(tag, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : resolved(part, target),
      });
    },
  });
  return relations;
}

/** A relative target, seen from the folder of the part that names it. */
function resolved(part: string, target: string): string {
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
