import { expect, it } from 'vitest';
import { valueAt } from '../../../src/diagnostics/plain-value.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { smallBody, taskRowOf } from './small-form.ts';
import { listed, numberingXml, paragraph, wordFile } from './word-xml.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

/** What is read for the lines of a task. */
function textOf(content: string, numbering = '', styles?: string): unknown {
  const source = readWordForm(wordFile(smallBody(taskRowOf(content)), styles, numbering), 'form.docx');
  return valueAt(source.value, ['groups', 'II', 'tasks', 0, 'text']);
}

const lines = (count: number, properties: string) =>
  Array.from({ length: count }, () => paragraph('x', properties)).join('');

it.each([
  ['decimal', ['1)', '2)', '3)']],
  ['decimalZero', ['01)', '02)', '03)']],
  ['lowerLetter', ['a)', 'b)', 'c)']],
  ['upperLetter', ['A)', 'B)', 'C)']],
  ['lowerRoman', ['i)', 'ii)', 'iii)']],
  ['upperRoman', ['I)', 'II)', 'III)']],
  ['ordinalText', ['1)', '2)', '3)']],
])('a list in %s', (format, labels) => {
  const text = textOf(lines(3, listed(1)), numberingXml([[[format, '%1)']]]));
  expect(text).toBe(labels.map((label) => `${label} x`).join('\n'));
});

it('shows nothing for bullets, for a list that is not there, and where the numbers are taken away', () => {
  const numbering = numberingXml([[['bullet', '•']]]);
  expect(textOf(lines(1, listed(1)), numbering)).toBe('x');
  expect(textOf(lines(1, listed(7)), numbering)).toBe('x');
  expect(textOf(lines(1, listed(0)), numbering)).toBe('x');
  expect(textOf(lines(1, listed(1)))).toBe('x');
});

it('a tick as a bullet is shown where there is no text, as a mark is', () => {
  const wingdings = numberingXml([[['bullet', '\uf0fc', '<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr>']]]);
  const level = (text: string) => {
    const row = taskRowOf(paragraph('x'), ['', '', '', paragraph(text, listed(1)), '']);
    return readWordForm(wordFile(smallBody(row), undefined, wingdings), 'form.docx').value;
  };
  expect(valueAt(level(''), ['groups', 'II', 'tasks', 0, 'complexity'])).toBe(4);
  expect(valueAt(level('3'), ['groups', 'II', 'tasks', 0, 'complexity'])).toEqual([3, 4]);
  expect(textOf(lines(1, listed(1)), wingdings)).toBe('x');
  expect(textOf(paragraph('', listed(1)) + paragraph('x'), numberingXml([[['bullet', '-']]]))).toBe('x');
});

it('letters go on with aa after z', () => {
  const text = textOf(lines(28, listed(1)), numberingXml([[['lowerLetter', '%1.']]]));
  expect(String(text).split('\n').slice(25)).toEqual(['z. x', 'aa. x', 'bb. x']);
});

const outline = [
  ['upperRoman', 'M%1'],
  ['decimal', '%1.%2'],
  ['decimal', '%1.%2.%3', '<w:isLgl/>'],
] as const;

it('levels count on within those above, and begin anew', () => {
  const levels = [0, 1, 1, 2, 0, 1, 2, 2].map((level) => paragraph('x', listed(1, level)));
  expect(textOf(levels.join(''), numberingXml([outline]))).toBe(
    ['MI', 'I.1', 'I.2', '1.2.1', 'MII', 'II.1', '2.1.1', '2.1.2'].map((label) => `${label} x`).join('\n'),
  );
});

it('a level that nothing restarts goes on', () => {
  const kind = [
    ['decimal', '%1.'],
    ['decimal', '(%2)', '<w:lvlRestart w:val="0"/>'],
  ] as const;
  const levels = [0, 1, 1, 0, 1].map((level) => paragraph('x', listed(1, level)));
  expect(textOf(levels.join(''), numberingXml([kind]))).toBe('1. x\n(1) x\n(2) x\n2. x\n(3) x');
});

it('lists of one kind go on from each other, unless one says where it starts', () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const lists = ['', '', start].map((more) => `<w:abstractNumId w:val="0"/>${more}`);
  const content = [1, 2, 3, 3].map((list) => paragraph('x', listed(list))).join('');
  expect(textOf(content, numberingXml([[['decimal', '%1.']]], lists))).toBe('1. x\n2. x\n5. x\n6. x');
});

it('a style numbers its paragraphs and hides its text', () => {
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>
    <w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const content = `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>${run('x')}${run('y', '<w:rStyle w:val="c"/>')}</w:p>`;
  expect(textOf(content, numberingXml([[['decimal', '%1.']]]), styles)).toBe('1. x');
});

it('rows that a tracked change deletes are not counted', () => {
  const numbering = numberingXml([[['decimal', '2.%1']]]);
  const numbered = (text: string) =>
    taskRowOf(paragraph(text)).replace(paragraph('2.1'), paragraph('', listed(1)));
  const deleted = numbered('b').replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>');
  const source = readWordForm(
    wordFile(smallBody(numbered('a'), deleted, numbered('c')), undefined, numbering),
    'f.docx',
  );
  expect(valueAt(source.value, ['groups', 'II', 'tasks'])).toMatchObject([
    { number: '2.1' },
    { number: '2.2' },
  ]);
});

it('hidden and crossed-out text is not read, text that a run shows again is', () => {
  const vanish = (value: string) => run('b', `<w:vanish w:val="${value}"/>`);
  expect(textOf(`<w:p>${run('a')}${run('b', '<w:vanish/>')}</w:p>`)).toBe('a');
  expect(textOf(`<w:p>${run('a')}${vanish('0')}</w:p>`)).toBe('ab');
  expect(textOf(`<w:p>${run('a')}${vanish('true')}</w:p>`)).toBe('a');
  expect(
    textOf(
      `<w:p>${run('a')}${run('b', '<w:strike/><w:dstrike w:val="0"/>')}${run('c', '<w:dstrike/>')}</w:p>`,
    ),
  ).toBe('a');
  // That of the paragraph mark alone.
  expect(textOf(`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('a')}</w:p>`)).toBe('a');
});
