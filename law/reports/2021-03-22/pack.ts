import type { LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { inference } from "../../wording.ts";
import { windows } from "../windows.ts";

/** Thông tư 02/2021/TT-TTCP of 22 March 2021; its text was not found, nor its first day in force. */
export const circular2: LawPack = {
  id: "reports/2021-03-22",
  subject: "reports",
  validFrom: civilDate("2021-03-22"),
  alias: "V0",
  basis: ["Thông tư 02/2021/TT-TTCP"],
  rules: [],
  procedures: [],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: windows(
    inference("Thông tư 02/2021/TT-TTCP (không có toàn văn; kỳ số liệu theo Điều 7 Thông tư 06/2025/TT-TTCP)"),
    [],
  ),
  gaps: [],
  notEncoded: [
    "Thông tư 02/2021/TT-TTCP: không có toàn văn; ngày có hiệu lực lấy theo ngày ban hành, hạn gửi báo cáo từng cấp chưa biết, phần lời văn hay chỉ biểu số liệu chưa kiểm chứng",
  ],
};
