import { createHash } from 'node:crypto';
import { escapeHtml } from '../diagnostics/escape-markup.ts';
import { formatNumber, type Language } from '../diagnostics/wording.ts';
import { counts, ratedTasks } from './cells.ts';
import { levelsPlot, sharesFigure, unitBar } from './summary-plots.ts';
import { summaryScript } from './summary-script.ts';
import { summaryStyle } from './summary-style.ts';
import { cellTexts, isCounts, type SummaryCell, type SummaryTable } from './summary-table.ts';
import { summaryTables } from './summary-tables.ts';
import type { SummaryStyle } from './summary-text.ts';
import {
  formatShare,
  headline,
  levelName,
  moreRows,
  ratingNotes,
  summaryTexts,
  unitName,
} from './summary-words.ts';
import type { Summary } from './tally.ts';

/** Browsers become slow with longer tables. */
const shownRows = 500;

/**
 * A self-contained page. Its script, which sorts and filters the tables, is the only one that may run; without
 * it all content is still visible. Every plot has its figures in a table.
 */
export function summaryHtml(
  summary: Summary,
  { language, all }: Pick<SummaryStyle, 'language' | 'all'>,
): string {
  const limit = all ? Number.POSITIVE_INFINITY : shownRows;
  const [first, second] = summary.units;
  const only = second ? undefined : first;
  const title = escapeHtml(only ? unitName(only, language) : summaryTexts.title[language]);
  const files = linesOf(only?.forms.map(({ file }) => file));
  const sections = summaryTables(summary, language, 'html').map((table) =>
    section(table, summary, language, limit),
  );
  const hash = createHash('sha256').update(summaryScript).digest('base64');
  const labels = {
    filter: { vi: 'Lọc', en: 'Filter' },
    errors: { vi: 'Chỉ dòng có lỗi', en: 'With errors only' },
    shown: { vi: 'dòng', en: 'rows' },
  };
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<title>${title}</title>
<style>
${summaryStyle}</style>
</head>
<body>
<main ${Object.entries(labels)
    .map(([key, label]) => `data-${key}="${label[language]}"`)
    .join(' ')}>
<h1>${title}</h1>
${files && `<p class="file">${files}</p>\n`}<p>${escapeHtml(headline(summary, language))}</p>
${sections.join('')}${summary.rules.length > 0 ? '' : `<p>${summaryTexts.noFindings[language]}</p>\n`}</main>
<script>${summaryScript}</script>
</body>
</html>
`;
}

function section(table: SummaryTable, summary: Summary, language: Language, limit: number): string {
  const { title, count, lead, note, alarms = [], hasTotal, columns } = table;
  if (count === 0 && lead === undefined) return '';
  const hasBars = columns.some(({ kind }) => kind === 'levels');
  return [
    `<section>\n<h2>${title}</h2>\n`,
    lead === undefined ? '' : `<p>${lead}</p>\n`,
    hasBars ? legend(language) : '',
    tableHtml(table, language, limit),
    ...alarms.map((alarm) => `<p class="alarm">${alarm}</p>`),
    note === undefined ? '' : `<p class="note">${note}</p>`,
    hasTotal ? groupNotes(language) : '',
    hasBars ? sharesFigure(summary, language) : '',
    '</section>\n',
    hasTotal ? levelsSection(summary, language) : '',
  ].join('');
}

function levelsSection({ cells }: Summary, language: Language): string {
  const all = counts(cells);
  if (ratedTasks(all) === 0) return '';
  const title = summaryTexts.levels[language];
  return `<section>\n<h2>${title}</h2>\n${levelsPlot(all, title, language)}</section>\n`;
}

function groupNotes(language: Language): string {
  const shading = {
    vi: 'Ô càng đậm, tỷ lệ trong nhóm càng cao.',
    en: 'The darker a cell, the greater its share of the group.',
  };
  const notes = ratingNotes.map((note) => `<li>${note[language]}</li>`).join('');
  return `<p class="note">${shading[language]}</p><ul class="note">${notes}</ul>`;
}

/** A wide table scrolls by itself, also by keyboard. Counts of groups have their shares. */
function tableHtml(table: SummaryTable, language: Language, limit: number): string {
  const { hasTotal, title, columns, count, rows } = table;
  if (count === 0) return '';
  const heads = columns.flatMap(({ title: head, kind }) =>
    kind === 'files'
      ? []
      : `<th scope="col"${kind === 'count' || kind === 'problem' ? ' class="n"' : ''}>${head}</th>`,
  );
  const lines: string[] = [];
  for (const row of rows) {
    const whole = hasTotal && lines.length < count - 1 ? Number(row[1]) : undefined;
    const files = row.flatMap((cell, index) => (columns[index]?.kind === 'files' ? linesOf(cell) : []));
    const cells = row.map((cell, index) => {
      const kind = columns[index]?.kind;
      if (index > 0)
        return kind === 'files' ? '' : cellHtml(cell, kind, language, index > 1 ? whole : undefined);
      return `<th scope="row">${linesOf(cell)}${files.map((names) => `<span class="file">${names}</span>`).join('')}</th>`;
    });
    lines.push(`<tr>${cells.join('')}</tr>\n`);
    if (lines.length >= limit) break;
  }
  const rest = count - lines.length;
  const foot = hasTotal ? `<tfoot>${lines.pop() ?? ''}</tfoot>\n` : '';
  const errors = columns.some(({ kind }) => kind === 'problem') ? ' data-has-errors' : '';
  return `<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table${hasTotal ? '' : ` class="sortable"${errors}`}>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('')}</tbody>
${foot}</table></div>
${rest > 0 ? `<p>${moreRows(rest, language)} (--all)</p>` : ''}`;
}

/** @param whole the total of a count, for its shade */
function cellHtml(cell: SummaryCell, kind: string | undefined, language: Language, whole?: number): string {
  if (isCounts(cell)) return `<td class="bar">${unitBar(cell)}</td>`;
  if (typeof cell !== 'number') return `<td>${linesOf(cell)}</td>`;
  const shown = cell === 0 ? '–' : formatNumber(cell, language);
  const alarm = kind === 'problem' && cell > 0 ? ' alarm' : '';
  if (whole === undefined || cell === 0) return `<td class="n${alarm}">${shown}</td>`;
  const share = Math.round((cell / whole) * 100) / 100;
  return `<td class="n heat" style="--share: ${share}">${shown}<span class="share">${formatShare(cell, whole)}</span></td>`;
}

function legend(language: Language): string {
  const levels = [1, 2, 3, 4, 5].map((level) => `<li class="l${level}">${levelName(level, language)}</li>`);
  const others = (['unrated', 'missing'] as const).map(
    (kind) => `<li class="${kind}">${summaryTexts[kind][language]}</li>`,
  );
  return `<ul class="legend">${[...levels, ...others].join('')}</ul>\n`;
}

const linesOf = (cell: SummaryCell) => cellTexts(cell).map(escapeHtml).join('<br>');
