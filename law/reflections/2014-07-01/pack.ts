import type { LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { earlierGaps } from "../gaps.ts";
import { recommendation } from "./recommendation.ts";
import { regulationReflection } from "./regulation-reflection.ts";
import { rules } from "./rules.ts";

/** The part of Luật Tiếp công dân 42/2013/QH13 on kiến nghị, phản ánh, and Nghị định 20/2008/NĐ-CP on regulations. */
export const reflections2014: LawPack = {
  id: "reflections/2014-07-01",
  subject: "reflections",
  validFrom: civilDate("2014-07-01"),
  alias: "V0",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13",
    "Nghị định 20/2008/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 48/2013/NĐ-CP",
  ],
  rules,
  procedures: [recommendation, regulationReflection],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps: earlierGaps,
  notEncoded: [
    "Nghị định 92/2017/NĐ-CP (cơ quan đầu mối tiếp nhận là văn phòng): không có toàn văn",
    "Thời hạn xử lý phản ánh về quy định hành chính do từng bộ quy định",
    "Phiếu lấy ý kiến do cơ quan chủ động gửi (khoản 2 Điều 9 Nghị định 20/2008/NĐ-CP)",
  ],
};
