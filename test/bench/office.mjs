// What an office of a province collects: forms of its units, some with errors, most with warnings, a few of them Word
// documents, and files among them that are not forms or cannot be read. The same for the same seed.
//
//     node test/bench/office.mjs FOLDER [COUNT] [SEED]      203 forms, 44 of them with errors, unless said otherwise
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { variedForm } from './forms.mjs';

const places =
  'Bắc Hà,Bảo Yên,Bảo Thắng,Bát Xát,Cam Đường,Cốc Lếu,Dương Quỳ,Điện Quan,Hợp Thành,Khánh Yên,Lùng Phình,Mường Khương,Mường Hum,Nậm Chày,Nghĩa Đô,Pha Long,Phong Hải,Phố Lu,Sa Pa,Si Ma Cai,Tả Van,Thượng Hà,Trịnh Tường,Văn Bàn,Võ Lao,Xuân Quang,Y Tý,Xuân Hòa,Gia Phú'.split(
    ',',
  );
const bodies =
  'Ban Tổ chức,Ban Tuyên giáo và Dân vận,Ủy ban Kiểm tra,Văn phòng,Trung tâm Chính trị,Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội,Ban Xây dựng Đảng'.split(
    ',',
  );

/** Of every 203 forms: 44 with errors, five of which are Word documents; 12 without findings. */
const [cycle, faulty, documents, clean] = [203, 44, 5, 12];
const word = ['reference', 'extra-column', 'four-groups', 'numbered-by-lists', 'repeated-header'];

/** @returns a generator of numbers below its argument (Numerical Recipes' LCG) */
function randomFrom(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Changes some of the lines that a pattern finds. */
function changed(form, pattern, count, random, change) {
  const found = [...form.matchAll(pattern)];
  const at = new Set(Array.from({ length: count }, () => random(found.length)));
  let index = 0;
  return form.replace(pattern, (...match) => (at.has(index++) ? change(...match) : match[0]));
}

const sentence = /^( {10,}(?:- )?(?:text: )?"?\p{Lu}[^:\n]*?)(, | và )([^:\n]*)$/gmu;
/** How people's forms are wrong: warnings. */
const slips = [
  [sentence, (_, head, __, tail) => `${head} , ${tail}`],
  [sentence, (_, head, joint, tail) => `${head}${joint} ${tail}`],
  [sentence, (_, head, joint, tail) => `${head}${joint}các các ${tail}`],
  [/^( +)complexity: \d$/gm, (_, indent) => `${indent}unrated: Việc chung, chưa xếp mức`],
];
/** Errors. */
const faults = [
  [/^ +complexity: \d\n/gm, () => ''],
  [/^( +complexity: )\d$/gm, (_, head) => `${head}6`],
  [/^( +- number: )(\d)\.(\d+)$/gm, (_, head, area) => `${head}${area}.99`],
  [/^( +complexity:) (\d)$/gm, (_, head, level) => `${head} mức ${level}`],
];

function faultyForm(form, random) {
  if (random(8) === 0) return form.replace('    areas:\n', '\tareas:\n');
  const kinds = 1 + random(2);
  return Array.from({ length: kinds }, () => faults[random(faults.length)]).reduce(
    (text, [pattern, change]) => changed(text, pattern, 1 + random(20), random, change),
    form,
  );
}

/** Writes so many forms into folders by their places. */
export function writeOfficeForms(folder, count = cycle, seed = 1) {
  const random = randomFrom(seed);
  for (let index = 0; index < count; index++) {
    const place = places[index % places.length];
    const round = Math.floor(index / (places.length * bodies.length));
    const body = bodies[Math.floor(index / places.length) % bodies.length];
    const unit = `${body} ${place}${round === 0 ? '' : ` ${round + 1}`}`;
    const name = join(folder, place, `Biểu số 2 - ${unit}`);
    mkdirSync(join(folder, place), { recursive: true });
    // Spreads them over the names: 20 and 203 have no common divisor.
    const turn = (index * 20) % cycle;
    if (turn < documents) {
      const source = new URL(`../fixtures/word/hand-${word[turn]}.docx`, import.meta.url);
      copyFileSync(source, `${name}.docx`);
      continue;
    }
    const isClean = turn >= cycle - clean;
    let form = variedForm(index).replace(/^unit: .*$/m, `unit: ${unit.toUpperCase()}`);
    if (isClean) form = form.replace(/^( +)unrated: .*/gm, '$1complexity: 2');
    else {
      for (const [pattern, change] of slips) form = changed(form, pattern, random(14), random, change);
    }
    writeFileSync(`${name}.yaml`, turn < faulty ? faultyForm(form, random) : form);
  }
}

/** The same, with what is found among them: files that are not forms, and two that cannot be read. */
function writeOffice(folder, count, seed) {
  writeOfficeForms(folder, count, seed);
  writeFileSync(join(folder, 'bản quét Bắc Hà.pdf'), '%PDF-1.7\n');
  writeFileSync(join(folder, 'docker-compose.yaml'), 'services:\n  form: { image: x }\n');
  writeFileSync(join(folder, 'danh-sach.json'), '{ "units": 203 }\n');
  writeFileSync(join(folder, 'ghi-chu.txt'), 'Hạn nộp: 15/10\n');
  symlinkSync('đã chuyển đi.yaml', join(folder, 'Biểu số 2 - Gia Phú.yaml'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count, seed] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Which folder?');
  writeOffice(folder, count && Number(count), seed && Number(seed));
}
