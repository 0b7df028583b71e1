import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { earlierGaps } from "../gaps.ts";

/** Two levels since 1 July 2025: nobody holds the office of a district chair any more. */
export const twoLevelReception: Amendment = {
  id: "reception/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13",
    "Nghị định 64/2014/NĐ-CP",
    "Thông tư 04/2021/TT-TTCP",
    "Quy định 11-QĐi/TW ngày 18/02/2019",
    "Luật Tổ chức chính quyền địa phương 72/2025/QH15",
  ],
  gaps: earlierGaps,
  notEncoded: [
    "Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: không có toàn văn (GAP-13)",
    "Thông tư 04/2021/TT-TTCP (từ 15/11/2021): không có toàn văn; các bước theo Thông tư 06/2014/TT-TTCP, có đánh dấu",
    "Điều 13 Luật Tiếp công dân chỉ bị bãi bỏ từ 01/7/2026, nhưng không còn cấp huyện từ 01/7/2025",
    "Quy định 11-QĐi/TW: mới có số ngày tiếp; thời hạn trả lời, đối thoại không có toàn văn",
  ],
  rules: [],
  procedures: [],
  repeals: ["R1-12", "R2-02-district"],
};
