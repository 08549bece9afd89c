/** The style sheet of summaries: for light and dark screens, and for paper. */
export const summaryStyle = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1d21; --soft: #5a6068; --line: #d4d8de; --band: #f3f5f8; --alarm: #b3261e;
  --heat: #3b82c4; --l1: #d6e6f4; --l2: #9cc6e3; --l3: #5a9fd0; --l4: #2a6cab; --l5: #0d3166; --unrated: #b9bdc4; --missing: #d9534a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181d; --ink: #e8eaed; --soft: #a5abb5; --line: #3a3f48; --band: #20242b; --alarm: #ff8a80;
    --l1: #1f3a57; --l2: #2b5f92; --l3: #4090cd; --l4: #86bfe8; --l5: #dbeefb; --unrated: #6a7079; --missing: #f0776e;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
p, ul { margin: .5rem 0; max-width: 52rem; }
.note { color: var(--soft); font-size: .875rem; }
.alarm { color: var(--alarm); }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--heat); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; background: var(--band); font-weight: 600; }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 12rem; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.n { text-align: right; white-space: nowrap; }
thead .n { white-space: normal; }
.heat { background: color-mix(in srgb, var(--heat) calc(var(--share) * 70%), transparent); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.share { display: block; font-size: .75rem; }
.bar { min-width: 7rem; }
.file { display: block; color: var(--soft); overflow-wrap: anywhere; }
th .file { font-size: .75rem; }
thead button { all: unset; cursor: pointer; }
thead button:hover { text-decoration: underline; }
thead button:focus-visible { outline: 2px solid var(--heat); outline-offset: 2px; }
[aria-sort] button::after { content: " ▲"; } [aria-sort="descending"] button::after { content: " ▼"; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: .75rem 0; font-size: .875rem; }
.filter input[type="search"] { width: 18rem; max-width: 100%; padding: .3rem .5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
.filter output { color: var(--soft); }
svg { display: block; max-width: 100%; height: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar svg { width: 100%; height: 1.25rem; }
svg text { fill: currentColor; font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
figure { margin: 1.5rem 0; }
svg .soft { fill: var(--soft); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
svg .axis { stroke: var(--line); }
svg .median { stroke: var(--alarm); stroke-width: 2; stroke-dasharray: 4 3; }
.l1 { --c: var(--l1); } .l2 { --c: var(--l2); } .l3 { --c: var(--l3); } .l4 { --c: var(--l4); } .l5 { --c: var(--l5); }
.unrated { --c: var(--unrated); } .missing { --c: var(--missing); }
rect { fill: var(--c, var(--heat)); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; font-size: .875rem; }
.legend li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .4em; background: var(--c); border: 1px solid var(--soft); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #999; --band: #eee; --alarm: #900; --l1: #d6e6f4; --l2: #9cc6e3; --l3: #5a9fd0; --l4: #2a6cab; --l5: #0d3166; --unrated: #b9bdc4; --missing: #d9534a; }
  @page { size: A4 landscape; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  .filter { display: none; }
  thead { display: table-header-group; }
  tr, figure, svg { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
