import { describe, expect, test } from 'vitest';
import { previewFindings } from '../../src/preview/preview-state.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { goodForm } from '../cli/run-main.ts';

function findingsOf(text: string, language: 'vi' | 'en' = 'en') {
  const source = parseText(new TextEncoder().encode(text), 'a.yaml');
  const { form, report } = validateSource(source, { language });
  return previewFindings(report, form, language);
}

describe('previewFindings', () => {
  test.each([
    ['a task', goodForm.replace('complexity: 4', 'complexity: 6'), 3],
    ['the title of a position', goodForm.replace('Trưởng phòng', 'Trưởng  phòng'), 1],
    ['a group', goodForm.replace('  II:\n    tasks:', '  II:\n    title: Nhóm  hai\n    tasks:'), 2],
    ['the unit', goodForm.replace('PHÒNG TỔ', 'PHÒNG  TỔ'), 'unit'],
    ['the date', `${goodForm}signatures: { date: 2026-02-30 }\n`, 'date'],
    ['a signatory', `${goodForm}signatures: { approvedBy: { title: "Trưởng  ban" } }\n`, 'signatures'],
    ['a note', `${goodForm}notes: ["a  b"]\n`, 'notes'],
    ['what is not printed', `${goodForm}form2: x\n`, undefined],
  ])('%s leads to its place in print', (_, text, target) => {
    const { findings } = findingsOf(text);
    expect(findings.map((finding) => finding.target)).toEqual([target]);
  });

  test('says where, shows the lines, and explains the rule', () => {
    const { summary, findings, rules } = findingsOf(goodForm.replace('complexity: 4', 'complexity: 6'), 'vi');
    expect(summary).toBe('1 lỗi');
    expect(findings).toMatchObject([{ severity: 'error', place: '13:21', location: 'a.yaml:13:21' }]);
    expect(findings[0]?.lines?.slice(2, 4)).toEqual([
      [13, '        complexity: ', '6', ''],
      [14, '  III:', '', ''],
    ]);
    expect(Object.keys(rules)).toEqual(['task-complexity']);
  });

  test('counts', () => {
    expect(findingsOf(goodForm)).toEqual({ summary: 'No findings', findings: [], rules: {} });
    const several = goodForm.replace('complexity: 4', 'complexity: 6').replace('PHÒNG TỔ', 'PHÒNG  TỔ');
    expect(findingsOf(several).summary).toBe('1 error, 1 warning');
    expect(findingsOf(several, 'vi').summary).toBe('1 lỗi, 1 cảnh báo');
  });
});
