/** An attack that tests try: their files, and a part of their names where it is not all of a file. */
interface Attack {
  readonly attack: string;
  readonly tests: readonly (readonly [file: string, part?: string])[];
}

/** What is tried beside the fuzz run. */
export const attacks: readonly Attack[] = [
  {
    attack: 'A file saved by somebody else while bieu2 works on it, or two runs at once',
    tests: [['test/cli/files/file-target.test.ts']],
  },
  {
    attack: 'Replacing files of other owners and modes, links, hard links; what killed runs leave behind',
    tests: [['test/cli/files/atomic-file.test.ts']],
  },
  {
    attack: 'Kept compiled code that is damaged, cut, linked, of another user, shared, on a full disk',
    tests: [['test/start/compiled-code.test.ts']],
  },
  {
    attack: 'Endless files, pipes and devices, in every place that takes a file',
    tests: [
      ['test/cli/files/read-named.test.ts'],
      ['test/cli/files/faults-files.test.ts', 'what is no file'],
    ],
  },
  {
    attack: 'Patterns that never finish: an office’s schema, globs',
    tests: [
      ['test/rules/office-schema.test.ts', 'a schema that takes too long'],
      ['test/cli/files/names.test.ts', 'takes for ever'],
      ['test/config/config-file.test.ts', 'is named by'],
    ],
  },
  {
    attack: 'A configuration that somebody else put there, that is faulty, or that is not one',
    tests: [['test/cli/check/config.test.ts']],
  },
  {
    attack: 'Commands of CI logs in names and texts',
    tests: [
      ['test/cli/ci-logs.test.ts'],
      ['test/reporters/escaping.test.ts'],
      ['test/ci-files.test.ts', 'runs nothing that an input says'],
    ],
  },
  {
    attack: 'Names of files with control characters, line breaks and marks of every format',
    tests: [['test/cli/files/faults-files.test.ts', 'names of files'], ['test/cli/files/names.test.ts']],
  },
  {
    attack: 'Formulas in CSV and workbooks',
    tests: [['test/tables/write-csv.test.ts'], ['test/tables/write-xlsx.test.ts']],
  },
  {
    attack: 'Scripts and marks in pages: HTML, summary, preview (in Chromium)',
    tests: [
      ['test/html/write-html.test.ts', 'script'],
      ['test/preview/browser.test.ts', 'lets no text of the form act'],
      ['test/summary/summary-page.test.ts'],
    ],
  },
  {
    attack: 'Other sites and other programs at the preview; listeners that do not read',
    tests: [['test/preview/server.test.ts'], ['test/preview/listeners.test.ts']],
  },
  {
    attack: 'Hostile Word packages: bombs, entities, external links, duplicates, damage',
    tests: [['test/word/read/hostile.test.ts'], ['test/word/read/hostile-texts.test.ts']],
  },
  {
    attack: '`--annotate` past the limits of the reader',
    tests: [['test/cli/validate/annotate.test.ts']],
  },
  {
    attack: 'Strange repositories: hooks, filters, fsmonitor, external diff',
    tests: [['test/cli/files/changed.test.ts']],
  },
  {
    attack: 'Kills, signals, LibreOffice that hangs, readers that close the pipe',
    tests: [['test/cli/run/faults-signals.test.ts']],
  },
  {
    attack: 'Threads that die, and too little memory',
    tests: [['test/cli/run/faults-threads.test.ts']],
  },
  {
    attack: 'Disks that are full, read-only or closed; few open files',
    tests: [['test/cli/files/faults-disk.test.ts']],
  },
  {
    attack: 'Editors with many requests, and clients that refuse or disconnect',
    tests: [['test/lsp/lsp.test.ts'], ['test/lsp/parts.test.ts']],
  },
];
