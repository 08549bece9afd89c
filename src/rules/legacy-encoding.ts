import { detectLegacyEncoding } from '../vietnamese/detect-legacy-encoding.ts';
import type { LegacyEncodingId } from '../vietnamese/legacy-encodings.ts';
import { defineRule, type Message } from './rule.ts';
import { suspectTexts } from './suspect-texts.ts';

const looksLike = (vi: string, en: string): Message => ({
  text: ({ found }) => ({
    vi: `cần văn bản Unicode, nội dung này có vẻ dùng ${vi}: “${found}”`,
    en: `expected Unicode text, this looks like ${en}: “${found}”`,
  }),
  hint: ({ found, decoded }) => ({
    vi: `Chuyển nội dung sang Unicode rồi đọc lại${decoded ? ` (“${found}” có lẽ là “${decoded}”)` : ''}.`,
    en: `Convert the text to Unicode and proofread it${decoded ? ` (“${found}” is probably “${decoded}”)` : ''}.`,
  }),
});

const messages: Readonly<Record<LegacyEncodingId, Message>> = {
  tcvn3: looksLike('bảng mã TCVN3 (ABC, phông .VnTime)', 'TCVN3 (ABC, fonts .VnTime)'),
  vni: looksLike('bảng mã VNI (phông VNI-Times)', 'VNI (fonts VNI-Times)'),
  mojibake: looksLike('UTF-8 bị đọc sai bảng mã', 'UTF-8 that was read as another encoding (mojibake)'),
};

export const legacyEncoding = defineRule({
  id: 'legacy-encoding',
  severity: 'error',
  summary: {
    vi: 'Văn bản dùng Unicode, không dùng TCVN3, VNI hoặc UTF-8 đọc sai',
    en: 'Texts are Unicode, not TCVN3, VNI or misread UTF-8',
  },
  explanation: {
    vi: 'Văn bản soạn bằng phông TCVN3 (.VnTime) hoặc VNI (VNI-Times) chỉ đọc được khi có phông đó; mở bằng phông Unicode sẽ thành “Qu¶n lý hå s¬” hoặc “Quaûn lyù hoà sô”. Văn bản UTF-8 bị đọc sai bảng mã thành “Quáº£n lÃ½”, hoặc “Quß║ún l├╜” khi ghi tệp bằng dấu > trong Windows PowerShell 5 (hãy dùng -o).\n\nMỗi nội dung được báo một lần, tại từ đầu tiên. Chỉ tính những từ mà đọc theo bảng mã cũ mới thành tiếng Việt, và phải có nhiều từ như vậy. Các ký hiệu µ, ², ×, «» và chữ hoa như “CẤP XÃ” không bị báo.',
    en: 'A text typed with TCVN3 fonts (.VnTime) or VNI fonts (VNI-Times) can be read only with these fonts; in a Unicode font it looks like “Qu¶n lý hå s¬” or “Quaûn lyù hoà sô”. UTF-8 read as another encoding looks like “Quáº£n lÃ½”, or like “Quß║ún l├╜” after > in Windows PowerShell 5 (use -o).\n\nEach text is reported once, at its first such word. A word counts if it is Vietnamese in the old encoding only, and there must be several. The characters µ, ², ×, «» and capitals as in “CẤP XÃ” are not reported.',
  },
  example: {
    bad: '- text: Qu¶n lý hå s¬ ®¶ng viªn\n  complexity: 3\n',
    good: '- text: Quản lý hồ sơ đảng viên\n  complexity: 3\n',
  },
  messages,
  check(form, report) {
    const suspects = [];
    const proven = new Set<LegacyEncodingId>();
    for (const { value, path } of suspectTexts(form, 'legacy')) {
      const evidence = detectLegacyEncoding(value);
      if (!evidence) continue;
      suspects.push({ path, evidence });
      if (evidence.proof) proven.add(evidence.encoding);
    }
    // One word alone, such as the title “Tr­ëng ban”, proves nothing; beside others it does.
    for (const { path, evidence } of suspects) {
      const { encoding, hits } = evidence;
      const [first] = hits;
      if (!first || !proven.has(encoding)) continue;
      const { start, found, decoded = '' } = first;
      report({
        message: encoding,
        path,
        range: [start, start + found.length],
        facts: { found, decoded },
      });
    }
  },
});
