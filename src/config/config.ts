import type { Severity } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import type { RuleOptions } from '../rules/rule.ts';

/** The setting of a rule: its severity, or its severity and options. */
export type RuleSetting =
  | Severity
  | 'off'
  | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** A decoded configuration file; file names as written, relative to its folder. */
export interface Config {
  readonly language?: Language;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly files?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly reason: string;
    readonly rules: Readonly<Record<string, RuleSetting>>;
  }[];
  readonly template?: string;
  readonly schema?: string;
  readonly baseline?: string;
}

/** The settings for one file. */
export interface FileSettings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Partial<RuleOptions>;
}

/** In UTF-16 units; no system has longer paths. */
export const maxPatternLength = 4096;
