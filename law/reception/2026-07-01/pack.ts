import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { t, text } from "../../wording.ts";

/** Luật 136/2025/QH15 Điều 1 and Nghị định 154/2026/NĐ-CP, in force from 1 July 2026. */
export const reception2026: Amendment = {
  id: "reception/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: ["Luật Tiếp công dân 42/2013/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15", "Nghị định 154/2026/NĐ-CP"],
  gaps: [
    {
      id: "GAP-7",
      question: t(
        "Hai bản Nghị định 154/2026/NĐ-CP khác nhau về các trường hợp từ chối tiếp bằng lời.",
        "Two copies of Decree 154/2026 differ on oral refusals.",
      ),
      default: t("Điểm h: bằng văn bản; các điểm khác: bằng lời.", "Point h in writing, all others orally."),
    },
  ],
  notEncoded: [
    "Thông báo từ chối tiếp bằng văn bản, Mẫu 01/TCD (khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP): mới có thời hạn TCD-9-2",
    "Tiếp công dân trực tuyến (Điều 23, Điều 24 Nghị định 154/2026/NĐ-CP)",
    "Lịch tiếp, thông báo kết luận của người đứng đầu (Điều 25 Nghị định 154/2026/NĐ-CP)",
  ],
  rules: [
    {
      ...text("Khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP"),
      gap: "GAP-7",
      id: "TCD-9-2",
      actor: "head",
      direction: "forward",
      unit: "working-day",
      amount: 3,
      rollsOver: true,
      pausable: false,
      kind: "limit",
      name: t("Thông báo từ chối tiếp công dân bằng văn bản", "Written notice of refusal of reception"),
      startEvent: t("Ngày có căn cứ từ chối", "Day the ground was known"),
    },
  ],
  procedures: [
    {
      id: "reception",
      documents: [
        {
          key: "tcd-02",
          form: "02/TCD",
          symbol: "GBN",
          name: t("Giấy biên nhận thông tin, tài liệu, bằng chứng", "Receipt for documents"),
          recipients: [t("Người cung cấp", "Who handed them in")],
          ...text("Khoản 4 Điều 15 Nghị định 154/2026/NĐ-CP"),
        },
      ],
    },
  ],
};
