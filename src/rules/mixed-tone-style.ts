import type { Path } from '../diagnostics/finding.ts';
import type { Form } from '../form/form.ts';
import { textsOf } from '../form/walk-form.ts';
import { lazyPattern } from '../vietnamese/once.ts';
import { NEWER_STYLE, OLDER_STYLE, type StyledWord, styledWords } from '../vietnamese/tone-placement.ts';
import { defineRule, say } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

type Occurrence = StyledWord & { readonly path: Path };

/** A title of a person and the names after it, up to the first letter of a last one: “đồng chí Lê Thuỷ”. */
const PERSON = lazyPattern(
  'u',
)`(?<!\p{L})(?:[Đđ]ồng chí|[Đđ]/c|[Aa]nh|[Ôô]ng|[Bb]à|[Cc]hị)(?:\s+\p{Lu}[\p{L}\p{M}]*)*\s+\p{Lu}$`;

export const mixedToneStyle = defineRule({
  id: 'mixed-tone-style',
  severity: 'warning',
  summary: {
    vi: 'Trong một biểu, cùng một từ chỉ đặt dấu theo một kiểu',
    en: 'Within one form, a word has its tone mark in one place',
  },
  explanation: {
    vi: 'Cả hai kiểu đặt dấu “hòa, ủy, khỏe” và “hoà, uỷ, khoẻ” đều được chấp nhận; chỉ nên thống nhất một kiểu trong một biểu. Khi cùng một từ có cả hai kiểu, kiểu ít dùng hơn được báo, mỗi nội dung một lần cho mỗi từ.\n\nKhông phân biệt chữ hoa, chữ thường. Tên người ký, tên người sau “đồng chí”, “ông”, “bà” và địa danh không bị xét. “quý” chỉ có một cách viết.',
    en: 'Both ways to place a tone mark, “hòa, ủy, khỏe” and “hoà, uỷ, khoẻ”, are accepted; a form should use one of them. Where the same word is written both ways, the rarer one is reported, once per text and word.\n\nCase is ignored. Names of signatories, of persons after “đồng chí”, “ông”, “bà”, and of places are not checked. “quý” is spelt in one way only.',
  },
  example: {
    bad: '- text: Tham mưu cho cấp ủy về công tác cán bộ\n  complexity: 4\n- text: Chuẩn bị nội dung họp cấp uỷ\n  complexity: 3\n',
    good: '- text: Tham mưu cho cấp ủy về công tác cán bộ\n  complexity: 4\n- text: Chuẩn bị nội dung họp cấp ủy\n  complexity: 3\n',
  },
  messages: {
    mixed: say(
      '“{word}” và “{other}” là một từ đặt dấu theo hai kiểu ({rare} chỗ và {usual} chỗ trong biểu này) → Thống nhất một kiểu, ví dụ sửa “{word}” thành “{other}”.',
      '“{word}” and “{other}” are the same word with its tone mark in different places ({rare} and {usual} times in this form) → Use one of them, for example “{other}” instead of “{word}”.',
    ),
  },
  check(form, report) {
    // Most forms have one style, and need no closer look.
    if (!has(form, 'olderTone', OLDER_STYLE) || !has(form, 'newerTone', NEWER_STYLE)) return;
    const words = new Map<string, Occurrence[]>();
    for (const { value, path, role } of textsOf(form)) {
      if (role === 'name' || role === 'place') continue;
      for (const found of styledWords(value)) {
        if (found.key !== 'ủy' && PERSON().test(value.slice(Math.max(0, found.start - 60), found.start + 1)))
          continue;
        const occurrences = words.get(found.key) ?? [];
        words.set(found.key, occurrences);
        occurrences.push({ ...found, path });
      }
    }
    for (const occurrences of words.values()) {
      // The style that comes first is the preferred one, unless the other is more frequent.
      const [first] = occurrences;
      const like = occurrences.filter(({ style }) => style === first?.style);
      const unlike = occurrences.filter(({ style }) => style !== first?.style);
      const [rare, usual] = like.length < unlike.length ? [like, unlike] : [unlike, like];
      const reported = new Set<string>();
      for (const { word, other, start, path } of rare) {
        const place = path.join('.');
        if (reported.has(place)) continue;
        reported.add(place);
        const facts = { word, other, rare: rare.length, usual: usual.length };
        report({ message: 'mixed', path, range: [start, start + word.length], facts });
      }
    }
  },
});

const has = (form: Form, kind: 'olderTone' | 'newerTone', style: RegExp) =>
  suspectTexts(form, kind).some(({ value }) => value.search(style) >= 0);
