/** A complaint or recommendation as somebody might bring it; invented. */
export interface DemoText {
  readonly content: string;
  readonly request: string;
  readonly contestedAct?: string;
  /** What the office writes for the public once the decision is published; nobody is named. */
  readonly published?: { readonly field: string; readonly extract: string };
}

const ubnd = "UBND xã Hoa Lạc";

export const complaints: readonly DemoText[] = [
  {
    content: `Gia đình tôi có 612 m² đất trồng cây lâu năm tại thôn Bãi Dâu bị thu hồi để làm đường nối cầu Mây. Phương án chỉ tính 548 m² và bỏ sót 43 gốc bưởi đã cho quả từ năm 2017. Biên bản kiểm đếm lập khi gia đình đi vắng.`,
    request: "Kiểm đếm lại đất và cây trồng, tính bồi thường bổ sung phần còn thiếu.",
    contestedAct: "Thông báo phương án bồi thường, hỗ trợ khi thu hồi đất tại thôn Bãi Dâu",
  },
  {
    content:
      "Tôi sửa lại mái bếp cũ bị dột thì bị lập biên bản và xử phạt 30 triệu đồng với lý do xây dựng không phép. Diện tích và chiều cao không đổi; trưởng thôn và các hộ liền kề đều xác nhận.",
    request: "Hủy quyết định xử phạt vi phạm hành chính.",
    contestedAct: `Quyết định xử phạt vi phạm hành chính trong lĩnh vực xây dựng của Chủ tịch ${ubnd}`,
  },
  {
    content:
      "Mẹ tôi 82 tuổi, khuyết tật nặng, bị dừng trợ cấp xã hội hằng tháng từ tháng 3 với lý do hồ sơ không khớp ngày sinh. Căn cước và giấy khai sinh trích lục đều ghi cùng một ngày.",
    request: "Chi trả lại trợ cấp và truy lĩnh các tháng đã dừng.",
    contestedAct: `Thông báo dừng chi trả trợ cấp xã hội của ${ubnd}`,
  },
  {
    content:
      "Hồ sơ xin cấp giấy chứng nhận quyền sử dụng đất của vợ chồng tôi nộp từ năm ngoái bị trả lại ba lần, mỗi lần một lý do khác nhau: thiếu trích đo, thiếu chữ ký hộ giáp ranh, rồi vướng quy hoạch.",
    request: "Trả lời bằng văn bản một lần về toàn bộ giấy tờ còn thiếu và tiếp nhận lại hồ sơ.",
    contestedAct: `Văn bản trả hồ sơ đăng ký đất đai của ${ubnd}`,
  },
  {
    content:
      "Xã công nhận kết quả bình xét hộ nghèo nhưng loại gia đình tôi vì có chiếc xe máy cũ. Nhà có hai con nhỏ và một người bị bệnh thận phải chạy thận hằng tuần; tổ rà soát không đến nhà chấm điểm.",
    request: "Tổ chức chấm điểm lại và công nhận là hộ nghèo.",
    contestedAct: "Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo",
    published: {
      field: "Chính sách xã hội",
      extract:
        "Hộ khiếu nại kết quả bình xét hộ nghèo vì không được chấm điểm tại nhà. Kết luận: khiếu nại đúng một phần; tổ rà soát phải chấm điểm lại tại hộ trong 10 ngày làm việc, xe máy cũ không phải là căn cứ để loại.",
    },
  },
  {
    content:
      "Hộ bên cạnh xây tường lấn sang lối đi chung rộng 1,8 m có từ năm 1988. Tôi đã có đơn, xã hòa giải rồi ra thông báo nói lối đi thuộc đất nhà bên mà không đo đạc thực địa.",
    request: "Đo đạc lại ranh giới và hủy thông báo kết luận lối đi thuộc đất hộ bên cạnh.",
    contestedAct: `Thông báo kết quả kiểm tra ranh giới thửa đất của ${ubnd}`,
    published: {
      field: "Đất đai",
      extract:
        "Khiếu nại thông báo xác định lối đi chung thuộc thửa đất liền kề. Kết luận: khiếu nại đúng một phần; hủy phần thông báo về lối đi, đo đạc lại thực địa có các hộ giáp ranh chứng kiến.",
    },
  },
  {
    content:
      "Quán của tôi bị buộc tháo dỡ mái che trong 03 ngày, trong khi các quán cùng dãy có mái che như vậy không bị xử lý. Quyết định không nêu căn cứ và không gửi cho tôi mà dán ở cửa.",
    request: "Xem xét lại quyết định buộc khắc phục hậu quả, bảo đảm đối xử như nhau.",
    contestedAct: "Quyết định buộc thực hiện biện pháp khắc phục hậu quả",
    published: {
      field: "Xây dựng",
      extract:
        "Khiếu nại quyết định buộc tháo dỡ mái che trong 03 ngày. Kết luận: khiếu nại đúng một phần; sửa thời hạn thực hiện, rà soát cả dãy quán để xử lý như nhau.",
    },
  },
  {
    content:
      "Bố tôi là thương binh, hồ sơ hưởng chế độ nhà ở đã được thôn bình xét đủ điều kiện nhưng danh sách của xã không có tên. Cán bộ trả lời bằng miệng là hết chỉ tiêu.",
    request: "Bổ sung vào danh sách hỗ trợ nhà ở hoặc trả lời bằng văn bản.",
    contestedAct: "Danh sách hộ được hỗ trợ nhà ở đối với người có công",
    published: {
      field: "Người có công",
      extract:
        "Khiếu nại danh sách hộ được hỗ trợ nhà ở. Kết luận: khiếu nại đúng một phần; bổ sung vào danh sách đợt tiếp theo và trả lời bằng văn bản lý do của đợt này.",
    },
  },
  {
    content:
      "Nhà tôi bị cưỡng chế tháo dỡ chuồng trại xây trên đất vườn từ năm 2009. Thời điểm xây chưa có quy hoạch khu dân cư; biên bản vi phạm ghi năm xây là 2021.",
    request: "Dừng cưỡng chế và xác minh lại thời điểm xây dựng.",
    contestedAct: "Quyết định cưỡng chế tháo dỡ công trình vi phạm",
    published: {
      field: "Xây dựng",
      extract:
        "Khiếu nại quyết định cưỡng chế tháo dỡ chuồng trại trên đất vườn. Kết luận: xác minh lại thời điểm xây dựng; chưa tổ chức cưỡng chế trước khi có kết quả.",
    },
  },
  {
    content:
      "Ao của gia đình bị thu hồi một phần làm kênh thoát nước nhưng không được hỗ trợ ổn định đời sống như các hộ khác trong cùng dự án, vì xã xác nhận gia đình không trực tiếp sản xuất nông nghiệp.",
    request: "Xác nhận lại việc trực tiếp sản xuất nông nghiệp và tính hỗ trợ.",
    contestedAct: `Giấy xác nhận nguồn thu nhập của ${ubnd}`,
  },
];

