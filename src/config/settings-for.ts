import type { Severity } from '../diagnostics/finding.ts';
import { defaultRuleOptions, type RuleOptions } from '../rules/rule.ts';
import type { Config, FileSettings, RuleSetting } from './config.ts';
import { globMatcher } from './glob-matcher.ts';

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
