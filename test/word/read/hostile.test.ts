import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordFile as rule } from '../../../src/rules/word-file.ts';
import { readWordForm } from '../../../src/word/read/read-word-form.ts';
import { smallBody, smallForm, taskRow } from './small-form.ts';
import { documentXml, paragraph, row, table, wordFile, wordParts, zip } from './word-xml.ts';

const good = smallForm(taskRow('Họp'));
const parts = wordParts(documentXml(smallBody(taskRow('Họp'))));
const body = smallBody(taskRow('Họp'));

/** Changes bytes of every record of a kind; offsets as in APPNOTE.TXT. */
function patched(
  bytes: Uint8Array,
  signature: string,
  change: (view: DataView, name: string) => void,
): Uint8Array {
  const copy = bytes.slice();
  const buffer = Buffer.from(copy.buffer);
  const nameAt = signature === 'PK\x01\x02' ? [28, 46] : [26, 30];
  for (
    let at = buffer.indexOf(signature, 0, 'latin1');
    at >= 0;
    at = buffer.indexOf(signature, at + 4, 'latin1')
  ) {
    const length = buffer.readUInt16LE(at + (nameAt[0] ?? 0));
    const start = at + (nameAt[1] ?? 0);
    change(new DataView(copy.buffer, at), buffer.toString('utf8', start, start + length));
  }
  return copy;
}
const central = 'PK\x01\x02';
const inCentral = (part: string, change: (view: DataView) => void, bytes = good) =>
  patched(bytes, central, (view, name) => {
    if (name === part) change(view);
  });
const renamed = (from: string, to: string, bytes = zip({ ...parts, [from]: strToU8('x') })) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));

const ole = (stream: string) => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(stream, 'utf16le'), 1024);
  return bytes;
};
const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
/** Bytes that hardly shrink, so that the ratio is not what is refused. */
const noise = (size: number) => {
  const bytes = new Uint8Array(size);
  for (let index = 0, seed = 1; index < size; index++) {
    seed = (seed * 48271) % 0x7fffffff;
    bytes[index] = seed & 0x3f;
  }
  return bytes;
};
const letters = Buffer.from(noise(1e6).map((byte) => 0x40 + byte)).toString('latin1');
const nested = (depth: number) => `${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}`;
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, new Uint8Array(0)]));

/** Parts that declare a size in bytes; enough data for it not to be a bomb. */
function declaring(size: number, count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, index) => `large${index}`);
  const bytes = zip({ ...parts, ...Object.fromEntries(names.map((name) => [name, noise(400_000)])) });
  return patched(bytes, central, (view, name) => {
    if (names.includes(name)) view.setUint32(24, size, true);
  });
}

/** The number of parts stands in the record at the end. */
function counting(count: number): Uint8Array {
  const copy = good.slice();
  new DataView(copy.buffer).setUint16(copy.length - 12, count, true);
  return copy;
}

