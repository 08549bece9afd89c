import { describe, expect, it } from 'vitest';
import { codeInText } from '../../src/rules/code-in-text.ts';
import { confusableLetters } from '../../src/rules/confusable-letters.ts';
import { controlCharacters } from '../../src/rules/control-characters.ts';
import { legacyEncoding } from '../../src/rules/legacy-encoding.ts';
import { placeholder } from '../../src/rules/placeholder.ts';
import { repeatedWord } from '../../src/rules/repeated-word.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { spacing } from '../../src/rules/spacing.ts';
import { unicodeNfc } from '../../src/rules/unicode-nfc.ts';
import { foundIn } from './form-of.ts';

/** A text and what is found in it, as `message “stretch”`. */
type Case = readonly [text: string, ...found: string[]];

const finds = (rule: Rule, cases: readonly Case[]) =>
  describe(rule.id, () => {
    it.each(cases.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
      expect(foundIn(rule, text)).toEqual(found);
    });
  });

finds(repeatedWord, [
  ['thuộc thẩm quyền quyết định của của huyện ủy', 'repeated “của của”'],
  ['Tham gia các các tổ chức', 'repeated “các các”'],
  ['(các các tổ chức)', 'repeated “các các”'],
  ['Các Các tổ chức', 'repeated “Các Các”'],
  ['QUY CHẾ CỦA CỦA HUYỆN ỦY', 'repeated “CỦA CỦA”'],
  ['thẩm quyền của\u00a0của huyện ủy', 'repeated “của\u00a0của”'],
  ['thẩm quyền của  của huyện ủy', 'repeated “của  của”'],
  ['thẩm quyền của\ncủa huyện ủy', 'repeated “của\ncủa”'],
  ['tham mưu thường xuyên xuyên suốt', 'repeated “xuyên xuyên”'],
  ['Quản lý cán cán bộ, nghị nghị quyết', 'repeated “cán cán”', 'repeated “nghị nghị”'],
  ['Thực hiện công tác công tác cán bộ', 'repeated “công tác công tác”'],
  ['Thực hiện công công tác cán bộ', 'repeated “công công”'],
  ['thu\u031bo\u031b\u0300ng xuye\u0302n và và', 'repeated “và và”'],
  // Never across punctuation, never with another case, never a part of a word.
  ['của, của; của. của: của (của) của – của/của “của” của'],
  ['Phó Trưởng ban Ban Tổ chức, Của của'],
  ['Trưởng Ban Ban Tổ chức, Chủ tịch Hội Hội Nông dân'],
  ['Trưởng phòng phòng Tổ chức cán bộ'],
  ['luôn luôn, năm năm, ngày ngày, thường thường, từ từ, dần dần, người người, nhà nhà'],
  ['lu\u00f4n lu\u00f4n luo\u0302n luo\u0302n'],
  ['phân công công việc, quản lý lý lịch, trực tiếp tiếp nhận, quy định định kỳ, một số số liệu'],
  ['hàng hóa hóa chất, hàng hoá hoá chất, an toàn toàn diện, cấp ủy ủy quyền, cấp uỷ uỷ quyền'],
  ['Văn phòng phòng, chống thiên tai, thư ký ký văn bản'],
  ['văn phòng phòng, của của, chống', 'repeated “phòng phòng”', 'repeated “của của”'],
  ['bệnh viện viện trưởng, viễn thông thông báo, hiệp hội hội viên, hợp tác xã xã viên'],
  ['thủy lợi lợi ích, thuỷ điện điện lực, đô thị thị trấn, kiểm lâm lâm nghiệp, bất động sản sản xuất'],
  ['kèm theo theo mẫu, lý do do khách quan, văn bản đến đến hạn, đơn vị cấp trên trên cơ sở'],
  ['từng bước từng bước, từng ngày từng ngày, lần lượt lần lượt'],
  [
    'phê duyệt duyệt chi, thẩm tra viên viên chức, điện tử hóa hóa đơn, tịch thu sung quỹ, bổ sung sung quỹ, trong năm năm học',
  ],
  ['cho viên viên chức', 'repeated “viên viên”'],
  ['Trưởng bản bản Na Hú; dạy chuyên môn môn Toán'],
  ['họp thường thường kỳ ngày ngày 26/5', 'repeated “thường thường”', 'repeated “ngày ngày”'],
  ['đón ông ông K’Sor; chuyển sinh sinh hoạt', 'repeated “ông ông”', 'repeated “sinh sinh”'],
  ['- quản lý cán bộ\nbộ phận một cửa'],
  ['2 2 lần, 10 10'],
  ['viên viên viên, của của  của của huyện', 'several “viên viên viên”', 'several “của của  của của”'],
  ['tổ chức tổ chức tổ chức', 'several “tổ chức tổ chức tổ chức”'],
  ['phân công\u200b công việc, phân\u00ad công công việc, phân công công\u200b việc'],
]);

