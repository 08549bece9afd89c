import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDocx } from './lint-docx.ts';
import { editDocument } from './parts.ts';

const template = readFileSync(new URL('../../templates/bieu-so-2.docx', import.meta.url));

describe('the lint of Word files finds', () => {
  it('nothing in the shipped template', () => {
    expect(lintDocx(template)).toEqual([]);
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      'an undefined style',
      (xml) => xml.replace('w:pStyle w:val="Title"', 'w:pStyle w:val="Titel"'),
      'undefined style Titel',
    ],
    [
      'a cell without a paragraph',
      (xml) => xml.replace(/(<w:tc>.*?<\/w:tcPr>)<w:p>.*?<\/w:p>/, '$1'),
      'table 0 row 0 col 0: cell does not end with a paragraph',
    ],
    ['a row without cells', (xml) => xml.replace('<w:tr>', '<w:tr></w:tr><w:tr>'), 'table 0 row 0: no cells'],
    [
      'a span wider than the grid',
      (xml) => xml.replace('w:gridSpan w:val="5"', 'w:gridSpan w:val="6"'),
      'table 0 row 0: 9 grid columns, grid has 8',
    ],
    [
      'a merge that goes on from nothing',
      (xml) => xml.replace('<w:vMerge w:val="restart"/>', ''),
      'table 0 row 1 col 0: vMerge goes on from nothing of the same span',
    ],
    [
      'a header row in the body',
      (xml) => xml.replace('<w:tblHeader/>', ''),
      'table 0 row 1: header row below a body row',
    ],
    [
      'a bookmark twice',
      (xml) => xml.replaceAll('<w:p>', '<w:p><w:bookmarkStart w:id="1" w:name="a"/>'),
      'duplicate bookmark id',
    ],
  ])('%s', (_name, edit, fault) => {
    expect(lintDocx(editDocument(template, edit))).toContain(fault);
  });
});
