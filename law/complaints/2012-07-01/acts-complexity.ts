import type { ActRule } from "../../../src/rules/pack.ts";
import { choices, guard, inference, line, officer, option, t, text, words } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

/** Before 1 July 2026 the law spoke of complex cases without saying which. */
export const certifyComplexity = (course: Course): ActRule => ({
  id: "certify-complexity",
  name: t("Xác định vụ việc phức tạp", "Certify the case as complex"),
  rule: course.complexRule,
  ...inference(course.limitLaw, "GAP-3"),
  from: course.inHand,
  to: "same",
  actors: head,
  guards: [
    guard(
      "not-complex",
      inference(course.limitLaw),
      t("Vụ việc đã được xác định là phức tạp.", "The case is already certified as complex."),
    ),
    guard(
      "before-normal-limit",
      inference(course.limitLaw, "GAP-3"),
      t(
        "Đã hết thời hạn giải quyết thông thường: chỉ được xác định vụ việc phức tạp trước khi thời hạn này kết thúc.",
        "The normal limit has passed: complexity can be certified only before it ends.",
      ),
      ["decide", "report"],
    ),
  ],
  fields: [words("reason", t("Căn cứ xác định vụ việc phức tạp", "Why the case is complex"))],
  documents: ["complexity-certificate"],
  bindingDocument: "complexity-certificate",
  clocks: [{ do: "rechoose", clock: "settlement", rules: course.settlement }],
  sets: { complex: true },
});

const d3a = (point: string) =>
  text(`Điểm ${point} khoản 1 Điều 3a Nghị định 124/2020/NĐ-CP (bổ sung bởi Nghị định 155/2026/NĐ-CP)`);

export const complexityCriteria = choices(
  "criteria",
  t("Trường hợp phức tạp", "Criteria of complexity"),
  [
    option(
      "a",
      t("Một nội dung nhưng phải xác minh từ 02 địa điểm trở lên", "One content, to be verified in two places or more"),
      d3a("a"),
    ),
    option("b", t("Có từ 02 nội dung phải xác minh trở lên", "Two contents or more to verify"), d3a("b")),
    option(
      "c",
      t(
        "Nhiều người khiếu nại về cùng một nội dung hoặc liên quan đến quyền, lợi ích của nhiều người",
        "Many complainants, or the interests of many people",
      ),
      d3a("c"),
    ),
    option("d", t("Có yếu tố nước ngoài", "A foreign element"), d3a("d")),
    option(
      "dd",
      t("Liên quan đến trách nhiệm quản lý của nhiều cơ quan, tổ chức", "Several agencies are responsible"),
      d3a("đ"),
    ),
    option(
      "e",
      t("Các cơ quan, tổ chức có liên quan còn ý kiến khác nhau", "The agencies concerned still differ"),
      d3a("e"),
    ),
    option(
      "g",
      t(
        "Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra hoặc tham khảo ý kiến chuyên môn",
        "Contradictory evidence that needs time or expert advice",
      ),
      d3a("g"),
    ),
  ],
  { help: t("Chỉ cần một trong bảy trường hợp.", "Any one of the seven is enough.") },
);

export const reassign = (course: Course): ActRule => ({
  id: "reassign",
  name: t("Giao lại người phụ trách", "Reassign the case"),
  rule: "KN-18-1",
  ...inference("Điều 29, Điều 38 Luật Khiếu nại"),
  from: [
    "KN_SCREEN",
    ...course.inHand,
    "SUSPENDED",
    "DECIDED",
    "SENT",
    "PUBLISHED",
    "ENFORCING",
    "NOT_EXECUTED",
    "ENFORCED",
    "UNDER_REVIEW",
  ],
  to: "same",
  actors: head,
  guards: [],
  fields: [officer("officer", t("Người phụ trách mới", "New officer")), line("reason", t("Lý do giao lại", "Reason"))],
  documents: [],
  clocks: [],
  sets: { assignedTo: "$officer" },
});
