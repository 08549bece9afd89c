import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { importForm } from '../../../src/word-to-form.ts';
import { groupRow, smallBody, taskRow, taskRowOf } from './small-form.ts';
import { cell, cellOf, documentXml, paragraph, row, table, wordFile, wordParts, zip } from './word-xml.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Words that are nowhere else; all of them must be found again. */
let count = 0;
const words: string[] = [];
const word = () => {
  const each = `từriêng${++count}z`;
  words.push(each);
  return each;
};
const run = (content = `<w:t>${word()}</w:t>`, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
const inParagraph = (...content: string[]) => `<w:p>${content.join('')}</w:p>`;
const field = (code: string, ...result: string[]) =>
  [
    `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> ${code} </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`,
    ...result,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const textBox = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
const dropDown = (result: string, ...entries: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${result}${entries.map((each) => `<w:listEntry w:val="${each}"/>`).join('')}</w:ddList></w:ffData></w:fldChar><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>`;

/** Whatever a paragraph can hold. */
const inlines = () => [
  run(),
  run(`<w:t>a</w:t><w:tab/><w:t>${word()}</w:t><w:br/><w:t>${word()}</w:t><w:cr/><w:t>${word()}</w:t>`),
  run(`<w:t>b</w:t><w:noBreakHyphen/><w:t>${word()}</w:t><w:softHyphen/><w:t>${word()}</w:t>`),
  run(undefined, '<w:vanish/>'),
  run(undefined, '<w:caps/>'),
  run(undefined, '<w:smallCaps/>'),
  run(undefined, '<w:rStyle w:val="Hidden"/>'),
  `<w:hyperlink w:anchor="x">${run()}</w:hyperlink>`,
  `<w:smartTag w:element="x">${run()}</w:smartTag>`,
  `<w:customXml w:element="x">${run()}</w:customXml>`,
  `<w:ins w:id="1">${run()}</w:ins>`,
  `<w:moveTo w:id="2">${run()}</w:moveTo>`,
  `<w:fldSimple w:instr="AUTHOR">${run()}</w:fldSimple>`,
  field('REF x', run()),
  field('IF x', run(), field('PAGE', run())),
  dropDown('<w:result w:val="1"/>', 'z', word()),
  dropDown('<w:default w:val="1"/>', 'z', word()),
  dropDown('', word(), 'z'),
  run(`<w:ruby><w:rt>${run()}</w:rt><w:rubyBase>${run()}</w:rubyBase></w:ruby>`),
  `<m:oMath><m:r><m:t>${word()}</m:t></m:r></m:oMath>`,
  `<mc:AlternateContent><mc:Choice Requires="wps">${run()}</mc:Choice><mc:Fallback>${run('<w:t>z</w:t>')}</mc:Fallback></mc:AlternateContent>`,
  run(`<w:pict><v:shape><v:textpath string="${word()}"/></v:shape></w:pict>`),
  run(`<w:pict><v:textbox>${textBox(inParagraph(run()))}</v:textbox></w:pict>`),
  run(`<w:drawing><wps:txbx>${textBox(table([1], row(cell(word()))))}</wps:txbx></w:drawing>`),
  ...[
    '<w:text/>',
    '<w:richText/>',
    '<w:date/>',
    '<w:comboBox/>',
    '<w:dropDownList/>',
    '<w:showingPlcHdr/><w:text/>',
    '<w:dataBinding w:xpath="/no/store" w:storeItemID="{0}"/><w:text/>',
  ].map((properties) => control(properties, run())),
  control('<w:showingPlcHdr/>', run(`<w:t>Nhấn vào đây ${word()}</w:t>`)),
  control('<w:showingPlcHdr/>', run(undefined, '<w:rStyle w:val="PlaceholderText"/>')),
  // The store says something else than the control shows.
  control(`<w:dataBinding w:xpath="/x:a[1]/x:b[2]" w:storeItemID="{AB}"/><w:text/>`, run()),
  run('<w:commentReference w:id="4"/>'),
  run('<w:footnoteReference w:id="2"/>'),
];

/** Whatever a cell or a document can hold. */
const blocks = () => [
  inParagraph(run()),
  ...inlines().map((inline) => inParagraph(inline)),
  `<w:p><w:pPr><w:pStyle w:val="Hidden"/></w:pPr>${run()}</w:p>`,
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run()}</w:p>`,
  control('<w:richText/>', inParagraph(run())),
  `<w:customXml w:element="x">${inParagraph(run())}</w:customXml>`,
  `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run()}</w:p>${inParagraph(run())}`,
];

function documentOf() {
  const innerTable = table([1, 1], row(cell(word()), cell(word())));
  const body = [
    ...blocks(),
    smallBody(
      ...inlines().map((inline, index) =>
        taskRowOf(inParagraph(run(), inline)).replace('2.1', `2.${index + 1}`),
      ),
      ...blocks().map((block, index) => taskRowOf(block).replace('2.1', `2.${index + 90}`)),
      taskRowOf(`${inParagraph(run())}${innerTable}${inParagraph()}`),
      // Cells that go on from above, that a tracked change joined, that no column has.
      row(
        cell(word(), { merge: 'restart' }),
        cell(word(), { merge: 'restart' }),
        cell(word()),
        ...Array.from({ length: 5 }, () => cell(word())),
      ),
      row(
        cell(word(), { merge: 'continue' }),
        cell(word(), { merge: 'continue' }),
        cell(word()),
        ...Array.from({ length: 5 }, () => cell(word(), { merge: 'continue' })),
      ),
      row(cell(''), cell(''), cell(''), cellOf(inParagraph(run()), '<w:hMerge w:val="continue"/>')),
      row(cell('-'), cell(word()), cell(word()), cell(word())),
      row(cell('b)'), cell('a)'), cell(word())),
      row(cell(''), cell('Tổng cộng'), cell(word()), cell(word())),
      row(cell(word(), { span: 8 })),
      control('<w:richText/>', taskRow(word())),
      groupRow('III', `Nhóm công việc ${word()}`),
      taskRow(word()).replace('2.1', '3.1'),
      groupRow('III', `Nhóm công việc ${word()}`),
    ),
    ...blocks(),
    '<w:altChunk r:id="html"/><w:altChunk r:id="docx"/><w:altChunk r:id="text"/>',
    table(
      [1, 1],
      row(cell(`Người lập biểu\n(Ký)\n${word()}`), cell(`Trưởng ban ${word()}\n(Ký)\n${word()}`)),
    ),
    inParagraph(run()),
    paragraph(`Ghi chú: ${word()}`),
    ...blocks(),
    `<w:sectPr/>`,
  ].join('');
  return documentXml(body).replace('<w:document ', `<w:document xmlns:r="${office}" `);
}

const beside = (root: string, content: string) => strToU8(`<w:${root} ${w}>${content}</w:${root}>`);
const drawn = () => strToU8(`<x ${a}><a:p><a:r><a:t>${word()}</a:t></a:r></a:p></x>`);

it('every word of a document is found again in the form, or in what is kept beside it', () => {
  const styles = `<w:styles ${w}><w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const parts = {
    ...wordParts(documentOf(), styles, `<w:numbering ${w}/>`),
    'word/header1.xml': beside('hdr', inParagraph(run()) + table([1], row(cell(word())))),
    'word/header2.xml': beside('hdr', inParagraph(run())),
    'word/footer1.xml': beside('ftr', inParagraph(run(), run(undefined, '<w:vanish/>'))),
    'word/footnotes.xml': beside('footnotes', `<w:footnote w:id="2">${inParagraph(run())}</w:footnote>`),
    'word/endnotes.xml': beside('endnotes', `<w:endnote w:id="2">${inParagraph(run())}</w:endnote>`),
    'word/comments.xml': beside(
      'comments',
      [4, 5]
        .map((id) => `<w:comment w:id="${id}" w:author="${word()}">${inParagraph(run())}</w:comment>`)
        .join(''),
    ),
    'word/chart.xml': drawn(),
    'word/diagram.xml': drawn(),
    'word/chunk.html': strToU8(
      `<html><style>p {}</style><body><p>${word()} &amp; ${word()}<br>${word()}</p></body></html>`,
    ),
    'word/chunk.txt': strToU8(word()),
    'word/chunk.docx': wordFile(
      inParagraph(run(), run(undefined, '<w:vanish/>')) + table([1], row(cell(word()))),
    ),
    'customXml/item1.xml': strToU8(`<a xmlns="urn:x"><b>z</b><b>${word()}</b></a>`),
    'customXml/itemProps1.xml': strToU8('<ds:datastoreItem xmlns:ds="urn:y" ds:itemID="{ab}"/>'),
  };
  const related = [
    ['styles', 'styles.xml'],
    ['numbering', 'numbering.xml'],
    ['header', 'header1.xml'],
    ['header', 'header2.xml'],
    ['footer', 'footer1.xml'],
    ['footnotes', 'footnotes.xml'],
    ['endnotes', 'endnotes.xml'],
    ['comments', 'comments.xml'],
    ['chart', 'chart.xml'],
    ['diagramData', 'diagram.xml'],
    ['aFChunk', 'chunk.html', 'html'],
    ['aFChunk', 'chunk.docx', 'docx'],
    ['aFChunk', 'chunk.txt', 'text'],
    ['customXml', '../customXml/item1.xml'],
  ].map(
    ([type, target, id], index) =>
      `<Relationship Id="${id ?? `r${index}`}" Type="${office}/${type}" Target="${target}"/>`,
  );
  const relations = (list: readonly string[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
    );
  const bytes = zip({
    ...parts,
    'word/_rels/document.xml.rels': relations(related),
    'customXml/_rels/item1.xml.rels': relations([
      `<Relationship Id="a" Type="${office}/customXmlProps" Target="itemProps1.xml"/>`,
    ]),
  });
  const source = readWordForm(bytes, 'form.docx');
  expect(source.problems.filter(({ rule }) => rule === 'word-file')).toEqual([]);
  const imported = importForm(source, { format: 'yaml', language: 'vi' }).text?.toLowerCase() ?? '';
  expect(words.length).toBeGreaterThan(300);
  expect(words.filter((each) => !imported.includes(each))).toEqual([]);
});