export const recommendations: readonly DemoText[] = [
  {
    content:
      "Đèn đường đoạn từ cổng làng Hoa Đông đến trường mầm non hỏng hơn hai tháng, buổi tối học sinh đi học thêm rất nguy hiểm.",
    request: "Sửa lại sáu cột đèn.",
  },
  {
    content: "Cơ sở rang xay cám ở đầu thôn xả khói bụi vào giờ nghỉ trưa, nhiều nhà phải đóng cửa cả ngày.",
    request: "Kiểm tra và yêu cầu lắp hệ thống lọc bụi.",
  },
  {
    content: "Mương tưới cánh đồng Lau bị lấp khi làm đường, vụ vừa rồi 11 hộ không có nước cấy.",
    request: "Khơi lại mương trước vụ đông xuân.",
  },
  {
    content: "Bộ phận một cửa nên có ghế ưu tiên và người giúp người cao tuổi nộp hồ sơ trực tuyến.",
    request: "Bố trí người hướng dẫn vào buổi sáng thứ ba và thứ năm.",
  },
  {
    content: "Chó thả rông nhiều ở khu chợ, đã có hai cháu bé bị cắn trong tháng này.",
    request: "Tổ chức bắt giữ và tiêm phòng.",
  },
  {
    content: "Đường liên thôn bị xe tải chở cát làm vỡ mặt bê tông, mưa là ngập.",
    request: "Cắm biển hạn chế tải trọng và sửa mặt đường.",
  },
];

export const denunciation =
  "Trình bày về việc một cán bộ thu tiền làm hồ sơ đất ngoài quy định, không có biên lai, của nhiều hộ trong thôn; đề nghị xác minh và giữ kín thông tin người trình bày.";

export const unclassified =
  "Trình bày nhiều việc liên quan đến đất của gia đình và cách làm việc của cán bộ địa chính; chưa rõ là khiếu nại hay nội dung khác, hẹn bổ sung giấy tờ.";

const family = [
  "Lưu",
  "Thiều",
  "Khổng",
  "Doãn",
  "Lục",
  "Nghiêm",
  "Quách",
  "Tiêu",
  "Ninh",
  "Viên",
  "Cung",
  "Ông",
  "Đoàn",
  "Mẫn",
];
const middle = ["Bá", "Diệp", "Thục", "Trọng", "Huyền", "Nhật", "Khắc", "Ái", "Vĩnh", "Mộng"];
const given = [
  "Sáng",
  "Liễu",
  "Trầm",
  "Hợp",
  "Nhàn",
  "Thạch",
  "Ngát",
  "Bưởi",
  "Khoát",
  "Lụa",
  "Đậu",
  "Miên",
  "Sen",
  "Tráng",
  "Chắt",
];
const hamlets = ["Bãi Dâu", "Hoa Đông", "Lau Hạ", "Gò Sậy", "Bến Nứa", "Trà Lũng"];

export interface DemoPerson {
  readonly name: string;
  readonly address: string;
  readonly idNumber: string;
  readonly birthYear: number;
}

/** Invented person number `n`; the number of the identity card has the shape of one and belongs to nobody's province. */
export function person(n: number, commune: string): DemoPerson {
  const at = <T>(from: readonly T[], step: number) => from[(n * step + Math.floor(n / from.length)) % from.length] as T;
  return {
    name: `${at(family, 5)} ${at(middle, 3)} ${at(given, 7)}`,
    address: `Thôn ${at(hamlets, 1)}, ${commune}, tỉnh Sông Mây`,
    idNumber: `099${String(100_000_000 + n * 7_654_321).slice(-9)}`,
    birthYear: 1944 + ((n * 13) % 58),
  };
}
