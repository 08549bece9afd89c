import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/diagnostics/finding.ts';
import { type Annotation, annotateWordForm } from '../../../src/word/annotate/annotate-word-form.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { smallBody, smallForm, taskRow } from '../read/small-form.ts';
import { variants } from '../read/variants.ts';
import { documentXml, wordFile, wordParts, zip } from '../read/word-xml.ts';

const inRow = (row: number): Place => ({ kind: 'table', table: 1, row });
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]),
  );

/** A package with one part changed. */
const edited = (bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array =>
  zip({ ...unzipSync(bytes), [part]: strToU8(change(partsOf(bytes)[part] ?? '')) });

/** The text that each comment is about, by the comment's own text. */
function commented(bytes: Uint8Array): [text: string, about: string][] {
  const { 'word/document.xml': xml = '', 'word/comments.xml': comments = '' } = partsOf(bytes);
  return [...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/g)].map(
    ([, id, content = '']) => {
      const range = new RegExp(
        `<w:commentRangeStart [^>]*w:id="${id}"/>(.*?)<w:commentRangeEnd [^>]*w:id="${id}"/>`,
      );
      const about = range.exec(xml)?.[1] ?? 'nothing';
      return [content.replace(/<[^>]+>/g, ''), about.replace(/<[^>]+>/g, '')];
    },
  );
}

describe('a copy with comments', () => {
  const { bytes } = variants.reference ?? { bytes: new Uint8Array() };
  const notes: Annotation[] = [
    { place: inRow(43), text: 'Thiếu mức' },
    { place: inRow(43), text: 'Hai lần <&>' },
    { place: inRow(6), text: 'Nhiệm vụ' },
    { place: { kind: 'table', table: 1, row: 42, column: 7 }, text: 'Dấu' },
    { place: { kind: 'table', table: 1, row: 43, column: 2 }, text: 'Số' },
    { place: { kind: 'table', table: 1, row: 6, column: 2 }, text: 'Ô gộp từ trên' },
    { place: { kind: 'document', paragraph: 3 }, text: 'Đơn vị' },
    { place: { kind: 'document' }, text: 'Cả tệp' },
  ];
  const annotated = annotateWordForm(bytes, notes);

  it('has each at its row, by its author', () => {
    expect(commented(annotated)).toEqual([
      ['Thiếu mức', 'Quản lý hồ sơ đảng viên, thẻ đảng viên, cơ sở dữ liệu đảng viên'],
      ['Hai lần &lt;&amp;&gt;', 'Quản lý hồ sơ đảng viên, thẻ đảng viên, cơ sở dữ liệu đảng viên'],
      ['Nhiệm vụ', 'Quản lý nhân lực, tài sản của Ban theo phân cấp.'],
      ['Dấu', 'X'],
      ['Số', '2.18'],
      ['Ô gộp từ trên', 'Quản lý nhân lực, tài sản của Ban theo phân cấp.'],
      ['Đơn vị', 'Đơn vị báo cáo: (BAN TỔ CHỨC HUYỆN ỦY)'],
      ['Cả tệp', 'Biểu số 2'],
    ]);
    expect(partsOf(annotated)['word/comments.xml']).toMatch(/w:author="bieu2"/);
  });

  it('leaves everything else as it is', () => {
    const [before, after] = [partsOf(bytes), partsOf(annotated)];
    const comments = /<w:commentRange(?:Start|End)[^>]*\/>|<w:r [^>]*><w:commentReference[^>]*\/><\/w:r>/g;
    expect(after['word/document.xml']?.replace(comments, '')).toBe(before['word/document.xml']);
    expect(after['_rels/.rels']).toBe(before['_rels/.rels']);
    expect(Object.keys(after).sort()).toEqual(
      [...Object.keys(before), 'word/_rels/document.xml.rels', 'word/comments.xml'].sort(),
    );
    expect(readWordForm(annotated, 'a').value).toEqual(readWordForm(bytes, 'a').value);
  });

  it('is the file itself, part by part, where there is nothing to say', () => {
    expect(unzipSync(annotateWordForm(bytes, []))).toEqual(unzipSync(bytes));
  });

  it('takes comments that are there already into account', () => {
    const ofOthers = edited(annotated, 'word/comments.xml', (xml) => xml.replaceAll('"bieu2"', '"An"'));
    const twice = annotateWordForm(ofOthers, [{ place: inRow(4), text: 'Lại' }]);
    const all = commented(twice);
    expect(all).toHaveLength(notes.length + 1);
    expect(all.at(-1)?.[0]).toBe('Lại');
    expect(new Set(partsOf(twice)['word/comments.xml']?.match(/w:id="\d+"/g)).size).toBe(notes.length + 1);
  });
});

