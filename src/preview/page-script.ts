/**
 * The script of the page: receives each state, replaces the form without scrolling it, colours
 * what is doubtful in it, and lists the findings. Text of the form is set as text, never as HTML; the form itself is escaped by its writer
 * and is in a frame that may run no script.
 */
export const pageScript = `
const byId = (id) => document.getElementById(id);
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const parts = { parentUnit: '.unit-line', unit: '.unit-line ~ .unit-line', date: '.date-line', signatures: '.signatures', notes: '.notes' };
let frame;
let shown = 0;
let loading = Promise.resolve();

// The next version is loaded out of sight, and replaces the visible one once it is loaded and scrolled.
async function showForm(version) {
  if (version === shown) return;
  const next = make('iframe', { src: 'form', sandbox: 'allow-same-origin', title: words.form, className: 'next' });
  const loaded = new Promise((resolve) => next.addEventListener('load', resolve, { once: true }));
  byId('paper').append(next);
  await loaded;
  next.contentDocument.head.append(make('style', { media: 'screen' }, doubtStyle));
  if (frame) next.contentWindow.scrollTo(frame.contentWindow.scrollX, frame.contentWindow.scrollY);
  frame?.remove();
  frame = next;
  frame.className = 'shown';
  shown = version;
}

const rowsOf = (form) => form?.querySelectorAll('.form tbody tr') ?? [];

function elementOf(target, form = frame?.contentDocument, rows = rowsOf(form)) {
  if (!form || target === undefined) return null;
  return typeof target === 'number' ? rows[target] : form.querySelector(parts[target]);
}

// The first finding at a place is the most severe.
function colour(findings) {
  const form = frame?.contentDocument;
  const rows = rowsOf(form);
  for (const element of form?.querySelectorAll('[data-found]') ?? []) {
    delete element.dataset.found;
    element.title = '';
  }
  const messages = new Map();
  for (const { target, severity, message } of findings) {
    const known = messages.get(target) ?? { severity, lines: [] };
    known.lines.push(words[severity] + ': ' + message);
    messages.set(target, known);
  }
  for (const [target, { severity, lines }] of messages) {
    const element = elementOf(target, form, rows);
    if (!element) continue;
    element.dataset.found = severity;
    element.title = lines.join('\\n');
  }
}

let marked;
function point(target) {
  const element = elementOf(target);
  if (marked) marked.style.outline = '';
  marked = element;
  if (!element) return;
  element.style.outline = '3px solid #0b6bcb';
  element.scrollIntoView({ block: 'center' });
}

function explain(id, { summary, explanation, bad, good }) {
  const example = (title, code) => (code === undefined ? [] : [make('strong', {}, title), make('pre', {}, code.trimEnd())]);
  const close = make('button', { type: 'button', onclick: () => byId('rule').close() }, words.close);
  byId('rule').replaceChildren(
    make('h2', { id: 'rule-id' }, id), make('p', {}, summary), make('p', {}, explanation),
    ...example(words.wrong, bad), ...example(words.right, good), close,
  );
  byId('rule').showModal();
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.title = words.copied;
  button.dataset.copied = text;
}

const sourceLine = ([number, before, span, after]) =>
  make('div', { className: span === '' ? 'line' : 'line marked' },
    make('span', { className: 'number' }, number === null ? '' : String(number)),
    make('code', {}, before, ...(span === '' ? [] : [make('mark', {}, span)]), after));

function item(finding, rules) {
  const { severity, rule, message, hint, place, location, lines, target } = finding;
  const text = target === undefined
    ? make('span', {}, message)
    : make('a', { href: '#' + target, onclick: (event) => { event.preventDefault(); point(target); } }, message);
  const line = make('button', { type: 'button', className: 'place', title: words.copy }, place);
  line.onclick = () => copy(line, location);
  const id = make('button', { type: 'button', className: 'rule', title: words.explain }, rule);
  id.onclick = () => explain(rule, rules[rule]);
  return make('li', { className: severity },
    make('p', {}, make('span', { className: 'severity' }, words[severity]), ': ', text),
    make('div', { className: 'places' }, line, id),
    ...(lines ? [make('div', { className: 'lines' }, ...lines.map(sourceLine))] : []),
    ...(hint ? [make('p', { className: 'hint' }, hint)] : []));
}

function notify(text) {
  byId('notice').textContent = text ?? '';
  byId('notice').hidden = !text;
}

function show(state) {
  notify(state.notice ?? (state.form === 0 ? words.waiting : undefined));
  byId('summary').textContent = state.summary;
  byId('findings').replaceChildren(...state.findings.map((finding) => item(finding, state.rules)));
  loading = loading.then(() => showForm(state.form)).then(() => colour(state.findings)).catch(() => {});
}

const events = new EventSource('events');
events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => notify(words.ended);
`;
