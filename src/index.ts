/** The public API of bieu2. Importing it does nothing but define. */
export type { Diagnostic, FileReport, Report, RuleInfo } from './diagnostics/diagnostic.ts';
export type { Finding, Path, Severity } from './diagnostics/finding.ts';
export type { DocumentPlace, Place, Point, TablePlace, TextPlace } from './diagnostics/place.ts';
export type { Language, Wording } from './diagnostics/wording.ts';
export { type Fixed, type FoundFix, fixSource as fixForm, type Parse } from './fix.ts';
export type { Form, Group, Section, Signatory, Task, Text } from './form/form.ts';
export type { FormFile } from './form/form-file.generated.ts';
export type { Level } from './form/level.ts';
export { type ImportedForm, type ImportOptions, importForm } from './import.ts';
export type { Look } from './look/look.generated.ts';
export { shippedLooks as looks } from './look/shipped-looks.generated.ts';
export { compileSchema } from './office-schema.ts';
export { type RenderOptions, type RenderStyle, renderForm } from './render.ts';
export { type RenderFormat, renderFormats } from './render-formats.ts';
export { rules } from './rules/index.ts';
export type { Fix, Rule } from './rules/rule.ts';
export type { RuleOptions } from './rules/rule-options.ts';
export type { Row, Sheet } from './sheet/sheet.ts';
export { sheetOf } from './sheet/sheet-of.ts';
export type { TextEdit } from './source/apply-edits.ts';
export { parseText as parseForm } from './source/parse-text.ts';
export type { Source } from './source/source.ts';
export { compareForms } from './units/compare-forms.ts';
export type { CompareOptions } from './units/compare-options.ts';
export type {
  Change as DifferenceChange,
  Difference,
  Part as DifferencePart,
  Rating as DifferenceRating,
  SectionName,
  Subject as DifferenceSubject,
} from './units/difference.ts';
export type { Segment } from './units/word-difference.ts';
export {
  type SchemaCheck,
  type ValidateOptions,
  type Validation,
  validateSource as validateForm,
} from './validate.ts';
export type { FontEncoding } from './vietnamese/convert-legacy.ts';
export { type ReadTemplate, readTemplate, type Template } from './word/read-template.ts';
export { type Annotation, annotateWordForm } from './word/reading/annotate-word-form.ts';
export type { Leftover } from './word/reading/places.ts';
export { readWordForm, type WordReadOptions, type WordSource } from './word/reading/read-word-form.ts';
export type { TemplateProblem } from './word/template-problem.ts';
