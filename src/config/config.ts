import type { Severity } from '../diagnostics/finding.ts';
import type { Language } from '../diagnostics/wording.ts';
import { defaultRuleOptions, type RuleOptions } from '../rules/rule.ts';
import { globMatcher } from './glob-matcher.ts';

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

/** The settings of each file, by its path below the configuration's folder, with `/`. */
export function settingsFor({ rules = {}, overrides = [] }: Config): (path: string) => FileSettings {
  const parts = overrides.map((override) => ({
    rules: override.rules,
    isMeant: globMatcher(override.files),
  }));
  return (path) => {
    const severities: Record<string, Severity | 'off'> = {};
    let leadership = defaultRuleOptions['task-complexity'].leadership;
    const apply = (settings: Readonly<Record<string, RuleSetting>>) => {
      for (const [id, setting] of Object.entries(settings)) {
        const options = typeof setting === 'string' ? { severity: setting } : setting;
        if (options.severity !== undefined) severities[id] = options.severity;
        if (id === 'task-complexity' && 'leadership' in options) leadership = options.leadership === true;
      }
    };
    apply(rules);
    for (const part of parts) if (part.isMeant(path)) apply(part.rules);
    const ruleOptions: RuleOptions = { 'task-complexity': { leadership } };
    return { severities, ruleOptions };
  };
}
