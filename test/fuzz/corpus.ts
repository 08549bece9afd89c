import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** What inputs are made from: files of the project, by their kind, each list in a fixed order. */
export interface Corpus {
  readonly yaml: readonly string[];
  readonly json: readonly string[];
  readonly config: readonly string[];
  readonly look: readonly string[];
  readonly word: readonly Uint8Array[];
  readonly template: readonly Uint8Array[];
}

export function readCorpus(): Corpus {
  const forms = ['examples', 'examples/errors', 'test/fixtures/ok', 'test/fixtures/err'];
  const texts = (folders: readonly string[], ending: string) =>
    folders.flatMap((folder) => read(folder, ending)).map(asText);
  const looks = read('templates', '.yaml').map(asText);
  return {
    yaml: [...texts(forms, '.yaml'), ...looks.filter((text) => text.includes('groups:'))],
    json: texts(forms, '.json'),
    config,
    look: looks.filter((text) => text.includes('look:')),
    word: [...read('test/fixtures/word', '.docx'), ...read('templates', '.docx')],
    template: read('templates', '.docx'),
  };
}

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

function read(folder: string, ending: string): Uint8Array[] {
  const names = readdirSync(fileURLToPath(new URL(`${folder}/`, root))).filter((name) =>
    name.endsWith(ending),
  );
  return names.sort().map((name) => new Uint8Array(readFileSync(new URL(`${folder}/${name}`, root))));
}

/** Every key of a configuration, and small ones. */
const config = [
  `language: vi
rules:
  spacing: off
  task-complexity: { severity: error, leadership: true }
  repeated-word:
    severity: warning
files:
  include: [forms/**/*.yaml]
  exclude:
    - forms/old/**
overrides:
  - files: forms/imported/*.yaml
    reason: Chuyển từ Word
    rules:
      unrated-task: off
template: templates/bieu-so-2.docx
schema: office.schema.json
baseline: bieu2.baseline.json
`,
  'rules: { spacing: error }\n',
  '{"language": "en", "overrides": [{"files": ["a"], "rules": {"numbering": "off"}}]}\n',
];