finds(spacing, [
  ['của huyện ủy,  ban thường vụ', 'double “  ”'],
  ['Ban\u00a0 Tổ   chức', 'double “\u00a0 ”', 'double “   ”'],
  ['Ban\tTổ chức', 'tab “\t”'],
  ['Hướng dẫn,kiểm tra;đôn đốc:thực hiện', 'missing “dẫn,kiểm”', 'missing “tra;đôn”', 'missing “đốc:thực”'],
  ['theo phân cấp.Quản lý cán bộ', 'missing “cấp.Quản”'],
  ['theo phân cấp.quản lý cán bộ', 'missing “cấp.quản”'],
  ['năm 2025.Phối hợp HĐND.Tham mưu', 'missing “2025.Phối”', 'missing “HĐND.Tham”'],
  // One finding, of code-in-text.
  ['1.5.1.Chủ trì tham mưu'],
  ['Chủ trì 1.5.1.Chủ trì', 'missing “1.5.1.Chủ”'],
  ['gửi a@xa.gov.vn;báo cáo.docx,Kế hoạch', 'missing “vn;báo”', 'missing “docx,Kế”'],
  ['Tỷ lệ N:P:K = 16:16:8, C:N; https://a.vn/x,y;z; A1:B2'],
  ['đạt 100%,trong đó', 'missing “,trong”'],
  ['hồ sơ ,văn bản  ;tài liệu', 'missing “sơ ,văn”', 'missing “bản  ;tài”'],
  ['gồm :hồ sơ .Tham mưu TP .Hồ Chí Minh', 'missing “gồm :hồ”', 'missing “sơ .Tham”', 'missing “TP .Hồ”'],
  ['phải không?nếu có', 'missing “không?nếu”'],
  ['P.Tổ chức, Q.Bình Thạnh; 12 m3/ngày.đêm; 2001:db8::1'],
  ['Qu?n lý h? so; trang.php?id=2; lập trình .Net, mẫu .docx, Nguyễn Văn .A'],
  ['chính trị -xã hội', 'dash “trị -xã”'],
  ['chính trị- xã hội', 'dash “trị- xã”'],
  ['thi đua –khen thưởng', 'dash “đua –khen”'],
  ['giai đoạn 2020 -2025', 'dash “2020 -2025”'],
  ['- Kết nạp\n-Chuyển sinh hoạt', 'list-dash “-Chuyển”'],
  ['Ban , ngành ; đoàn thể .', 'before “Ban ,”', 'before “ngành ;”', 'before “thể .”'],
  ['1.000; 3,5; 7:30; 30/2020/NĐ-CP; 01-QĐ/TW; 30/4/2025; 1.5.2025; 24/7; 3-2-1; -5'],
  ['TP.HCM, TS.BS, Tp.Đà Nẵng, ThS.Hà, Q.1, P.Bến Nghé, v.v., v.v...'],
  ['a.b@tinhuy.vn, https://x.vn/a?b=c,d, www.a.gov.vn, dichvucong.gov.vn, mẫu.docx, Báo_cáo.Pdf'],
  ['đề cử…, văn thư .., (a), “b”, [c]; .NET; tỷ lệ 2 : 1; nam/nữ; i-ốt; Bà Rịa - Vũng Tàu'],
  ['- Chuyển sinh hoạt,\n  - Tặng huy hiệu,\n'],
  [' đầu và cuối '],
  ['hồ sơ,, văn bản;;tài liệu, , sổ', 'doubled “sơ,,”', 'doubled “bản;;tài”', 'doubled “liệu, ,”'],
  ['Sở A,B&nbsp;hồ &#272;ảng, R&amp;D; Sở VH&TT;báo', 'missing “A,B”', 'missing “TT;báo”'],
]);

