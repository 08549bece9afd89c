import { escapeXml, namespaces } from '../word/read/word-xml.ts';
import { scalarPieces, unicodeTraps } from './pieces.ts';
import type { Random } from './random.ts';

/** A tag, a text, a comment … of XML, as written. */
type Tokens = string[];

const tokensOf = (xml: string): Tokens =>
  xml.match(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>]*>|[^<]+|</gs) ?? [];
const isOpening = (token: string | undefined) =>
  token !== undefined && /^<[^/!?][^>]*[^/]>$|^<\w>$/.test(token);
const isClosing = (token: string | undefined) => token?.startsWith('</') === true;
const isTag = (token: string | undefined) => token !== undefined && /^<[^!?]/.test(token);

/** Changes the XML of a Word file in one to six places: mostly so that it stays well-formed, so that it is read on. */
export function mutateXml(xml: string, random: Random, others: readonly string[]): string {
  let tokens = tokensOf(xml);
  for (let count = random.between(1, 6); count > 0; count--) {
    const changed = random.oneIn(25)
      ? tokensOf(damage(tokens.join(''), random))
      : random.pick(mutations)(tokens, random, others);
    if (changed.length < 400_000) tokens = changed;
  }
  return tokens.join('');
}

/** The element that begins at a token, as a half-open range of tokens. */
function elementAt(tokens: Tokens, start: number): [start: number, end: number] {
  if (!isOpening(tokens[start])) return [start, start + 1];
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    if (isOpening(tokens[at])) depth++;
    if (isClosing(tokens[at]) && --depth === 0) return [start, at + 1];
  }
  return [start, tokens.length];
}

/** Any element; often one whose name matters most. */
function someElement(tokens: Tokens, random: Random): [start: number, end: number] {
  const name = random.oneIn(2)
    ? random.pick(['w:tr', 'w:tc', 'w:p', 'w:r', 'w:t', 'w:tbl', 'w:tcPr', 'w:pPr', 'w:sdt'])
    : '';
  const starts = [...tokens.keys()].filter(
    (at) =>
      isTag(tokens[at]) &&
      !isClosing(tokens[at]) &&
      (name === '' || new RegExp(`^<${name}\\b`).test(tokens[at] ?? '')),
  );
  return starts.length === 0 ? [0, 0] : elementAt(tokens, random.pick(starts));
}

const replaced = (tokens: Tokens, [start, end]: [number, number], ...inserted: string[]) => [
  ...tokens.slice(0, start),
  ...inserted,
  ...tokens.slice(end),
];

type Mutation = (tokens: Tokens, random: Random, others: readonly string[]) => Tokens;

const ofElements: readonly Mutation[] = [
  (tokens, random) => replaced(tokens, someElement(tokens, random)),
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    const times = random.pick([1, 1, 2, 40, 600]);
    const element = tokens.slice(start, end);
    return element.length * times > 100_000
      ? tokens
      : replaced(tokens, [end, end], ...Array.from({ length: times }, () => element).flat());
  },
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    const moved = tokens.slice(start, end);
    const rest = replaced(tokens, [start, end]);
    const [at, after] = someElement(rest, random);
    return replaced(rest, random.oneIn(2) ? [at, at] : [after, after], ...moved);
  },
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    const [open, close] = random.pick(wrappers);
    return replaced(tokens, [start, end], open, ...tokens.slice(start, end), close);
  },
  (tokens, random, others) => {
    const from = tokensOf(random.pick(others));
    return replaced(tokens, someElement(tokens, random), ...from.slice(...someElement(from, random)));
  },
  // Only the tags of an element go: what it holds stays.
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    return end - start < 2 ? tokens : replaced(tokens, [start, end], ...tokens.slice(start + 1, end - 1));
  },
];

const ofInsides: readonly Mutation[] = [
  // A snippet, before, behind or at the beginning of an element.
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    const at = random.pick([start, end, Math.min(start + 1, end)]);
    return replaced(tokens, [at, at], random.pick(snippets));
  },
  (tokens, random) => {
    const texts = [...tokens.keys()].filter((at) => !tokens[at]?.startsWith('<'));
    if (texts.length === 0) return tokens;
    const at = random.pick(texts);
    const piece = escapeXml(random.pick(random.oneIn(2) ? textPieces : unicodeTraps));
    const old = tokens[at] ?? '';
    return replaced(
      tokens,
      [at, at + 1],
      random.pick([piece, old + piece, piece + old, old.normalize('NFD'), old.repeat(random.pick([2, 500]))]),
    );
  },
  (tokens, random) => {
    const [start] = someElement(tokens, random);
    const values = [
      '0',
      '1',
      '-1',
      '2',
      '63',
      '64',
      '65',
      '99999999999',
      '1.5',
      '',
      'restart',
      'continue',
      'x',
      '&#x1F600;',
      'on',
      'false',
      ...scalarPieces.map(escapeXml),
    ];
    const value = random.pick(values).replaceAll('"', '&quot;');
    const tag = tokens[start] ?? '';
    const attributes = [...tag.matchAll(/="[^"]*"/g)];
    if (attributes.length === 0) return tokens;
    const { index, 0: old } = random.pick(attributes);
    return replaced(
      tokens,
      [start, start + 1],
      `${tag.slice(0, index)}="${value}"${tag.slice(index + old.length)}`,
    );
  },
  (tokens, random) => {
    const [start, end] = someElement(tokens, random);
    const rename = (token: string) => token.replace(/^(<\/?)[\w:]+/, `$1${name}`);
    const name = random.pick([
      'w:tr',
      'w:tc',
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:del',
      'w:ins',
      'w:sdt',
      'mc:Choice',
      'x',
      'w:txbxContent',
    ]);
    return end - start < 2
      ? tokens
      : replaced(
          tokens,
          [start, end],
          rename(tokens[start] ?? ''),
          ...tokens.slice(start + 1, end - 1),
          rename(tokens[end - 1] ?? ''),
        );
  },
];

