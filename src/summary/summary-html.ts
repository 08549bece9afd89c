import type { Language } from '../diagnostics/wording.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { type Counts, counts, groupKey, groupsIn, ratedTasks } from './cells.ts';
import { cell, headCell, numberHead, row, scrollTable, section } from './html-parts.ts';
import { outlierNote, outlierWords } from './outlier-words.ts';
import { sharedNote, sharedWords } from './shared-task-words.ts';
import type { Summary, UnitSummary } from './summary.ts';
import { levelsPlot, sharesFigure, unitBar } from './summary-plots.ts';
import { summaryStyle } from './summary-style.ts';
import {
  formatCount,
  formatShare,
  groupName,
  headline,
  lackedGroups,
  levelList,
  levelName,
  moreItems,
  moreUnits,
  ratingNotes,
  type SummaryText,
  summaryTexts,
  unitName,
  words,
} from './summary-words.ts';

export interface SummaryHtmlOptions {
  readonly language: Language;
  /** Every unit and every outlier, however many. */
  readonly all: boolean;
}

/** Browsers take their time over tables of more rows. */
const [shownUnits, shownOutliers] = [500, 100];

/** A page that stands alone, without scripts: every plot has its figures in a table. */
export const summaryHtml = (summary: Summary, options: SummaryHtmlOptions): string =>
  new Page(summary, options).html();

class Page {
  readonly #summary: Summary;
  readonly #language: Language;
  readonly #all: boolean;

  constructor(summary: Summary, { language, all }: SummaryHtmlOptions) {
    this.#summary = summary;
    this.#language = language;
    this.#all = all;
  }

  html(): string {
    const { units, cells } = this.#summary;
    const [only] = units;
    const title = only && units.length === 1 ? this.#unit(only) : this.#say('title');
    const many = units.length > 1;
    return `<!DOCTYPE html>
<html lang="${this.#language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${summaryStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeHtml(headline(this.#summary, counts(cells).tasks, this.#language))}</p>
${this.#groups()}${this.#levels()}${many ? this.#units() + this.#outliers() + this.#shared() : ''}${this.#rules()}</main>
</body>
</html>
`;
  }

