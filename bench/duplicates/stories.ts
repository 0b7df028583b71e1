import { pick } from "../words.ts";

type Random = () => number;

/** One thing that a petition says, in several wordings; blanks are filled with details of the matter. */
type Idea = readonly string[];

export interface Matter {
  readonly subject: number;
  readonly ideas: readonly number[];
  readonly details: Readonly<Record<string, string>>;
}

interface Subject {
  readonly land: boolean;
  readonly opening: Idea;
  readonly ideas: readonly Idea[];
}

const subjects: readonly Subject[] = [
  {
    land: true,
    opening: [
      "Tôi khiếu nại phương án bồi thường, hỗ trợ và tái định cư khi thu hồi đất làm {project}.",
      "Gia đình tôi không đồng ý với mức bồi thường khi Nhà nước lấy đất mở {project}.",
    ],
    ideas: [
      [
        "Tổ kiểm đếm ghi thiếu {trees} cây {tree} và một phần mái hiên lợp tôn.",
        "Khi đo đạc, cán bộ bỏ sót {trees} gốc {tree} cùng mái hiên của nhà tôi.",
      ],
      [
        "Diện tích trong phương án là {area} m2, trong khi thực tế gia đình sử dụng nhiều hơn {more} m2.",
        "Phương án chỉ tính {area} m2, còn thiếu {more} m2 so với hiện trạng sử dụng.",
      ],
      [
        "Đất do cha tôi là {elder} khai hoang từ năm {year}, có nhiều người trong thôn làm chứng.",
        "Nguồn gốc đất là cha ông {elder} để lại, canh tác ổn định từ {year}.",
      ],
      [
        "Giá đất áp dụng thấp hơn hộ bên cạnh ở cùng vị trí mặt đường.",
        "Cùng một vị trí mà hộ liền kề được áp giá cao hơn nhà tôi.",
      ],
      [
        "Chúng tôi chưa được xem bản đồ thu hồi và bảng giá chi tiết.",
        "Không ai cho chúng tôi xem bảng giá chi tiết hay bản đồ thu hồi.",
      ],
      [
        "Nơi tái định cư xa ruộng, không có đường cho xe {vehicle} ra vào.",
        "Khu tái định cư không có lối cho {vehicle} và cách ruộng quá xa.",
      ],
    ],
  },
  {
    land: true,
    opening: [
      "Tôi đề nghị cấp giấy chứng nhận quyền sử dụng đất mà hồ sơ đã nộp từ năm {year}.",
      "Hồ sơ xin giấy chứng nhận quyền sử dụng đất của tôi nộp năm {year} đến nay chưa có kết quả.",
    ],
    ideas: [
      [
        "Bộ phận một cửa ba lần trả lại hồ sơ vì thiếu {paper}, lần nào cũng nêu lý do khác.",
        "Hồ sơ bị trả lại nhiều lần, khi thì thiếu {paper}, khi thì lý do khác.",
      ],
      [
        "Ranh giới với nhà ông {elder} đã thống nhất bằng biên bản có chữ ký.",
        "Tôi và ông {elder} đã ký biên bản thống nhất ranh giới.",
      ],
      [
        "Gia đình nộp thuế đất đầy đủ, còn giữ biên lai đến năm {until}.",
        "Biên lai thuế đất gia đình còn giữ đủ đến {until}.",
      ],
      [
        "Bản đồ đo năm {until} vẽ lệch, lấy của tôi khoảng {more} m2 phía {side}.",
        "Do bản đồ {until} vẽ sai nên tôi mất chừng {more} m2 ở phía {side}.",
      ],
      [
        "Cán bộ địa chính hẹn xuống đo lại nhưng {months} tháng không thấy ai đến.",
        "Đã {months} tháng từ khi hẹn đo lại mà không có ai xuống.",
      ],
    ],
  },
  {
    land: true,
    opening: [
      "Tôi khiếu nại việc cưỡng chế tháo dỡ {building} của gia đình.",
      "Gia đình tôi bị buộc tháo dỡ {building} không đúng quy định.",
    ],
    ideas: [
      [
        "Công trình dựng từ năm {year}, trước khi có quy hoạch.",
        "{building} này có từ {year}, lúc đó chưa có quy hoạch nào.",
      ],
      [
        "Biên bản vi phạm lập khi cả nhà đi vắng, người ký là {elder} không phải chủ hộ.",
        "Lúc lập biên bản nhà không có ai, họ để {elder} ký thay.",
      ],
      [
        "Lực lượng đến lúc {hour} giờ sáng, không đọc quyết định.",
        "Đoàn đến từ {hour} giờ sáng và không công bố quyết định nào.",
      ],
      [
        "Tài sản bên trong gồm {goods} bị hư hỏng, không ai kiểm kê.",
        "Không ai kiểm kê nên {goods} trong nhà bị hỏng.",
      ],
      ["Hộ đối diện vi phạm giống hệt nhưng không bị xử lý.", "Nhà đối diện cũng làm y như vậy mà không sao."],
    ],
  },
  {
    land: false,
    opening: [
      "Tôi đề nghị xem xét lại mức trợ cấp của {relative} tôi.",
      "{relative} tôi bị cắt trợ cấp mà không rõ lý do.",
    ],
    ideas: [
      [
        "Giấy xác nhận khuyết tật cấp năm {until}, mức độ nặng, vẫn còn hiệu lực.",
        "Năm {until} hội đồng xã đã xác nhận khuyết tật nặng.",
      ],
      [
        "Từ tháng {hour} không nhận được tiền, hỏi thì được bảo chờ danh sách.",
        "Tiền dừng từ tháng {hour}, cán bộ chỉ nói chờ danh sách.",
      ],
      ["Gia đình chỉ có {trees} sào ruộng, không ai đi làm xa.", "Cả nhà trông vào {trees} sào ruộng."],
      [
        "Ông {elder} phụ trách chính sách nói hồ sơ thất lạc.",
        "Cán bộ chính sách là {elder} trả lời đã làm mất hồ sơ.",
      ],
      ["Trong thôn có hộ khá giả hơn vẫn được hưởng.", "Nhiều nhà khá hơn chúng tôi vẫn nhận đều."],
    ],
  },
  {
    land: false,
    opening: [
      "Tôi phản ánh {factory} gây ô nhiễm khu dân cư.",
      "Đề nghị kiểm tra việc xả thải của {factory} ở gần nhà tôi.",
    ],
    ideas: [
      [
        "Nước thải màu đen chảy ra mương {side}, cá chết nổi từ ngày {hour}.",
        "Mương phía {side} đen kịt, cá chết từ hôm {hour} đến nay.",
      ],
      ["Máy chạy đến {hour} giờ đêm, trẻ con không ngủ được.", "Ban đêm máy vẫn chạy tới {hour} giờ, cả xóm mất ngủ."],
      [
        "Trường học cách đó {more} mét, học sinh phải đeo khẩu trang.",
        "Chỉ cách {more} mét là trường học, các cháu phải bịt mũi.",
      ],
      ["Chúng tôi đã báo trưởng thôn {elder} hai lần.", "Hai lần báo ông {elder} trưởng thôn nhưng không ăn thua."],
      ["Cơ sở không có biển hiệu, đổ {goods} ra bờ sông.", "Họ đổ {goods} xuống bờ sông, không treo biển gì."],
    ],
  },
  {
    land: false,
    opening: [
      "Tôi yêu cầu công khai khoản thu đóng góp làm {project}.",
      "Đề nghị thanh tra khoản tiền dân góp để làm {project}.",
    ],
    ideas: [
      [
        "Mỗi khẩu phải nộp {area} nghìn đồng, không có biên lai.",
        "Thôn thu {area} nghìn đồng một khẩu mà không đưa biên lai.",
      ],
      [
        "Đoạn đường mới làm {months} tháng đã lún, mặt bê tông nứt.",
        "Mới dùng {months} tháng mặt bê tông đã nứt và lún.",
      ],
      [
        "Ban giám sát cộng đồng do ông {elder} đứng đầu không họp lần nào.",
        "Ông {elder} trưởng ban giám sát chưa từng họp dân.",
      ],
      ["Số cát đá còn thừa chở đi đâu dân không biết.", "Không ai biết cát đá thừa đã đi đâu."],
      ["Hộ nghèo cũng bị thu, ai không nộp bị đọc tên trên loa.", "Nhà nghèo không nộp thì bị bêu tên trên loa."],
    ],
  },
];

