import type { Place } from '../../diagnostics/place.ts';
import { Skipping } from '../document/skipping.ts';
import type { XmlElement } from '../package/parse-xml.ts';
import { toldName } from '../package/xml-names.ts';

/** Finds the paragraph of a document that a place means; undefined where there is none at all. */
export type FindAnchor = (place: Place) => XmlElement | undefined;

/** Goes through a document and counts tables, rows and paragraphs as reading does. */
export function findAnchors(root: XmlElement): FindAnchor {
  const rows = new Map<string, XmlElement>();
  const paragraphs: XmlElement[] = [];
  const skipping = new Skipping();
  let tables = 0;
  let first: XmlElement | undefined;

  function walk(
    element: XmlElement,
    parent: string | undefined,
    table: { rows: number; number: number } | undefined,
  ) {
    const name = toldName(element.namespace, element.local);
    if (skipping.open(name, parent)) {
      skipping.close(name);
      return;
    }
    let within = table;
    if (name === 'tbl') within = { rows: 0, number: ++tables };
    if (name === 'tr' && within) rows.set(`${within.number}/${++within.rows}`, element);
    if (name === 'p') {
      first ??= element;
      if (!table) paragraphs.push(element);
    }
    for (const child of element.children) walk(child, name, within);
    skipping.close(name);
  }
  walk(root, undefined, undefined);

  return (place) => {
    if (place.kind === 'table') {
      const row = rows.get(`${place.table}/${place.row}`);
      return (row && shownParagraph(row)) ?? first;
    }
    const number = place.kind === 'document' ? place.paragraph : undefined;
    return (number === undefined ? undefined : paragraphs[number - 1]) ?? first;
  };
}

/** The first paragraph of the cell of a row that shows most; a cell that goes on from above shows nothing. */
function shownParagraph(row: XmlElement): XmlElement | undefined {
  const cells = descendants(row, 'tc', ['tc']);
  const shown = cells.filter((cell) => !goesOn(cell));
  const [widest] = (shown.length > 0 ? shown : cells).sort((a, b) => textLength(b) - textLength(a));
  return widest && descendants(widest, 'p', ['tbl', 'txbxContent'])[0];
}

function goesOn(cell: XmlElement): boolean {
  const properties = cell.children.find(({ local }) => local === 'tcPr');
  const merge = properties?.children.find(({ local }) => local === 'vMerge');
  return (
    merge !== undefined &&
    !merge.attributes.some(({ local, value }) => local === 'val' && value === 'restart')
  );
}

/** Elements of a name, in order, but not those within elements that are not to be entered. */
function descendants(element: XmlElement, local: string, closed: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.local === local) return [child];
    return closed.includes(child.local) ? [] : descendants(child, local, closed);
  });
}

const textLength = (element: XmlElement): number =>
  (element.local === 't' ? element.text.length : 0) +
  element.children.reduce((sum, child) => sum + textLength(child), 0);
