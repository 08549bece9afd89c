import type { Path } from '../diagnostics/finding.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';

/** The keys of each map of a form file; a test compares them with the definition. */
export const formKeys = {
  form: ['$schema', 'form', 'version', 'parentUnit', 'unit', 'groups', 'signatures', 'notes'],
  group: ['title', 'positions', 'areas', 'tasks'],
  section: ['number', 'title', 'tasks'],
  task: ['number', 'text', 'code', 'complexity', 'unrated'],
  signatures: ['preparedBy', 'approvedBy', 'place', 'date'],
  signatory: ['title', 'name'],
} as const;

/** The keys that the map at `path` may have; empty if any key is allowed (`groups`). */
export function keysAt(path: Path): readonly string[] {
  const parent = path.at(-2);
  if (path.length === 0) return formKeys.form;
  if (path[0] === 'signatures') return path.length === 1 ? formKeys.signatures : formKeys.signatory;
  if (path[0] === 'groups' && path.length === 2) return formKeys.group;
  if (parent === 'positions' || parent === 'areas') return formKeys.section;
  return parent === 'tasks' ? formKeys.task : [];
}

/** What people who do not know the format write instead of a key, in lower case without diacritics. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  unit: ['don vi', 'ten don vi'],
  parentUnit: ['don vi cap tren'],
  groups: ['nhom', 'nhom cong viec'],
  positions: ['chuc vu'],
  areas: ['mang', 'mang cong viec'],
  tasks: ['cong viec', 'nhiem vu'],
  title: ['ten', 'name'],
  number: ['so', 'stt', 'tt'],
  code: ['ma'],
  text: ['noi dung', 'cong viec', 'content'],
  complexity: ['muc', 'muc do', 'muc do phuc tap', 'level'],
  unrated: ['khong xep muc', 'ly do'],
  signatures: ['chu ky', 'phan ky'],
  preparedBy: ['nguoi lap', 'nguoi lap bieu'],
  approvedBy: ['nguoi ky', 'nguoi duyet'],
  place: ['dia danh', 'noi ky'],
  date: ['ngay', 'ngay ky'],
  name: ['ho ten', 'ho va ten'],
  notes: ['ghi chu'],
};

/** The content of a text that is entirely in Word's curly quotes; undefined for others. */
export const insideCurlyQuotes = (text: string): string | undefined =>
  /^[“”„‟‘’«»]\s*([^“”„‟‘’«»]*?)\s*[“”„‟‘’«»]$/.exec(text.trim())?.[1];

/** The known key that an unknown one means: by its meaning, else by its spelling. */
export function meantKey(written: string, keys: readonly string[]): string | undefined {
  const inner = insideCurlyQuotes(written);
  if (inner !== undefined) return meantKey(inner, keys);
  const plain = written.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('đ', 'd').trim();
  return keys.find((key) => otherNames[key]?.includes(plain)) ?? nearestWord(written, keys);
}