const lists: Readonly<Record<string, readonly string[]>> = {
  tree: ["bưởi", "xoài", "nhãn", "mít", "cau", "keo", "chè", "vải"],
  vehicle: ["công nông", "máy cày", "xe tải nhỏ", "xe ba gác"],
  paper: ["trích lục", "giấy tờ thừa kế", "xác nhận tình trạng hôn nhân", "bản mô tả ranh giới"],
  side: ["đông", "tây", "nam", "bắc"],
  building: ["nhà cấp bốn", "chuồng trại", "tường rào", "xưởng mộc", "quán bán hàng"],
  goods: ["tủ lạnh và máy xay", "vỏ trấu và bùn", "lúa giống", "vải vụn", "đồ gỗ"],
  relative: ["Mẹ", "Con trai", "Em gái", "Bà nội", "Chồng"],
  factory: ["xưởng tái chế nhựa", "trại lợn", "lò gạch", "xưởng sơn", "cơ sở giết mổ"],
  project: ["đường liên thôn", "đường tỉnh 305", "hồ chứa nước", "cụm công nghiệp", "trường mầm non", "kênh tiêu"],
};

export const isLand = (matter: Matter): boolean => subjects[matter.subject]?.land ?? false;

export function newMatter(random: Random, elder: string, subject?: number): Matter {
  const chosen = subject ?? Math.floor(random() * subjects.length);
  const between = (low: number, high: number) => String(low + Math.floor(random() * (high - low)));
  const picked = Object.fromEntries(Object.entries(lists).map(([name, from]) => [name, pick(random, from)]));
  const count = subjects[chosen]?.ideas.length ?? 0;
  const ideas = Array.from({ length: count }, (_, i) => i).toSorted(() => random() - 0.5);
  return {
    subject: chosen,
    ideas: ideas.slice(0, 3 + Math.floor(random() * (count - 2))),
    details: {
      ...picked,
      elder,
      trees: between(3, 60),
      area: between(60, 900),
      more: between(10, 200),
      year: between(1975, 1999),
      until: between(2008, 2024),
      months: between(3, 30),
      hour: between(5, 12),
    },
  };
}

/** The matter in words: which wording of each idea, and in which order. */
export function tell(
  matter: Matter,
  wording: (idea: number) => number,
  order: readonly number[] = matter.ideas,
): string {
  const subject = subjects[matter.subject];
  const said = [subject?.opening, ...order.map((idea) => subject?.ideas[idea])].map(
    (idea, i) => idea?.[wording(i) % idea.length] ?? "",
  );
  return said.join(" ").replace(/\{(\w+)\}/g, (_, name: string) => matter.details[name] ?? "");
}
