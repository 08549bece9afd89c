// `bieu2 validate` over generated forms, no two of them alike and each with the three warnings of the reference
// form, beside the `yaml` library parsing them and nothing else; then beside ajv-cli and Spectral, which check
// the structure only. All but bieu2 use one core. `--quick` leaves out 10,000 forms and Spectral.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeForms } from './forms.mjs';
import {
  inFolder,
  isQuick,
  medians,
  milliseconds,
  printTable,
  program,
  root,
  timeOf,
  verdict,
} from './measure.mjs';
import { ajvCli, peersAreMissing, spectral } from './peers.mjs';

const parser = fileURLToPath(new URL('parse-yaml.mjs', import.meta.url));
const schema = `${root}schemas/form.schema.json`;
const cores = os.availableParallelism();
const yaml = 'yaml, parsing alone';
const bieu2 = (jobs) => `bieu2 validate --jobs ${jobs}`;
const validate = (folder, jobs) => timeOf([program, 'validate', '--no-config', '--jobs', `${jobs}`, folder]);

const perSecond = (count, time) => (count / (time / 1000)).toFixed(0);

function measureThreads(count, rounds) {
  return inFolder((folder) => {
    writeForms(folder, count);
    const runs = { [yaml]: () => timeOf([parser, folder]) };
    for (const jobs of [1, 2, cores]) runs[bieu2(jobs)] = () => validate(folder, jobs);
    return { count, times: medians(runs, rounds) };
  });
}

/** A ruleset of Spectral that holds documents against the schema and does nothing else. */
const ruleset = () => `rules:
  form:
    given: $
    severity: error
    then:
      function: schema
      functionOptions:
        schema: ${JSON.stringify(JSON.parse(readFileSync(schema, 'utf8')))}
`;

function measurePeers(count, rounds) {
  return inFolder((folder) => {
    const forms = join(folder, 'forms');
    const pattern = `${forms.replaceAll('\\', '/')}/**/*.yaml`;
    const rules = join(folder, 'ruleset.yaml');
    writeForms(forms, count);
    writeFileSync(rules, ruleset());
    const runs = {
      [bieu2(cores)]: () => validate(forms, cores),
      'ajv-cli': () => timeOf([ajvCli, 'validate', '--spec=draft7', '-s', schema, '-d', pattern]),
    };
    if (!isQuick) runs.Spectral = () => timeOf([spectral, 'lint', '-r', rules, pattern]);
    return medians(runs, rounds);
  });
}

const results = [await measureThreads(1_000, 5)];
if (!isQuick) results.push(await measureThreads(10_000, 3));
printTable('Checking generated forms (medians of 5 alternating runs, of 3 with 10,000)', [
  ['forms', '', 'time', 'a second', 'ratio'],
  ...results.flatMap(({ count, times }) =>
    Object.entries(times).map(([name, time]) => [
      `${count}`,
      name,
      milliseconds(time),
      perSecond(count, time),
      (time / times[yaml]).toFixed(2),
    ]),
  ),
]);

const structure = peersAreMissing ? undefined : await measurePeers(1_000, 3);
if (structure) {
  printTable(
    'The same beside tools that check the structure of 1,000 forms (medians of 3 alternating runs)',
    [
      ['', 'time', 'a second', 'ratio'],
      ...Object.entries(structure).map(([name, time]) => [
        name,
        milliseconds(time),
        perSecond(1_000, time),
        (time / structure['ajv-cli']).toFixed(2),
      ]),
    ],
  );
}

const targets = results.flatMap(({ count, times }) => [
  [`${count} forms on one core, yaml parsing alone being 1`, '≤ 1.25', times[bieu2(1)] / times[yaml]],
  [`${count} forms, how many times faster on two`, '≥ 1.7', times[bieu2(1)] / times[bieu2(2)]],
]);
if (structure) {
  const ratio = structure[bieu2(cores)] / structure['ajv-cli'];
  targets.push([`1000 forms on all ${cores} cores, ajv-cli being 1`, '≤ 1', ratio]);
}
printTable('The same against its targets', [
  ['', 'bieu2', 'target', ''],
  ...targets.map(([name, bound, value]) => [name, value.toFixed(2), bound, verdict(value, bound)]),
]);
