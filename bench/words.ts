import { createHash } from "node:crypto";

/** Numbers that look random and are the same on every run: the stream of one name. */
export function randomStream(name: string): () => number {
  let counter = 0;
  let block = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = createHash("sha512").update(`${name} ${counter++}`).digest();
      at = 0;
    }
    const value = block.readUInt32BE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new RangeError("nothing to pick from");
  return chosen;
}

/** Commoner ones first: a square of the random number makes a few of them carry most people, as in life. */
export const familyNames =
  "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Tạ Lương Cao Trịnh Tô Hà Thái Châu".split(
    " ",
  );
export const middleNames =
  "Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Thu Kim Bích Đình Công Hồng Gia Khánh Bảo Tuấn Mạnh Diệu Như Trọng Phương".split(
    " ",
  );
export const givenNames =
  "An Anh Bình Châu Chi Cường Dung Dũng Duy Đạt Điệp Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa Hòa Hùng Hương Huy Khánh Kiên Lan Lâm Liên Linh Loan Long Mai Minh Nam Nga Ngân Nghĩa Nhung Oanh Phong Phúc Phương Quân Quý Quỳnh Sơn Tâm Tân Thảo Thắng Thủy Tiến Toàn Trang Trung Tú Tùng Tuyết Uyên Vân Vinh Xuân Yến".split(
    " ",
  );

const subjects =
  "phương án bồi thường, hỗ trợ và tái định cư;việc thu hồi đất nông nghiệp;quyết định xử phạt vi phạm hành chính về xây dựng;hồ sơ cấp giấy chứng nhận quyền sử dụng đất;mức trợ cấp xã hội hằng tháng;việc xác nhận hộ nghèo;ranh giới thửa đất với hộ liền kề;tiếng ồn và nước thải của cơ sở sản xuất;việc chậm trả kết quả hồ sơ;khoản thu đóng góp làm đường;việc cưỡng chế tháo dỡ công trình;chế độ đối với người có công;giá đất cụ thể để tính bồi thường;việc đo đạc lại bản đồ địa chính;quy hoạch sử dụng đất của thôn".split(
    ";",
  );
const verbs =
  "không đồng ý với;đề nghị xem xét lại;chưa nhận được trả lời về;khiếu nại;phản ánh;yêu cầu làm rõ;cho rằng có sai sót trong".split(
    ";",
  );
const reasons =
  "diện tích ghi trong quyết định nhỏ hơn thực tế;cây trồng và vật kiến trúc chưa được kiểm đếm đủ;gia đình sử dụng ổn định từ trước năm 1993;hồ sơ đã nộp đủ nhưng bị trả lại nhiều lần;biên bản lập khi gia đình vắng mặt;công trình xây dựng trước khi có quy hoạch;hoàn cảnh gia đình khó khăn, có người khuyết tật;cán bộ thụ lý giải thích không thống nhất;hộ bên cạnh được áp giá cao hơn;mốc giới cũ đã bị san lấp;thông báo không nêu rõ căn cứ pháp luật;thời hạn giải quyết đã hết".split(
    ";",
  );
const syllables =
  "Bến Cầu Đồng Gò Hạ Khe Lũng Mây Mộc Nậm Núi Phú Rừng Sậy Sông Suối Sương Tân Thạch Thượng Trà Trầm Vàng Vân Vĩnh Xuân Yên Ao Bãi Cẩm".split(
    " ",
  );

/** Hamlets: a word pair that a few hundred petitions of a million hold. */
export function hamlets(): readonly string[] {
  return syllables.flatMap((first) =>
    syllables.filter((second) => second !== first).map((second) => `${first} ${second}`),
  );
}

/** Sentences of which the generator builds every petition: four common words of the field beside rare ones. */
export function sentences(count: number): readonly string[] {
  const random = randomStream("sentences");
  const places = hamlets();
  return Array.from({ length: count }, () => {
    const parcel = `thửa số ${1 + Math.floor(random() * 900)}, tờ bản đồ ${1 + Math.floor(random() * 60)}`;
    const number = `Quyết định số ${1 + Math.floor(random() * 4000)}/QĐ-UBND`;
    const at = `thôn ${pick(random, places)}`;
    return pick(random, [
      `Gia đình tôi ở ${at} ${pick(random, verbs)} ${pick(random, subjects)} vì ${pick(random, reasons)}.`,
      `Theo ${number}, ${pick(random, subjects)} được áp dụng tại ${parcel}, nhưng ${pick(random, reasons)}.`,
      `Tại buổi làm việc ở nhà văn hóa ${at}, đại diện ủy ban nói sẽ kiểm tra ${pick(random, subjects)}.`,
      `Tôi ${pick(random, verbs)} ${pick(random, subjects)}; ${pick(random, reasons)}, và ${pick(random, reasons)}.`,
    ]);
  });
}

/** Pairs of content words as officers type them, without diacritics half of the time: common ones and rare ones. */
export const contentQueries = [
  "boi thuong",
  "giấy chứng nhận",
  "cưỡng chế tháo dỡ",
  "nuoc thai",
  "trợ cấp xã hội",
  "moc gioi",
  "quy hoạch thôn",
  "tieng on",
  "người có công",
  "do dac",
] as const;
