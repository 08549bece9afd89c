import { escapeHtml } from '../diagnostics/escape-markup.ts';
import type { Language } from '../diagnostics/wording.ts';
import { pageScript } from './page-script.ts';
import { doubtStyle, pageStyle } from './page-style.ts';
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