describe('comments of an earlier run', () => {
  const place = inRow(4);
  const once = annotateWordForm(wordFile(smallBody(taskRow('Họp bàn'))), [{ place, text: 'Cũ' }]);
  /** As Word saves it: without a namespace at each element, and with a style at the reference. */
  const saved = edited(once, 'word/document.xml', (xml) =>
    xml
      .replaceAll(/(<w:(?:comment\w*|r)) xmlns:w="[^"]*"/g, '$1')
      .replace('<w:commentReference', '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>$&'),
  );

  it.each([
    ['are replaced', once],
    ['are replaced after Word has saved them', saved],
  ])('%s', (_name, bytes) => {
    expect(commented(annotateWordForm(bytes, [{ place, text: 'Mới' }]))).toEqual([['Mới', 'Họp bàn']]);
    const none = annotateWordForm(bytes, []);
    expect(partsOf(none)['word/document.xml']).toBe(
      partsOf(wordFile(smallBody(taskRow('Họp bàn'))))['word/document.xml'],
    );
    expect(partsOf(none)['word/comments.xml']).not.toContain('<w:comment ');
  });

  it('stay where somebody answered', () => {
    const office = 'http://schemas.microsoft.com/office/2011/relationships';
    const parts = unzipSync(
      edited(once, 'word/comments.xml', (xml) =>
        xml
          .replace('<w:p>', '<w:p w14:paraId="0A">')
          .replace('<w:comment ', '<w:comment xmlns:w14="urn:w14" '),
      ),
    );
    const relations = 'word/_rels/document.xml.rels';
    parts['word/more.xml'] = strToU8('<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>');
    parts[relations] = strToU8(
      strFromU8(parts[relations] ?? strToU8('')).replace(
        '</Relationships>',
        `<Relationship Id="more" Type="${office}/commentsExtended" Target="more.xml"/></Relationships>`,
      ),
    );
    const both = annotateWordForm(zip(parts), [{ place, text: 'Mới' }]);
    expect(commented(both).map(([text]) => text)).toEqual(['Cũ', 'Mới']);
  });
});