describe('what cannot be read safely is refused within a second, with its reason', () => {
  it.each<[reason: string, what: string, bytes: () => Uint8Array]>([
    ['empty', 'nothing', () => new Uint8Array(0)],
    ['not-word', 'a text', () => strToU8('form: bieu-so-2')],
    ['binary', 'a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['rtf', 'RTF', () => strToU8('{\\rtf1 a}')],
    ['old-doc', '.doc', () => ole('WordDocument')],
    ['encrypted', 'a .docx with a password', () => ole('EncryptedPackage')],
    ['not-word', 'another OLE file', () => ole('Workbook')],
    [
      'odt',
      'OpenDocument',
      () =>
        zip({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
    ],
    ['no-document', 'another zip file', () => zip({ 'a.txt': strToU8('a') })],
    ['no-document', 'another Office document', () => zip(wordParts('<x:workbook xmlns:x="urn:x"/>'))],
    ['damaged', 'a file cut short', () => good.subarray(0, good.length - 30)],
    [
      'damaged',
      'broken deflate data',
      () => patched(good, 'PK\x03\x04', (view) => view.setUint32(view.getUint16(26, true) + 32, 0xffffffff)),
    ],
    [
      'damaged',
      'a directory that points elsewhere',
      () => inCentral('word/document.xml', (view) => view.setUint32(42, 7, true)),
    ],
    [
      'damaged',
      'data beyond the end',
      () => inCentral('word/document.xml', (view) => view.setUint32(20, 1e9, true)),
    ],
    [
      'encrypted-zip',
      'an encrypted part',
      () => inCentral('word/document.xml', (view) => view.setUint16(8, 1, true)),
    ],
    ['unknown-packing', 'LZMA', () => inCentral('word/document.xml', (view) => view.setUint16(10, 14, true))],
    [
      'false-size',
      'a part that declares too little',
      () => inCentral('word/document.xml', (view) => view.setUint32(24, 100, true)),
    ],
    [
      'false-size',
      'a part that declares too much',
      () => inCentral('word/document.xml', (view) => view.setUint32(24, 99999, true)),
    ],
    [
      'false-size',
      'a lie in a part that is not read',
      () =>
        inCentral(
          'word/media/a.png',
          (view) => view.setUint32(24, 10, true),
          zip({ ...parts, 'word/media/a.png': noise(1e6) }),
        ),
    ],
    [
      'false-size',
      'a bomb that declares next to nothing',
      () =>
        inCentral(
          'word/media/a.png',
          (view) => view.setUint32(24, 10, true),
          zip({ ...parts, 'word/media/a.png': megabytes(20) }),
        ),
    ],
    ['bomb', 'a zip bomb as the document', () => zip({ ...parts, 'word/document.xml': megabytes(10) })],
    ['bomb', 'a zip bomb in any part', () => zip({ ...parts, 'word/theme/theme1.xml': megabytes(10) })],
    ['part-too-large', 'a part of 101 MB', () => declaring(101 * 1024 * 1024, 1)],
    ['parts-too-large', '301 MB in all', () => declaring(90 * 1024 * 1024, 4)],
    ['too-large', 'a file of 51 MB', () => Buffer.concat([good, megabytes(51)])],
    ['too-many-parts', '60,000 parts', () => counting(60_000)],
    ['too-many-parts', '2,001 parts', () => zip({ ...parts, ...many(1998) })],
    ['duplicate-part', 'two parts of one name', () => renamed('word/documenX.xml', 'word/document.xml')],
    [
      'duplicate-part',
      'two names that differ by case',
      () => renamed('word/documenX.xml', 'word/Document.xml'),
    ],
    ['bad-name', 'an absolute name', () => renamed('xetc/passwd', '/etc/passwd')],
    ['bad-name', 'a name with a drive', () => renamed('xx/a', 'c:/a')],
    ['bad-name', 'a name that climbs', () => renamed('xx/xx/evil', '../../evil')],
    ['bad-name', 'a name that climbs in the way of Windows', () => renamed('xx/xx/evil', '..\\..\\evil')],
    [
      'two-names',
      'a local name that differs',
      () =>
        patched(good, 'PK\x03\x04', (view, name) => name === 'word/document.xml' && view.setUint8(30, 0x57)),
    ],
    ['dtd', 'a document type', () => zip(wordParts('<!DOCTYPE a><a/>'))],
    [
      'dtd',
      'entities',
      () =>
        zip(
          wordParts(
            `<!DOCTYPE a [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>${documentXml(body).replace(/^<\?.*\n/, '')}`,
          ),
        ),
    ],
    ['dtd', 'an external entity', () => zip(wordParts('<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>'))],
    ['not-xml', 'an unknown entity', () => wordFile(`${body}<w:p>&boom;</w:p>`)],
    ['not-xml', 'XML cut short', () => zip(wordParts(documentXml(body).slice(0, -20)))],
    ['not-xml', 'no XML', () => zip(wordParts('nothing'))],
    ['not-xml', 'an undeclared prefix', () => wordFile(`${body}<q:p/>`)],
    [
      'encoding',
      'Latin letters that are no UTF-8',
      () => zip(wordParts(new Uint8Array([0x3c, 0x61, 0x3e, 0xe1, 0x3c, 0x2f, 0x61, 0x3e]))),
    ],
    ['too-deep', 'elements 10,000 deep', () => wordFile(nested(10_000))],
    [
      'too-deep',
      'tables within tables',
      () => wordFile('<w:tbl><w:tr><w:tc>'.repeat(70) + '</w:tc></w:tr></w:tbl>'.repeat(70)),
    ],
    [
      'too-long',
      'a word of more letters than any paragraph has',
      () =>
        wordFile(
          `<w:p>${`<w:r><w:t>${letters.slice(0, 3e5).replace(/[^A-Z]/gi, 'ệ')}</w:t></w:r>`.repeat(4)}</w:p>`,
        ),
    ],
    ['too-long', 'a tag of megabytes', () => wordFile(`<w:p w:x="${letters.repeat(5)}"/>`)],
    [
      'too-many-attributes',
      'a tag of 501 attributes',
      () => wordFile(`<w:p ${Array.from({ length: 501 }, (_, index) => `w:a${index}=""`).join(' ')}/>`),
    ],
    [
      'too-many-columns',
      'a giant span',
      () => smallForm(row('<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>')),
    ],
    [
      'too-many-columns',
      'cells left out without end',
      () => smallForm(`<w:tr><w:trPr><w:gridBefore w:val="1000000"/></w:trPr></w:tr>`),
    ],
    [
      'too-many-columns',
      '64 cells in a row',
      () => smallForm(row(...Array.from({ length: 64 }, () => '<w:tc><w:p/></w:tc>'))),
    ],
    ['too-many-columns', '64 columns in a grid', () => wordFile(table(Array.from({ length: 64 }, () => 1)))],
    [
      'too-many-rows',
      '100,001 rows',
      () =>
        wordFile(
          `<w:tbl>${'<w:tr/>'.repeat(100_001)}</w:tbl>`.replaceAll(
            '<w:tr/>',
            () => `<w:tr/><!--${Math.random()}-->`,
          ),
        ),
    ],
    [
      'too-many-cells',
      '500,001 cells',
      () =>
        wordFile(
          table(
            [],
            ...Array.from({ length: 8001 }, (_, index) =>
              row('<w:tc/>'.repeat(63), `<!--${noise(index + 30).join('')}-->`),
            ),
          ),
        ),
    ],
    [
      'too-many-paragraphs',
      '600,001 paragraphs',
      () => wordFile(Array.from({ length: 600_001 }, (_, index) => paragraph(index.toString(36))).join('')),
    ],
  ])('%s: %s', (reason, _what, make) => {
    const bytes = make();
    const source = readWordForm(bytes, 'form.docx');
    expect(source.value).toBeUndefined();
    expect(source.problems.map((problem) => problem.message)).toEqual([reason]);
    const [problem] = source.problems;
    if (!problem) return;
    expect(source.locate(problem)).toEqual({ kind: 'document' });
    const wording = rule.messages[reason as keyof typeof rule.messages]?.text(problem.facts ?? {});
    expect(`${wording?.vi} ${wording?.en}`).not.toMatch(/undefined/);
  });

  it('what is large but sound is read', () => {
    const picture = { 'word/media/a.png': noise(3e6) };
    expect(readWordForm(zip({ ...parts, ...picture }), 'form.docx').problems).toEqual([]);
    expect(readWordForm(zipSync({ ...parts, ...picture }, { level: 0 }), 'form.docx').problems).toEqual([]);
    expect(readWordForm(wordFile(body + paragraph('').repeat(20_000)), 'form.docx').problems).toEqual([]);
  });

  it('cutting a file anywhere, or changing any byte of its directory, never throws', () => {
    for (let length = 0; length < good.length; length += 7) readWordForm(good.slice(0, length), 'a.docx');
    for (let index = good.length - 400; index < good.length; index++) {
      for (const value of [0, 0xff, (good[index] ?? 0) ^ 1]) {
        const copy = good.slice();
        copy[index] = value;
        const source = readWordForm(copy, 'a.docx');
        expect(source.value !== undefined || source.problems.length === 1).toBe(true);
      }
    }
  });
});
