/** What offices can set about rules, by the rule's id; defined for the configuration file in `config-file.ts`. */
export interface RuleOptions {
  readonly 'task-complexity': {
    /** Tasks and duties of group I need a level, too; on paper their cells stay empty. */
    readonly leadership: boolean;
  };
}

export const defaultRuleOptions: RuleOptions = { 'task-complexity': { leadership: false } };
