import type { RuleInfo } from '../diagnostics/finding.ts';
import { codeInText } from './code-in-text.ts';
import { codeSequence } from './code-sequence.ts';
import { confusableLetters } from './confusable-letters.ts';
import { controlCharacters } from './control-characters.ts';
import { duplicateTask } from './duplicate-task.ts';
import { emptyText } from './empty-text.ts';
import { fileEncoding } from './file-encoding.ts';
import { formShape } from './form-shape.ts';
import { groupsPresent } from './groups-present.ts';
import { invalidDate } from './invalid-date.ts';
import { leadAboveJoin } from './lead-above-join.ts';
import { leadershipComplexity } from './leadership-complexity.ts';
import { legacyEncoding } from './legacy-encoding.ts';
import { mixedToneStyle } from './mixed-tone-style.ts';
import { numbering } from './numbering.ts';
import { officeSchema } from './office-schema.ts';
import { placeholder } from './placeholder.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { spacing } from './spacing.ts';
import { suppression } from './suppression.ts';
import { suspiciousCut } from './suspicious-cut.ts';
import { syntax } from './syntax.ts';
import { taskComplexity } from './task-complexity.ts';
import { unicodeNfc } from './unicode-nfc.ts';
import { unratedTask } from './unrated-task.ts';
import { wordFile } from './word-file.ts';
import { wordForm } from './word-form.ts';

/** Every rule, errors first; tables and help show them in this order. */
export const rules: readonly Rule[] = [
  syntax,
  formShape,
  groupsPresent,
  taskComplexity,
  numbering,
  codeSequence,
  emptyText,
  invalidDate,
  legacyEncoding,
  controlCharacters,
  officeSchema,
  wordFile,
  wordForm,
  fileEncoding,
  unratedTask,
  leadershipComplexity,
  duplicateTask,
  unicodeNfc,
  confusableLetters,
  repeatedWord,
  spacing,
  mixedToneStyle,
  codeInText,
  leadAboveJoin,
  placeholder,
  suspiciousCut,
  suppression,
];

/** The description of every rule, without its functions. */
export const ruleInfos: readonly RuleInfo[] = rules;

/** Rules that are always errors: otherwise an unreadable file would pass. */
export const indispensable: readonly string[] = [syntax.id, formShape.id, wordFile.id];
