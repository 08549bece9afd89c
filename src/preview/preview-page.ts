import { escapeHtml } from '../diagnostics/escape-markup.ts';
import type { Language } from '../diagnostics/wording.ts';
import { pageScript } from './page-script.ts';
import { previewTexts } from './preview-texts.ts';

/** The page around the form. It is updated by events; `nonce` is for its own script and style. */
export function previewPage(file: string, language: Language, nonce: string): string {
  const texts = previewTexts[language];
  const title = escapeHtml(texts.title(file));
  // Within a script element only “<” is dangerous.
  const words = JSON.stringify(texts.page).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<main>
<p id="notice" role="status" hidden></p>
<div id="paper"></div>
</main>
<aside aria-labelledby="heading">
<h1>${title}</h1>
<h2 id="heading">${texts.findings}</h2>
<p id="summary" role="status"></p>
<ol id="findings"></ol>
</aside>
<dialog id="rule" aria-labelledby="rule-id"></dialog>
<script nonce="${nonce}">const words = ${words};
const doubtStyle = ${JSON.stringify(doubtStyle)};
${pageScript}</script>
</body>
</html>
`;
}

/** The style sheet of the page around the form. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #8884; --error: #c02020; --warning: #8a5a00; --paper: #e6e6e6; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffc766; --paper: #2b2b2b; } }
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 27rem); font: 15px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; }
main { display: flex; flex-direction: column; min-height: 0; }
#paper { flex: 1; position: relative; background: var(--paper); }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
iframe.next { visibility: hidden; }
#notice { margin: 0; padding: .5rem 1rem; background: #fff3c4; color: #000; border-bottom: 1px solid #000; }
aside { overflow: auto; padding: 1rem; border-left: 1px solid var(--line); }
h1 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: .75rem 0 0; }
#summary { margin: 0 0 .5rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0 .6rem .7rem; border-top: 1px solid var(--line); border-left: 4px solid var(--tone); }
li.error { --tone: var(--error); }
li.warning { --tone: var(--warning); }
li p { margin: 0; overflow-wrap: anywhere; }
.severity { color: var(--tone); font-weight: 600; }
.places { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; font-size: .85rem; }
pre, .lines { margin: .4rem 0; padding: .4rem; overflow-x: auto; font: 12px/1.45 ui-monospace, monospace; background: #8881; }
.line { display: grid; grid-template-columns: 3.5em minmax(0, 1fr); }
.number { padding-right: .75em; text-align: right; opacity: .7; user-select: none; }
.marked .number { color: var(--tone); opacity: 1; font-weight: 600; }
.line code { font: inherit; white-space: pre; overflow: hidden; text-overflow: ellipsis; }
.marked code { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background: color-mix(in srgb, var(--tone) 20%, transparent); border-bottom: 2px solid var(--tone); }
button { font: inherit; padding: 0; border: 0; background: none; color: LinkText; text-decoration: underline; cursor: pointer; }
a:focus-visible, button:focus-visible { outline: 2px solid; outline-offset: 2px; }
.hint { opacity: .85; }
dialog { max-width: 42rem; max-height: 85vh; }
dialog p { white-space: pre-wrap; }
@media (max-width: 60rem) {
  body { grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr); }
  aside { border-left: 0; border-top: 1px solid var(--line); }
}
`;

/** Colours the doubtful rows and parts of the form, on screen only. Paper is white in dark mode, too. */
export const doubtStyle = `
.form tr[data-found=error] > *, p[data-found=error], div[data-found=error], ul[data-found=error] { background: #ffdcd8; }
.form tr[data-found=warning] > *, p[data-found=warning], div[data-found=warning], ul[data-found=warning] { background: #fff0c2; }
tr[data-found=error] > :first-child { box-shadow: inset 4px 0 #c02020; }
tr[data-found=warning] > :first-child { box-shadow: inset 4px 0 #b07a00; }
`;
