import type { MainParts } from '../package/main-parts.ts';
import type { XmlAttributes } from '../package/read-xml.ts';
import type { WordPackage } from '../package/word-package.ts';
import { boundValues } from './bound-values.ts';
import { type Lists, readLists } from './lists.ts';
import { readStyles, type Styles } from './styles.ts';

/** Data from other parts that affects the text of a part. */
export interface Surroundings {
  readonly styles: Styles;
  readonly lists: Lists;
  /** The text that a content control shows instead of its own, by its `w:dataBinding`; undefined where there is none. */
  readonly boundValue: (binding: XmlAttributes) => string | undefined;
}

/** Reads the other parts before the text. */
export function surroundingsOf(file: WordPackage, parts: MainParts): Surroundings {
  const styles = readStyles(file, parts.styles);
  const lists = readLists(file, parts.numbering, styles);
  return { styles, lists, boundValue: boundValues(file, parts.stores) };
}
