import { foldTonePlacement } from './tone-placement.ts';

/** Tones are placed in one way, as in every word that is looked up. */
const words = (list: string): ReadonlySet<string> => new Set(foldTonePlacement(list).split(/\s+/));

/** Words that only join others: twice in a row they are a slip, whatever their case. */
const JOINING = words(
  `của các những và với về theo cho được để tại trong trên dưới bởi mà nhưng hoặc khi nếu vì nên là thì
   một mọi mỗi đã đang sẽ thuộc cùng`,
);

/** Reduplications of one syllable (từ láy, and nouns that mean “every …” when doubled), and names so formed. */
const REDUPLICATED = words(
  `luôn thường ngày tháng năm tuần giờ phút giây đời mùa sáng trưa chiều tối đêm hôm lần lúc nơi chốn chỗ
   nhà người ai đâu gì nào làng xã thôn ấp buôn phố phường ngành lớp hàng tầng trùng điệp
   từ dần mãi lâu sớm mau nhanh chậm đều song vân cao thấp xa gần dài ngắn to nhỏ ít nhiều vừa rất quá lắm
   khá hay riêng chung rõ rành sờ xanh vàng hồng tím trắng đen nâu vui buồn xinh nhẹ êm tròn vuông cong
   nghiêng thẳng ngang mờ lờ ngà lâng rưng bừng hừng băng bon ào ầm rầm rào đùng khăng đăm chằm lăm
   thao đằng chang oang rì hao quen khác con anh chị em cháu ông bà bố mẹ cô chú bác ba chôm chuồn cào bìm
   le đa tà nao phăng xăm lù hầm vâng dạ thôi kia đó ấy tằng cành lồ bô chiêm`,
);

/**
 * Syllables that end one word and begin another, so that both may meet: “phân công công việc”. For each, what
 * stands before it in the first word and after it in the second; anything, where no `after` is given.
 */
