import { foldTonePlacement } from './tone-placement.ts';

/**
 * Words of two syllables, and fixed pairs of words, that are usual in office texts: each first syllable with
 * the second ones. “xuyên suốt” is left out on purpose: “thường xuyên xuyên suốt” counts as a slip.
 */
const COMPOUNDS = `
  an: cư dân ninh sinh táng tâm toàn ủi; án: lệ phí treo; ảnh: hưởng; áp: dụng đặt giải lực;
  ăn: mặc ở uống; ấn: định; bài: báo học; ban: bố chỉ đầu đêm hành phát quản; bàn: bạc ghế giao luận ủi;
  bản: án cam chất chính đăng đồ giấy gốc lĩnh mềm quyền sao sắc thân tin vẽ; bán: hàng;
  bao: bì cấp gồm quát vây; bảo: dưỡng đảm hiểm hộ lãnh mật quản tàng thủ tồn trì vệ;
  báo: cáo chí đảng động giá giấy hiệu hỏng; bằng: cách; bệnh: nhân; bí: mật quyết thư;
  bị: ảnh can cáo cũ động đơn hại hỏng hư kỷ lỗi mất thiếu; biên: bản chế giới lai phiên phòng soạn tập;
  biến: chế dạng đổi động thể; biện: chứng hộ luận pháp; biểu: diễn dương mẫu quyết thị tượng;
  bình: an chọn đẳng ổn quân thường xét yên; bổ: ích nhiệm sung trợ;
  bộ: chỉ đề đội hồ luật máy môn ngành phận quy tài thủ tiêu trưởng; bộc: phát; bồi: dưỡng đắp thường;
  bưu: chính; ca: kíp múa nhạc trực; cá: biệt độ nhân thể; các: ban cấp phòng;
  cách: chức làm ly mạng thức; cải: cách tạo thiện tiến; cam: đoan kết; cảm: động; cán: bộ;
  cảnh: báo giác quan sát vệ; cạnh: tranh; cao: cấp điểm học nguyên ốc trình tuổi; căn: bản cứ cước hộ;
  cân: bằng đo đối nhắc;
  cấp: bách bằng bậc cơ cứu dưới dưỡng độ đổi giấy huyện lại mới nước phát phép phòng thẻ thiết thoát tỉnh trên trung ủy xã;
  cập: nhật; câu: hỏi lạc; cầu: đường nối thị tiến; chăm: chỉ lo sóc; chăn: nuôi; chân: chính;
  chấn: chính; chấp: hành nhận thuận; chất: liệu lượng thải vấn xám; chế: biến định độ tài tạo xuất;
  chi: bộ cho cục đầu đoàn hội ngân nhánh phí thường tiền tiết tiêu trả ủy;
  chỉ: dẫn đạo định giới huy rõ số thị tiêu; chí: hướng sĩ; chia: sẻ tách;
  chiến: dịch đấu lược sĩ thắng tranh; chiếu: sáng; chỉnh: đốn lý sửa trang;
  chính: chủ đáng nghĩa phạm phủ quy quyền sách tả thể thức trị xác; chịu: trách; cho: phép thuê vay;
  chọn: lọc lựa; chống: bán bão buôn dịch lãng lụt tham; chu: kỳ;
  chủ: đạo đầu đề động hộ nghĩa nhật nhiệm quản quyền tài thể tịch trì trương yếu; chú: ý;
  chuẩn: bị hóa mực nghèo y; chúc: mừng; chung: cư kết sức tay;
  chuyên: canh cần đề gia khoa môn ngành nghiệp sâu trách viên;
  chuyển: biến đến đi đổi giao giới hướng sinh tải tiền tiếp; chức: danh năng nghiệp sắc trách vụ;
  chứng: chỉ cứ khoán minh nhận thư thực từ; chương: mục trình; cố: định gắng tình vấn;
  công: an bằng bình bố chúng chức chứng cộng cụ dân dụng đoàn giáo ích khai khố lao lập nghệ nghiệp nhân nhận nợ sản sở tác tâm thương tố trái trình trường tư ty văn việc vụ;
  cộng: đồng hòa sản tác tuyến; cơ: bản cấu chế động giới hội khí quan sở yếu; cụ: thể; cung: cấp ứng;
  củng: cố; cuộc: thi; cư: dân trú; cử: nhân tri tuyển; cửa: hàng; cứu: chữa hộ nạn tế trợ xét;
  danh: dự hiệu mục nghĩa sách; dân: chủ cư phòng phố quân sinh số sự tình tộc trí vận y;
  dẫn: chiếu chứng đầu; di: dân dời sản tích; dịch: bệnh chuyển tả tễ thuật vụ; diễn: biến đàn ra tập;
  diện: ban chính mạo tích; dịp: lễ; doanh: nghiệp nhân số thu trại; du: lịch; dung: lượng; dùng: chung;
  dụng: cụ ý; dữ: liệu; dự: án báo bị định giờ họp kiến luật phòng thảo thầu thi toán trù trữ; dựng: nước;
  dương: cao; dưỡng: lão sinh; đa: dạng khoa ngành phương số; đá: bóng;
  đại: biểu diện đoàn đội học hội lý tu; đảm: bảo nhận nhiệm; đảng: bộ đoàn phí tịch ủy viên vụ; đáng: kể;
  đánh: giá máy; đào: tạo; đạo: đức tạo; đáp: án; đặc: biệt điểm khu sản thù; đăng: cai ký tải; đẳng: cấp;
  đất: công đai nông nước ở rừng; đầu: khóa kỳ mối năm ra tháng thầu tiên tư vào; đấu: giá thầu tranh;
  đề: án bài bạt cao cử cương nghị phòng ra tài thi xuất; địa: bàn chỉ chính điểm giới lý phương;
  điểm: cao cầu nghẽn số tin; điền: kinh; điện: ảnh báo lực thoại tử;
  điều: chỉnh chính dưỡng động hành hòa kiện lệ lệnh tiết tra trị; đình: công;
  định: biên cư danh giá hướng kỳ lượng mức suất tính vị;
  đoàn: công đại kết kiểm phí ra thanh thể tụ ủy viên; đóng: dấu góp; độ: ẩm chính tuổi; đốc: công thúc;
  độc: giả hại lập; đổi: mới; đối: chiếu chứng ngoại phó tác thoại tượng với;
  đội: hình ngũ thiếu trưởng viên; đôn: đốc;
  đồng: bào bộ chí đều hành loạt nghiệp phục thời thuận tiền tình ý;
  động: cơ đất lực tác thái thổ vật viên; đời: sống; đơn: giá giản hàng thư vị; đúng: đắn hạn quy;
  được: giao; đường: bộ dây lối phố sắt thủy; ghi: nhận; gia: cảnh cầm công đình hạn nhập súc tăng;
  giá: bán cả đất thành thầu trị; giải: ngân pháp phóng quyết tán thể thích thưởng trình;
  giảm: nghèo thiểu trừ; giám: định đốc sát thị; gian: hàng lận; gián: tiếp; giảng: dạy viên;
  giao: ban chỉ cho dịch diện đất kế liên lưu nhận nhiệm rừng thông tiếp ước việc;
  giáo: án dân dục dưỡng hội khoa sĩ viên; gìn: giữ; giới: hạn thiệu tính trẻ; hạ: tầng; hạch: toán;
  hài: lòng; hải: phòng quan; hại: cho; hạn: chế hán mức;
  hàng: giờ hải hóa loạt năm ngày quý rào tháng tuần; hành: chính động hung lang nghề trình vi;
  hậu: cần kiểm quả; hệ: số thống; hiến: pháp; hiện: có đại đang hành nay thực trạng trường tượng vật;
  hiểu: biết; hiệu: lệnh lực quả trưởng; hình: ảnh phạt sự thành thức; hòa: bình giải nhập;
  hóa: chất đơn giá; hoạch: định; hoàn: cảnh thành thiện trả; hoạt: động;
  học: bổng hỏi kỳ lực phí sinh tập thuật vấn viên; hồ: sơ; hỗ: trợ; hộ: gia khẩu kinh lý nghèo tịch;
  hội: chữ cựu đàm đoàn đồng họp khuyến nghị nhập nông phụ thảo thi trường viên; hôn: nhân;
  hợp: đồng lệ lý nhất pháp tác thành tình xã; huấn: luyện; huy: chương động hiệu; hủy: bỏ;
  huyện: đoàn đội ủy; hướng: dẫn đến nghiệp tới; hưu: trí; ích: lợi; kê: biên đơn khai;
  kế: hoạch nhiệm thừa tiếp toán; kết: án cấu chuyển dư hôn hợp luận nạp nối quả thúc; khả: năng thi;
  khách: hàng mời quan sạn; khai: báo giảng mạc phá sinh thác trương tử; khám: bệnh chữa phá;
  khảo: sát thí; khắc: phục; khen: thưởng; khiếu: kiện nại; khoa: giáo học trưởng; khóa: học sổ;
  khoáng: sản; khôi: phục; khởi: công kiện nghiệp tố; khu: công dân phố vực;
  khuyến: học khích mại nghị nông; kịch: bản; kiêm: nhiệm;
  kiểm: dịch điểm định kê nghiệm sát soát thử toán tra; kiến: nghị thiết thức trúc; kiện: toàn tướng;
  kinh: doanh nghiệm phí tế; kỳ: hạn họp nghỉ thi vọng; kỷ: cương luật niệm yếu; kỹ: năng sư thuật;
  ký: duyệt hợp kết số tên túc; làm: chủ việc; lãnh: đạo sự thổ thụ; lao: động; lắp: đặt; lâm: sản;
  lập: báo biên biểu danh dự hồ kế luận quy trường; lễ: hội tân tết; lệ: phí; lịch: công làm sử sự trình;
  liên: ban bộ đoàn đội hệ hoan hợp kết lạc ngành quan thông tịch tiếp tục; liệt: kê; linh: hoạt;
  loại: bỏ hình trừ; lợi: dụng ích nhuận thế; luận: cứ văn; luật: đất lao pháp sư; lực: lượng;
  lương: công hưu tâm thực tối; lưu: ban động hành thông trữ ý; lý: do lịch luận thuyết trí; mã: số;
  mạng: internet lưới xã; máy: tính; mặt: bằng hàng trận; mật: độ mã thiết; mẫu: biểu giáo mã mực;
  minh: bạch chứng họa; mô: hình; môi: trường; môn: học thi; một: số; mở: lớp mang rộng;
  mua: bán hàng sắm; mục: đích lục tiêu; nạn: nhân; năm: học; năng: động lực lượng suất;
  nâng: bậc cao cấp lương; ngành: dọc nghề; ngân: hàng khố quỹ sách; nghề: cá nghiệp; nghệ: nhân sĩ thuật;
  nghị: đề định quyết sự viên; nghĩa: trang vụ; nghiệm: thu; nghiên: cứu; nghiệp: vụ;
  ngoại: giao hối ngữ vụ; nguồn: gốc lực nước thu vốn; nguyên: liệu nhân tắc vật; ngư: dân; người: dân;
  nhà: đất máy nước ở trường văn; nhân: chứng công dân khẩu lực quyền rộng sĩ sự tài viên;
  nhận: bàn diện định đơn hồ thức xét; nhập: học khẩu kho; nhất: định; nhật: bản ký; nhiệm: kỳ vụ;
  nhiệt: tình; nhiều: năm; nhu: cầu; nội: bài bộ chính dung quy vụ; nông: dân nghiệp sản thôn;
  nộp: lưu thuế tiền; ổn: định; phạm: nhân tội vi; phản: ánh biện đối hồi; pháp: chế luật lý nhân quy y;
  phát: biểu động hành hiện huy ngôn quà sinh tán thanh thẻ triển; phẩm: chất;
  phân: bổ cấp công định hiệu kỳ loại luồng quyền tán tích; phật: giáo; phí: bảo công thẩm; phiên: bản;
  phó: ban chủ giám phòng trưởng; phong: cách phú tỏa trào tục;
  phòng: ban cháy chống dịch giáo họp khám làm ngừa nội tài thủ tránh vệ; phổ: biến cập thông; phối: hợp;
  phù: hợp; phụ: cấp đạo huynh lục nữ trách trợ; phục: chức hồi vụ;
  phương: án châm diện hướng ngữ pháp thức tiện; phường: đội ủy; quá: hạn tải trình;
  quan: chức điểm hệ sát tâm trắc trọng; quản: giáo lý trị; quảng: bá cáo trường; quân: dân đội nhân sự y;
  quần: chúng; quận: ủy; quốc: doanh gia hội phòng tế; quy: chế chuẩn định hoạch mô trách trình tụ ước;
  quỹ: đất lương; quyền: hạn lợi lực sử; quyết: định liệt nghị tâm toán; rà: soát;
  sách: báo giáo nhiễu tham; sản: công lượng nghiệp phẩm phụ xuất; sáng: kiến lập tạo;
  sát: hạch hại nhập sao với; sắp: xếp; sinh: đẻ hoạt học kế sản thái viên; soạn: thảo; soát: xét;
  song: phương; sổ: sách; số: dư hiệu hóa hộ liệu lượng nhà thu tiền; sơ: bộ cấp cứu đồ kết khảo tuyển;
  sở: hữu nội tài tại thích tư; suất: ăn; sử: dụng học; sự: cố kiện nghiệp việc vụ; sửa: chữa đổi;
  sức: khỏe lao mạnh; tác: chiến dụng động giả nghiệp phẩm phong;
  tài: chính khoản liệu năng nguyên sản trợ; tạo: điều lập nguồn việc; tạp: chí; tăng: cường thu trưởng;
  tâm: lý sự; tập: đoàn hợp huấn luyện quán thể trung; tệ: nạn; thách: thức;
  tham: dự gia khảo mưu nhũng quan vấn; thanh: lập lý niên thiếu toán tra;
  thành: công lập phần phố quả tích tố tựu ủy viên; thảo: luận; thay: đổi mặt thế;
  thẩm: định mỹ phán quyền tra; theo: dõi; thể: chế dục hiện lệ thao; thế: chấp giới hệ mạnh;
  thi: công đấu đua hài hành thăng tuyển; thí: điểm nghiệm sinh; thị: trường xã; thiên: tai;
  thiện: chí nguyện; thiết: bị chế kế lập thực yếu; thiểu: số;
  thông: báo cáo minh qua suốt tầm thạo tin tư; thống: kê nhất; thời: kỳ;
  thu: chi hồi hút ngân nhập nộp phí thập thuế tiền; thủ: công đô kho quỹ trưởng tục tướng; thuế: đất thu;
  thủy: sản; thuyết: minh phục trình; thư: ký ngỏ tín viện; thứ: cấp; thừa: hành kế;
  thực: chất hành hiện lực phẩm tập tế thi trạng vật; thương: binh lượng mại tích;
  thường: kỳ niên trú trực vụ xuyên; thưởng: phạt tết; tiền: công; tiến: bộ độ hành trình;
  tiếp: cận công dân đón khách nhận thị thu tục xúc; tiêu: biểu chí chuẩn cực dùng đề hủy phòng;
  tiểu: ban học; tin: bài báo cậy dùng học tức tưởng; tín: dụng ngưỡng nhiệm;
  tình: báo hình huống nguyện trạng; tỉnh: đoàn đội ủy; tính: chất mạng toán; tòa: án;
  toàn: bộ cầu dân diện huyện ngành quốc thể tỉnh xã; toán: học; tổ: chức dân hợp quốc trưởng;
  tố: cáo tụng; tôn: giáo; tổng: cục đài hợp kết rà số thể; tờ: báo trình; tra: cứu; trách: nhiệm;
  trạm: y; trang: bị thiết trại trí trọng; tranh: chấp thủ; trao: đổi; trật: tự; trị: an giá số;
  triển: khai lãm vọng; trình: bày chiếu duyệt độ ký tự; trọng: điểm tài tâm; trợ: cấp giúp lý; trụ: sở;
  trung: bộ cấp hạn hòa học tâm thành ương; truy: cứu tặng thu; truyền: đạt hình thanh thông thống;
  trực: ban quan thuộc tiếp tuyến; trưng: bày cầu; trường: học hợp lớp; trưởng: ban phòng; tuần: tra tự;
  tuyên: dương giáo truyền; tuyển: chọn dụng quân sinh; tuyệt: đối;
  tư: bản cách công lệnh liệu nhân pháp thục tưởng vấn; từ: chối thiện;
  tự: chịu chủ do đánh động giác nguyện phê vệ; tương: đối; ủy: ban nhiệm quyền thác viên;
  ứng: cử dụng phó; ưu: đãi tiên tú; vay: vốn; văn: bản hóa học kiện minh nghệ phòng thư; vấn: đáp đề;
  vận: dụng động hành tải; vật: chất chứng liệu lý nuôi tư; vệ: sinh tinh; vi: phạm; vị: thế trí;
  việc: làm thực tổ xây; viên: chức; viện: phí trợ trưởng; vốn: đầu đối vay; vụ: án công mùa trưởng việc;
  vùng: cao sâu; vướng: mắc; xã: hội ủy viên; xác: định minh nhận; xây: dựng;
  xét: duyệt nghiệm thăng tuyển xử; xu: hướng; xuất: bản hiện khẩu kho nhập phát sắc; xúc: tiến;
  xử: án lý phạt; y: bác tế; ý: kiến nghĩa thức tưởng; yêu: cầu nước;
`;

const SECONDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  foldTonePlacement(COMPOUNDS)
    .split(';')
    .map((entry) => entry.trim().split(/:?\s+/))
    .map(([first = '', ...seconds]) => [first, new Set(seconds)]),
);

/** Whether the syllables `first second`, in lower case and folded in tone placement, are a usual word. */
export const isCompound = (first: string, second: string): boolean =>
  SECONDS.get(first)?.has(second) === true;
