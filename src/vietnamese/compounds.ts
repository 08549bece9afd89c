import { once } from './once.ts';
import { foldTonePlacement } from './tone-placement.ts';

/**
 * Two-syllable words and fixed pairs of words that are common in office texts: each first syllable with
 * the second ones. “xuyên suốt” is left out on purpose: “thường xuyên xuyên suốt” counts as a slip.
 */
const COMPOUNDS = `
  an: cư dân ninh sinh táng tâm toàn ủi; ảnh: hưởng; án: lệ phí treo; áp: dụng đặt giải lực;
  ăn: mặc ở uống; ấn: định; ban: bố chỉ đầu đêm hành phát quản; bao: bì cấp gồm quát vây; bài: báo học tập;
  bàn: bạc ghế giao luận ủi; bản: án cam chất chính đăng địa đồ giấy gốc lĩnh mềm quyền sao sắc thân tin vẽ;
  bảng: biểu điện giá kê lương;
  bảo: dưỡng đảm hiểm hộ lãnh mật quản tàng thủ toàn tồn trì trợ vệ; bán: buôn công đấu hàng lẻ trú;
  báo: cáo chí đảng động giá giấy hiệu hỏng; bằng: cách; bệnh: án nhân viện;
  biên: bản chế giới lai phiên phòng soạn tập; biểu: diễn dương mẫu quyết thị tượng;
  biến: chế dạng đổi động thể; biện: chứng hộ luận pháp; bình: an chọn đẳng ổn quân thường xét yên;
  bí: mật quyết thư; bị: ảnh can cáo cũ động đơn hại hỏng hư kỷ lỗi mất thiếu; bỏ: phiếu sót;
  bồi: dưỡng đắp thường; bổ: ích nhiệm sung trợ; bố: cáo cục trí;
  bộ: chỉ đề đội hồ luật máy môn ngành phận quy tài thủ tiêu trưởng; bộc: phát; bưu: chính cục điện;
  ca: kíp múa nhạc trực; cai: nghiện; cam: đoan kết; can: thiệp; cao: cấp điểm học nguyên ốc trình tuổi;
  cả: năm nước; cải: cách tạo thiện tiến; cảm: động; cảnh: báo giác quan sát vệ; cá: biệt độ nhân thể;
  các: ban cấp phòng; cách: chức làm ly mạng thức; cán: bộ; cáo: buộc lỗi phó trạng; cạnh: tranh;
  căn: bản cước cứ hộ; cân: bằng đo đối nhắc; câu: hỏi lạc; cầu: đường nối thị tiến;
  cấp: bách bằng bậc cơ cứu dưỡng dưới đổi độ giấy huyện lại mới nước phát phép phòng thẻ thiết thoát tỉnh trên trung ủy xã;
  cấu: tạo thành trúc; cận: nghèo; cập: nhật; cháy: nổ rừng; chăm: chỉ lo sóc; chăn: nuôi; chân: chính;
  chấn: chính; chấp: hành nhận thuận; chất: liệu lượng thải vấn xám; chế: biến định độ tài tạo xuất;
  chi: bộ cho cục đầu đoàn hội ngân nhánh phí thường tiêu tiền tiết trả ủy; chia: sẻ tách;
  chiến: dịch đấu lược sĩ thắng tranh; chiếu: sáng; chỉ: dẫn đạo định giới huy rõ số thị tiêu;
  chỉnh: đốn lý sửa trang; chí: hướng sĩ;
  chính: chủ đáng nghĩa phạm phủ quy quyền sách tả thể thức trị xác; chịu: trách; cho: phép thuê vay;
  chọn: lọc lựa; chống: bão bán buôn dịch lãng lụt tham; chu: kỳ; chuẩn: bị hóa mực nghèo y;
  chung: cư kết sức tay; chuyên: canh cần đề gia khoa môn ngành nghiệp sâu trách viên;
  chuyển: biến đến đi đổi giao giới hướng tải tiền tiếp;
  chủ: đạo đầu đề động hộ nghĩa nhật nhiệm quản quyền tài thể tịch trì trương yếu; chú: ý; chúc: mừng;
  chương: mục trình; chữ: ký số viết; chức: danh năng nghiệp sắc trách vụ;
  chứng: chỉ cứ khoán minh nhận thư thực từ; có: công hiệu liên thể trách;
  công: an bằng bình bố chúng chức chứng cộng cụ dân dụng đoàn giáo ích khai khố lao lập nghệ nghiệp nhân nhận nợ phí quỹ sản sở tác tâm thương tín tố trái trình trường tư ty văn việc vụ;
  cố: định gắng tình vấn; cộng: đồng hòa sản tác tuyến; cơ: bản cấu chế động giới hội khí quan sở yếu;
  cung: cấp ứng; cuộc: thi; củng: cố; cũ: kỹ; cụ: thể; cư: dân trú; cường: độ; cử: nhân tri tuyển;
  cửa: hàng; cứu: chữa hộ nạn tế trợ xét; cực: kỳ; danh: dự hiệu mục nghĩa sách; dạy: học nghề thêm;
  dân: chủ cư phòng phố quân sinh số sự tình tộc trí vận y; dây: chuyền; dẫn: chiếu chứng đầu;
  dấu: hiệu mốc; di: cư dân dời sản tích; diễn: biến đàn ra tập; diện: ban chính mạo tích;
  dịch: bệnh chuyển tả tễ thuật vụ; dịp: lễ; doanh: nghiệp nhân số thu trại; dời: dọc đi; du: lịch;
  dung: lượng môi sai; duyệt: binh chi quyết; dùng: chung; duy: nhất tâm trì tu; dụng: cụ ý; dư: địa luận nợ;
  dương: cao; dưỡng: lão sinh;
  dữ: liệu; dự: án báo bị định giờ họp kiến luật phòng thảo thầu thi toán trù trữ; dựng: nước;
  đa: dạng khoa ngành phương số; đào: tạo; đảm: bảo nhận nhiệm; đảng: bộ đoàn phí tịch ủy viên vụ;
  đá: bóng; đáng: kể; đánh: giá máy; đáp: án; đại: biểu diện đoàn đội học hội lý tu; đạo: diễn đức tạo;
  đạt: chuẩn được yêu; đăng: cai ký tải; đẳng: cấp; đặc: biệt điểm khu sản thù; đặt: hàng tên vấn;
  đầu: khóa kỳ mối năm ra tháng thầu tiên tư vào; đất: công đai nông nước ở rừng; đấu: giá thầu tranh;
  đề: án bài bạt cao cương cử nghị phòng ra tài thi xuất; điền: kinh;
  điều: chỉnh chính dưỡng động hành hòa kiện lệ lệnh tiết tra trị; điểm: cao cầu nghẽn số tin;
  điện: ảnh báo lực thoại tử; đình: công; đích: danh đến; địa: bàn chỉ chính điểm giới lý phương;
  định: biên cư danh giá hướng kỳ lượng mức suất tính vị; đo: đạc đếm lường;
  đoàn: công đại kết kiểm phí ra thanh thể tụ ủy viên; đón: tiếp; đóng: dấu góp; đô: thị; đôn: đốc; đồ: án dùng;
  đồng: bào bộ chí đều hành loạt nghiệp phục thời thuận tiền tình ý; đổi: mới; đốc: công thúc;
  đối: chiếu chứng ngoại phó tác thoại tượng với; độ: ẩm chính tuổi; độc: giả hại lập;
  đội: hình ngũ phòng thiếu trưởng viên; động: cơ đất lực sản tác thái thổ vật viên;
  đơn: giản giá hàng thư vị; đời: sống; đua: thuyền; đúng: đắn hạn quy; đường: bộ dây lối phố sắt thủy;
  được: giao; đức: dục độ; ghi: nhận; gia: cảnh cầm công đình hạn nhập súc tăng; gian: hàng lận;
  giao: ban chỉ cho diện dịch đất kế liên lưu nhận nhiệm rừng thông tiếp ước việc; giả: định mạo;
  giải: ngân pháp phóng quyết tán thể thích thưởng trình; giảm: nghèo thiểu trừ; giản: đơn lược tiện;
  giảng: dạy viên; giá: bán cả đất thành thầu trị; giám: định đốc sát thị; gián: tiếp;
  giáo: án dân dục dưỡng hội khoa sĩ viên; giấy: chứng giới khen mời phép tờ; giờ: giấc hành; gói: thầu;
  giới: hạn thiệu tính trẻ; giúp: đỡ việc; giữ: gìn nguyên vững; gìn: giữ; gốc: rễ; hài: lòng;
  hàng: giờ hải hóa loạt năm ngày quý rào tháng tuần; hành: chính động hung lang nghề trình vi;
  hải: phòng quan; hạ: tầng; hạch: toán; hại: cho; hạn: chế hán mức; hậu: cần kiểm quả; hệ: quả số thống;
  hiểu: biết; hiến: pháp; hiện: có đang đại hành nay thực trạng trường tượng vật;
  hiệp: hội; hiệu: lệnh lực quả trưởng; hình: ảnh học phạt sự thành thức; hoàn: cảnh thành thiện toàn trả;
  hoạch: định;
  hoạt: động; hòa: bình giải nhập; hỏi: đáp; hóa: chất đơn giá trang; họa: tiết;
  học: bổng hỏi kỳ lực phí sinh tập thuật vấn viên viện; họp: báo giao hội mặt; hôn: nhân; hồ: sơ;
  hồi: đáp hương phục; hỗ: trợ; hộ: dân gia khẩu kinh lý nghèo tịch;
  hội: chữ cựu đàm đoàn đồng họp khuyến nghị nhập nông phụ thảo thi trường viên;
  hợp: đồng lệ lý nhất pháp tác thành tình xã; huấn: luyện; huy: chương động hiệu; huyện: đoàn đội ủy;
  hủy: bỏ; hướng: dẫn đến nghiệp tới; hưu: trí; ích: lợi; in: ấn giấy; kê: biên đơn khai;
  kế: hoạch nhiệm thừa tiếp toán; kết: án cấu chuyển dư hôn hợp luận nạp nối quả thúc;
  khai: báo giảng mạc phá sinh thác trương tử; khả: năng thi; khảo: sát thí; khách: hàng mời quan sạn;
  khám: bệnh chữa phá; khắc: phục; khẳng: định; khẩu: hiệu phần trang; khen: thưởng; khiếu: kiện nại;
  khí: hậu thải tượng; kho: bạc lưu quỹ tàng; khoa: giáo học trưởng; khoản: chi mục thu; khoán: việc;
  khoáng: sản; khóa: học sổ; khỏe: mạnh; khôi: phục; khởi: công kiện nghiệp tố; khu: công dân phố vực;
  khuyến: học khích mại nghị nông; kiêm: nhiệm; kiểm: dịch duyệt điểm định kê lâm nghiệm sát soát thử toán tra;
  kiến: nghị thiết thức trúc; kiện: toàn tướng; kinh: doanh nghiệm phí tế; kịch: bản;
  kỳ: hạn họp nghỉ thi vọng; kỷ: cương luật niệm yếu; kỹ: năng sư thuật; ký: ban duyệt hợp kết số tên túc văn;
  lao: động; làm: chủ việc; lãm: du; lãnh: đạo sự thổ thụ; làng: nghề; lại: quả; lắp: đặt; lâm: nghiệp sản trường;
  lập: báo biên biểu danh dự hồ kế luận quy trường; lễ: hội tân tết; lệ: phí; lệnh: cấm;
  liên: ban bộ đoàn đội hệ hoan hợp kết lạc ngành quan thông tiếp tịch tục; liệt: kê; liệu: pháp trình;
  linh: hoạt; lịch: công làm sử sự trình; lo: lắng; loại: bỏ hình trừ; lớp: bồi học;
  lợi: dụng ích nhuận thế; luận: cứ văn; luật: đất lao pháp sư; luyện: kim tập thi; lục: soát; lụt: bão;
  lương: công hưu tâm thực tối; lưới: điện; lượng: giá hình hóa mưa; lưu: ban động hành thông trữ ý;
  lực: lượng; lý: do lịch luận thuyết trí; mang: tính; mã: số; máy: tính; mại: dâm;
  mạng: internet lưới xã; mạnh: dạn mẽ; mặc: dù định; mặt: bằng hàng trận; mẫu: biểu giáo mã mực;
  mất: mát trật; mật: độ mã thiết; minh: bạch chứng họa; mô: hình; môi: trường;
  môn: âm công địa giáo hóa học lịch mỹ ngữ sinh thể thi tiếng tin toán vật;
  mối: liên quan; một: số; mở: lớp mang rộng; mới: đây nhất; mua: bán hàng sắm; mùa: vụ; múa: hát;
  mục: đích lục tiêu; mức: chi độ lương phạt thu; mưu: cầu trí; mực: in; mỹ: thuật; nay: mai; nại: ra; nạn: nhân;
  năm: học;
  năng: động lượng lực suất; nâng: bậc cao cấp lương; ngành: dọc nghề; ngày: công lễ nghỉ;
  ngân: hàng khố quỹ sách; nghèo: khó nàn; nghề: cá nghiệp; nghệ: nhân sĩ thuật; nghiên: cứu; nghiệm: thu;
  nghiệp: vụ; nghĩa: trang vụ; nghị: đề định quyết sự viên viện; ngoại: giao hối ngữ vụ;
  nguồn: gốc lực nước thu vốn; nguyên: liệu nhân tắc vật; ngư: dân; người: dân;
  nhà: đất máy nước ở trường văn; nhạc: cụ sĩ; nhân: chứng công dân khẩu lực quyền rộng sĩ sự tài viên;
  nhất: định; nhận: bàn diện định đơn hồ thức xét; nhập: cảnh cư học khẩu kho viện; nhật: bản ký; nhiều: năm;
  nhiệm: kỳ vụ; nhiệt: tình; nhu: cầu; niên: độ hạn khóa; nông: dân nghiệp sản thôn trường; nối: mạng tiếp;
  nội: bài bộ chính dung quy vụ; nộp: lưu thuế tiền; nuôi: dưỡng trồng; nước: mặn ngoài sạch ta thải;
  nữ: công giới sinh; ổn: định; ở: lại; phản: ánh biện đối hồi; pháp: chế luật lý nhân quy y;
  phát: biểu động hành hiện huy ngôn quà sinh tán thanh thẻ triển; phạm: nhân tội vi; phán: quyết;
  phân: bổ bố cấp công định hiệu kỳ loại luồng quyền tán tích; phê: bình chuẩn duyệt phán;
  phần: cứng lớn mềm trăm việc; phẩm: chất;
  phật: giáo; phép: nghỉ nước; phiên: bản; phí: bảo công thẩm; phong: cách phú tỏa trào tục;
  phòng: ban cháy chống dịch giáo họp khám làm ngừa nội tài thủ tránh vệ; phóng: viên; phó: ban chủ giám phòng trưởng;
  phổ: biến cập thông; phố: phường xá; phối: hợp; phù: hợp; phụ: cấp đạo huynh lục nữ trách trợ;
  phục: chức hồi vụ; phương: án châm diện hướng ngữ pháp thức tiện; phường: đội ủy; qua: điện đời mạng;
  quan: chức điểm hệ sát tâm trắc trọng; quả: cảm; quản: giáo lý trị; quảng: bá cáo trường;
  quá: hạn tải trình; quán: triệt; quân: dân đội nhân sự y; quần: chúng; quận: ủy;
  quốc: doanh gia hội phòng tế; quy: chế chuẩn định hoạch mô trách trình tụ ước; quyền: hạn lợi lực sử;
  quyết: định liệt nghị tâm toán; quỹ: đất lương; ra: đời mắt quân; rà: soát; rộng: khắp rãi; rừng: phòng;
  sao: chép kê lưu y; sản: công lượng nghiệp phẩm phụ xuất; sách: báo giáo lược nhiễu tham; sáng: kiến lập tạo;
  sát: hạch hại nhập sao với; sắp: xếp; sinh: đẻ hoạt học kế sản thái viên; sĩ: quan số tử; soát: xét;
  soạn: thảo; song: phương; sổ: sách; số: dư hiệu hóa hộ liệu lượng nhà thu tiền;
  sơ: bộ cấp cứu đồ kết khảo tuyển; sở: hữu nội tài tại thích tư; suất: ăn; sử: dụng học; sửa: chữa đổi;
  sức: khỏe lao mạnh; sung: công quỹ; sự: cố kiện nghiệp việc vụ; tai: biến nạn;
  tài: chính khoản liệu năng nguyên sản trợ; tải: trọng về; tác: chiến dụng động giả nghiệp phẩm phong xã;
  tách: biệt thửa; tán: thành; tại: chỗ chức ngoại; tạo: điều lập nguồn việc; tạp: chí;
  tăng: cường thu trưởng; tặng: quà thưởng; tâm: lý sự; tay: nghề; tân: binh; tầng: lớp;
  tập: đoàn hợp huấn luyện quán thể trung; tên: gọi tuổi; tế: bào bần nhị; tệ: nạn;
  tham: dự gia khảo mưu nhũng quan vấn; thanh: lập lý niên thiếu toán tra; thao: giảng tác trường;
  thay: đổi mặt thế; thành: công lập phần phố quả tích tố tựu ủy viên; thảo: luận; thác: nước;
  thách: thức; thải: bỏ ra; thái: độ; tháng: năm; thầu: phụ; thẩm: định mỹ phán quyền tra; thập: kỷ niên; theo: dõi;
  thể: chế dục hiện lệ thao; thế: chấp giới hệ mạnh; thi: công đấu đua hài hành thăng tuyển; thiên: tai;
  thiểu: số; thiết: bị chế kế lập thực yếu; thiếu: hụt nhi niên sót; thiện: chí nguyện;
  thí: điểm nghiệm sinh; thị: trấn trường xã; thôn: bản tính xóm; thông: báo cáo minh qua suốt tầm thạo tin tư;
  thổ: cư nhưỡng; thống: kê nhất; thời: kỳ; thu: chi hồi hút ngân nhập nộp phí thập thuế tiền;
  thuật: lại ngữ toán; thuê: khoán mướn; thuế: đất thu; thuộc: cấp diện thẩm; thuyết: minh phục trình;
  thủ: công đô kho quỹ trưởng tục tướng; thủy: điện lợi sản văn; thụ: hưởng lý; thư: ký ngỏ tín viện;
  thương: binh lượng mại tích; thường: kỳ niên trú trực vụ xuyên; thưởng: phạt tết; thừa: hành kế;
  thử: nghiệm thách việc; thứ: cấp; thức: ăn giả; thực: chất hành hiện lực phẩm tập tế thi trạng vật;
  tiên: lượng phong tiến; tiêu: biểu chí chuẩn cực dùng đề hủy phòng; tiền: công lương; tiểu: ban học;
  tiến: bộ độ hành trình; tiếp: cận công dân đón khách nhận thị thu tục xúc; tiện: ích lợi nghi;
  tin: bài báo cậy dùng học tưởng tức; tình: báo hình huống nguyện trạng; tỉnh: đoàn đội ủy;
  tích: cực hợp lũy; tín: dụng ngưỡng nhiệm; tính: chất mạng toán; tịch: thu;
  toàn: bộ cầu dân diện huyện ngành quốc thể tỉnh xã; toán: học; tòa: án; tôn: giáo;
  tổ: chức dân hợp phòng quốc trưởng; tổng: cục đài hợp kết rà số thể; tố: cáo tụng; tờ: báo trình;
  tới: hạn nơi; tra: cứu hỏi nã soát; trang: bị thiết trại trí trọng; tranh: chấp thủ; trao: đổi;
  trả: góp kết lại lời lương nợ; trách: nhiệm; tránh: né thai; trạm: y; trạng: thái; trận: địa; trật: tự;
  treo: băng cờ; trẻ: em hóa; tri: ân thức; triển: khai lãm vọng; trì: hoãn trệ;
  trình: bày chiếu diễn duyệt độ ký tự; trí: lực nhớ thức tuệ; trị: an giá số; trọng: điểm lượng tài tâm; trong: nước sạch;
  trợ: cấp giúp lý; trung: bộ cấp hạn hòa học tâm thành ương; truy: cứu tặng thu;
  truyền: đạt hình thanh thông thống; trú: ẩn quán; trụ: sở; trưng: bày cầu; trường: học hợp lớp quay;
  trưởng: ấp ban bản khoa phòng thành thôn; trừ: khử tiền; trữ: lượng; trực: ban quan thuộc tiếp tuyến;
  tuần: lễ tra tự; tuyên: dương giáo truyền; tuyển: chọn dụng quân sinh; tuyệt: đối; tụ: điểm tập; tục: lệ;
  tư: bản cách công lệnh liệu nhân pháp thục tưởng vấn; tương: đối; tưởng: niệm thưởng; tượng: đài trưng;
  từ: chối thiện; tử: hình tuất vong; tức: thời; tự: chịu chủ do đánh động giác nguyện phê vệ; uống: nước;
  ủy: ban nhiệm quyền thác viên; ưu: đãi tiên tú; ứng: cử dụng phó; vay: vốn;
  văn: bản hóa học kiện minh nghệ phòng thư; vấn: đáp đề; vận: dụng động hành tải;
  vật: chất chứng liệu lý nuôi tư; vệ: sinh tinh; vi: phạm; viên: chức; việc: làm thực tổ xây;
  viễn: thông; viện: phí trợ trưởng; vị: thế trí; vốn: đầu đối vay; vùng: cao sâu;
  vụ: án công hè mùa trưởng việc xuân;
  vướng: mắc; xã: hội ủy viên; xác: định minh nhận; xây: dựng; xét: duyệt nghiệm thăng tuyển xử;
  xếp: hạng loại lương; xu: hướng; xuất: bản cảnh hiện khẩu kho nhập phát sắc viện; xúc: tiến; xử: án lý phạt;
  y: bác tế; yêu: cầu nước; yếu: kém tố tự; ý: kiến nghĩa thức tưởng;
`;

const secondsOf = once(
  (): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(
      foldTonePlacement(COMPOUNDS)
        .split(';')
        .map((entry) => entry.trim().split(/:?\s+/))
        .map(([first = '', ...seconds]) => [first, new Set(seconds)]),
    ),
);

/** Whether the syllables `first second`, in lower case and folded in tone placement, are a usual word. */
export const isCompound = (first: string, second: string): boolean =>
  secondsOf().get(first)?.has(second) === true;
