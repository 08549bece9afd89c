import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/diagnostics/plain-value.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { smallBody, smallForm, taskRow, taskRowOf } from './small-form.ts';
import { documentXml, paragraph, wordFile, wordParts, zip } from './word-xml.ts';

const tasksOf = (bytes: Uint8Array) => {
  const source = readWordForm(bytes, 'form.docx');
  expect(source.problems).toEqual([]);
  return valueAt(source.value, ['groups', 'II', 'tasks']);
};
const textOf = (content: string) => valueAt(tasksOf(smallForm(taskRowOf(content))), [0, 'text']);
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const inParagraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

describe('texts are read as they show', () => {
  it.each([
    ['tracked insertions', inParagraph(run('Quản '), `<w:ins w:id="1">${run('lý')}</w:ins>`), 'Quản lý'],
    [
      'tracked deletions',
      inParagraph(run('Quản lý'), '<w:del w:id="1"><w:r><w:delText> hồ</w:delText></w:r></w:del>'),
      'Quản lý',
    ],
    ['moves', inParagraph(`<w:moveFrom>${run('a')}</w:moveFrom>`, `<w:moveTo>${run('b')}</w:moveTo>`), 'b'],
    [
      'a deleted paragraph mark',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Quản ')}</w:p>${inParagraph(run('lý'))}`,
      'Quản lý',
    ],
    [
      'former properties',
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:tabs/></w:pPr></w:pPrChange></w:pPr>${run('a')}</w:p>`,
      'a',
    ],
    [
      'tabs, but not tab stops',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>`,
      'a\tb',
    ],
    ['line breaks', inParagraph('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>'), 'a\nb\nc'],
    [
      'hyphens',
      inParagraph('<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>'),
      'a-bc',
    ],
    [
      'hyperlinks, smart tags, custom XML, directions',
      inParagraph(
        `<w:hyperlink>${run('a')}</w:hyperlink>`,
        `<w:smartTag>${run('b')}</w:smartTag>`,
        `<w:customXml>${run('c')}</w:customXml>`,
        `<w:bdo>${run('d')}</w:bdo>`,
      ),
      'abcd',
    ],
    ['simple fields', inParagraph(`<w:fldSimple w:instr="DATE">${run('24/11')}</w:fldSimple>`), '24/11'],
    [
      'complex fields, one within another',
      inParagraph(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText><w:fldChar w:fldCharType="begin"/></w:r>',
        run('code'),
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run('inner'),
        '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>',
        run('shown'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'shown',
    ],
    [
      'the first of two choices',
      inParagraph(
        `<mc:AlternateContent><mc:Choice Requires="wps">${run('a')}</mc:Choice><mc:Fallback>${run('b')}</mc:Fallback></mc:AlternateContent>`,
      ),
      'a',
    ],
    [
      'a text box, once',
      inParagraph(
        run('a'),
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('box')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph('box')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
        run('b'),
      ),
      'box\nab',
    ],
    [
      'a table in a cell',
      `${paragraph('a')}<w:tbl><w:tr><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>${paragraph('c')}`,
      'a\nb\nc',
    ],
    [
      'controls',
      `<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>${paragraph('a')}</w:sdtContent></w:sdt>`,
      'a',
    ],
    [
      'controls, without what they prompt with',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here')}</w:sdtContent></w:sdt>${paragraph('a')}`,
      'a',
    ],
    ['symbols', inParagraph('<w:r><w:t>a </w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'), 'a •'],
    ['formulas', inParagraph('<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>'), 'x+1'],
    [
      'readings above a word',
      inParagraph(`<w:r><w:ruby><w:rt>${run('b')}</w:rt><w:rubyBase>${run('a')}</w:rubyBase></w:ruby></w:r>`),
      'a',
    ],
    ['entities and CDATA', inParagraph('<w:r><w:t>&lt;&#7841;<![CDATA[&]]></w:t></w:r>'), '<ạ&'],
  ])('%s', (_name, content, text) => {
    expect(textOf(content)).toBe(text);
  });
});

describe('marks', () => {
  const box = (checked: 0 | 1) =>
    `<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const oldBox = (checked: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const button = (...runs: string[]) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MACROBUTTON Tick</w:instrText></w:r>${runs.join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const symbol = (font: string, char: string) =>
    `<w:p><w:r><w:sym w:font="${font}" w:char="${char}"/></w:r></w:p>`;
  const complexityOf = (third: string, others = '') =>
    valueAt(tasksOf(smallForm(taskRowOf(paragraph('Họp'), [others, others, third, others, others]))), [
      0,
      'complexity',
    ]);

  it.each([
    ...[
      'x',
      'X',
      '×',
      '✓',
      '✔',
      '☑',
      '☒',
      '√',
      'х',
      'Х',
      ' x ',
      '\u00a0X',
      '(x)',
      '[X]',
      '✔\ufe0f',
      '3',
      '(3)',
      'x*',
      'X (1)',
      'x¹',
      'x1',
    ],
    box(1),
    oldBox('<w:checked/>'),
    oldBox('<w:checked w:val="1"/><w:default w:val="0"/>'),
    button(code('Box ☒')),
    button(code(' '), '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
    button(code(' ☒'), '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run('☒')),
    symbol('Wingdings', 'F0FC'),
    symbol('Wingdings', 'F0FE'),
    symbol('Wingdings', '00FC'),
    symbol('Wingdings 2', 'F050'),
    symbol('Symbol', 'F0D6'),
    '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r></w:p>',
  ])('%s is one', (mark) => {
    expect(complexityOf(mark)).toBe(3);
  });

  it.each([
    ...['', ' ', '\u00a0', '-', '–', '—', '…', '.', '☐', '□'],
    box(0),
    oldBox(''),
    oldBox('<w:default w:val="1"/><w:checked w:val="0"/>'),
    button(code(' ☐')),
    button(),
    symbol('Wingdings', 'F0A8'),
    symbol('Wingdings', 'F06F'),
  ])('%s is none', (blank) => {
    expect(complexityOf('x', blank)).toBe(3);
    expect(complexityOf(blank)).toBeUndefined();
  });

  it.each([
    ['two marks', ['', 'x', 'x', '', ''], [2, 3]],
    ['a digit under another level', ['', '', '4', '', ''], [3, 4]],
    ['something else', ['', '', 'có', '', ''], 'có'],
  ])('%s are handed on as they are', (_name, marks, complexity) => {
    expect(valueAt(tasksOf(smallForm(taskRow('Họp', marks))), [0, 'complexity'])).toEqual(complexity);
  });
});

describe('tables are read as they show', () => {
  const third = ['', '', 'x', '', ''];
  const task = { number: '2.1', text: 'Họp', complexity: 3 };
  const plain = taskRow('Họp', third);
  it.each([
    ['rows within controls', `<w:sdt><w:sdtPr/><w:sdtContent>${plain}</w:sdtContent></w:sdt>`],
    [
      'cells within controls',
      plain
        .replace(/<w:tc>/, '<w:sdt><w:sdtContent><w:tc>')
        .replace(/<\/w:tc>/, '</w:tc></w:sdtContent></w:sdt>'),
    ],
    ['rows within custom XML', `<w:customXml>${plain}</w:customXml>`],
    ['inserted rows', plain.replace('<w:tr>', '<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>')],
    [
      'cells left out at the start',
      plain.replace(/^<w:tr><w:tc>.*?<\/w:tc>/, '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'),
    ],
    ['deleted rows', plain + taskRow('Gone').replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')],
    [
      'cells deleted',
      plain.replace('<w:tr>', '<w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr><w:p/></w:tc>'),
    ],
    [
      'row properties that changed',
      plain.replace(
        '<w:tr>',
        '<w:tr><w:trPr><w:trPrChange><w:trPr><w:del/></w:trPr></w:trPrChange></w:trPr>',
      ),
    ],
  ])('%s', (_name, rows) => {
    expect(tasksOf(smallForm(rows))).toEqual([task]);
  });

  it('level cells merged in the old way are one cell', () => {
    let count = 0;
    const rows = taskRow('Họp', ['', '', '', '', '']).replace(/<w:tc>/g, (tag) => {
      count += 1;
      if (count < 4) return tag;
      return `<w:tc><w:tcPr><w:hMerge${count === 4 ? ' w:val="restart"' : ''}/></w:tcPr>`;
    });
    expect(valueAt(tasksOf(smallForm(rows)), [0, 'unrated'])).toBeDefined();
  });
});

describe('files are read whoever wrote them', () => {
  const xml = documentXml(smallBody(taskRow('Họp')));
  const expected = [{ number: '2.1', text: 'Họp', complexity: 3 }];
  const utf16 = (text: string, swap: boolean) => {
    const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };
  it.each<[string, string | Uint8Array]>([
    ['any prefix', xml.replaceAll(/\bw(?=[:=])/g, 'ns0')],
    [
      'no prefix',
      xml
        .replaceAll('<w:', '<')
        .replaceAll('</w:', '</')
        .replace('xmlns:w=', 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns='),
    ],
    [
      'strict',
      xml.replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ],
    ['UTF-16, little end first', utf16(xml, false)],
    ['UTF-16, big end first', utf16(xml, true)],
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(xml)])],
  ])('%s', (_name, document) => {
    expect(tasksOf(zip(wordParts(document)))).toEqual(expected);
  });

  it('a namespace of another vocabulary is not taken for Word', () => {
    const foreign = `<q:tbl xmlns:q="urn:q"><q:tr><q:tc>${paragraph('x')}</q:tc></q:tr></q:tbl>`;
    expect(tasksOf(wordFile(foreign + smallBody(taskRow('Họp'))))).toEqual(expected);
  });
});
