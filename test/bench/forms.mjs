// Generates folders of forms for the benchmarks: as the reference form, but no two with the same texts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceForm } from './measure.mjs';

// None of them occurs in the reference form, which might then repeat a word.
const words = 'xuân hạ thu đông lúa ngô khoai sắn cam quýt bưởi nhãn vải mận chè mít dừa ổi'.split(' ');

/** The reference form with every task and title worded anew; the same for the same seed. */
export function formText(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const word = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[(state >>> 16) % words.length];
  };
  // Titles, texts and duties, and the lines of block texts.
  return reference().replace(
    /^( {6,}(?:(?:- )?(?:text|title): |- |)"?)(\p{Lu}[^:\n]*)$/gmu,
    (_, head, line) => {
      const parts = line.split(' ');
      parts.splice(parts.length >> 1, 0, word(), `${seed}`, word());
      return head + parts.join(' ');
    },
  );
}

let text;
const reference = () => (text ??= readFileSync(referenceForm, 'utf8'));

/** Writes `count` forms into a folder, numbered from `first` on, 100 to a folder below it. */
export function writeForms(folder, count, first = 0) {
  for (let index = first; index < first + count; index++) {
    const unit = join(folder, `${Math.floor(index / 100)}`);
    if (index % 100 === 0 || index === first) mkdirSync(unit, { recursive: true });
    writeFileSync(join(unit, `${index}.yaml`), formText(index));
  }
}
