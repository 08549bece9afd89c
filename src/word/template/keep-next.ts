import type { XmlElement } from '../package/parse-xml.ts';
import type { CopyOptions } from './copy-element.ts';
import type { Segments } from './segment.ts';

/** A paragraph's properties with `keepNext`, which comes right after the style (ECMA-376 17.3.1.26). */
export function propertiesWithKeepNext(properties: XmlElement, { source }: CopyOptions): Segments {
  const xml = ({ start, end }: XmlElement) => source.slice(start, end);
  const style = properties.children.filter(({ local }) => local === 'pStyle');
  const others = properties.children.filter(({ local }) => local !== 'pStyle' && local !== 'keepNext');
  const { name } = properties;
  return [
    `<${name}>${style.map(xml).join('')}${keepNextTag(properties)}${others.map(xml).join('')}</${name}>`,
  ];
}

/** What to write behind the start tag of a paragraph without properties. */
export const keepNextProperties = ({ name }: XmlElement) =>
  `<${name}Pr>${keepNextTag({ name: `${name}Pr` })}</${name}Pr>`;

const keepNextTag = ({ name }: { name: string }) => `<${name.slice(0, -'pPr'.length)}keepNext/>`;