  #groups(): string {
    const { cells } = this.#summary;
    const rows = groupsIn(cells).map((group) => {
      const sums = counts(cells, [group]);
      const heat = figuresOf(sums).map((count) => this.#heatCell(count, sums.tasks));
      return row(groupName(group, this.#language), [this.#numberCell(sums.tasks), ...heat]);
    });
    const total = counts(cells);
    const sums = [total.tasks, ...figuresOf(total)].map((count) => this.#numberCell(count));
    const heads = [headCell(this.#say('group')), ...this.#countHeads()];
    const notes = ratingNotes.map((note) => `<li>${note[this.#language]}</li>`).join('');
    const shading = words(
      'Ô càng đậm, tỷ lệ trong nhóm càng cao.',
      'The darker a cell, the greater its share of the group.',
    );
    return section(
      this.#say('groups'),
      scrollTable(this.#say('groups'), heads, rows, row(this.#say('total'), sums)) +
        lackedGroups(this.#summary, this.#language)
          .map((text) => `<p class="alarm">${text}</p>`)
          .join('') +
        `<p class="note">${shading[this.#language]}</p><ul class="note">${notes}</ul>`,
    );
  }

  #levels(): string {
    const all = counts(this.#summary.cells);
    if (ratedTasks(all) === 0) return '';
    const title = this.#say('levels');
    return section(title, levelsPlot(all, title, this.#language));
  }

  #units(): string {
    const { units } = this.#summary;
    const shown = units.slice(0, this.#all ? undefined : shownUnits);
    const heads = [
      headCell(this.#say('unit')),
      ...[this.#say('forms')].map(numberHead),
      ...this.#countHeads(),
      ...[this.#say('missingGroups'), this.#say('errors'), this.#say('warnings')].map(numberHead),
      headCell(this.#say('levels')),
    ];
    const rows = shown.map((unit) => {
      const sums = counts(unit.cells);
      const numbers = [unit.forms, sums.tasks, ...figuresOf(sums)].map((count) => this.#numberCell(count));
      return row(this.#unit(unit), [
        ...numbers,
        cell(unit.missingGroups.map(groupKey).join(', '), 'n alarm'),
        this.#alarmCell(unit.errors),
        this.#numberCell(unit.warnings),
        cell(unitBar(sums), 'bar'),
      ]);
    });
    const rest = units.length - shown.length;
    return section(
      this.#say('units'),
      this.#legend() +
        scrollTable(this.#say('units'), heads, rows) +
        (rest > 0 ? `<p>${moreUnits(rest, this.#language)}</p>` : '') +
        sharesFigure(this.#summary, this.#language),
    );
  }

  #legend(): string {
    const levels = [1, 2, 3, 4, 5].map(
      (level) => `<li class="l${level}">${levelName(level, this.#language)}</li>`,
    );
    const others = (['unrated', 'missing'] as const).map(
      (kind) => `<li class="${kind}">${this.#say(kind)}</li>`,
    );
    return `<ul class="legend">${[...levels, ...others].join('')}</ul>`;
  }

  #outliers(): string {
    const { outliers } = this.#summary;
    if (outliers.length === 0) return '';
    const shown = outliers.slice(0, this.#all ? undefined : shownOutliers);
    const rows = shown.map((outlier) =>
      row(this.#unit(outlier.unit), [cell(escapeHtml(outlierWords(outlier, this.#language)))]),
    );
    const rest = outliers.length - shown.length;
    return section(
      this.#say('outliers'),
      scrollTable(this.#say('outliers'), [headCell(this.#say('unit')), headCell(this.#say('why'))], rows) +
        (rest > 0 ? `<p>${moreItems(rest, this.#language)}</p>` : '') +
        `<p class="note">${outlierNote[this.#language]}</p>`,
    );
  }

  #shared(): string {
    const { shared } = this.#summary;
    const heads = [
      headCell(this.#say('task')),
      numberHead(this.#say('unitCount')),
      headCell(this.#say('levelsGiven')),
      headCell(this.#say('examples')),
    ];
    const rows = shared.top.map(({ text, units, levels, examples }) =>
      row(escapeHtml(text), [
        this.#numberCell(units),
        cell(levelList(levels)),
        cell(examples.map((unit) => this.#unit(unit)).join('<br>')),
      ]),
    );
    return section(
      this.#say('shared'),
      `<p>${sharedWords(shared, this.#language)}</p>` +
        (rows.length > 0 ? scrollTable(this.#say('shared'), heads, rows) : '') +
        `<p class="note">${sharedNote[this.#language]}</p>`,
    );
  }

  #rules(): string {
    const { rules } = this.#summary;
    if (rules.length === 0) return section(this.#say('rules'), `<p>${this.#say('noFindings')}</p>`);
    const heads = [
      headCell(this.#say('rule')),
      ...(['errors', 'warnings', 'inForms'] as const).map((word) => numberHead(this.#say(word))),
    ];
    const rows = rules.map(({ rule, errors, warnings, forms }) =>
      row(`<code>${escapeHtml(rule)}</code>`, [
        this.#alarmCell(errors),
        this.#numberCell(warnings),
        this.#numberCell(forms),
      ]),
    );
    return section(this.#say('rules'), scrollTable(this.#say('rules'), heads, rows));
  }

  #countHeads(): string[] {
    const levels = [1, 2, 3, 4, 5].map((level) => levelName(level, this.#language));
    return [this.#say('tasks'), ...levels, this.#say('free'), this.#say('unrated'), this.#say('missing')].map(
      numberHead,
    );
  }

  #heatCell(count: number, whole: number): string {
    if (count === 0) return cell('–', 'n');
    const share = Math.round((count / whole) * 100) / 100;
    return `<td class="n heat" style="--share: ${share}">${formatCount(count, this.#language)}<span class="share">${formatShare(count, whole)}</span></td>`;
  }

  #numberCell = (count: number) => cell(count === 0 ? '–' : formatCount(count, this.#language), 'n');
  #alarmCell = (count: number) =>
    count === 0 ? this.#numberCell(0) : cell(formatCount(count, this.#language), 'n alarm');
  #unit = (unit: UnitSummary) => escapeHtml(unitName(unit, this.#language));
  #say = (word: SummaryText) => summaryTexts[word][this.#language];
}

/** In the order of the columns, after the number of tasks. */
const figuresOf = ({ levels, free, unrated, missing }: Counts) => [...levels, free, unrated, missing];
