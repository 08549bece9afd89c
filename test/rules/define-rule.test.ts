import { expect, it } from 'vitest';
import { defineRule } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { formOf } from './form-of.ts';

const words = { vi: 'câu', en: 'sentence' };

/** The compiler holds the other half: `npm run check` fails where one of the marked lines compiles. */
it('a rule reports its own messages, and another does not compile', () => {
  const rule = defineRule({
    ...{ id: 'an-example', severity: 'error', summary: words, explanation: words },
    messages: { known: { text: () => words } },
    check(_form, report) {
      report({ message: 'known', path: [] });
      // @ts-expect-error: such a message is not among the rule's own
      report({ message: 'unknown', path: [] });
    },
    fix: {
      summary: words,
      // @ts-expect-error: as above
      changes: ({ message }) => (message === 'unknown' ? [] : []),
    },
  });
  // @ts-expect-error: as above
  expect(rule.messages.unknown).toBeUndefined();
  expect(runRules(formOf({}), [rule])).toContainEqual({ rule: 'an-example', message: 'known', path: [] });
});
