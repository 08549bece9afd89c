import { Chalk } from 'chalk';
import { enCount, joinWords, viNumber, type Wording } from '../../diagnostics/wording.ts';
import { markdownText, printable } from '../../reporters/printable.ts';
import { jsonAfter, jsonBefore, jsonItem } from '../../reporters/stringify-json.ts';
import {
  type ComparisonStyle,
  comparisonFigures,
  comparisonMarkdown,
  comparisonText,
  maxLength,
} from '../comparison-writers.ts';
import type { Comparison, Difference } from '../difference.ts';
import { namesWords } from '../summarize-comparison.ts';
import {
  countStatuses,
  type FolderComparison,
  foldersSentence,
  type UnitComparison,
  type UnitStatus,
  unitPlaces,
  unitWords,
} from './unit-comparison.ts';

/** Writes the differences of two folders in pieces: the status of each unit, the details of each, the end. */
export type FolderWriterOf = (
  folders: FolderComparison,
  style: ComparisonStyle,
) => {
  readonly head: () => string;
  /** @param differences undefined for what was not compared */
  readonly unit: (unit: UnitComparison, differences: readonly Difference[] | undefined) => string;
  readonly end: () => string;
};

const marks = {
  unreadable: { mark: '!', color: 'red' },
  ambiguous: { mark: '!', color: 'red' },
  changed: { mark: '~', color: 'yellow' },
  onlyBefore: { mark: '-', color: 'red' },
  onlyAfter: { mark: '+', color: 'green' },
  same: { mark: '=', color: 'green' },
} as const satisfies Record<UnitStatus, unknown>;

/** For people: a line for each unit, then the changes of each as for one pair, then a summary sentence. */
export const folderText: FolderWriterOf = (folders, { language, colorLevel }) => {
  const chalk = new Chalk({ level: colorLevel });
  const { units } = folders;
  const nameOf = namer(units);
  const line = (unit: UnitComparison) => {
    const places = unitPlaces(unit);
    const { mark, color } = marks[unit.status];
    const what = printable(`${nameOf(unit)}: ${unitWords(unit, folders)[language]}`);
    const where = places === '' ? '' : ` ${chalk.dim(printable(`(${places})`))}`;
    return `${chalk[color](mark)} ${what}${where}\n`;
  };
  return {
    head: () => `${printable(namesWords(folders)[language])}\n\n${units.map(line).join('')}\n`,
    unit: (unit, differences) =>
      differences && unit.status === 'changed'
        ? `${chalk.bold.underline(printable(nameOf(unit)))}\n${comparisonText(pairOf(folders, unit, differences), { language, colorLevel })}\n`
        : '',
    end: () => `${chalk.bold(printable(foldersSentence(folders)[language]))}\n`,
  };
};

/** For programs: see `schemas/diff.schema.json`. */
export const folderJson: FolderWriterOf = (folders) => {
  const { toolVersion, before, after, units } = folders;
  let isFirst = true;
  return {
    head: () =>
      jsonBefore(
        { version: 1, tool: { name: 'bieu2', version: toolVersion }, before, after, units: [] },
        'units',
      ),
    unit: (unit, differences) => {
      const separator = isFirst ? '' : ',';
      isFirst = false;
      return separator + jsonItem(unitFigures(unit, differences), 2);
    },
    end: () => {
      const summary = { units: units.length, ...countStatuses(folders) };
      return jsonAfter({ units: [], summary }, isFirst, 'units');
    },
  };
};

// Written key by key, since their order and presence are promised.
function unitFigures(unit: UnitComparison, differences: readonly Difference[] | undefined) {
  const { before, after, status, by, isPartial } = unit;
  const named = [...after, ...before].find((form) => form.unit);
  return {
    unit: named?.unit ?? null,
    parentUnit: named?.parentUnit || null,
    status,
    pairedBy: by,
    isPartial: isPartial || undefined,
    before: before.map(({ file }) => file),
    after: after.map(({ file }) => file),
    ...(differences && comparisonFigures(differences)),
  };
}

const unitHead: Wording = {
  vi: '| | Đơn vị | Thay đổi |\n| --- | --- | --- |\n',
  en: '| | Unit | What changed |\n| --- | --- | --- |\n',
};

/** Markdown for a review comment: a table of all units, then the details as far as they fit. */
export const folderMarkdown: FolderWriterOf = (folders, { language }) => {
  const { units, before, after } = folders;
  const nameOf = namer(units);
  const leftOut = { units: 0, details: 0 };
  let length = 0;
  /** Omits the first part that does not fit, and everything after it. */
  const fitting = (what: keyof typeof leftOut, text: string) => {
    length += text.length;
    if (length <= maxLength) return text;
    leftOut[what] += 1;
    return '';
  };
  const row = (unit: UnitComparison) => {
    const cells = [marks[unit.status].mark, nameOf(unit), unitWords(unit, folders)[language]];
    return fitting('units', `| ${cells.map(markdownText).join(' | ')} |\n`);
  };
  return {
    head: () => {
      const names = { before: markdownText(before), after: markdownText(after) };
      const sentence = foldersSentence({ ...folders, ...names })[language];
      const head = `### ${names.before} → ${names.after}\n\n${sentence}\n\n${unitHead[language]}`;
      length = head.length;
      return head + units.map(row).join('');
    },
    unit: (unit, differences) => {
      if (!differences || unit.status !== 'changed') return '';
      const title = nameOf(unit);
      const details = comparisonMarkdown(pairOf(folders, unit, differences), { language, title });
      return fitting('details', `\n${details}`);
    },
    end: () => leftOutWords(leftOut)[language],
  };
};

const leftOutWords = ({ units, details }: { readonly units: number; readonly details: number }): Wording =>
  joinWords(
    [
      units > 0 && {
        vi: `\nCòn ${viNumber(units)} đơn vị nữa, không đủ chỗ để liệt kê ở đây.\n`,
        en: `\n${enCount(units, 'more unit')} did not fit in here.\n`,
      },
      details > 0 && {
        vi: `\nKhông đủ chỗ để ghi chi tiết của ${viNumber(details)} đơn vị ở đây.\n`,
        en: `\nThe details of ${enCount(details, 'unit')} did not fit in here.\n`,
      },
    ],
    '',
  );

const pairOf = (
  { toolVersion }: FolderComparison,
  { before: [old], after: [fresh] }: UnitComparison,
  differences: readonly Difference[],
): Comparison => ({ toolVersion, before: old?.file ?? '', after: fresh?.file ?? '', differences });

function namer(units: readonly UnitComparison[]): (unit: UnitComparison) => string {
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1);
  return ({ name, parentUnit }) =>
    (counts.get(name) ?? 0) > 1 && parentUnit !== '' ? `${name} (${parentUnit})` : name;
}
