import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit as LspEdit,
} from 'vscode-languageserver';
import type { Diagnostic, Range } from '../diagnostics/finding.ts';
import { enNumber, viNumber, type Wording } from '../diagnostics/wording.ts';
import { fixFor, fixSource, offerFor } from '../fix.ts';
import { renumber } from '../form/numbers.ts';
import { indispensable } from '../rules/index.ts';
import { type FoundFix, soundFixes } from '../sound-fixes.ts';
import { applyChanges, hasValue } from '../source/edit/apply-changes.ts';
import { applyEdits, type TextEdit } from '../source/edit/apply-edits.ts';
import { editText } from '../source/edit/edit-text.ts';
import { isJson, type Source } from '../source/source.ts';
import type { WordedFinding } from '../worded-finding.ts';
import type { Analysis } from './analysis.ts';
import { spanOf, toDiagnostic } from './to-diagnostic.ts';

/** Every safe fix of a document; editors may run it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.bieu2`;

/** Each fix is tried on the whole text; for a range with more findings only “fix all” is offered. */
const maxFindings = 10;

/** The actions at a range: fix one finding, fix all, disable a rule there, renumber the form. */
export function codeActions(analysis: Analysis, { range, context }: CodeActionParams): CodeAction[] {
  const [from, to] = [analysis.offsetAt(range.start), analysis.offsetAt(range.end)];
  const isWanted = (kind: string) =>
    context.only === undefined ||
    context.only.some((only) => only === '' || `${kind}.`.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    const found = analysis.inspection.diagnostics.filter((diagnostic) => {
      const [start, end] = spanOf(diagnostic);
      return start <= to && from <= end;
    });
    const near = found.slice(0, maxFindings);
    actions.push(...near.flatMap((diagnostic) => fixOf(analysis, diagnostic)));
    actions.push(...near.flatMap((diagnostic) => silence(analysis, diagnostic)));
  }
  const fixesOne = actions.some(({ isPreferred }) => isPreferred);
  // Trying all fixes takes a while: only on request, or beside a fix of the same document.
  const asksForAll = context.only !== undefined && isWanted(fixAllKind);
  if (asksForAll || fixesOne)
    actions.push(...fixAll(analysis, asksForAll ? fixAllKind : CodeActionKind.QuickFix));
  if (isWanted(CodeActionKind.RefactorRewrite)) actions.push(...renumbering(analysis));
  return actions;
}

/** The automatic fix of a finding, else the one that its author may confirm. */
function fixOf(analysis: Analysis, diagnostic: WordedFinding): CodeAction[] {
  const fix = fixFor(analysis, diagnostic);
  const offer = fix ?? offerFor(analysis, diagnostic);
  const [sound] = offer ? soundFixes(analysis, [offer], analysis.check).fixes : [];
  if (!sound) return [];
  return [
    action(analysis, CodeActionKind.QuickFix, titleOf(sound, fix !== undefined), sound.edits, {
      diagnostics: [toDiagnostic(diagnostic, analysis)],
      isPreferred: fix !== undefined,
    }),
  ];
}

function titleOf({ diagnostic: { rule }, shown }: FoundFix, isSafe: boolean): Wording {
  return { vi: `${isSafe ? 'Tự sửa' : 'Sửa'} (${rule}): ${shown}`, en: `Fix (${rule}): ${shown}` };
}

function silence(analysis: Analysis, diagnostic: Diagnostic): CodeAction[] {
  const edit = disablingEdit(analysis.source, diagnostic);
  if (!edit) return [];
  const { rule } = diagnostic;
  const title = {
    vi: `Tắt quy tắc ${rule} cho dòng này, kèm lý do`,
    en: `Disable ${rule} for this line, with a reason`,
  };
  return [
    action(analysis, CodeActionKind.QuickFix, title, [edit], {
      diagnostics: [toDiagnostic(diagnostic, analysis)],
    }),
  ];
}

function fixAll(analysis: Analysis, kind: string): CodeAction[] {
  const { source, parse, options } = analysis;
  const { source: fixed, fixes } = fixSource(source, options, parse);
  if (fixes.length === 0) return [];
  const title = {
    vi: `Tự sửa mọi lỗi không cần cân nhắc (${viNumber(fixes.length)})`,
    en: `Fix all automatically fixable problems (${enNumber(fixes.length)})`,
  };
  return [action(analysis, kind, title, [difference(source.text ?? '', fixed.text ?? '')])];
}

function renumbering(analysis: Analysis): CodeAction[] {
  const { source, inspection, check } = analysis;
  const changes = inspection.form ? renumber(inspection.form, source.value) : [];
  const edits = changes.length > 0 ? editText(source, changes) : undefined;
  if (!edits) return [];
  // Where aliases share a number, one text cannot be right at both places.
  const after = check(applyEdits(source.text ?? '', edits)).source;
  const expected = applyChanges(source, changes);
  if (expected === undefined || !hasValue(after, expected)) return [];
  const title = { vi: 'Đánh lại số của cả biểu', en: 'Renumber the form' };
  return [action(analysis, CodeActionKind.RefactorRewrite, title, edits)];
}

function action(
  { document, options, rangeOf }: Analysis,
  kind: string,
  title: Wording,
  edits: readonly TextEdit[],
  more: Partial<CodeAction> = {},
): CodeAction {
  const changes = edits.map(({ span, text }): LspEdit => ({ range: rangeOf(span), newText: text }));
  return { title: title[options.language], kind, edit: { changes: { [document.uri]: changes } }, ...more };
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const span: Range = [start, before.length - end];
  return { span, text: after.slice(start, after.length - end) };
}

/**
 * The comment that disables a rule at a finding; its reason is left to the author, and the rule `suppression`
 * asks for it. Undefined if no comment can disable it.
 */
function disablingEdit(source: Source, { rule, path, place }: Diagnostic): TextEdit | undefined {
  const { text = '', file } = source;
  if (isJson(file) || place.kind !== 'text' || indispensable.includes(rule) || rule === 'suppression') {
    return undefined;
  }
  // Within a text of several lines a comment would be part of the text, so it goes above the entry.
  const entry = path.length > 0 ? source.locate({ path, at: 'key' }) : place;
  const at = entry.kind === 'text' ? Math.min(entry.start.offset, place.start.offset) : place.start.offset;
  const start = lineStart(text, at);
  const indent = /^ */.exec(text.slice(start, at))?.[0] ?? '';
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const comment = `${indent}# bieu2-disable-next-line ${rule} -- ${lineBreak}`;
  return { span: [start, start], text: comment };
}

/** LF, CRLF and a lone CR each end a line. */
const lineStart = (text: string, offset: number) =>
  offset <= 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
