// Forms for the benchmarks: many small ones, no two with the same texts, and one of any number of tasks.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, visit } from 'yaml';

// None of them occurs in the reference form, which might then repeat a word.
const words = 'xuân hạ thu đông lúa ngô khoai sắn cam quýt bưởi nhãn vải mận chè mít dừa ổi'.split(' ');

/** The reference form with other words in every task and title; the same for the same seed. */
export function variedForm(seed) {
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
const reference = () =>
  (text ??= readFileSync(new URL('../../examples/bieu-so-2.yaml', import.meta.url), 'utf8'));

/** How the texts of forms are written by programs and people, with lines of 80 columns as those of Prettier. */
export const styles = {
  wrapped: 'PLAIN',
  'in double quotes': 'QUOTE_DOUBLE',
  'in single quotes': 'QUOTE_SINGLE',
  folded: 'BLOCK_FOLDED',
  'in braces': 'QUOTE_DOUBLE',
};

/** A form with every text in a style, and with an apostrophe in most of them. */
function restyled(text, style) {
  const document = parseDocument(text);
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      node.type = styles[style];
      node.value = node.value.replace(/ \d+ /, " $& H'leo ").replaceAll('  ', ' ');
    },
    Map(_key, node) {
      if (style === 'in braces' && node.has('complexity')) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 80 });
}

/**
 * Writes `count` forms into a folder, numbered from `first` on, 100 to a folder below it.
 *
 * @param style one of `styles`; without it, as in the reference form
 */
export function writeForms(folder, count, first = 0, style = undefined) {
  for (let index = first; index < first + count; index++) {
    const unit = join(folder, `${Math.floor(index / 100)}`);
    if (index % 100 === 0 || index === first) mkdirSync(unit, { recursive: true });
    const form = variedForm(index);
    writeFileSync(join(unit, `${index}.yaml`), style ? restyled(form, style) : form);
  }
}

/** Texts and levels as they occur in forms; the same for every run. */
export const taskList = (count) =>
  Array.from({ length: count }, (_, index) => ({
    text: `Tham mưu, soạn thảo văn bản về công tác tổ chức, cán bộ, đảng viên theo phân cấp quản lý (${index + 1})`,
    complexity: (index % 5) + 1,
  }));

/** Writes a form file of so many tasks in group II. */
export function writeLongForm(file, count) {
  const block = (tasks) =>
    tasks
      .map(({ text, complexity }) => `      - text: ${text}\n        complexity: ${complexity}\n`)
      .join('');
  const tasks = taskList(count);
  const head = 'form: bieu-so-2\nversion: 1\nunit: VĂN PHÒNG\ngroups:\n  I:\n    tasks:\n      - Lãnh đạo\n';
  writeFileSync(
    file,
    `${head}  II:\n    tasks:\n${block(tasks)}  III:\n    tasks:\n${block(tasks.slice(0, 1))}`,
  );
}
