import type { Severity } from '../diagnostics/finding.ts';
import { defaultRuleOptions, type RuleOptions } from '../rules/rule.ts';
import type { Config, FileSettings, RuleSetting } from './config.ts';
import { matchGlob } from './match-glob.ts';

/** What a configuration says of one file. @param path below the configuration's folder, with `/` */
export function settingsFor({ rules = {}, overrides = [] }: Config, path: string): FileSettings {
  const severities: Record<string, Severity | 'off'> = {};
  let leadership = defaultRuleOptions['task-complexity'].leadership;
  const take = (settings: Readonly<Record<string, RuleSetting>>) => {
    for (const [id, setting] of Object.entries(settings)) {
      const severity = typeof setting === 'string' ? setting : setting.severity;
      if (severity !== undefined) severities[id] = severity;
      if (
        id === 'task-complexity' &&
        typeof setting === 'object' &&
        typeof setting.leadership === 'boolean'
      ) {
        leadership = setting.leadership;
      }
    }
  };
  take(rules);
  for (const override of overrides) {
    if (override.files.some((pattern) => matchGlob(path, pattern))) take(override.rules);
  }
  const ruleOptions: RuleOptions = { 'task-complexity': { leadership } };
  return { severities, ruleOptions };
}
