import { strFromU8, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { annotateWordForm } from '../../../src/word/annotate/annotate-word-form.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { smallBody, taskRow } from './small-form.ts';
import { documentXml, wordParts, zip } from './word-xml.ts';

const parts = wordParts(documentXml(smallBody(taskRow('Họp'))));
const expected = readWordForm(zip(parts), 'a.docx').value;

/** The same parts in one XML file, as Word saves them. */
const flat = (encoding = 'UTF-8', more = '') =>
  `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${Object.entries(
    parts,
  )
    .filter(([name]) => name !== '[Content_Types].xml')
    .map(
      ([name, bytes]) =>
        `<pkg:part pkg:name="/${name}" pkg:contentType="x"><pkg:xmlData>${strFromU8(bytes).replace(/<\?xml[^>]*>/, '')}</pkg:xmlData></pkg:part>`,
    )
    .join(
      '',
    )}${more}<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>`;

it.each([['document.macroEnabled'], ['template'], ['template.macroEnabledTemplate']])(
  'the content type %s is read like a .docx',
  (type) => {
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
      'document.main+xml',
      `${type}.main+xml`,
    );
    expect(readWordForm(zip({ ...parts, '[Content_Types].xml': strToU8(types) }), 'a').value).toEqual(
      expected,
    );
  },
);

it('one XML file with all parts is read, in UTF-8 and UTF-16', () => {
  expect(expected).toMatchObject({ groups: { II: {} } });
  expect(readWordForm(strToU8(flat()), 'a.xml').value).toEqual(expected);
  expect(readWordForm(strToU8(`\ufeff${flat()}`), 'a.xml').value).toEqual(expected);
  const wide = new Uint8Array(Buffer.from(`\ufeff${flat('UTF-16')}`, 'utf16le'));
  expect(readWordForm(wide, 'a.xml').value).toEqual(expected);
});

it('and is annotated as a .docx', () => {
  const place = { kind: 'table', table: 1, row: 4 } as const;
  const annotated = annotateWordForm(strToU8(flat()), [{ place, text: 'a' }]);
  expect(readWordForm(annotated, 'a.docx').value).toEqual(expected);
});

it('in one XML file the characters between two tags have a limit, those of the file do not', () => {
  const part = (content: string) =>
    flat(
      'UTF-8',
      `<pkg:part pkg:name="/a.xml" pkg:contentType="x"><pkg:xmlData><a>${content}</a></pkg:xmlData></pkg:part>`,
    );
  const piece = 'a'.repeat(1 << 20);
  expect(readWordForm(strToU8(part(`${piece}<b/>`.repeat(5))), 'a.xml').value).toEqual(expected);
  expect(readWordForm(strToU8(part(piece.repeat(5))), 'a.xml').problems).toMatchObject([
    { message: 'too-long' },
  ]);
});

it.each([
  [
    'word-2003',
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
  ],
  [
    'flat-odt',
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"></office:document>',
  ],
  ['html', '<html><body>Biểu số 2</body></html>'],
  ['html', '\uFEFF\n<!DOCTYPE html>\n<table><tr><td>Biểu số 2</td></tr></table>'],
  ['html', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
  ['xml', '<?xml version="1.0"?><bieu/>'],
  ['pdf', '%PDF-1.7'],
  ['not-word', 'form: bieu-so-2'],
  ['dtd', flat().replace('<pkg:package', '<!DOCTYPE x><pkg:package')],
  ['not-xml', flat().replace('</pkg:package>', '')],
  ['duplicate-part', flat('UTF-8', '<pkg:part pkg:name="/word/DOCUMENT.xml"><pkg:xmlData/></pkg:part>')],
])('%s is refused', (reason, text) => {
  expect(readWordForm(strToU8(text), 'a').problems).toMatchObject([{ rule: 'word-file', message: reason }]);
});
