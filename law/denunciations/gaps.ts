import type { LawPack } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

/** Open questions of the law on denunciations and the default the system takes; a lawyer has to confirm each. */
export const gaps: LawPack["gaps"] = [
  {
    id: "GAP-2",
    question: t(
      "Tố cáo nhận trước nhưng thụ lý sau ngày 01/7/2026: Luật 136/2025/QH15 không có điều khoản chuyển tiếp.",
      "Received before but accepted after 1 July 2026: Law 136/2025 has no transition.",
    ),
    default: t("Theo quy định có hiệu lực vào ngày nhận tố cáo.", "The law in force on the day of receipt."),
  },
  {
    id: "GAP-3",
    question: t(
      "Có được gia hạn sau khi thời hạn giải quyết tố cáo đã hết hay không: chưa quy định.",
      "Whether the limit can be extended after it has passed: not said.",
    ),
    default: t("Chỉ gia hạn trước khi thời hạn đang chạy kết thúc.", "Only before the running limit ends."),
  },
  {
    id: "GAP-8",
    question: t(
      "Nhiều văn bản không có mẫu số (tạm đình chỉ, tiếp tục, đình chỉ, xử lý, công khai, bảo vệ, tố cáo tiếp).",
      "Many documents have no numbered form.",
    ),
    default: t("Dùng mẫu của tỉnh, có phiên bản.", "Templates of the province, with versions."),
  },
  {
    id: "GAP-11",
    question: t(
      "Ngày cuối rơi vào ngày nghỉ và thứ Bảy làm bù: pháp luật tố cáo không quy định.",
      "Last day on a day off, and worked Saturdays: not regulated for denunciations.",
    ),
    default: t(
      "Áp dụng tương tự khoản 5 Điều 148 Bộ luật Dân sự; thứ Bảy làm bù là ngày làm việc.",
      "Article 148.5 of the Civil Code by analogy; a worked Saturday is a working day.",
    ),
  },
  {
    id: "GAP-12",
    question: t(
      "Thông tư 05/2021/TT-TTCP đã được thay thế sau Luật 136/2025/QH15 hay chưa; chỉ có Điều 13 đến Điều 16.",
      "Whether Circular 05/2021 was replaced after Law 136/2025; only Articles 13 to 16 are at hand.",
    ),
    default: t("Áp dụng văn bản cũ, có đánh dấu.", "The previous text, marked."),
  },
  {
    id: "GAP-13",
    question: t(
      "Thẩm quyền giải quyết tố cáo từ 01/7/2025 đến 30/6/2026: chưa có toàn văn Nghị định 141/2025/NĐ-CP, Thông tư 02/2025/TT-TTCP.",
      "Competence from 1 July 2025 to 30 June 2026: the full texts of Decree 141/2025 and Circular 02/2025 are not at hand.",
    ),
    default: t(
      "Suy ra từ Điều 12, Điều 13 Luật Tố cáo và mô hình hai cấp; luật sư xác nhận từng trường hợp.",
      "Derived from Articles 12 and 13 and the two levels; a lawyer confirms each case.",
    ),
  },
  {
    id: "GAP-14",
    question: t(
      "Sửa đổi Điều 14 (Tòa án) và các điều liên quan bởi Luật 81/2025/QH15, Luật 84/2025/QH15: chưa đọc được đủ.",
      "Changes by Laws 81/2025 and 84/2025 (courts, inspectorate) were read only in part.",
    ),
    default: t(
      "Chuyển đến ngành có thẩm quyền; không xác định chức danh.",
      "Transfer to that branch; the office is not named.",
    ),
  },
];
