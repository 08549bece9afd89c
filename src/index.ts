/** The public API of bieu2. Importing it does nothing but define. */

export { compareForms } from './compare/compare-forms.ts';
export type {
  CompareOptions,
  Difference,
  Part as DifferencePart,
  PartChange as DifferenceChange,
  SectionName,
  Subject as DifferenceSubject,
  TaskRating as DifferenceRating,
} from './compare/difference.ts';
export type { DiffSegment as Segment } from './compare/word-difference.ts';
export type {
  Diagnostic,
  DocumentPlace,
  FileReport,
  Finding,
  Path,
  Place,
  Point,
  RuleInfo,
  Severity,
  TablePlace,
  TextPlace,
} from './diagnostics/finding.ts';
export type { Language, Wording } from './diagnostics/wording.ts';
export { type Fixed, fixSource as fixForm, type Parse } from './fix.ts';
export type { Form, Group, Level, Section, Signatory, Task, Text } from './form/form.ts';
export type { FormFile } from './generated/form-types.ts';
export type { Look } from './generated/look-types.ts';
export type { LookName } from './generated/shipped-looks.ts';
export { shippedLooks as looks } from './generated/shipped-looks.ts';
export { type MergedForm, type MergeOptions, mergeToForm as mergeForms } from './merge-to-form.ts';
export { compileSchema, SlowSchema } from './office-schema/compile-schema.ts';
export { type RenderOptions, type RenderStyle, renderForm } from './render.ts';
export { type RenderFormat, renderFormats } from './render-formats.ts';
export { formatPlace } from './reporters/format-place.ts';
export { ruleInfos as rules } from './rules/index.ts';
export type { RuleOptions } from './rules/rule.ts';
export type { Sheet, SheetRow as Row } from './sheet/sheet.ts';
export { sheetOf } from './sheet/sheet-of.ts';
export type { FoundFix } from './sound-fixes.ts';
export type { TextEdit } from './source/edit/apply-edits.ts';
export { parseText as parseForm } from './source/parse-text.ts';
export type { Source } from './source/source.ts';
export { summarizeForms as summarize } from './summarize-forms.ts';
export type { SummaryFigures } from './summary/summary-json.ts';
export { type TaskRow, taskRows } from './tasks/task-rows.ts';
export {
  type SchemaCheck,
  type ValidateOptions,
  type Validation,
  validateSource as validateForm,
} from './validate.ts';
export { type CheckedForm, validateContent as validate } from './validate-content.ts';
export type { FontEncoding } from './vietnamese/legacy-encodings.ts';
export { type Annotation, annotateWordForm } from './word/annotate/annotate-word-form.ts';
export type { Leftover } from './word/read/places.ts';
export { readWordForm, type WordReadOptions, type WordSource } from './word/read/read-word-form.ts';
export { type ReadTemplate, readTemplate, type Template } from './word/template/compile/read-template.ts';
export type { TemplateProblem } from './word/template/template-problem.ts';
export { type ImportedForm, type ImportOptions, importForm } from './word-to-form.ts';
