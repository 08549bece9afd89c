import { Refusal } from '../../../zip/refusal.ts';
import { type PlainPackage, plainPackage, utf8Text } from '../../package/plain-package.ts';
import { openWordPackage } from '../../package/word-package.ts';
import { elementsIn, parseXml, type XmlElement } from '../../package/xml-tree.ts';
import { type Made, type TemplateProblem, templateProblem } from '../template-problem.ts';
import { unwrapControls } from './unwrap-controls.ts';

/** A part that may have placeholders. */
interface ParsedPart {
  readonly source: string;
  readonly root: XmlElement;
}

/** A Word file, and its document with what is around and below its pages, parsed, by name. */
type ParsedParts = Made<{
  readonly opened: PlainPackage;
  readonly parsed: ReadonlyMap<string, ParsedPart>;
}>;

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
      damaged.push(templateProblem.damagedPart(part));
    }
  };
  const filled = [document, ...margins];
  // A large form that was named by mistake is not parsed.
  let isTemplate = false;
  attempt(document, (text) => {
    isTemplate = text.includes('{');
  });
  if (damaged.length === 0 && !isTemplate) return { problems: [templateProblem.noRows()] };
  for (const part of damaged.length === 0 ? filled : margins) {
    attempt(part, (text) => parsed.set(part, unwrapControls(text)));
  }
  // What is copied must be sound, too, or Word refuses every document that is made from it.
  for (const part of parts.keys()) {
    if (/\.(?:xml|rels)$/i.test(part) && !filled.includes(part)) attempt(part, (text) => void parseXml(text));
  }
  if (damaged.length > 0) return { problems: damaged };
  const otherKind = opened.wasPlain ? [] : [templateProblem.otherKind()];
  return { opened, parsed, warnings: [...otherKind, ...opened.leftOut.map(templateProblem.leftOut)] };
}

/** Why a package was refused; some reasons mean one of its parts. */
function problemOf({ reason, facts }: Refusal): TemplateProblem {
  if (reason === 'no-document') return templateProblem.noDocument();
  const isOfPart = ['not-xml', 'dtd', 'too-deep', 'too-long', 'encoding', 'too-many-attributes'].includes(
    reason,
  );
  return isOfPart ? templateProblem.damagedPart(String(facts.part)) : templateProblem.noWordFile(reason);
}

export function partText(parts: PlainPackage['parts'], part: string): string {
  const content = parts.get(part) ?? '';
  return typeof content === 'string' ? content : utf8Text(content, part);
}

/** Whether there are tracked insertions, deletions, moves or format changes. */
export const hasTrackedChanges = (root: XmlElement): boolean =>
  elementsIn(root).some(({ local }) => /^(ins|del|moveFrom|moveTo|\w+PrChange)$/.test(local));