it('a document of more than four million characters is annotated, too', () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${index}</w:t></w:r></w:p>`,
  );
  const bytes = zip(wordParts(documentXml(lines.join('') + smallBody(taskRow('Họp bàn')))));
  expect(commented(annotateWordForm(bytes, [{ place: inRow(4), text: 'a' }]))).toEqual([['a', 'Họp bàn']]);
});

describe('ids of comments are above all in the document', () => {
  const anchored = (id: number) =>
    documentXml(smallBody(taskRow('Họp')).replace('<w:p>', `<w:p><w:commentRangeStart w:id="${id}"/>`));
  const idsIn = (bytes: Uint8Array) =>
    [...(partsOf(bytes)['word/comments.xml'] ?? '').matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(
      ([, id]) => id,
    );
  const note: Annotation[] = [{ place: inRow(4), text: 'a' }];

  it('where anchors have no comments', () => {
    expect(idsIn(annotateWordForm(zip(wordParts(anchored(7))), note))).toEqual(['8']);
  });

  it('where they are in what a tracked change deletes, or are those of other marks', () => {
    const deleted = anchored(0).replace(
      '<w:p>',
      '<w:p><w:del w:id="12"><w:r/></w:del><w:bookmarkStart w:id="9"/>',
    );
    expect(idsIn(annotateWordForm(zip(wordParts(deleted)), note))).toEqual(['13']);
  });

  it('whatever the encoding of the comments', () => {
    const comments = `<?xml version="1.0" encoding="UTF-16"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="40" w:author="B"/></w:comments>`;
    const parts = {
      ...wordParts(documentXml(smallBody(taskRow('Họp')))),
      'word/comments.xml': new Uint8Array(Buffer.from(`\ufeff${comments}`, 'utf16le')),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      ),
    };
    const annotated = unzipSync(annotateWordForm(zip(parts), note))['word/comments.xml'];
    const xml = new TextDecoder('utf-16le').decode(annotated);
    expect([...xml.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['40', '41']);
  });

  it('and what reading refuses is refused', () => {
    const deep = documentXml(smallBody(taskRow('Họp')) + '<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300));
    const wide = documentXml(
      smallBody(taskRow('Họp').replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="900"/></w:tcPr>')),
    );
    for (const [document, reason] of [
      [deep, 'too-deep'],
      [wide, 'too-many-columns'],
    ] as const) {
      const bytes = zip(wordParts(document));
      expect(readWordForm(bytes, 'a').problems).toMatchObject([{ rule: 'word-file', message: reason }]);
      expect(() => annotateWordForm(bytes, note)).toThrow(reason);
    }
  });
});

describe('comments find their place', () => {
  it('in a row whose paragraph is empty', () => {
    const rows = taskRow('', ['', '', '', '', ''])
      .replaceAll('<w:t xml:space="preserve">2.1</w:t>', '')
      .replaceAll('<w:r></w:r>', '');
    const bytes = annotateWordForm(smallForm(rows.replaceAll('<w:p></w:p>', '<w:p />')), [
      { place: inRow(4), text: 'a' },
    ]);
    expect(commented(bytes)).toEqual([['a', '']]);
    expect(readWordForm(bytes, 'a').problems).toEqual([]);
  });

  it('behind what is skipped, in any encoding, with any line break and any character', () => {
    const xml = documentXml(
      `<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>😀</w:t></w:r></w:p>\r\n${smallBody(taskRow('Một😀'), taskRow('Hai việc'))}`,
    );
    for (const document of [
      strToU8(xml),
      new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(xml)]),
      new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')),
    ]) {
      const bytes = annotateWordForm(zip(wordParts(document)), [{ place: inRow(5), text: 'ở đây' }]);
      const part = unzipSync(bytes)['word/document.xml'] ?? new Uint8Array();
      expect(part.slice(0, 3)).toEqual(document.slice(0, 3));
      const text = new TextDecoder(document[0] === 0xff ? 'utf-16le' : 'utf-8').decode(part);
      expect(text).toMatch(/<w:commentRangeStart [^>]*\/><w:r><w:t xml:space="preserve">Hai/);
      expect(readWordForm(bytes, 'a').problems).toEqual([]);
    }
  });

  it('in a strict document, with relations of its family', () => {
    const strict = documentXml(smallBody(taskRow('Họp'))).replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    const parts = partsOf(annotateWordForm(zip(wordParts(strict)), [{ place: inRow(4), text: 'a' }]));
    expect(parts['word/_rels/document.xml.rels']).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(parts['word/comments.xml']).toContain(
      'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"',
    );
  });

  it('in the document as a whole where the place is nowhere', () => {
    const bytes = annotateWordForm(smallForm(taskRow('Họp')), [{ place: inRow(99), text: 'a' }]);
    expect(commented(bytes)).toEqual([['a', 'Đơn vị báo cáo: BAN A']]);
  });
});