const JOINTS: Readonly<Record<string, { readonly before: string; readonly after?: string }>> = {
  cùng: { before: 'cuối' },
  do: { before: 'lý lí nguyên' },
  dưới: { before: 'cấp bên phía' },
  được: { before: 'đạt' },
  tại: { before: 'hiện tồn' },
  theo: { before: 'kèm tiếp' },
  thuộc: { before: 'trực phụ' },
  trên: { before: 'cấp bên phía' },
  trong: { before: 'bên phía' },
  đến: { before: 'bản thư công đơn' },
  đi: { before: 'bản thư công' },
  bằng: { before: 'minh xét thay', after: 'cấp chứng khen lái' },
  án: { before: 'bản đề dự phương tòa vụ đáp kết', after: 'phí lệ treo' },
  an: { before: 'công bình trị', after: 'ninh toàn sinh dân' },
  ban: { before: 'trưởng phòng các phó liên tiểu', after: 'hành chỉ bố đầu phát quản' },
  báo: { before: 'thông dự bài cảnh tờ tin tình', after: 'cáo chí động đảng giấy' },
  bản: {
    before: 'văn cơ xuất tư kịch biên phiên nhật',
    after: 'đồ gốc giấy chính sao mềm án vẽ tin quyền cam thân',
  },
  bị: { before: 'thiết chuẩn trang', after: 'hỏng hư mất can kỷ cáo thiếu động hại ảnh cũ lỗi đơn' },
  biểu: { before: 'đại phát tiêu', after: 'quyết mẫu dương thị tượng diễn' },
  bộ: {
    before: 'cán toàn nội đảng chi đồng tiến trung',
    after: 'máy phận đội hồ quy trưởng luật tiêu chỉ môn đề tài ngành thủ',
  },
  bảo: { before: 'đảm', after: 'vệ quản mật hiểm trì tồn đảm dưỡng hộ' },
  cách: { before: 'cải bằng tư', after: 'ly thức mạng chức làm' },
  cấp: {
    before: 'phân cung trợ các sơ trung cao phụ đẳng thứ',
    after: 'ủy giấy phép phát huyện xã tỉnh cơ trên dưới thẻ bách thiết mới đổi lại độ bậc phòng',
  },
  chất: { before: 'vật tính hóa phẩm bản', after: 'lượng vấn thải' },
  chế: { before: 'quy cơ thể hạn biên', after: 'độ tài biến tạo định' },
  chí: { before: 'đồng báo tạp tiêu', after: 'hướng' },
  chính: { before: 'hành tài bưu điều chân chấn', after: 'quyền trị sách xác thức phủ đáng quy chủ' },
  chức: { before: 'tổ công viên', after: 'danh vụ năng trách sắc' },
  chủ: { before: 'dân làm tự', after: 'trì trương tịch động nhiệm đề quyền yếu thể đạo nghĩa đầu' },
  công: {
    before: 'phân thành thủ tiền nhân thi đình vụ sản khởi lương gia tư',
    after:
      'việc tác chức khai nhân dân đoàn an bố trình nghệ nghiệp văn bằng tư ích cộng lập lao chứng sở trường thương tâm cụ vụ',
  },
  cứu: { before: 'nghiên tra cấp', after: 'trợ hộ nạn chữa tế' },
  cầu: { before: 'yêu nhu toàn', after: 'đường thị nối' },
  dân: { before: 'nhân công nông người tiếp cư ngư', after: 'tộc chủ vận cư số sự quân sinh phòng' },
  diện: { before: 'đại toàn phương giao', after: 'tích ban chính' },
  dụng: { before: 'sử áp tuyển vận lợi tín tác', after: 'cụ ý' },
  dự: { before: 'tham', after: 'án thảo toán kiến báo phòng họp thi' },
  đoàn: { before: 'công tập hội', after: 'viên thể kết kiểm công thanh' },
  đề: { before: 'vấn chuyên chủ nghị tiêu', after: 'xuất nghị án tài cương cử ra bạt thi' },
  đổi: { before: 'thay chuyển trao sửa', after: 'mới' },
  đối: { before: 'cân phản tương tuyệt', after: 'với tượng ngoại chiếu thoại tác' },
  định: {
    before: 'quy quyết xác thẩm ổn giám nhận chỉ nhất ấn dự hoạch nghị kiểm',
    after: 'kỳ mức hướng lượng danh giá biên',
  },
  động: { before: 'lao hoạt vận chủ tác hành biến cảm', after: 'viên vật lực thái cơ đất' },
  đồng: { before: 'hợp hội cộng', after: 'thời chí bộ ý bào đều hành phục thuận loạt nghiệp' },
  gia: { before: 'tham chuyên quốc', after: 'đình hạn tăng nhập súc cảnh' },
  giá: { before: 'đánh định đơn đấu báo', after: 'trị đất cả bán thành' },
  giao: { before: 'bàn được ngoại chuyển', after: 'thông dịch ban lưu nhận tiếp nhiệm việc đất kế chỉ cho' },
  giáo: { before: 'tôn phật công', after: 'dục viên hội dân sĩ' },
  hàng: { before: 'ngân bán khách mặt đơn cửa mua', after: 'năm tháng ngày tuần quý hóa loạt giờ' },
  hành: { before: 'thi chấp ban điều tiến phát vận lưu thực', after: 'chính vi lang nghề động' },
  hiện: { before: 'thực phát xuất thể', after: 'đại trạng hành tượng nay có vật' },
  hình: { before: 'tình loại truyền mô', after: 'thức sự thành ảnh' },
  hóa: { before: 'hàng văn số', after: 'đơn chất giá' },
  hoạt: { before: 'sinh linh', after: 'động' },
  hợp: { before: 'phối tổng phù kết trường tập liên', after: 'đồng tác pháp lý lệ nhất' },
  học: {
    before: 'khoa đại trung tiểu khóa tin văn bài trường năm',
    after: 'sinh tập viên phí kỳ bổng hỏi thuật vấn',
  },
  hội: { before: 'xã đại quốc cơ lễ', after: 'nghị đồng viên họp thảo nhập nông cựu' },
  hướng: { before: 'phương xu định', after: 'dẫn nghiệp tới' },
  kế: { before: 'thiết thừa', after: 'hoạch toán thừa tiếp' },
  kê: { before: 'thống liệt', after: 'khai' },
  kết: { before: 'tổng sơ đoàn liên cam', after: 'quả hợp nối luận nạp thúc cấu' },
  khai: { before: 'triển công kê', after: 'thác báo mạc giảng trương' },
  khoa: { before: 'chuyên đa', after: 'học' },
  kiểm: { before: 'đoàn', after: 'tra soát kê sát định điểm toán' },
  kỳ: { before: 'học chu định thời phân', after: 'thi họp hạn' },
  lập: { before: 'công thành độc thiết', after: 'hồ kế dự biên danh báo biểu quy' },
  liên: { before: 'giao', after: 'quan kết hệ ngành thông' },
  lịch: { before: 'lý du', after: 'sử công làm' },
  luật: { before: 'pháp kỷ dự bộ', after: 'sư đất lao pháp' },
  lý: { before: 'quản xử pháp tâm hợp địa vật đại', after: 'lịch luận do thuyết trí' },
  minh: { before: 'xác thuyết văn chứng thông', after: 'bạch chứng họa' },
  nghiệp: { before: 'sự nghề doanh chuyên công nông', after: 'vụ' },
  nghị: { before: 'hội kiến đề', after: 'quyết định viên sự' },
  nhân: { before: 'công cá quân bệnh tư nạn', after: 'viên lực sự dân quyền' },
  nhiệm: { before: 'đảm kiêm trách bổ chủ', after: 'vụ kỳ' },
  nhận: { before: 'tiếp xác ghi công', after: 'thức định xét hồ đơn' },
  pháp: { before: 'biện giải tư hợp phương hiến', after: 'luật lý chế quy' },
  phát: { before: 'cấp xuất bộc', after: 'triển hành hiện động huy sinh biểu' },
  phí: { before: 'kinh chi lệ học', after: 'công bảo' },
  phòng: {
    before: 'văn quốc trưởng dự tiêu các biên hải phó',
    after: 'họp chống ngừa thủ cháy ban khám làm giáo tài nội',
  },
  phương: { before: 'địa đa song', after: 'án hướng pháp tiện thức châm' },
  quan: { before: 'cơ liên hải', after: 'trọng hệ tâm điểm sát trắc' },
  quản: { before: 'bảo chủ', after: 'lý trị' },
  quy: { before: 'nội chính', after: 'định chế trình hoạch mô chuẩn' },
  quyền: { before: 'chính thẩm ủy phân nhân', after: 'hạn lợi lực sử' },
  sách: { before: 'danh chính ngân sổ', after: 'giáo báo tham' },
  sản: { before: 'tài thủy lâm nông khoáng', after: 'xuất phẩm lượng nghiệp' },
  sát: { before: 'giám khảo kiểm cảnh quan', after: 'hạch nhập sao với hại' },
  sinh: { before: 'học vệ thí dân phát an', after: 'viên hoạt thái sản kế học' },
  số: { before: 'một dân chỉ mã hệ đa thiểu trị ký', after: 'liệu hóa lượng hiệu thu tiền' },
  soát: { before: 'kiểm rà', after: 'xét' },
  sơ: { before: 'hồ', after: 'kết bộ tuyển cấp cứu' },
  sở: { before: 'cơ trụ công', after: 'hữu nội tài tư tại' },
  sử: { before: 'lịch', after: 'dụng học' },
  sự: { before: 'nhân dân hình quân tâm', after: 'việc nghiệp cố kiện' },
  tác: { before: 'công hợp đối', after: 'động phẩm giả phong nghiệp dụng' },
  tài: { before: 'đề nhân', after: 'chính sản liệu khoản nguyên' },
  tập: { before: 'học thực', after: 'huấn trung thể hợp' },
  thành: { before: 'hoàn hình', after: 'lập viên phần tích phố tựu quả' },
  thi: { before: 'dự kỳ hội môn cuộc thực', after: 'đua hành tuyển công đấu' },
  thông: { before: 'giao phổ', after: 'tin báo qua suốt tư' },
  thể: { before: 'tập đoàn cụ toàn', after: 'thao hiện chế dục' },
  thống: { before: 'hệ truyền', after: 'kê nhất' },
  thủ: { before: 'phòng', after: 'tục trưởng đô kho quỹ' },
  tiếp: { before: 'trực gián liên giao', after: 'nhận công tục dân khách xúc cận thu đón' },
  tin: { before: 'thông bản', after: 'học tức tưởng cậy bài báo' },
  tính: { before: 'giới máy', after: 'chất toán' },
  toán: { before: 'kế dự quyết thanh', after: 'học' },
  toàn: { before: 'an', after: 'bộ thể diện dân quốc ngành tỉnh huyện xã' },
  trị: { before: 'chính giá quản', after: 'giá an' },
  trình: { before: 'quy chương công tờ', after: 'tự độ bày ký duyệt' },
  trọng: { before: 'quan', after: 'tâm điểm' },
  truyền: { before: 'tuyên', after: 'thống hình thông đạt' },
  trực: { before: 'thường', after: 'tiếp thuộc tuyến ban' },
  trường: { before: 'môi hiện thị công', after: 'học hợp' },
  tư: { before: 'đầu vật thông công', after: 'nhân vấn pháp tưởng liệu cách' },
  tự: { before: 'trật trình', after: 'chủ vệ nguyện phê chịu' },
  ủy: { before: 'cấp tỉnh huyện thành đảng xã phường quận đoàn', after: 'quyền viên nhiệm thác ban' },
  vận: { before: 'dân', after: 'động hành tải dụng' },
  vệ: { before: 'bảo tự', after: 'sinh' },
  vi: { before: 'hành phạm', after: 'phạm' },
  viên: { before: 'thành giáo đoàn hội nhân đảng sinh học', after: 'chức' },
  việc: { before: 'công làm sự vụ', after: 'làm thực tổ xây' },
  vị: { before: 'đơn', after: 'trí thế' },
  vụ: { before: 'nhiệm dịch nghiệp phục chức nội', after: 'việc án trưởng' },
  xã: { before: 'thị hợp', after: 'hội viên' },
  xuất: { before: 'đề sản', after: 'bản khẩu phát nhập' },
  xúc: { before: 'tiếp', after: 'tiến' },
  ý: { before: 'đồng chú', after: 'kiến thức nghĩa' },
};

