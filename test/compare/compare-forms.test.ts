import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareForms } from '../../src/compare/compare-forms.ts';
import { describeDifference } from '../../src/compare/describe-difference.ts';
import { decodeForm } from '../../src/form/decode-form.ts';
import { ownNotes } from '../../src/form/own-wording.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { edited, formOfText, formText } from '../form-text.ts';
import { generatedForm } from '../word/read/generated-form.ts';

type Edit = readonly [old: string, fresh: string];

/** Each difference on a line: where, mark and label, what, text. */
const shown = (before: string, after: string, options = {}) =>
  compareForms(formOfText(before), formOfText(after), options).map((difference) => {
    const { heading, mark, label, what, text } = describeDifference(difference, 'en');
    return `${heading} | ${mark} ${label} | ${what} | ${text.map((segment) => segment.text).join('')}`;
  });
const changed = (...edits: readonly Edit[]) => shown(formText, edited(formText, ...edits));

const areaOne = 'Group II, area 1 “Nghiên cứu, đề xuất”';
const areaTwo = 'Group II, area 2 “Hướng dẫn, kiểm tra”';
const plan = '          - { text: "Xây dựng kế hoạch công tác năm", complexity: 3 }\n';
const inspection = '          - { text: "Kiểm tra việc thi hành Điều lệ Đảng", complexity: 3 }\n';
const files = '          - { text: "Thẩm định hồ sơ kết nạp đảng viên", complexity: 3 }\n';
const fresh = '          - { text: "Quản lý cơ sở dữ liệu cán bộ", complexity: 3 }\n';

