import type { ParticipantRule } from "../../src/rules/pack.ts";
import { t, text } from "../wording.ts";

const point = (letter: string) => text(`Điểm ${letter} khoản 4 Điều 12 Luật Tiếp công dân`);

/** Who receives what at the provincial place of reception; what is no other body's is the office's own. */
export const provincialParticipants: readonly ParticipantRule[] = [
  {
    ...point("a"),
    id: "party-office",
    level: "province",
    name: t("Văn phòng Tỉnh ủy", "Office of the provincial Party committee"),
    scope: t(
      "Kiến nghị, phản ánh về chủ trương, đường lối, chính sách của Đảng; khiếu nại, tố cáo về công tác xây dựng Đảng và những vấn đề khác thuộc nhiệm vụ, quyền hạn của Tỉnh ủy.",
      "Recommendations on the Party's line and policy; complaints and denunciations on Party building and what else is the Party committee's.",
    ),
  },
  {
    ...point("b"),
    id: "party-inspection",
    level: "province",
    name: t("Ủy ban Kiểm tra Tỉnh ủy", "Inspection Committee of the provincial Party committee"),
    scope: t(
      "Kiến nghị, phản ánh liên quan đến chức năng, nhiệm vụ, quyền hạn của Ủy ban kiểm tra Đảng cấp mình và cấp dưới; khiếu nại, tố cáo về kỷ luật Đảng, phẩm chất cán bộ, đảng viên, sinh hoạt trong nội bộ tổ chức Đảng thuộc thẩm quyền.",
      "Recommendations on the work of the Party's inspection committees; complaints and denunciations on Party discipline, the conduct of cadres and members, and inner Party life.",
    ),
  },
  {
    ...point("c"),
    id: "internal-affairs",
    level: "province",
    name: t("Ban Nội chính Tỉnh ủy", "Internal Affairs Committee of the provincial Party committee"),
    scope: t(
      "Kiến nghị, phản ánh liên quan đến chức năng, nhiệm vụ, quyền hạn của Ban Nội chính cấp tỉnh; khiếu nại, tố cáo về lĩnh vực nội chính và phòng, chống tham nhũng thuộc thẩm quyền.",
      "Recommendations on its work; complaints and denunciations on internal affairs and anti-corruption within its competence.",
    ),
  },
  {
    ...point("d"),
    id: "deputies-office",
    level: "province",
    name: t(
      "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân cấp tỉnh",
      "Office of the National Assembly deputies and the provincial People's Council",
    ),
    scope: t(
      "Khiếu nại, tố cáo, kiến nghị, phản ánh với đại biểu Quốc hội thuộc Đoàn đại biểu Quốc hội ở địa phương, với Hội đồng nhân dân cấp tỉnh liên quan đến việc thực hiện nhiệm vụ, quyền hạn của Quốc hội, Hội đồng nhân dân.",
      "What is brought to the province's National Assembly deputies or to the People's Council about their tasks and powers.",
    ),
  },
  {
    ...point("đ"),
    id: "reception-board",
    level: "province",
    name: t("Ban Tiếp công dân cấp tỉnh", "Provincial citizen reception office"),
    scope: t(
      "Việc thuộc trách nhiệm của Ủy ban nhân dân, Chủ tịch Ủy ban nhân dân cấp tỉnh, và mọi nội dung không thuộc bốn cơ quan trên.",
      "What is the provincial People's Committee's or its chair's, and everything that is none of the four others'.",
    ),
  },
];
