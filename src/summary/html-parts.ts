import { escapeHtml } from '../html/escape-html.ts';

/** A part of a page under its heading. All texts here are HTML, unless said otherwise. */
export const section = (title: string, body: string) => `<section>
<h2>${title}</h2>
${body}</section>
`;

export const headCell = (text: string) => `<th scope="col">${text}</th>`;
export const numberHead = (text: string) => `<th scope="col" class="n">${text}</th>`;
export const cell = (html: string, className = '') =>
  className === '' ? `<td>${html}</td>` : `<td class="${className}">${html}</td>`;
/** A row of a table, with what it is about at its head. */
export const row = (head: string, cells: readonly string[]) =>
  `<tr><th scope="row">${head}</th>${cells.join('')}</tr>\n`;

/**
 * A wide table scrolls by itself, by the keyboard, too.
 *
 * @param name what it is called where it is not seen, as plain text
 */
export function scrollTable(
  name: string,
  heads: readonly string[],
  rows: readonly string[],
  foot = '',
): string {
  const end = foot === '' ? '' : `<tfoot>${foot}</tfoot>\n`;
  return `<div class="scroll" role="region" aria-label="${escapeHtml(name)}" tabindex="0"><table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('')}</tbody>
${end}</table></div>
`;
}