finds(placeholder, [
  ['.....', 'empty “.....”'],
  [' … ', 'empty “…”'],
  ['-', 'empty “-”'],
  ['[CẦN BỔ SUNG]', 'marker “[CẦN BỔ SUNG]”'],
  ['Tham gia ban chỉ đạo .... của xã', 'dots “....”'],
  ['Tham gia ban chỉ đạo …… của xã', 'dots “……”'],
  ['Tham gia [tên tổ chức]', 'marker “[tên tổ chức]”'],
  ['Theo quyết định số 12 của <tên đơn vị>', 'marker “<tên đơn vị>”'],
  ['{unit}', 'marker “{unit}”'],
  ['Báo cáo…cần bổ sung', 'marker “cần bổ sung”'],
  ['Thực hiện xxx theo phân công', 'marker “xxx”'],
  ['TODO', 'empty “TODO”'],
  ['#REF!', 'formula “#REF!”'],
  ['Theo kế hoạch #N/A của #VALUE!', 'formula “#N/A”'],
  ['Đường dây #1, mẫu #NA, #dangbo'],
  ['Nhập nội dung', 'empty “Nhập nội dung”'],
  ['Nội dung công việc 1', 'empty “Nội dung công việc 1”'],
  ['Đang cập nhật', 'empty “Đang cập nhật”'],
  ['Ký ngày ... tháng ... năm ...', 'dots “...”'],
  ['Báo cáo của [CẦN BỔ SUNG] về'.normalize('NFD'), `marker “${'[CẦN BỔ SUNG]'.normalize('NFD')}”`],
  ['Đang cập nhật'.normalize('NFD'), `empty “${'Đang cập nhật'.normalize('NFD')}”`],
  ['giới thiệu ứng cử, đề cử…'],
  ['Ví dụ: văn thư ..'],
  ['họp, hội nghị, v.v....'],
  ['Hồ sơ cần bổ sung; khóa XXX; tài liệu [1], [HỎA TỐC]; điểm < 5; Quyết định (bổ sung)'],
  ['Cập nhật thông tin'],
  ['Nhập dữ liệu vào phần mềm'],
  ['Đại hội lần thứ XXX: chuẩn bị văn kiện'],
]);

finds(codeInText, [
  ['1.1.2. Tham gia soạn thảo', 'code “1.1.2.”'],
  ['1.5.1.Chủ trì tham mưu', 'code “1.5.1.”'],
  [' 1.1.2 Tham gia soạn thảo', 'code “1.1.2”'],
  ['1.10.2. tham gia', 'code “1.10.2.”'],
  ['2.10. Thực hiện công tác', 'number “2.10.”'],
  ['2.1. (Chủ trì) họp', 'number “2.1.”'],
  ['2.1 Quản lý cán bộ', 'number “2.1”'],
  ['2.1 ĐẢNG ỦY XÃ', 'number “2.1”'],
  ['2.1: UBND xã', 'number “2.1:”'],
  ['2.1 – ĐẢNG ỦY', 'number “2.1 –”'],
  ['2.1 BAN TỔ CHỨC', 'number “2.1”'],
  ['2.5 TRIỆU ĐỒNG'],
  ['1.5 USD CHO MỖI NGƯỜI'],
  ['2.5 triệu đồng, 1.5 USD'],
  ['1.5 USD, 2.5 GB'],
  ['1.5.2025 khai trương'],
  ['30.4.25 Họp mặt'],
  ['1.1.2 của Đề án'],
  ['1.1.2, 1.1.3 của Đề án'],
  ['1.500 hộ dân'],
  ['1.5 tỷ đồng'],
  ['8.8.8.8 Google'],
  ['Theo mục 1.1.2. Tham gia'],
  ['1. Chủ trì'],
]);

finds(legacyEncoding, [
  ['Qu¶n lý hå s¬ ®¶ng viªn', 'tcvn3 “Qu¶n”'],
  ['V¨n th\u00ad, l\u00adu tr÷', 'tcvn3 “V¨n”'],
  ['Ký thùc hiÖn nhiÖm vô', 'tcvn3 “thùc”'],
  ['Quaûn lyù hoà sô ñaûng vieân', 'vni “Quaûn”'],
  ['Coâng taùc caùn boä', 'vni “Coâng”'],
  ['QUAÛN LYÙ HOÀ SÔ', 'vni “QUAÛN”'],
  ['Quáº£n lÃ½ há»“ sÆ¡ Ä‘áº£ng viÃªn', 'mojibake “Quáº£n”'],
  ['káº¿ toÃ¡n', 'mojibake “káº¿”'],
  ['Quß║ún l├╜ hß╗ô s╞í ─æß║úng vi├¬n', 'mojibake “Quß║ún”'],
  ['t├ái liß╗çu', 'mojibake “t├ái”'],
  ['Qu·∫£n l√Ω h·ªì s∆°', 'mojibake “Qu·∫£n”'],
  ['“CẤP XÃ”, CẤP XÃ… KÊ KHAI, TÒA ÁN, ĐÔ THỊ'],
  ['bụi 5 µm, 5 µg/m³, 120 m², 3×250 kVA, ±2 °C, ½ ngày, 25 ¢, §3, © 2025, Word®'],
  ['«Dân vận khéo», «xã»; São Paulo, München, Malmö, España, Besançon, Århus, Tromsø'],
  ['Quản lý hồ sơ, hoà giải, khoẻ, thuở, quý, ngoằn ngoèo, khuỷu, loà xoà'],
  ['NÐ-CP, QÐ-TW, HÐND, Ðảng'],
]);

