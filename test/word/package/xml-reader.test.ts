import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/word/package/limits.ts';
import { xmlReader } from '../../../src/word/package/xml-reader.ts';
import { Refusal } from '../../../src/zip/refusal.ts';
import { mutateXml } from '../../fuzz/mutate-xml.ts';
import { Random } from '../../fuzz/random.ts';
import { smallBody, taskRow } from '../read/small-form.ts';
import { documentXml, namespaces, paragraph } from '../read/word-xml.ts';

type Event = readonly [kind: string, name: string, end?: number, attributes?: object];

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const prefixes: Readonly<Record<string, string>> = {
  [w]: '',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': '',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'urn:schemas-microsoft-com:vml': 'v:',
};

/** What is reported of XML that comes in pieces of some length, and why no more is. */
function eventsOf(xml: string, length: number): Event[] {
  const events: Event[] = [];
  const reader = xmlReader('part', {
    open: (name, attributes, end, written) =>
      void events.push(['open', `${written} ${name}`, end, { ...attributes }]),
    close: (name, end) => void events.push(['close', name, end]),
    text: (text) => void events.push(['text', text]),
  });
  return endedBy(events, () => {
    for (let at = 0; at < xml.length; at += length) reader.write(xml.slice(at, at + length));
    reader.close();
  });
}

/** What saxes alone says of the same. */
function expectedOf(xml: string): Event[] {
  const events: Event[] = [];
  const scopes: Record<string, string>[] = [{ '': '' }];
  const names: string[] = [];
  const saxes = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const refuse = (reason: 'not-xml' | 'dtd' | 'too-deep') => {
    throw new Refusal(reason);
  };
  saxes.on('error', () => refuse('not-xml'));
  saxes.on('doctype', () => refuse('dtd'));
  saxes.on('opentag', ({ name: written, attributes }) => {
    const declared = Object.entries(attributes).flatMap(([name, value]) => {
      const [, prefix] = /^xmlns(?:$|:(.*))/.exec(name) ?? [];
      return name.startsWith('xmlns') && (name === 'xmlns' || prefix !== undefined)
        ? [[prefix ?? '', value.trim()]]
        : [];
    });
    const scope = { ...scopes.at(-1), ...Object.fromEntries(declared) };
    const colon = written.indexOf(':');
    const namespace = scope[colon < 0 ? '' : written.slice(0, colon)] ?? refuse('not-xml');
    const prefix = prefixes[namespace];
    names.push(prefix === undefined ? '?' : prefix + written.slice(colon + 1));
    scopes.push(scope);
    if (names.length > limits.depth) refuse('too-deep');
    events.push(['open', `${written} ${names.at(-1)}`, saxes.position, { ...attributes }]);
  });
  saxes.on('closetag', () => {
    scopes.pop();
    events.push(['close', names.pop() ?? '', saxes.position]);
  });
  const take = (text: string) => {
    if (names.length > 0) events.push(['text', text]);
  };
  saxes.on('text', take);
  saxes.on('cdata', take);
  return endedBy(events, () => void saxes.write(xml).close());
}

function endedBy(events: Event[], read: () => void): Event[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    events.push(['refused', error.reason]);
  }
  return events;
}

function expectSame(xml: string) {
  const expected = expectedOf(xml);
  for (const length of [xml.length + 1, 7, 1]) {
    if (xml.length / length < 20_000) expect(eventsOf(xml, length), xml.slice(0, 500)).toEqual(expected);
  }
}

const root = `<w:document ${namespaces}>`;
const within = (content: string) => `${root}${content}</w:document>`;