describe('compareForms', () => {
  it('finds an added task, and does not report that the others are renumbered', () => {
    expect(changed([plan, fresh + plan])).toEqual([
      `${areaOne} | + 1.3 | added (level 3) | Quản lý cơ sở dữ liệu cán bộ`,
    ]);
  });

  it('finds a removed task', () => {
    expect(changed([inspection, ''])).toEqual([
      `${areaTwo} | - 2.1 | removed (level 3) | Kiểm tra việc thi hành Điều lệ Đảng`,
    ]);
  });

  it('finds a task that was moved to another area', () => {
    expect(changed([plan, ''], [files, files + plan])).toEqual([
      `${areaTwo} | ~ 2.3 | moved from group II, area 1 “Nghiên cứu, đề xuất” (was 1.3) | Xây dựng kế hoạch công tác năm`,
    ]);
  });

  it('finds the one task that was moved within its area, not those that it passed', () => {
    const lead = /.*1\.1\.1.*\n/.exec(formText)?.[0] ?? '';
    expect(changed([plan, ''], [lead, fresh + plan + lead])).toEqual([
      `${areaOne} | + 1.1 | added (level 3) | Quản lý cơ sở dữ liệu cán bộ`,
      `${areaOne} | ~ 1.2 | moved (was 1.3) | Xây dựng kế hoạch công tác năm`,
    ]);
  });

  it('pairs areas with new titles alike in both directions', () => {
    const area = (title: string, ...tasks: string[]) =>
      `      - title: ${title}\n        tasks:\n${tasks.map((text) => `          - { text: ${text}, complexity: 3 }\n`).join('')}`;
    const form = (...areas: string[]) =>
      `form: bieu-so-2\nversion: 1\nunit: P\ngroups:\n  II:\n    areas:\n${areas.join('')}`;
    const [shared, own] = ['Theo dõi công văn', 'Lưu trữ hồ sơ'];
    const two = form(area('Một', shared), area('Hai', shared, own));
    const one = form(area('Ba', shared, own));
    const areas = (before: string, after: string) =>
      compareForms(formOfText(before), formOfText(after)).flatMap((difference) =>
        difference.subject === 'area' && difference.kind === 'changed'
          ? [[difference.before.text, difference.after.text]]
          : [],
      );
    expect(areas(two, one)).toEqual([['Hai', 'Ba']]);
    expect(areas(one, two)).toEqual([['Ba', 'Hai']]);
  });

  it('finds a reworded task and what became of its level, as one difference', () => {
    expect(
      changed(['Xây dựng kế hoạch công tác năm", complexity: 3', 'Lập kế hoạch công tác", complexity: 4']),
    ).toEqual([`${areaOne} | ~ 1.3 | reworded; level raised 3 → 4 | Xây dựngLập kế hoạch công tác năm`]);
  });

  it.each<[Edit, string]>([
    [['cán bộ", complexity: 4', 'cán bộ", complexity: 3'], '1.1 | level lowered 4 → 3'],
    [['năm", complexity: 3', 'năm", complexity: 5'], '1.3 | level raised 3 → 5'],
    [['năm", complexity: 3', 'năm"'], '1.3 | level 3 taken away'],
    [['năm", complexity: 3', 'năm", unrated: Việc chung'], '1.3 | level 3 taken away (now “Việc chung”)'],
    [['năm", complexity: 3', 'năm", complexity: [3, 4]'], '1.3 | level 3 taken away (now “3, 4”)'],
    [
      ['unrated: "Việc chung, không xếp mức"', 'complexity: 1'],
      '2.3 | level 1 given (was “Việc chung, không xếp mức”)',
    ],
    [
      ['"Việc chung, không xếp mức"', '"Việc chung"'],
      '2.3 | reason for no level changed: “Việc chung, không xếp mức” → “Việc chung”',
    ],
    [['code: 1.1.2, ', ''], '1.2 | code 1.1.2 removed'],
    [['{ text: "Xây dựng', '{ code: 1.2.1, text: "Xây dựng'], '1.3 | code 1.2.1 added'],
    [['{ text: "Xây dựng', '{ number: 1.9, text: "Xây dựng'], '1.9 | number changed 1.3 → 1.9'],
  ])('reports %j', (edit, expected) => {
    expect(changed(edit)).toEqual([expect.stringContaining(`| ~ ${expected} |`)]);
  });

  it.each<[string, readonly Edit[]]>([
    ['numbers that say what counting says', [['{ text: "Xây dựng', '{ number: 1.3, text: "Xây dựng']]],
    [
      'codes that move on together',
      [
        ['1.1.1', '1.2.1'],
        ['1.1.2', '1.2.2'],
      ],
    ],
    ['spaces', [['kế hoạch công tác', 'kế  hoạch\u00a0công tác ']]],
    ['composition', [['Xây dựng', 'Xây dựng'.normalize('NFD')]]],
    ['a title that is the form’s own', [['  II:\n', '  II:\n    title: Nhóm công việc CM, nghiệp vụ\n']]],
  ])('takes for the same: %s', (_, edits) => {
    expect(changed(...edits)).toEqual([]);
  });

  it('knows a position or area again by its title, or by its tasks', () => {
    expect(
      changed(['title: Nghiên cứu, đề xuất', 'title: Tham mưu']).map((line) => line.split(' | ').slice(0, 3)),
    ).toEqual([['Group II', '~ Area 1', 'retitled']]);
    const [first = '', second = ''] = [
      / {6}- title: Nghiên[\s\S]*?(?= {6}- title)/,
      / {6}- title: Hướng[\s\S]*?(?= {2}III)/,
    ].map((pattern) => pattern.exec(formText)?.[0]);
    expect(changed([first + second, second + first])).toEqual([
      'Group II | ~ Area 1 | moved (was 2) | Hướng dẫn, kiểm tra',
    ]);
    expect(changed([first, '']).map((line) => line.split(' | ')[1])).toEqual([
      '- Area 1',
      '- 1.1',
      '- 1.2',
      '- 1.3',
    ]);
  });

  it('compares duties within their position first', () => {
    const duty = '          - Phụ trách một số mảng công việc theo phân công\n';
    const both = edited(formText, ['          - Quản lý nhân lực', `${duty}          - Quản lý nhân lực`]);
    expect(shown(both, edited(both, [duty, '']))).toEqual([
      'Group I, position 1 “Trưởng Ban” | - 2 | removed | Phụ trách một số mảng công việc theo phân công',
    ]);
  });

  it('finds groups, head, signatures and notes', () => {
    const foot =
      'signatures:\n  approvedBy: { name: Trần Thị B }\n  date: 2026-11-24\nnotes: [Ghi chú một]\n';
    const group = '  IV:\n    title: Nhóm công việc khác\n    tasks: [{ text: Việc khác, complexity: 1 }]\n';
    expect(
      shown(
        formText,
        `${edited(formText, ['unit: BAN TỔ CHỨC', 'unit: BAN TỔ CHỨC ĐẢNG ỦY'])}${group}${foot}`,
      ),
    ).toEqual([
      'Head | ~ Unit | changed | BAN TỔ CHỨC ĐẢNG ỦY',
      'Group IV | + Group | added | Nhóm công việc khác',
      'Group IV | + 4.1 | added (level 1) | Việc khác',
      'Signatures and notes | + Name of who approved it | added | Trần Thị B',
      'Signatures and notes | + Date | added | 2026-11-24',
      'Signatures and notes | + Note | added | Ghi chú một',
    ]);
  });

  it('leaves to Word what only the template or nobody prints', () => {
    const other = `${edited(formText, ['"Việc chung, không xếp mức"', '"Lý do khác"'])}signatures:\n  preparedBy: { title: Chuyên viên }\nnotes: [Ghi chú]\n`;
    expect(shown(formText, other)).toHaveLength(3);
    expect(shown(formText, other, { withWord: true })).toEqual([]);
  });

  it('takes what is left out as the wording of the form itself', () => {
    const own = `${formText}signatures:\n  preparedBy: { title: Người lập biểu }\n  approvedBy: { title: Trưởng ban }\nnotes:\n${ownNotes.map((note) => `  - "${note}"\n`).join('')}`;
    expect(shown(formText, own)).toEqual([]);
    expect(shown(own, formText)).toEqual([]);
    expect(shown(formText, own.replace('Trưởng ban', 'Chánh Văn phòng'))).toHaveLength(1);
    expect(shown(formText, own.replace('từ cấp phòng', 'từ cấp ban'))).toHaveLength(2);
  });

  it('finds nothing between a form and itself', () => {
    fc.assert(
      fc.property(generatedForm, (value) => {
        const { form } = decodeForm(parseText(JSON.stringify(value), 'form.json'));
        if (!form) throw new Error('no form');
        expect(compareForms(form, form)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('compares thousands of tasks that were all changed (each with each, it would not end in time)', () => {
    const many = (year: number) =>
      edited(formText, [
        plan,
        Array.from({ length: 5000 }, (_, i) => plan.replace('năm', `năm ${year} của tổ ${i}`)).join(''),
      ]);
    const [old, next] = [formOfText(many(2025)), formOfText(many(2026))];
    const differences = compareForms(old, next);
    expect(differences).toHaveLength(5000);
    expect(differences.every((one) => one.kind === 'changed' && one.changes.length === 1)).toBe(true);
  });
});
