import type { LawPack, OpeningRule, ProcedureRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { choice, option, t, text } from "../../wording.ts";
import { holder, kind, settledBy } from "../2012-07-01/competence.ts";
import { decreeForms } from "../2012-07-01/documents.ts";
import { authorisation2020 } from "../2012-07-01/openings.ts";
import { gaps } from "../gaps.ts";
import { changedActs } from "./acts.ts";
import { rules } from "./rules.ts";

const d14 = (clause: number) => text(`Khoản ${clause} Điều 14 Nghị định 124/2020/NĐ-CP`);
const unitHead = holder("same", "Người đứng đầu đơn vị sự nghiệp công lập", "The head of the public service unit");

/** Who settles the second complaint, by which khoản 1 Điều 28 says whether they chair the dialogue in person. */
const resolver2020 = choice(
  "resolver",
  t("Người giải quyết khiếu nại lần hai", "The second resolver"),
  [
    option(
      "minister-or-province-chair",
      t("Bộ trưởng hoặc Chủ tịch Ủy ban nhân dân cấp tỉnh", "A Minister or province chair"),
    ),
    option(
      "district-chair-or-director",
      t(
        "Chủ tịch Ủy ban nhân dân cấp huyện, Giám đốc sở hoặc tương đương",
        "A district chair or director of a department",
      ),
    ),
    option("other", t("Người khác", "Somebody else")),
  ],
  { required: false },
);

function opening(procedure: ProcedureRule): OpeningRule {
  const second = procedure.id === "complaint-second" ? [resolver2020] : [];
  return { ...procedure.opens, fields: [...procedure.opens.fields, ...second, authorisation2020] };
}

/** Nghị định 124/2020/NĐ-CP, in force from 10 December 2020: forms, publication, enforcement, public service units. */
export const decree124 = (earlier: LawPack): Amendment => ({
  id: "complaints/2020-12-10",
  validFrom: civilDate("2020-12-10"),
  alias: "V0",
  basis: ["Luật Khiếu nại 02/2011/QH13", "Nghị định 124/2020/NĐ-CP"],
  gaps,
  notEncoded: [
    "Phối hợp khi nhiều người cùng khiếu nại tập trung tại cơ quan (Điều 8 đến Điều 12 Nghị định 124/2020/NĐ-CP)",
    "Số lần phát trên báo nói, báo hình, báo in: ghi trong hồ sơ, không có đồng hồ",
    "Xử lý kỷ luật người vi phạm (Điều 39 đến Điều 42 Nghị định 124/2020/NĐ-CP)",
    "Cách hiểu “10 ngày làm việc” của thời hạn thụ lý (khoản 1 Điều 16): áp dụng 10 ngày của luật",
    "Cưỡng chế thi hành quyết định hành chính (điểm b khoản 1 Điều 32 Nghị định 124/2020/NĐ-CP)",
  ],
  rules,
  procedures: earlier.procedures.map((procedure) => ({
    id: procedure.id,
    acts: changedActs(procedure),
    documents: decreeForms(procedure.documents, procedure.id),
    opens: opening(procedure),
  })),
  against: [
    kind(
      "public-unit-with-superior-unit",
      "Người đứng đầu, viên chức của đơn vị sự nghiệp công lập có đơn vị sự nghiệp cấp trên trực tiếp",
      "Head or staff of a public service unit that has a superior unit",
    ),
    kind(
      "public-unit-head",
      "Người đứng đầu, viên chức của đơn vị sự nghiệp công lập không có đơn vị sự nghiệp cấp trên trực tiếp",
      "Head or staff of a public service unit without a superior unit",
    ),
    kind(
      "public-unit-of-prime-minister",
      "Đơn vị sự nghiệp công lập do Thủ tướng Chính phủ quyết định thành lập",
      "Public service unit set up by the Prime Minister",
    ),
  ],
  competence: [
    settledBy(
      d14(2),
      "KN-C-7",
      ["public-unit-head"],
      unitHead,
      holder(
        "parent",
        "Người đứng đầu cơ quan nhà nước quản lý đơn vị",
        "The head of the agency that manages the unit",
      ),
    ),
    settledBy(
      d14(2),
      "KN-C-7-superior",
      ["public-unit-with-superior-unit"],
      unitHead,
      holder("parent", "Người đứng đầu đơn vị sự nghiệp công lập cấp trên trực tiếp", "The head of the superior unit"),
    ),
    settledBy(
      d14(3),
      "KN-C-7-prime-minister",
      ["public-unit-of-prime-minister"],
      unitHead,
      holder(
        "ministry",
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ quản lý nhà nước về ngành, lĩnh vực",
        "The Minister of the sector concerned",
      ),
    ),
  ],
});
