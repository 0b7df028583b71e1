import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { secondary } from "../../wording.ts";
import { windows } from "../windows.ts";

/** Thông tư 01/2024/TT-TTCP of 20 January 2024; the windows are known from a public page, the text was not found. */
export const circular1: Amendment = {
  id: "reports/2024-01-20",
  validFrom: civilDate("2024-01-20"),
  alias: "V0",
  basis: ["Thông tư 01/2024/TT-TTCP"],
  gaps: [],
  notEncoded: [
    "Thông tư 01/2024/TT-TTCP: không có toàn văn; ngày có hiệu lực lấy theo ngày ban hành, hạn gửi báo cáo từng cấp chưa biết, phần lời văn hay chỉ biểu số liệu chưa kiểm chứng",
    "Điều 6 Thông tư 02/2025/TT-TTCP (01/7/2025 đến 29/9/2025): không có toàn văn",
  ],
  rules: [],
  procedures: [],
  reportWindows: windows(secondary("Thông tư 01/2024/TT-TTCP", "th389.vn (trích)"), []),
};
