import type { AgainstRule, CompetenceRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";
import { communeChair, holder, kind, provinceChair, settledBy } from "../2012-07-01/competence.ts";

const l136 = "(Luật 136/2025/QH15)";

/** The words of Law 136/2025 for offices that are no longer called “sở và cấp tương đương”. */
export const against: readonly AgainstRule[] = [
  kind(
    "commune-official",
    "Công chức, viên chức do Chủ tịch Ủy ban nhân dân cấp xã quản lý trực tiếp",
    "Official or public employee directly managed by the commune chair",
  ),
  kind(
    "provincial-sub-agency-head",
    "Thủ trưởng cơ quan thuộc cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh (chi cục …)",
    "Head of an agency under a provincial specialised agency",
  ),
  kind(
    "provincial-sub-agency-official",
    "Cán bộ, công chức do thủ trưởng cơ quan đó quản lý trực tiếp",
    "Official directly managed by the head of such an agency",
  ),
  kind(
    "provincial-agency-head",
    "Thủ trưởng cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh",
    "Head of a provincial specialised agency or other administrative organisation",
  ),
  kind(
    "provincial-agency-official",
    "Cán bộ, công chức do thủ trưởng cơ quan chuyên môn, tổ chức hành chính khác cấp tỉnh quản lý trực tiếp",
    "Official directly managed by the head of a provincial specialised agency",
  ),
  kind(
    "sent-to-inspectorate",
    "Khiếu nại gửi Chánh Thanh tra hoặc đơn vị được giao tham mưu (chỉ xác minh, kiến nghị, không ra quyết định)",
    "Complaint sent to the chief inspector or the advising unit (who verify and advise, never decide)",
  ),
];

const agencyHead = (at: "same" | "parent") =>
  holder(
    at,
    "Thủ trưởng cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh",
    "The head of the provincial specialised agency or other administrative organisation",
  );

export const competence: readonly CompetenceRule[] = [
  settledBy(
    text(`Điều 17, khoản 2 Điều 21 Luật Khiếu nại ${l136}`),
    "KN-C-1",
    ["commune-chair", "commune-agency-head", "commune-official"],
    communeChair(),
    provinceChair(),
  ),
  settledBy(
    text(`Điều 19, khoản 2 Điều 20 Luật Khiếu nại ${l136}`),
    "KN-C-2",
    ["provincial-sub-agency-head", "provincial-sub-agency-official"],
    holder("same", "Thủ trưởng cơ quan thuộc cơ quan chuyên môn cấp tỉnh", "The head of that agency"),
    agencyHead("parent"),
  ),
  settledBy(
    text(`Khoản 1 Điều 20, khoản 2 Điều 21 Luật Khiếu nại ${l136}`),
    "KN-C-3",
    ["provincial-agency-head", "provincial-agency-official"],
    agencyHead("same"),
    provinceChair(),
  ),
  settledBy(
    text(`Khoản 1 Điều 7, Điều 25 Luật Khiếu nại ${l136}`),
    "KN-C-9",
    ["sent-to-inspectorate"],
    holder("parent", "Thủ trưởng cơ quan quản lý nhà nước cùng cấp", "The head of the agency of the same level"),
    holder(
      "other",
      "Thủ trưởng cấp trên trực tiếp của người giải quyết lần đầu",
      "The direct superior of the first resolver",
    ),
    t(
      "Chánh Thanh tra và thủ trưởng đơn vị được giao tham mưu giúp xác minh, kết luận, kiến nghị, đôn đốc; không ra quyết định giải quyết.",
      "The chief inspector and the head of the advising unit verify, propose and follow up, and never decide.",
    ),
  ),
];
