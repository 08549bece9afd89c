/**
 * The script of the summary page: titles sort a table, a field above filters it, a box shows only the rows with
 * errors. It uses only the page itself; letters are compared without case and diacritics.
 */
export const summaryScript = `
const { lang } = document.documentElement;
const words = document.querySelector('main').dataset;
const { compare } = new Intl.Collator(lang, { numeric: true });
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const numberIn = (cell) => Number(cell.textContent.replace(/\\D/g, ''));

function sortBy(table, column) {
  const heads = [...table.tHead.rows[0].cells];
  const isNumber = heads[column].classList.contains('n');
  const before = heads[column].ariaSort;
  const isDown = before === null ? isNumber : before === 'ascending';
  for (const head of heads) head.ariaSort = null;
  heads[column].ariaSort = isDown ? 'descending' : 'ascending';
  const key = (row) => (isNumber ? numberIn(row.cells[column]) : row.cells[column].textContent);
  const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
  const order = isNumber ? ([a], [b]) => a - b : ([a], [b]) => compare(a, b);
  rows.sort(isDown ? (a, b) => order(b, a) : order);
  table.tBodies[0].append(...rows.map(([, row]) => row));
}

function addFilter(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 8) return;
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const count = make('output', {});
  const field = make('input', { type: 'search', oninput: filter });
  const box = make('input', { type: 'checkbox', onchange: filter });
  function filter() {
    const wanted = fold(field.value).split(/\\s+/);
    let shown = 0;
    for (const row of rows) {
      const isWanted = wanted.every((word) => texts.get(row).includes(word));
      row.hidden = !isWanted || (box.checked && row.querySelector('.alarm') === null);
      if (!row.hidden) shown += 1;
    }
    count.textContent = shown + ' / ' + rows.length + ' ' + words.shown;
  }
  const errors = 'hasErrors' in table.dataset ? [make('label', {}, box, ' ' + words.errors)] : [];
  const bar = make('form', { className: 'filter', onsubmit: () => false }, make('label', {}, words.filter + ' ', field), ...errors, count);
  table.parentElement.before(bar);
  filter();
}

for (const table of document.querySelectorAll('table.sortable')) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (head.textContent === '' || table.tBodies[0].rows[0].cells[column].matches('.bar')) return;
    head.replaceChildren(make('button', { type: 'button', onclick: () => sortBy(table, column) }, ...head.childNodes));
  });
  addFilter(table);
}
`;