/** Units whose heads are named after them: “Trưởng phòng phòng Tổ chức”. */
const UNITS = words('ban phòng đội tổ khoa trạm cục vụ viện đoàn hội');
const HEADS = words('trưởng phó');

interface Joint {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string> | undefined;
}

const JOINT_OF: ReadonlyMap<string, Joint> = new Map(
  Object.entries(JOINTS).map(([word, { before, after }]) => [
    foldTonePlacement(word),
    { before: words(before), after: after === undefined ? undefined : words(after) },
  ]),
);

/** Words of two syllables that are doubled on purpose. */
const DOUBLED_PAIRS = words('từng_bước lần_lượt mỗi_ngày ngày_càng rất_nhiều hằng_ngày hàng_ngày');

/**
 * Whether `word word` can be right between the words `before` and `after` (empty at an edge). A capital may
 * begin a name, as in “Trưởng Ban Ban Tổ chức”, so only joining words are judged whatever their case.
 */
export function mayRepeat(word: string, before: string, after: string): boolean {
  const key = fold(word);
  const left = fold(before);
  const joint = JOINT_OF.get(key);
  if (joint?.before.has(left) && (joint.after?.has(fold(after)) ?? true)) return true;
  if (JOINING.has(key)) return false;
  if (UNITS.has(key) && HEADS.has(left)) return true;
  return word !== word.toLowerCase() || REDUPLICATED.has(key);
}

const fold = (word: string) => foldTonePlacement(word.normalize('NFC').toLowerCase());

/** Whether the two syllables `first second` can be right twice in a row. */
export const mayPairRepeat = (first: string, second: string): boolean =>
  DOUBLED_PAIRS.has(`${first}_${second}`);

/** Whether `word` only joins others, so that not even a line break makes doubling it right. */
export const isJoiningWord = (word: string): boolean => JOINING.has(fold(word));
