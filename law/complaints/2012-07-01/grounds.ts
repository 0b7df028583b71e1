import { option, t, text } from "../../wording.ts";

const d11 = (n: number) => text(`Khoản ${n} Điều 11 Luật Khiếu nại`);

/** KN-11-1 … KN-11-9. */
export const grounds = [
  option(
    "1",
    t(
      "Quyết định, hành vi trong nội bộ, trong chỉ đạo điều hành, có chứa quy phạm pháp luật hoặc thuộc bí mật nhà nước",
      "Internal, directing, normative or state-secret decisions and acts",
    ),
    d11(1),
  ),
  option(
    "2",
    t(
      "Không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại",
      "Not directly related to the complainant's rights and interests",
    ),
    d11(2),
  ),
  option(
    "3",
    t(
      "Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp",
      "No full capacity and no lawful representative",
    ),
    d11(3),
  ),
  option("4", t("Người đại diện không hợp pháp", "The representative is not lawful"), d11(4)),
  option(
    "5",
    t("Đơn không có chữ ký hoặc điểm chỉ của người khiếu nại", "No signature or fingerprint of the complainant"),
    d11(5),
  ),
  option(
    "6",
    t(
      "Thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng",
      "The time for complaining has passed without good reason",
    ),
    d11(6),
  ),
  option("7", t("Đã có quyết định giải quyết khiếu nại lần hai", "There is already a second decision"), d11(7)),
  option(
    "8",
    t(
      "Đã có thông báo đình chỉ mà sau 30 ngày người khiếu nại không tiếp tục khiếu nại",
      "Termination was notified and the complaint was not continued within 30 days",
    ),
    { ...d11(8), gap: "GAP-4" },
  ),
  option(
    "9",
    t(
      "Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định (trừ quyết định đình chỉ vụ án hành chính)",
      "A court has accepted or adjudicated it (except its own termination)",
    ),
    d11(9),
  ),
];

/** The four cases of the first ground; `internal` holds its words, which Law 136/2025 changed. */
export const groundOne = (internal: string) => [
  option(
    "internal",
    t(
      `Quyết định, hành vi ${internal} cơ quan nhà nước để chỉ đạo, tổ chức thực hiện nhiệm vụ, công vụ`,
      "Internal to a state agency, directing its own work",
    ),
    d11(1),
  ),
  option(
    "directing",
    t(
      "Quyết định, hành vi trong chỉ đạo điều hành của cấp trên với cấp dưới",
      "A superior agency directing a lower one",
    ),
    d11(1),
  ),
  option("normative", t("Quyết định có chứa đựng các quy phạm pháp luật", "A decision containing legal norms"), d11(1)),
  option(
    "state-secret",
    t(
      "Thuộc bí mật nhà nước trong lĩnh vực quốc phòng, an ninh, ngoại giao",
      "A state secret of defence, security or foreign affairs",
    ),
    d11(1),
  ),
];
