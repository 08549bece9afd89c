// `bieu2 validate` over generated forms, no two of them alike and each with the three warnings of the reference form,
// beside the `yaml` library parsing them and nothing else, and beside ajv-cli and Spectral, which check the structure
// only. All but bieu2 use one core. Spectral and `yaml` alone read 1,000 forms only.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styles, writeForms } from './forms.mjs';
import { costOf, fastestTimes, milliseconds, program, ratio, root, scratch } from './measure.mjs';
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

function timesOf(count) {
  const forms = join(scratch, `check-${count}`);
  writeForms(forms, count);
  const isSmall = count <= 1_000;
  const commands = isSmall ? { 'yaml, parsing alone': [worker, 'parse-yaml', forms] } : {};
  for (const jobs of new Set([1, cores])) {
    commands[bieu2(jobs)] = [program, 'validate', '--no-config', '--jobs', `${jobs}`, forms];
  }
  if (!peersAreMissing()) {
    const pattern = `${forms.replaceAll('\\', '/')}/**/*.yaml`;
    const rules = join(scratch, 'ruleset.yaml');
    writeFileSync(rules, ruleset());
    commands['ajv-cli'] = [ajvCli(), 'validate', '--spec=draft7', '-s', schema, '-d', pattern];
    if (isSmall) commands.Spectral = { args: [spectral(), 'lint', '-r', rules, pattern], isSlow: true };
  }
  return fastestTimes(`${count} forms`, commands, isSmall ? 3 : 2);
}

/** Processor time for 1,000 forms in each style: of `yaml`, and of bieu2 to it. */
function measureStyles() {
  const processorTime = (args, options) => costOf(args, options).processor;
  return Object.keys(styles).map((style) => {
    const forms = join(scratch, `check-${style.replaceAll(' ', '-')}`);
    writeForms(forms, 1_000, 0, style);
    const commands = {
      yaml: [worker, 'parse-yaml', forms],
      bieu2: [program, 'validate', '--no-config', '--jobs', '1', forms],
    };
    const { yaml, bieu2 } = fastestTimes(`1000 forms, ${style}`, commands, 3, processorTime);
    return { style, yaml, bieu2, ratio: bieu2 / yaml };
  });
}

export function measureCheck() {
  const byStyle = measureStyles();
  const ratios = byStyle.map((one) => one.ratio);
  const [least, largest] = [ratio(Math.min(...ratios)), ratio(Math.max(...ratios))];
  const results = [1_000, 10_000].map((count) => [count, timesOf(count)]);
  const [[few, times]] = results;
  const inLanguage = (count, language) => count.toLocaleString(language);
  const figures = [
    {
      vi: `Thời gian \`bieu2 validate\` ${inLanguage(few, 'vi')} biểu trên một lõi, so với chỉ đọc YAML bằng thư viện \`yaml\``,
      en: `Time of \`bieu2 validate\` for ${inLanguage(few, 'en')} forms on one core, relative to only parsing them with the \`yaml\` library`,
      value: ratio(times[bieu2(1)] / times['yaml, parsing alone']),
    },
    {
      vi: `Như trên, với ${cores} lõi: số biểu mỗi giây`,
      en: `The same on ${cores} cores: forms per second`,
      value: ratio(few / (times[bieu2(cores)] / 1000)),
    },
  ];
  figures.push({
    vi: 'Thời gian bộ xử lý của `bieu2 validate` với 1.000 biểu viết xuống dòng, trong ngoặc kép hoặc đơn, dạng gập (`>`) hoặc trong ngoặc nhọn, so với chỉ đọc bằng `yaml`',
    en: 'Processor time of `bieu2 validate` for 1,000 forms of each style (wrapped, double-quoted, single-quoted, folded, in braces), relative to only parsing them with `yaml`',
    value: { vi: `${least.vi} đến ${largest.vi}`, en: `${least.en} to ${largest.en}` },
  });
  for (const [count, times] of results) {
    figures.push({
      vi: `\`bieu2 validate\` ${inLanguage(count, 'vi')} biểu: ${cores} lõi nhanh gấp mấy lần một lõi`,
      en: `\`bieu2 validate\` of ${inLanguage(count, 'en')} forms: speedup on ${cores} cores over one`,
      value: ratio(times[bieu2(1)] / times[bieu2(cores)]),
    });
    for (const peer of ['ajv-cli', 'Spectral']) {
      if (times[peer] === undefined) continue;
      figures.push({
        vi: `Thời gian \`bieu2 validate\` ${inLanguage(count, 'vi')} biểu trên ${cores} lõi, so với ${peer} (chỉ xét cấu trúc, một lõi)`,
        en: `Time of \`bieu2 validate\` for ${inLanguage(count, 'en')} forms on ${cores} cores, relative to ${peer} (structure only, one core)`,
        value: ratio(times[bieu2(cores)] / times[peer]),
      });
    }
  }
  const styled = {
    title: '1,000 forms by the style of their texts (least processor time of 3 alternating runs)',
    rows: [
      ['texts', 'yaml', 'bieu2 validate', 'ratio'],
      ...byStyle.map(({ style, yaml, bieu2, ratio }) => [
        style,
        milliseconds(yaml),
        milliseconds(bieu2),
        ratio.toFixed(2),
      ]),
    ],
  };
  const table = {
    title: 'Checking generated forms (fastest of 3 alternating runs, of 2 with 10,000; Spectral once)',
    rows: [
      ['forms', '', 'time', 'a second', 'ratio'],
      ...results.flatMap(([count, some]) =>
        Object.entries(some).map(([name, time]) => [
          `${count}`,
          name,
          milliseconds(time),
          (count / (time / 1000)).toFixed(0),
          (time / some[bieu2(1)]).toFixed(2),
        ]),
      ),
    ],
  };
  return { tables: [table, styled], figures };
}
