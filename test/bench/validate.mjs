// `bieu2 validate` over 1,000 copies of the reference form, beside parsing them by the `yaml` library alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, milliseconds, printTable, program, referenceForm, timeOf } from './measure.mjs';

const copies = 1_000;
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'bieu2-bench-'));
const text = readFileSync(referenceForm);
for (let index = 0; index < copies; index++) writeFileSync(join(folder, `${index}.yaml`), text);

const parser = fileURLToPath(new URL('parse-yaml.mjs', import.meta.url));
const times = { yaml: [], bieu2: [] };
for (let round = 0; round < rounds; round++) {
  times.yaml.push(timeOf([parser, folder]));
  times.bieu2.push(timeOf([program, 'validate', folder]));
}
rmSync(folder, { recursive: true });

const base = median(times.yaml);
printTable(`Checking ${copies} copies of the reference form (median of ${rounds} alternating runs)`, [
  ['', 'time', 'a form', 'ratio'],
  ['yaml, parsing alone', milliseconds(base), milliseconds(base / copies), '1.00'],
  [
    'bieu2 validate',
    milliseconds(median(times.bieu2)),
    milliseconds(median(times.bieu2) / copies),
    (median(times.bieu2) / base).toFixed(2),
  ],
]);
