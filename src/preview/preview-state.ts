import { countFindings, countsInWords } from '../diagnostics/count-findings.ts';
import type { Diagnostic, FileReport, Path, TextPlace } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import type { Form } from '../form/form.ts';
import { frameLines } from '../reporters/code-frame.ts';
import { formatLocation, formatPlace } from '../reporters/format-place.ts';
import { rules } from '../rules/index.ts';
import { rowPaths } from '../sheet/sheet-of.ts';
import { previewTexts } from './preview-texts.ts';

/** The part of the printed form with a finding: the row of the table, from 0, or another part. */
export type PrintedPart = number | 'parentUnit' | 'unit' | 'date' | 'signatures' | 'notes';

/** A finding as the page shows it. */
export interface PreviewFinding {
  readonly severity: Diagnostic['severity'];
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** “41:13” */
  readonly place: string;
  /** “bieu-so-2.yaml:41:13”, for copying. */
  readonly location: string;
  /** The lines around it. */
  readonly lines?: readonly PreviewLine[];
  readonly target?: PrintedPart;
}

/** A line of the form file, with the span of a finding. */
export type PreviewLine = readonly [number: number | null, before: string, span: string, after: string];

/** The page of a rule. */
export interface PreviewRule {
  readonly summary: string;
  readonly explanation: string;
  readonly bad?: string;
  readonly good?: string;
}

/** Everything the page shows beside the form; sent as JSON. */
export interface PreviewState {
  /** Counts the versions of the printed form; 0: none yet. */
  readonly form: number;
  /** A note on what is shown; absent if it is the form as saved. */
  readonly notice?: string;
  /** “1 error, 2 warnings” */
  readonly summary: string;
  readonly findings: readonly PreviewFinding[];
  /** The rules with findings. */
  readonly rules: Readonly<Record<string, PreviewRule>>;
}

/** The findings shown beside the printed form. */
export function previewFindings(
  { file, text, diagnostics }: FileReport,
  form: Form | undefined,
  language: Language,
): Pick<PreviewState, 'summary' | 'findings' | 'rules'> {
  const targetOf = form && diagnostics.length > 0 ? targets(form) : () => undefined;
  const findings = errorsFirst(diagnostics).map((diagnostic, index): PreviewFinding => {
    const { severity, rule, message, hint, place, path } = diagnostic;
    const target = targetOf(path);
    return {
      severity,
      rule,
      message,
      place: formatPlace(place, language),
      location: formatLocation(file, place, language),
      ...(hint !== undefined && { hint }),
      ...(text !== undefined &&
        place.kind === 'text' &&
        index < maxFrames && { lines: linesAround(text, place) }),
      ...(target !== undefined && { target }),
    };
  });
  const found = new Set(diagnostics.map(({ rule }) => rule));
  const pages = rules
    .filter(({ id }) => found.has(id))
    .map(({ id, summary, explanation, example }) => [
      id,
      { summary: summary[language], explanation: explanation[language].trim(), ...example },
    ]);
  return {
    summary: countsInWords(countFindings({ diagnostics }))[language] || previewTexts[language].none,
    findings,
    rules: Object.fromEntries(pages),
  };
}

const errorsFirst = (diagnostics: readonly Diagnostic[]) => [
  ...diagnostics.filter(({ severity }) => severity === 'error'),
  ...diagnostics.filter(({ severity }) => severity !== 'error'),
];

/** How many findings include source lines: browsers become slow with more. */
const maxFrames = 500;
/** In columns; the page wraps them. */
const maxLineWidth = 200;

const linesAround = (text: string, place: TextPlace): PreviewLine[] =>
  frameLines(text, place, maxLineWidth).map(({ number = null, parts: [before, span, after] }) => [
    number,
    ...(span === '' ? ([before.trimEnd(), '', ''] as const) : ([before, span, after.trimEnd()] as const)),
  ]);

/** A node of the tree of paths: the first of its rows, and the next steps. */
interface Branch {
  readonly row: number;
  readonly branches: Map<Path[number], Branch>;
}

/** Finds the printed part for a path: the row itself, else its first row. */
function targets(form: Form): (path: Path) => PrintedPart | undefined {
  const root: Branch = { row: -1, branches: new Map() };
  for (const [row, path] of rowPaths(form).entries()) {
    let { branches } = root;
    for (const step of path) {
      const branch: Branch = branches.get(step) ?? { row, branches: new Map() };
      branches.set(step, branch);
      branches = branch.branches;
    }
  }
  return (path) => {
    const part = partOf(path);
    if (part !== undefined) return part;
    let found = root;
    for (const step of path) {
      const next = found.branches.get(step);
      if (!next) break;
      found = next;
    }
    return found === root ? undefined : found.row;
  };
}

function partOf([key, detail]: Path): PrintedPart | undefined {
  switch (key) {
    case 'unit':
    case 'parentUnit':
      return key;
    case 'signatures':
      return detail === 'date' || detail === 'place' ? 'date' : 'signatures';
    case 'notes':
      return 'notes';
    default:
      return undefined;
  }
}
