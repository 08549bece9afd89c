import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Path } from '../../src/diagnostics/finding.ts';
import { formKeys } from '../../src/form/form-keys.ts';
import { analyse, FormDocuments } from '../../src/lsp/analysis.ts';
import { codeActions } from '../../src/lsp/code-actions.ts';
import { documentSymbols } from '../../src/lsp/document-symbols.ts';
import { fieldMeaning } from '../../src/lsp/field-meanings.ts';
import type { Host } from '../../src/lsp/host.ts';
import { hover } from '../../src/lsp/hover.ts';
import { Publisher } from '../../src/lsp/publisher.ts';
import { toDiagnostic } from '../../src/lsp/to-diagnostic.ts';
import { goodForm } from '../cli/run-main.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schemas/form.schema.json', import.meta.url), 'utf8'),
);

test('every field has a meaning in both languages', () => {
  const places: [Path, readonly string[]][] = [
    [[], formKeys.form],
    [['groups'], ['I', 'II', 'III']],
    [['groups', 'I'], formKeys.group],
    [['groups', 'IV', 'positions', 0], formKeys.section],
    [['groups', 'I', 'areas', 0], formKeys.section],
    [['groups', 'I', 'tasks', 0], formKeys.task],
    [['groups', 'II', 'areas', 0, 'tasks', 0], formKeys.task],
    [['signatures'], formKeys.signatures],
    [['signatures', 'approvedBy'], formKeys.signatory],
  ];
  for (const [path, keys] of places) {
    for (const key of keys) {
      const meanings = (['vi', 'en'] as const).map((one) => fieldMeaning(schema, [...path, key], one));
      expect(meanings, [...path, key].join('.')).toEqual([expect.any(String), expect.any(String)]);
      expect(meanings[0]).not.toBe(meanings[1]);
    }
  }
});

/** Everything that an editor asks of a document, at one offset of it. */
function askAll(text: string, offset: number, languageId: string): void {
  const document = TextDocument.create('untitled:form', languageId, 1, text);
  const settings = { options: { language: 'vi' as const }, isExcluded: false };
  const analysis = analyse(document, settings, () => true);
  if (!analysis) return;
  const position = document.positionAt(offset);
  const range = { start: position, end: position };
  const at = analysis.offsetAt(position);
  for (const one of analysis.inspection.diagnostics) {
    const { start, end } = toDiagnostic(one, analysis).range;
    expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end));
  }
  hover(analysis, at, schema);
  codeActions(analysis, { textDocument: document, range, context: { diagnostics: [] } });
  for (const { range: whole, selectionRange } of documentSymbols(analysis)) {
    expect(document.offsetAt(selectionRange.start)).toBeGreaterThanOrEqual(document.offsetAt(whole.start));
    expect(document.offsetAt(selectionRange.end)).toBeLessThanOrEqual(document.offsetAt(whole.end));
  }
}

test('no text is too odd', () => {
  const slip = fc.record({
    at: fc.nat(goodForm.length),
    gone: fc.nat(12),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('\n', '\r', '\r\n', ' ', '- ', ': ', '"', '|\n', '[', '{', '&a ', '*a', '# ', '\uFEFF'),
    ),
  });
  fc.assert(
    fc.property(
      fc.array(slip, { maxLength: 4 }),
      fc.nat(goodForm.length),
      fc.boolean(),
      (slips, offset, isJson) => {
        const text = slips.reduce(
          (before, { at, gone, text }) => before.slice(0, at) + text + before.slice(at + gone),
          goodForm,
        );
        askAll(text, Math.min(offset, text.length), isJson ? 'json' : 'yaml');
      },
    ),
    { numRuns: 400 },
  );
});

test('a byte order mark moves nothing', () => {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, '\uFEFFfrom: bieu-so-2\n');
  const settings = { options: { language: 'en' as const }, isExcluded: false };
  const analysis = analyse(document, settings, () => true);
  const [first] = analysis?.inspection.diagnostics ?? [];
  expect(analysis && first && document.getText(toDiagnostic(first, analysis).range)).toBe('from');
});

test('sends nothing for a document that was closed or changed while the office’s schema was at work', async () => {
  const checks: (() => void)[] = [];
  const bySchema = () => new Promise<[]>((resolve) => checks.push(() => resolve([])));
  const host: Host = {
    version: '0',
    formSchema: schema,
    settingsFor: async () => ({ options: { language: 'en' }, isExcluded: false, bySchema }),
    isGone: () => false,
    isForm: () => true,
    configFaults: () => undefined,
  };
  let opened: TextDocument | undefined = TextDocument.create('untitled:form', 'yaml', 1, 'form: x\n');
  const sent: PublishDiagnosticsParams[] = [];
  const connection = { sendDiagnostics: async (one: PublishDiagnosticsParams) => sent.push(one) };
  const forms = new FormDocuments(host);
  // @ts-expect-error: of a connection only what it needs here
  const publisher = new Publisher(connection, forms, host);
  const schedule = () => publisher.schedule('untitled:form', () => opened);

  schedule();
  await vi.waitFor(() => expect(checks).toHaveLength(1));
  const before = analyse(opened, { options: { language: 'en' }, isExcluded: false }, () => true);
  TextDocument.update(opened, [{ text: '\n\nform: x\n' }], 2);
  schedule();
  await vi.waitFor(() => expect(checks).toHaveLength(2));
  for (const finish of checks) finish();
  await vi.waitFor(() => expect(sent.map(({ version }) => version)).toEqual([2]));
  expect(before?.rangeOf([0, 4]).start.line).toBe(0);

  TextDocument.update(opened, [{ text: 'form: y\n' }], 3);
  schedule();
  await vi.waitFor(() => expect(checks).toHaveLength(3));
  const last = forms.analysis(opened);
  opened = undefined;
  forms.close('untitled:form');
  publisher.close('untitled:form');
  checks[2]?.();
  await last;
  await Promise.resolve();
  expect(sent.slice(1)).toEqual([{ uri: 'untitled:form', diagnostics: [] }]);
});
