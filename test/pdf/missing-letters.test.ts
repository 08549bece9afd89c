import { describe, expect, it } from 'vitest';
import { shippedLooks } from '../../src/generated/shipped-looks.ts';
import { missingLetter } from '../../src/pdf/missing-letters.ts';
import { pdfWriter } from '../../src/pdf-writer.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { smallSheet } from '../word/template/small-sheet.ts';
import { pdfEngineIsMissing } from './pdf-engine.ts';

// Private use: no font has them.
const [first, second] = ['\u{10fffd}', '\u{f1234}'];
const withLetter = (sheet: Partial<Sheet>): Sheet => ({ ...smallSheet, ...sheet });

describe('missingLetter', () => {
  it.each<[Partial<Sheet>, string]>([
    [{ rows: [{ kind: 'task', number: '1.7', text: ['a', `b ${first}`], level: 2 }] }, 'task 1.7'],
    [{ rows: [{ kind: 'group', number: 'II', title: first }] }, 'group II'],
    [{ rows: [{ kind: 'area', number: '3', title: first }] }, 'area 3'],
    [{ unit: first }, 'the name of the unit'],
    [{ approvedBy: { name: first } }, 'the signatures'],
    [{ notes: [first] }, 'the notes'],
    [{}, 'the look'],
  ])('names the place: %j', (sheet, place) => {
    expect(missingLetter(first, withLetter(sheet)).en).toBe(
      `no font on this machine has the character “${first}” (U+10FFFD) in ${place}; it is printed as a box in the PDF`,
    );
  });
});

describe.skipIf(pdfEngineIsMissing)('letters that no font has', () => {
  const missingIn = (text: string) => {
    const missing: string[] = [];
    const [look] = Object.values(shippedLooks);
    if (!look) throw new Error('there is no look');
    pdfWriter()(withLetter({ unit: text }), look, (letters) => missing.push(...letters));
    return missing;
  };

  it('are reported, each once', () => {
    expect(missingIn(`${first} Ban ${second} Tổ chức ${first}`)).toEqual([first, second]);
  });

  it('are none in Vietnamese text', () => {
    expect(missingIn('ĐẢNG ỦY “Ặ” – ✓')).toEqual([]);
  });
});
