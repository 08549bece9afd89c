import { isCompound } from './compounds.ts';
import { once } from './once.ts';
import { foldTonePlacement } from './tone-placement.ts';

/** Tones are placed in one way, as in every word that is looked up. */
const words = (list: string) =>
  once((): ReadonlySet<string> => new Set(foldTonePlacement(list).split(/\s+/)));

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
   khá hay chung rõ rành sờ xanh vàng hồng tím trắng đen nâu vui buồn xinh nhẹ êm tròn vuông cong
   nghiêng thẳng ngang mờ lờ ngà lâng rưng bừng hừng băng bon ào ầm rầm rào đùng khăng đăm chằm lăm
   thao đằng chang oang rì hao quen khác ba chôm chuồn cào bìm
   le tê đa tà nao phăng xăm lù hầm vâng dạ thôi kia đó ấy tằng cành lồ bô chiêm`,
);

/** Words of one syllable that also end another word, after which they may follow: “kèm theo theo mẫu”. */
const AFTER: ReadonlyMap<string, () => ReadonlySet<string>> = new Map([
  ['bằng', words('minh xét thay')],
  ['cùng', words('cuối')],
  ['do', words('lý lí nguyên')],
  ['dưới', words('cấp bên phía')],
  ['đến', words('bản thư công đơn')],
  ['đi', words('bản thư công')],
  ['được', words('đạt')],
  ['tại', words('hiện tồn')],
  ['theo', words('kèm tiếp')],
  ['thuộc', words('trực phụ')],
  ['trên', words('cấp bên phía')],
  ['trong', words('bên phía')],
]);
/** They form words with any other: “thẩm tra viên viên chức”, “điện tử hóa hóa đơn”. */
const SUFFIXES = words('viên hóa trưởng');
/** Units whose heads are named after them: “Trưởng phòng phòng Tổ chức”. */
const UNITS = words('ban phòng đội tổ khoa trạm cục vụ viện đoàn hội bản xóm khóm khối khu');
const HEADS = words('trưởng phó');

/** Words of two syllables that are doubled on purpose, as all with “từng” are. */
const DOUBLED_PAIRS = words('lần_lượt mỗi_ngày ngày_càng rất_nhiều hằng_ngày hàng_ngày');

/**
 * Whether `word word` can be right between the words `before` and `after` (empty at an edge). A capital may
 * begin a name, as in “Trưởng Ban Ban Tổ chức”, so only joining words are checked whatever their case. The
 * end of one word may meet the beginning of another: “phân công công việc”.
 */
export function mayRepeat(word: string, before: string, after: string): boolean {
  const key = fold(word);
  const left = fold(before);
  if (AFTER.get(key)?.().has(left)) return true;
  if (JOINING().has(key)) return false;
  const isDerived = SUFFIXES().has(key) && left !== '' && !JOINING().has(left);
  if ((isDerived || isCompound(left, key)) && isCompound(key, fold(after))) return true;
  if (UNITS().has(key) && HEADS().has(left)) return true;
  if (word !== word.toLowerCase()) return true;
  // “thường thường kỳ”, “ngày ngày 26” are slips; “năm năm học” is not.
  return REDUPLICATED().has(key) && (key === 'năm' || !(isCompound(key, fold(after)) || /^\d/.test(after)));
}

const fold = (word: string) => foldTonePlacement(word.normalize('NFC').toLowerCase());

/** Whether the two syllables `first second` can be right twice in a row. */
export const mayPairRepeat = (first: string, second: string): boolean =>
  first === 'từng' || DOUBLED_PAIRS().has(`${first}_${second}`);

/** Whether `word` only joins others, so that not even a line break makes doubling it right. */
export const isJoiningWord = (word: string): boolean => JOINING().has(fold(word));