const ofWhole: readonly Mutation[] = [
  (tokens) =>
    tokens.map((token) =>
      token.replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
  (tokens) =>
    tokens.map((token) =>
      token.replaceAll(/^(<\/?)w:/g, '$1').replace(/ xmlns:w="([^"]*)"/, ' xmlns:w="$1" xmlns="$1"'),
    ),
  (tokens, random) => {
    const depth = random.pick([10, 100, 190, 201, 3000]);
    const [start, end] = someElement(tokens, random);
    const [open, close] = random.pick(wrappers);
    return replaced(
      tokens,
      [start, end],
      open.repeat(depth),
      ...tokens.slice(start, end),
      close.repeat(depth),
    );
  },
  (tokens, random) =>
    replaced(
      tokens,
      [0, random.oneIn(2) ? 1 : 0],
      random.pick([
        '<?xml version="1.1"?>',
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '\ufeff',
        ' ',
        '<?xml version="1.0" encoding="windows-1258"?>',
      ]),
    ),
];

const mutations: readonly Mutation[] = [
  ...ofElements,
  ...ofElements,
  ...ofInsides,
  ...ofInsides,
  ...ofInsides,
  ...ofWhole,
];

function damage(xml: string, random: Random): string {
  const at = random.below(xml.length + 1);
  const piece = random.pick([
    '<',
    '>',
    '&',
    '"',
    '</w:p>',
    '<w:p>',
    '<a b="1" b="2"/>',
    ']]>',
    '<![CDATA[',
    '&#0;',
    '&#xFFFFFFF;',
    '&x;',
    '<x:y/>',
    ...unicodeTraps,
  ]);
  return random.oneIn(4)
    ? xml.slice(0, at)
    : xml.slice(0, at) + piece + xml.slice(at + random.pick([0, 1, 10]));
}

const wrappers: readonly (readonly [string, string])[] = [
  ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<w:ins w:id="1">', '</w:ins>'],
  ['<w:del w:id="1">', '</w:del>'],
  ['<w:moveFrom w:id="1">', '</w:moveFrom>'],
  ['<w:hyperlink>', '</w:hyperlink>'],
  ['<w:smartTag>', '</w:smartTag>'],
  [
    `<mc:AlternateContent ${namespaces}><mc:Choice Requires="wps">`,
    '</mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>',
  ],
  ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
  ['<w:p><w:r>', '</w:r></w:p>'],
  ['<w:r><w:rPr><w:vanish/></w:rPr>', '</w:r>'],
  ['<w:txbxContent>', '</w:txbxContent>'],
  ['<x xmlns="urn:x">', '</x>'],
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
];

const textPieces = [
  ...scalarPieces,
  'x',
  'X',
  '✓',
  '☒',
  '1',
  '5',
  'II',
  'III',
  'Nhóm công việc',
  'Công việc cụ thể',
  'Mức độ phức tạp',
  'Ghi chú',
  'TT',
  '1.1',
  '1.1.1. ',
  '{unit}',
  '{#task}',
  '{/task}',
  '{group.title}',
  '{',
  '}',
  '\t',
  '\n',
  'PHÂN NHÓM CÔNG VIỆC',
  'Đơn vị báo cáo:',
  'ngày 31 tháng 2 năm 2026',
];

const snippets: readonly string[] = [
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:gridSpan w:val="3"/>',
  '<w:gridSpan w:val="60"/>',
  '<w:gridBefore w:val="2"/>',
  '<w:hMerge/>',
  '<w:hMerge w:val="restart"/>',
  '<w:tab/>',
  '<w:br/>',
  '<w:cr/>',
  '<w:sym w:font="Wingdings" w:char="F0FE"/>',
  '<w:sym w:font="Wingdings" w:char="zz"/>',
  '<w:vanish/>',
  '<w:vanish w:val="0"/>',
  '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  '<w:numPr><w:ilvl w:val="9"/><w:numId w:val="-1"/></w:numPr>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:trPr><w:del/></w:trPr>',
  '<w:cellDel/>',
  '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
  '<w:checkBox><w:default w:val="1"/></w:checkBox>',
  '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>',
  '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>',
  '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>',
  '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
  '<w:tr/>',
  '<w:tc/>',
  '<w:tbl/>',
  '<w:p/>',
  '<w:t/>',
  '<w:t>x</w:t>',
  '<w:r><w:t>X</w:t></w:r>',
  '<w:footnoteReference w:id="1"/>',
  '<w:commentReference w:id="0"/>',
  '<?pi x?>',
  '<!-- x -->',
  '&#10;',
  '&amp;',
];
