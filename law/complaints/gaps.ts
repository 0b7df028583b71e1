import type { LawPack } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

/** Open questions of the law on complaints and the default the system takes; a lawyer has to confirm each. */
export const gaps: LawPack["gaps"] = [
  {
    id: "GAP-1",
    question: t(
      "Gửi quyết định lần hai: luật ghi 07 ngày, nghị định ghi 07 ngày làm việc.",
      "Sending the second decision: 7 days in the law, 7 working days in the decree.",
    ),
    default: t("Theo luật (07 ngày, đến sớm hơn).", "The law's 7 days, which end first."),
  },
  {
    id: "GAP-2",
    question: t(
      "Đơn nhận trước nhưng thụ lý sau ngày 01/7/2026: luật không có quy định chuyển tiếp về thời hạn thụ lý.",
      "Received before but accepted after 1 July 2026: no transition for the acceptance limit.",
    ),
    default: t("Theo quy định có hiệu lực vào ngày nhận đơn.", "The law in force on the day of receipt."),
  },
  {
    id: "GAP-3",
    question: t(
      "Ai xác định vụ việc phức tạp, vào lúc nào, có được làm sau ngày thứ 30 không: chưa quy định.",
      "Who certifies complexity, when, and whether after day 30: not said.",
    ),
    default: t(
      "Người giải quyết ký, trước khi hết thời hạn thông thường.",
      "The resolver, before the normal limit ends.",
    ),
  },
  {
    id: "GAP-4",
    question: t(
      "Khoản 8 Điều 11 (30 ngày sau đình chỉ) không khớp với khoản 3 Điều 10 mới.",
      "Article 11.8 (30 days after termination) fits badly with the new Article 10.3.",
    ),
    default: t(
      "Rút khiếu nại: theo khoản 3 Điều 10; đình chỉ khác: giữ khoản 8 Điều 11.",
      "Withdrawals follow Article 10.3; other terminations Article 11.8.",
    ),
  },
  {
    id: "GAP-5",
    question: t(
      "Hiệu lực tính từ ngày ban hành, thời hạn khiếu nại lần hai tính từ ngày nhận quyết định.",
      "Effect runs from issue, the second-complaint window from receipt.",
    ),
    default: t(
      "Hiệu lực theo ngày ban hành; nhận khiếu nại lần hai đến ngày muộn hơn trong hai ngày.",
      "Effect from issue; a second complaint is taken until the later of the two days.",
    ),
  },
  {
    id: "GAP-6",
    question: t(
      "“Vùng sâu, vùng xa đi lại khó khăn” chưa được định nghĩa.",
      "“Remote area with difficult travel” is not defined.",
    ),
    default: t(
      "Theo danh mục xã do tỉnh phê duyệt, có ngày hiệu lực.",
      "A dated list of communes approved by the province.",
    ),
  },
  {
    id: "GAP-8",
    question: t(
      "Nhiều văn bản không có mẫu số (thông báo đối thoại, rút khiếu nại, xác định phức tạp, chỉ đạo thi hành, công khai).",
      "Many documents have no numbered form.",
    ),
    default: t("Dùng mẫu của tỉnh, có phiên bản.", "Templates of the province, with versions."),
  },
  {
    id: "GAP-10",
    question: t(
      "Nhóm 02 đến 04 người cùng khiếu nại: luật không quy định số người đại diện.",
      "Groups of 2 to 4: no number of representatives in the law.",
    ),
    default: t("01 người đại diện.", "One representative."),
  },
  {
    id: "GAP-11",
    question: t(
      "Ngày cuối rơi vào ngày nghỉ và thứ Bảy làm bù: pháp luật khiếu nại không quy định.",
      "Last day on a day off, and worked Saturdays: not regulated for complaints.",
    ),
    default: t(
      "Áp dụng tương tự khoản 5 Điều 148 Bộ luật Dân sự; thứ Bảy làm bù là ngày làm việc.",
      "Article 148.5 of the Civil Code by analogy; a worked Saturday is a working day.",
    ),
  },
  {
    id: "GAP-12",
    question: t(
      "Thông tư 05/2021/TT-TTCP đã được thay thế sau Luật 136/2025/QH15 hay chưa.",
      "Whether Circular 05/2021 was replaced after Law 136/2025.",
    ),
    default: t("Áp dụng văn bản cũ, có đánh dấu.", "The previous text, marked."),
  },
  {
    id: "GAP-13",
    question: t(
      "Chưa có toàn văn Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: thẩm quyền từ 01/7/2025 đến 30/6/2026 chỉ theo nguồn thứ cấp.",
      "The full texts of Decree 141/2025 and Circular 02/2025 are not at hand: competence from 1 July 2025 to 30 June 2026 rests on secondary sources.",
    ),
    default: t(
      "Lần đầu: Chủ tịch Ủy ban nhân dân cấp xã; lần hai: Chủ tịch Ủy ban nhân dân cấp tỉnh, có đánh dấu.",
      "First: the commune chair; second: the province chair; marked.",
    ),
  },
  {
    id: "GAP-14",
    question: t(
      "Luật Khiếu nại còn được sửa đổi bởi Luật 81/2025/QH15, Luật 84/2025/QH15: chưa đọc được đủ.",
      "Laws 81/2025 and 84/2025 also amend the Law on Complaints; they were read only in part.",
    ),
    default: t(
      "Theo văn bản đã đọc; cần đối chiếu văn bản hợp nhất.",
      "The texts that were read; to be checked against the consolidated law.",
    ),
  },
  {
    id: "GAP-15",
    question: t(
      "Khiếu nại gửi trực tuyến: Điều 8 vẫn đòi hỏi chữ ký hoặc điểm chỉ; luật và nghị định không nói về đơn điện tử.",
      "A complaint filed online: Article 8 still asks for a signature or fingerprint; no text speaks of electronic petitions.",
    ),
    default: t(
      "Nhận đơn ký bằng chữ ký điện tử theo pháp luật về giao dịch điện tử; luật sư xác nhận.",
      "One signed electronically under the law on electronic transactions is taken; a lawyer has to confirm.",
    ),
  },
];
