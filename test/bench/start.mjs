// How much processor time a whole command takes, from start to end, beside Node.js doing nothing: on a quiet machine
// the ratios are those of the time that passes, and on a busy one they are the same.
import { join } from 'node:path';
import {
  costOf,
  fastestTimes,
  isQuick,
  milliseconds,
  program,
  ratio,
  referenceForm,
  run,
  scratch,
} from './measure.mjs';

/** Other commands, whose ratios are one line of the figures. */
const others = {
  '--version': ['--version'],
  '--help': ['--help'],
  rules: ['rules'],
  'validate form.docx': ['validate', join(scratch, 'form.docx')],
  'render --format html': ['render', referenceForm, '-o', join(scratch, 'form.html')],
  export: ['export', referenceForm],
  summary: ['summary', referenceForm],
};

export function measureStart() {
  const rounds = isQuick ? 11 : 31;
  const validate = [program, 'validate', referenceForm];
  const render = [program, 'render', referenceForm, '-o', join(scratch, 'form.docx')];
  // As the first run after an installation, which finds no compiled code of earlier runs.
  const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
  // In a pipe, as in CI: for a terminal, or /dev/null, which may be one, Node.js loads its streams.
  const inPipe = (args, more = {}) => ({ args, capture: true, ...more });
  const commands = {
    'node -e 0': inPipe(['-e', '0']),
    'bieu2 validate': inPipe(validate),
    'bieu2 render': inPipe(render),
    'bieu2 validate, nothing kept': inPipe(validate, { env }),
    'bieu2 render, nothing kept': inPipe(render, { env }),
    ...Object.fromEntries(
      Object.entries(others).map(([name, args]) => [`bieu2 ${name}`, inPipe([program, ...args])]),
    ),
  };
  // Fills the disk cache, and keeps compiled code.
  for (let count = 0; count < 3; count++) for (const { args } of Object.values(commands)) run(args);
  const times = fastestTimes('start to end', commands, rounds, (...command) => costOf(...command).processor);
  const to = (name) => times[name] / times['node -e 0'];
  const value = (name) => {
    const [kept, first] = [ratio(to(`bieu2 ${name}`)), ratio(to(`bieu2 ${name}, nothing kept`))];
    return {
      vi: `${kept.vi} (khi chưa có bản biên dịch sẵn: ${first.vi})`,
      en: `${kept.en} (without a code cache: ${first.en})`,
    };
  };
  const list = (language) =>
    Object.keys(others)
      .map((name) => `\`${name}\` ${ratio(to(`bieu2 ${name}`))[language]}`)
      .join(language === 'vi' ? '; ' : ', ');
  return {
    table: {
      title: `Processor time of a whole command with the reference form (least of ${rounds} alternating runs)`,
      rows: [
        ['command', 'time', 'ratio'],
        ...Object.keys(times).map((name) => [name, milliseconds(times[name]), to(name).toFixed(2)]),
      ],
    },
    figures: [
      {
        vi: 'Thời gian bộ xử lý của `bieu2 validate` với biểu tham khảo, so với `node -e 0`',
        en: 'Processor time of `bieu2 validate` with the reference form, relative to `node -e 0`',
        value: value('validate'),
      },
      {
        vi: 'Thời gian bộ xử lý của `bieu2 render` với biểu tham khảo, so với `node -e 0`',
        en: 'Processor time of `bieu2 render` with the reference form, relative to `node -e 0`',
        value: value('render'),
      },
      {
        vi: 'Thời gian bộ xử lý của các lệnh khác, so với `node -e 0`',
        en: 'Processor time of other commands, relative to `node -e 0`',
        value: {
          vi: list('vi'),
          en: list('en'),
        },
      },
    ],
  };
}
