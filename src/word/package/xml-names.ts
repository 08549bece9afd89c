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

/** The namespaces that are declared at some point, and names that were looked up there. */
interface Scope {
  readonly depth: number;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

/**
 * Resolves names of elements. Those of WordprocessingML are reported by their local name alone, those of the other
 * known namespaces with a prefix (`w14:checked`), all others as `?`.
 */
export class XmlNames {
  readonly #part: string;
  readonly #scopes: Scope[] = [{ depth: 0, namespaces: new Map([['', '']]), names: new Map() }];
  #depth = 0;

  constructor(part: string) {
    this.#part = part;
  }

  /** The name of an element that begins, which may declare namespaces. */
  enter(written: string, attributes: Readonly<Record<string, string>>): string {
    this.#depth += 1;
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
    const scope = this.#scopes.at(-1);
    const known = scope?.names.get(written);
    if (known !== undefined || !scope) return known ?? '?';
    const name = this.#resolve(written, scope);
    scope.names.set(written, name);
    return name;
  }

  leave(): void {
    if (this.#scopes.at(-1)?.depth === this.#depth) this.#scopes.pop();
    this.#depth -= 1;
  }

  #declare(attributes: Readonly<Record<string, string>>): void {
    const namespaces = new Map(this.#scopes.at(-1)?.namespaces);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') namespaces.set('', value.trim());
      else if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), value.trim());
    }
    this.#scopes.push({ depth: this.#depth, namespaces, names: new Map() });
  }

  #resolve(written: string, { namespaces }: Scope): string {
    const colon = written.indexOf(':');
    const namespace = namespaces.get(colon < 0 ? '' : written.slice(0, colon));
    if (namespace === undefined) throw new Refusal('not-xml', { part: this.#part });
    const prefix = prefixes.get(namespace);
    return prefix === undefined ? '?' : prefix + written.slice(colon + 1);
  }
}
