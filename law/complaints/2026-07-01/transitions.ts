import type { TransitionRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { inference, t, text } from "../../wording.ts";

const on = civilDate("2026-07-01");
const from = ["complaints/2012-07-01", "complaints/2020-12-10", "complaints/2025-07-01"];
const procedures = ["complaint-first", "complaint-second", "complaint-disciplinary", "complaint-disciplinary-second"];

/** VER-n: what the law of 1 July 2026 does to matters already under way. */
export const transitions: readonly TransitionRule[] = [
  {
    id: "VER-1",
    ...inference("Điều 4 Luật 136/2025/QH15", "GAP-2"),
    what: t(
      "Luật 136/2025/QH15 có hiệu lực từ 01/7/2026 và không có điều khoản chuyển tiếp: vụ việc theo quy định có hiệu lực vào ngày nhận đơn.",
      "Law 136/2025 is in force from 1 July 2026 without a transition: a matter keeps the law of the day its petition was received.",
    ),
    on,
    effect: "stays",
    from,
    procedures,
  },
  {
    id: "VER-2",
    ...text("Khoản 1 Điều 22 Nghị định 155/2026/NĐ-CP"),
    what: t(
      "Vụ việc đã có thông báo thụ lý trước 01/7/2026 và chưa có quyết định giải quyết: việc rút khiếu nại, tạm đình chỉ, đình chỉ và đối thoại theo quy định mới.",
      "Matters accepted before 1 July 2026 and not decided: withdrawal, suspension, termination and dialogue follow the new rules.",
    ),
    on,
    effect: "partly",
    from,
    procedures,
    acts: [
      "withdraw-all",
      "withdraw-part",
      "suspend",
      "resume",
      "terminate",
      "send-suspension",
      "invite-dialogue",
      "hold-dialogue",
      "postpone-dialogue",
    ],
  },
  {
    id: "VER-3",
    ...text("Khoản 2 Điều 22 Nghị định 155/2026/NĐ-CP"),
    what: t(
      "Việc xem xét lại vụ việc giải quyết vi phạm pháp luật đang tiến hành thì tiếp tục theo Nghị định 124/2020/NĐ-CP.",
      "Reviews of unlawful settlements already in hand go on under Decree 124/2020.",
    ),
    on,
    effect: "stays",
    from,
    procedures,
    acts: ["open-review", "review-uphold", "review-resettle"],
  },
  {
    id: "VER-6",
    ...text("Khoản 2 Điều 21 Nghị định 155/2026/NĐ-CP"),
    what: t(
      "Quy định về công chứng văn bản ủy quyền khiếu nại của cá nhân hết hiệu lực từ 01/01/2027; chỉ còn chứng thực (cách hiểu của hệ thống). Vụ việc theo quy định trước 01/7/2026 không thay đổi.",
      "Notarisation of an individual's authorisation lapses on 1 January 2027; only certification remains (our reading). Matters of the earlier law are not touched.",
    ),
    on: civilDate("2027-01-01"),
    effect: "stays",
    from,
    procedures,
    acts: ["accept"],
  },
];
