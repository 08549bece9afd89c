/**
 * Prints forms of 10 to 60 rows in the shipped looks, through LibreOffice, Chromium and Typst, and fails where an
 * official would send a page back, such as one of signatures alone:
 *
 *   npm run pages -- [--from 10] [--to 60] [--look bieu-so-2] [--out folder]
 *
 * Pages with faults are written to the folder, as PDF.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { faultsOf } from './faults-of.ts';
import { endings, formOf } from './forms.ts';
import { pagesAreMissing, printForms } from './print.ts';

const { values: flags } = parseArgs({
  options: {
    from: { type: 'string', default: '10' },
    to: { type: 'string', default: '60' },
    look: { type: 'string', multiple: true, default: Object.keys(shippedLooks) },
    out: { type: 'string' },
  },
});
if (pagesAreMissing) throw new Error(pagesAreMissing);

const [from, to] = [Number(flags.from), Number(flags.to)];
const counts = Array.from({ length: to - from + 1 }, (_, index) => from + index);
const forms = Object.fromEntries(
  endings.flatMap((ending) => counts.map((rows) => [`${rows}-${ending}`, formOf(rows, ending)])),
);

let withFaults = 0;
const printed = await printForms(forms, flags.look);
for (const one of printed) {
  const { form, look, format, pdf } = one;
  const sheet = forms[form];
  const faults = sheet ? faultsOf(one, sheet) : [];
  if (faults.length === 0) continue;
  withFaults += 1;
  process.stdout.write(`${form} ${look} ${format}: ${faults.join('; ')}\n`);
  if (flags.out === undefined) continue;
  mkdirSync(flags.out, { recursive: true });
  writeFileSync(join(flags.out, `${form}-${look}-${format}.pdf`), pdf);
}
process.stdout.write(`${printed.length} forms printed, ${withFaults} with faults\n`);
if (withFaults > 0) process.exitCode = 1;
