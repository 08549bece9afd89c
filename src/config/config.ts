import type { Severity } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import type { RuleOptions } from '../rules/rule.ts';

/** How a rule is set: its severity alone, or that beside its options. */
export type RuleSetting =
  | Severity
  | 'off'
  | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** A configuration file as decoded; file names as written, to be read from its folder. */
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

/** What holds for one file. */
export interface FileSettings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Partial<RuleOptions>;
}

/** In UTF-16 units: no name that a system knows is longer. */
export const maxPatternLength = 4096;
