import { describe, expect, it } from 'vitest';
import { completeExample } from '../../src/build/complete-example.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { reportText } from '../../src/reporters/report-text.ts';
import { rules } from '../../src/rules/index.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { officeSchema } from './office-schema.ts';

const shown = rules.flatMap(({ id, example }) => (example ? [{ id, ...example }] : []));

/** What `bieu2 validate` prints of the whole form that an example stands for, by rule. */
function outputs(language: 'vi' | 'en'): string {
  const style = { language, colorLevel: 0, width: 80 } as const;
  return shown
    .map(({ id, bad }) => {
      const source = parseText(completeExample(bad), `${id}.yaml`);
      const schema = id === 'office-schema' ? { schema: officeSchema } : {};
      const { report } = validateSource(source, { language, ...schema });
      const run = { toolVersion: '', files: [report], notForms: 0, rules };
      return reportText(pretty, run, style);
    })
    .join(`${'─'.repeat(80)}\n`);
}

describe('what is said of the wrong example on the page of each rule', () => {
  it.each(['vi', 'en'] as const)('in %s', async (language) => {
    await expect(outputs(language)).toMatchFileSnapshot(`golden/examples-${language}.txt`);
  });
});
