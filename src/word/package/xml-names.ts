import { Refusal } from '../../zip/refusal.ts';
import { limits } from './limits.ts';

/** Prefixes of the names that are reported, whatever the document itself calls the namespaces. */
const prefixes: ReadonlyMap<string, string> = new Map([
  // WordprocessingML, transitional and strict.
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg:'],
]);

/** The namespaces that are declared at some point, and the tags met there, by what is written. */
interface Scope {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly tags: Map<string, Tag>;
}

/** A tag, shared by all places where it is written. */
export interface Tag {
  readonly kind: 'start' | 'end' | 'empty';
  /** As `XmlNames` gives it. */
  readonly name: string;
  readonly written: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** It declares namespaces. */
  readonly declares: boolean;
}

/**
 * Resolves names of elements. Those of WordprocessingML are reported by their local name alone, those of the other
 * known namespaces with a prefix (`w14:checked`), all others as `?`.
 */
export class XmlNames {
  readonly #part: string;
  readonly #scopes: Scope[] = [];
  #scope: Scope = { namespaces: new Map([['', '']]), tags: new Map() };

  constructor(part: string) {
    this.#part = part;
  }

  /** Tags that were met where the same namespaces hold, by what is written. */
  get tags(): Map<string, Tag> {
    return this.#scope.tags;
  }

  /** The name of an element that begins, which may declare namespaces: other `tags` hold then. */
  enter(written: string, attributes: Readonly<Record<string, string>>): string {
    let count = 0;
    let declares = false;
    for (const name in attributes) {
      count += 1;
      // “x” comes first: this is asked of every attribute.
      declares ||= name.charCodeAt(0) === 0x78 && name.startsWith('xmlns');
    }
    if (count > limits.attributes) {
      throw new Refusal('too-many-attributes', { part: this.#part, limit: limits.attributes });
    }
    if (declares) this.#declare(attributes);
    const colon = written.indexOf(':');
    const namespace = this.#scope.namespaces.get(colon < 0 ? '' : written.slice(0, colon));
    if (namespace === undefined) throw new Refusal('not-xml', { part: this.#part });
    const prefix = prefixes.get(namespace);
    return prefix === undefined ? '?' : prefix + written.slice(colon + 1);
  }

  /** Ends an element that declared namespaces; gives the tags that hold after it. */
  leave(): Map<string, Tag> {
    this.#scope = this.#scopes.pop() ?? this.#scope;
    return this.tags;
  }

  #declare(attributes: Readonly<Record<string, string>>): void {
    const namespaces = new Map(this.#scope.namespaces);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') namespaces.set('', value.trim());
      else if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), value.trim());
    }
    this.#scopes.push(this.#scope);
    this.#scope = { namespaces, tags: new Map() };
  }
}