describe('XML is read as saxes reads it', () => {
  it.each([
    '',
    ' ',
    'a',
    '<',
    '<a',
    '<a>',
    '<a/>',
    '<a/>\n',
    '<a/><a/>',
    '<a></a><a/>',
    '<a/>b',
    '<a/></a>',
    '<a></b>',
    '</a>',
    '<a></a >',
    '<a ></a>',
    '< a/>',
    '<a / >',
    '<a\n/>',
    '<a b="1"/>',
    '<a  b="1"/>',
    "<a b='1'/>",
    '<a b = "1"/>',
    '<a b="1" b="1"/>',
    '<a b="1"c="1"/>',
    '<a b=""/>',
    '<a b="x>y"/>',
    '<a b="x<y"/>',
    '<a b="]]>"/>',
    '<a b="x\ty\nz"/>',
    '<a b="&lt;&amp;&#65;&quot;"/>',
    '<a b="&lt;&amp;&quot;"/>',
    '<a b="&x;"/>',
    '<a __proto__="1" constructor="2"/>',
    '<a constructor="1" constructor="2"/>',
    '<a b="\u0001"/>',
    '<a b="\uffff"/>',
    '<a.b-c_d1 é="1"/>',
    '<é/>',
    '<_a/>',
    '<x:a/>',
    '<:a/>',
    '<a:/>',
    '<x:a xmlns:x="urn:schemas-microsoft-com:vml"/>',
    '<x:a xmlns:x=""/>',
    '<a xmlns="urn:schemas-microsoft-com:vml"><a/><a xmlns=""><a/><a/></a><a/></a>',
    `<w:a xmlns:w="${w}"><w:a/><w:a xmlns:w="urn:x"><w:a/></w:a><w:a/></w:a>`,
    '<a>b</a>',
    '<a>b > c</a>',
    '<a>b ]]> c</a>',
    '<a>b]]</a>',
    '<a>]]<b/>></a>',
    '<a>&amp;&lt;&gt;&quot;&apos;</a>',
    '<a>&amp;amp; &amp;x;</a>',
    '<a>&amp;]]></a>',
    '<a>]]&gt;</a>',
    '<a>&x;</a>',
    '<a>&amp</a>',
    '<a>&</a>',
    '<a>&#65;&#x10FFFF;</a>',
    '<a>&#0;</a>',
    '<a>b\r\nc\rd</a>',
    '<a>\u0000</a>',
    '<a>\u000b</a>',
    '<a>\ufffe</a>',
    '<a>\u{1f600}\u{1fffe}</a>',
    '<a>\u007f\u0085\u2028</a>',
    '<a> <b/> </a>',
    '<a><!-- b --></a>',
    '<a>b<!-- c -->d<c/>e</a>',
    '<a><![CDATA[b<c>]]></a>',
    '<a><?b c?></a>',
    '<a><?xml version="1.0"?></a>',
    '<!-- a --><a/>',
    '<a/><!-- a -->',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a/><!DOCTYPE a>',
    '<a><!DOCTYPE a></a>',
    '<?xml version="1.0"?><a/>',
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<a/>",
    '<?xml version="1.1"?><a>\u0085</a>',
    '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>',
    '<?xml version="1.0" standalone="maybe"?><a/>',
    '<?xml version="1.0"?>b<a/>',
    '<?xml version="1.0"?><?xml version="1.0"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.0"?>',
    '\ufeff<?xml version="1.0"?><a/>',
    '\ufeff\ufeff<a/>',
    '<a><?xml version="1.0"?></a>',
    '<a/><?xml version="1.0"?>',
    '<?xml-stylesheet href="a"?><a/>',
  ])('%j', expectSame);

  it.each([
    ['as deep as may be', within('<w:p>'.repeat(limits.depth - 1) + '</w:p>'.repeat(limits.depth - 1))],
    ['deeper', within('<w:p>'.repeat(limits.depth))],
    ['deeper behind a comment', within(`${'<w:p>'.repeat(limits.depth - 1)}<!-- --><w:p/>`)],
    [
      'with more tags than are kept',
      within(Array.from({ length: 2500 }, (_, index) => `<w:p w:id="${index}"/><w:p/>`).join('')),
    ],
  ])('%s', (_, xml) => expectSame(xml));

  it('in documents that were changed anywhere', () => {
    const xml = documentXml(smallBody(taskRow('Họp &amp; báo cáo'), taskRow('Thẩm định')));
    const other = documentXml(`${paragraph('a ]] b')}<!-- c --><w:p a="1"><w:r><w:t>d</w:t></w:r></w:p>`);
    for (let seed = 0; seed < 200; seed++) {
      const changed = mutateXml(seed % 4 === 0 ? other : xml, new Random(seed), [xml, other]);
      expectSame(changed.slice(0, 200_000));
    }
  });
});
