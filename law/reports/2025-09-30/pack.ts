import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { t, text } from "../../wording.ts";
import { windows } from "../windows.ts";

/** Thông tư 06/2025/TT-TTCP of 29 September 2025, in force from 30 September 2025 (Điều 11). */
export const circular6: Amendment = {
  id: "reports/2025-09-30",
  validFrom: civilDate("2025-09-30"),
  alias: "V1",
  basis: ["Thông tư 06/2025/TT-TTCP"],
  gaps: [],
  notEncoded: [
    "Báo cáo chuyên đề, đột xuất (Điều 5, Điều 6): theo văn bản yêu cầu của Thanh tra Chính phủ",
    "Hạn gửi sớm hơn do tỉnh quy định (khoản 2 Điều 7)",
  ],
  rules: [],
  procedures: [],
  reportWindows: windows(text("Điều 4, Điều 7 Thông tư 06/2025/TT-TTCP"), [
    {
      level: t(
        "Ủy ban nhân dân cấp xã, cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh gửi Ủy ban nhân dân cấp tỉnh",
        "Communes, departments and other bodies of the province, to the province",
      ),
      day: 17,
    },
    {
      level: t("Ủy ban nhân dân cấp tỉnh gửi Thanh tra Chính phủ", "The province to the Government Inspectorate"),
      day: 20,
    },
  ]),
};
