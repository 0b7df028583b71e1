import type { DocumentRule, LawPack, OpeningRule, ProcedureRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { choice, date, option, t, text } from "../../wording.ts";
import { gaps } from "../gaps.ts";
import { authorisation2026, changedActs } from "./acts.ts";
import { against, competence } from "./competence.ts";
import { acceptanceRules, noticeRules, suspensionRules, windowRules } from "./rules.ts";
import { transitions } from "./transitions.ts";

const renewed: Readonly<Record<string, string>> = {
  "kn-03": "03",
  "kn-04": "04",
  "kn-14": "14",
  "kn-14a": "14a",
  "kn-14b": "14b",
};

const amended = "Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)";

/** Papers without a form whose article is new. */
const unnumbered: Readonly<Record<string, string>> = {
  "dialogue-notice": `Khoản 1 Điều 28 ${amended}`,
  "complexity-certificate": `Khoản 2 Điều 3a ${amended}`,
  "withdrawal-record": "Khoản 1 Điều 10 Luật Khiếu nại (Luật 136/2025/QH15)",
};

function forms(known: readonly DocumentRule[]): readonly DocumentRule[] {
  return known.flatMap((each): readonly DocumentRule[] => {
    const article = unnumbered[each.key];
    if (article) return [{ ...each, ...text(article), gap: "GAP-8" }];
    const form = renewed[each.key];
    return form ? [{ ...each, form, ...text(`Mẫu số ${form} ban hành kèm theo Nghị định 155/2026/NĐ-CP`) }] : [];
  });
}

const resolver2026 = choice(
  "resolver",
  t("Người giải quyết khiếu nại lần hai", "The second resolver"),
  [
    option(
      "minister-or-province-chair",
      t("Bộ trưởng hoặc Chủ tịch Ủy ban nhân dân cấp tỉnh", "A Minister or province chair"),
    ),
    option(
      "provincial-agency-head",
      t(
        "Thủ trưởng cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh",
        "Head of a specialised agency of the province",
      ),
    ),
    option("other", t("Người khác", "Somebody else")),
  ],
  { required: false },
);

const authorisedOn = date("authorisedOn", t("Ngày công chứng văn bản ủy quyền", "Authorisation notarised on"), {
  required: "notarised",
  shownWhen: "notarised",
});

function opening(procedure: ProcedureRule): OpeningRule {
  const fields = procedure.opens.fields.map((field) =>
    field.id === "authorisation" ? authorisation2026 : field.id === "resolver" ? resolver2026 : field,
  );
  return { ...procedure.opens, fields: [...fields, authorisedOn] };
}

/** Luật 136/2025/QH15 and Nghị định 155/2026/NĐ-CP, in force from 1 July 2026. */
export const law136 = (earlier: LawPack): Amendment => ({
  id: "complaints/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Luật Khiếu nại 02/2011/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 124/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 155/2026/NĐ-CP",
  ],
  gaps,
  notEncoded: [
    "Rút khiếu nại do bị ép buộc, đe dọa (khoản 3 Điều 10): chưa có việc xem xét lại nội dung đã rút",
    "Người được phân công đối thoại báo cáo người giải quyết lần hai (khoản 2 Điều 28 Nghị định 124/2020/NĐ-CP)",
    "Phối hợp khi nhiều người cùng khiếu nại tập trung tại cơ quan (Điều 8, Điều 10, Điều 11 Nghị định 124/2020/NĐ-CP)",
    "Xử lý kỷ luật người vi phạm (Điều 39 đến Điều 42 Nghị định 124/2020/NĐ-CP) và quy định có lợi hơn (khoản 3 Điều 22 Nghị định 155/2026/NĐ-CP)",
    "Cập nhật Cơ sở dữ liệu quốc gia (Điều 30a Nghị định 124/2020/NĐ-CP)",
  ],
  rules: [...acceptanceRules, ...windowRules, ...suspensionRules, ...noticeRules],
  procedures: earlier.procedures.map((procedure) => ({
    id: procedure.id,
    acts: changedActs(procedure),
    documents: forms(procedure.documents),
    opens: opening(procedure),
  })),
  against,
  competence,
  transitions,
});
