import { expect, test } from 'vitest';
import { pairUnits, type UnitForm } from '../../../src/compare/folders/pair-units.ts';

/** “place unit / parent unit”; without a unit it is a file that cannot be read. */
function formsOf(folder: string, list: readonly string[]): UnitForm[] {
  return list.map((item) => {
    const [place = '', rest] = item.split(': ');
    const [unit = '', parentUnit = ''] = rest?.split(' / ') ?? [];
    return { file: `${folder}/${place}`, place, ...(rest !== undefined && { unit, parentUnit }) };
  });
}

const pairsOf = (before: readonly string[], after: readonly string[]) =>
  pairUnits(formsOf('old', before), formsOf('new', after)).map(
    ({ before: old, after: fresh, by, isAmbiguous }) =>
      [
        [...old, ...fresh].map(({ file }) => file).join(' '),
        by ?? (isAmbiguous ? 'ambiguous' : 'alone'),
      ].join(': '),
  );

test.each<[string, string[], string[], string[]]>([
  ['the same unit under other file names', ['a.yaml: A'], ['b.docx: A'], ['old/a.yaml new/b.docx: unit']],
  [
    'case, spaces, tone marks and composition do not matter',
    ['a.yaml: PHÒNG  HOÀ GIẢI'],
    [`b.yaml: ${'phòng hòa giải'.normalize('NFD')}`],
    ['old/a.yaml new/b.yaml: unit'],
  ],
  [
    'every district has an office',
    ['a.yaml: VĂN PHÒNG / A', 'b.yaml: VĂN PHÒNG / B'],
    ['x.yaml: VĂN PHÒNG / B', 'y.yaml: VĂN PHÒNG / A'],
    ['old/a.yaml new/y.yaml: unit', 'old/b.yaml new/x.yaml: unit'],
  ],
  ['a parent unit that was renamed', ['a.yaml: A / X'], ['b.yaml: A / Y'], ['old/a.yaml new/b.yaml: name']],
  [
    'a name that others have is not enough',
    ['a.yaml: VP / A', 'b.yaml: VP / B'],
    ['x.yaml: VP / A', 'y.yaml: VP / C'],
    ['old/a.yaml new/x.yaml: unit', 'old/b.yaml: alone', 'new/y.yaml: alone'],
  ],
  [
    'a renamed unit with the same file',
    ['x/a.yaml: A'],
    ['x/a.yaml: B'],
    ['old/x/a.yaml new/x/a.yaml: path'],
  ],
  ['the same without its ending', ['a.docx: A'], ['a.yaml: B'], ['old/a.docx new/a.yaml: path']],
  [
    'file names in either composition',
    [`${'tổ chức'.normalize('NFD')}.yaml: A`],
    ['tổ chức.yaml: B'],
    [`old/${'tổ chức'.normalize('NFD')}.yaml new/tổ chức.yaml: path`],
  ],
  ['another unit in another file', ['a.yaml: A'], ['b.yaml: B'], ['old/a.yaml: alone', 'new/b.yaml: alone']],
  ['forms without a unit', ['a.yaml: '], ['a.yaml: '], ['old/a.yaml new/a.yaml: path']],
  ['different files without a unit', ['a.yaml: '], ['b.yaml: '], ['old/a.yaml: alone', 'new/b.yaml: alone']],
  ['a file that cannot be read', ['a.yaml: A'], ['a.yaml'], ['old/a.yaml new/a.yaml: path']],
  [
    'two forms of a unit in one folder',
    ['a.yaml: A'],
    ['b.yaml: A', 'c.yaml: A'],
    ['old/a.yaml new/b.yaml new/c.yaml: ambiguous'],
  ],
  [
    'of which one has the path of the other folder’s',
    ['a.yaml: A'],
    ['a.yaml: A', 'a (1).yaml: A'],
    ['old/a.yaml new/a.yaml: path', 'new/a (1).yaml: ambiguous'],
  ],
  [
    'in both folders',
    ['a.yaml: A', 'b.yaml: A'],
    ['a.yaml: A', 'b.yaml: A'],
    ['old/a.yaml new/a.yaml: path', 'old/b.yaml new/b.yaml: path'],
  ],
  [
    'in both folders, as Word and as form files',
    ['a.docx: A', 'b.docx: A'],
    ['a.yaml: A', 'b.json: A'],
    ['old/a.docx new/a.yaml: path', 'old/b.docx new/b.json: path'],
  ],
  [
    'of a unit that the other folder does not have',
    ['a.yaml: A', 'b.yaml: A'],
    ['c.yaml: C'],
    ['old/a.yaml: alone', 'old/b.yaml: alone', 'new/c.yaml: alone'],
  ],
])('%s', (_, before, after, pairs) => {
  expect(pairsOf(before, after)).toEqual(pairs);
});
