// `bieu2 validate` over generated forms, no two of them alike and each with the three warnings of the reference form,
// beside the `yaml` library parsing them and nothing else, and beside ajv-cli and Spectral, which check the structure
// only. All but bieu2 use one core. `--quick` leaves out 10,000 forms and Spectral.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeForms } from './forms.mjs';
import { fastestTimes, isQuick, milliseconds, program, ratio, root, scratch } from './measure.mjs';
import { ajvCli, peersAreMissing, spectral } from './peers.mjs';

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url));
const schema = `${root}schemas/form.schema.json`;
const cores = os.availableParallelism();
const bieu2 = (jobs) => `bieu2 validate --jobs ${jobs}`;

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

function timesOf(count, withPeers) {
  const forms = join(scratch, `check-${count}`);
  writeForms(forms, count);
  const commands = { 'yaml, parsing alone': [worker, 'parse-yaml', forms] };
  for (const jobs of new Set([1, cores])) {
    commands[bieu2(jobs)] = [program, 'validate', '--no-config', '--jobs', `${jobs}`, forms];
  }
  if (withPeers) {
    const pattern = `${forms.replaceAll('\\', '/')}/**/*.yaml`;
    const rules = join(scratch, 'ruleset.yaml');
    writeFileSync(rules, ruleset());
    commands['ajv-cli'] = [ajvCli(), 'validate', '--spec=draft7', '-s', schema, '-d', pattern];
    if (!isQuick) commands.Spectral = [spectral(), 'lint', '-r', rules, pattern];
  }
  return fastestTimes(`${count} forms`, commands, 3);
}

export function measureCheck() {
  const results = [[1_000, timesOf(1_000, !peersAreMissing())]];
  if (!isQuick) results.push([10_000, timesOf(10_000, false)]);
  const [[, few]] = results;
  const [most, many] = results.at(-1);
  const times = (value) => ratio(value);
  const figures = [
    {
      vi: `\`bieu2 validate\` ${most.toLocaleString('vi')} biểu trên một lõi, so với chỉ đọc YAML bằng thư viện \`yaml\` là 1`,
      en: `\`bieu2 validate\` of ${most.toLocaleString('en')} forms on one core, parsing them by the \`yaml\` library alone being 1`,
      value: times(many[bieu2(1)] / many['yaml, parsing alone']),
    },
    {
      vi: `Như trên, với ${cores} lõi: số biểu mỗi giây`,
      en: `The same on ${cores} cores: forms a second`,
      value: ratio(most / (many[bieu2(cores)] / 1000)),
    },
  ];
  for (const peer of ['ajv-cli', 'Spectral']) {
    if (few[peer] === undefined) continue;
    figures.push({
      vi: `\`bieu2 validate\` 1.000 biểu trên ${cores} lõi, so với ${peer} (chỉ xét cấu trúc, một lõi) là 1`,
      en: `\`bieu2 validate\` of 1,000 forms on ${cores} cores, ${peer} (structure only, one core) being 1`,
      value: times(few[bieu2(cores)] / few[peer]),
    });
  }
  return {
    table: {
      title: 'Checking generated forms (fastest of 3 alternating runs)',
      rows: [
        ['forms', '', 'time', 'a second', 'ratio'],
        ...results.flatMap(([count, some]) =>
          Object.entries(some).map(([name, time]) => [
            `${count}`,
            name,
            milliseconds(time),
            (count / (time / 1000)).toFixed(0),
            (time / some['yaml, parsing alone']).toFixed(2),
          ]),
        ),
      ],
    },
    figures,
  };
}