finds(controlCharacters, [
  ['hồ\u200bsơ', 'zero-width “\u200b”'],
  ['hồ\ufeff\u200b sơ', 'zero-width “\ufeff\u200b”'],
  ['hồ \u0007sơ', 'control “\u0007”'],
  ['hồ\rsơ\u0085', 'control “\r”', 'control “\u0085”'],
  ['\u202ahồ sơ\u202c', 'direction “\u202a”', 'direction “\u202c”'],
  ['đảng vi\u00adên', 'soft-hyphen “\u00ad”'],
  ['\uf0b7 hồ sơ', 'private “\uf0b7”'],
  ['h\ufffd\ufffd sơ', 'lost “\ufffd\ufffd”'],
  ['h\ud800 sơ', 'lost “\ud800”'],
  ['Qu?n lý (?ảng viên), t??nh', 'lost “?”', 'lost “?”', 'lost “??”'],
  ['hi?u quả, gi?i quyết, 36 tháng/b?c, tr?ng', 'lost “?”', 'lost “?”', 'lost “?”', 'lost “?”'],
  ['Qu?n lý'.normalize('NFD'), 'lost “?”'],
  [
    'hồ sơ&nbsp;&amp; &#272;ảng&#x1ea3;',
    'entity “&nbsp;”',
    'entity “&amp;”',
    'entity “&#272;”',
    'entity “&#x1ea3;”',
  ],
  ['Sở VH&TT; R&D; a&b; &#; #1;'],
  ['phải không?nếu có; có? không; https://a.vn/b?cd=1, x.php?q=1, a.vn/?xem'],
  ['hồ\u00a0sơ\n- đảng viên\r\n\tcán bộ ✓️ 👍 👨‍👩‍👧'],
  ['\u200b'],
]);

finds(unicodeNfc, [
  ['Quản lý hô\u0300 sơ đa\u0309ng viên', 'decomposed “hô\u0300”'],
  ['Quản lý hồ sơ “đảng viên” – 5 m² 3 × 4 ≥ 5'],
]);

finds(confusableLetters, [
  ['\u00d0ảng viên, HÐND', 'confusable “\u00d0”', 'confusable “Ð”'],
  ['\u00f0ảng viên', 'confusable “\u00f0”'],
  ['\u0189ảng viên', 'confusable “\u0189”'],
  ['\u0421ông t\u0430c', 'confusable “\u0421”', 'confusable “\u0430”'],
  ['\u041d\u0410 Nội', 'confusable “\u041d\u0410”'],
  ['nhiệm vụ c\u03bfng', 'confusable “\u03bf”'],
  ['\uff22an', 'confusable “\uff22”'],
  ['n\u01cem, ph\u01a3ơng', 'confusable “\u01ce”', 'confusable “\u01a3”'],
  ['men α-amylase, β, γ-GT, µm, Ω, Δt; Москва'],
  ['Đảng viên, đô thị, ĐÔ THỊ'],
  ['“Quản lý hồ sơ”', 'quoted ““Quản lý hồ sơ””'],
  ['‘Quản lý hồ sơ’', 'quoted “‘Quản lý hồ sơ’”'],
  ['‘Dân vận khéo’ và ‘5 rõ’, “một” và “hai”'],
]);

describe('hints', () => {
  it('names the right letter and word of a look-alike', () => {
    const facts = { letters: 'Ð', codePoints: 'U+00D0', right: 'Đ', word: 'Ðảng', rightWord: 'Đảng' };
    expect(confusableLetters.messages.confusable?.hint?.(facts).vi).toBe('Thay “Ð” bằng “Đ”: “Đảng”.');
  });
});
