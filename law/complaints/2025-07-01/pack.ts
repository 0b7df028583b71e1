import type { FieldRule, LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment, ProcedureChange } from "../../amend.ts";
import { secondary, t, text } from "../../wording.ts";
import { communeChair, holder, kind, provinceChair, settledBy } from "../2012-07-01/competence.ts";
import { endForRevocation } from "../acts-revoked.ts";
import { gaps } from "../gaps.ts";

const press =
  "Báo Nhân Dân và Báo Lao Động về Nghị định 141/2025/NĐ-CP; thông báo của Thanh tra tỉnh Đồng Nai về một vụ việc lần hai năm 2025";
const twoLevels = secondary("Nghị định 141/2025/NĐ-CP; Điều 17, Điều 21 Luật Khiếu nại", press, "GAP-13");
const d54 = text("Khoản 8 Điều 54 Luật Tổ chức chính quyền địa phương 72/2025/QH15");

/** Nobody chairs a dialogue for a district any more. */
function withoutDistrict(earlier: LawPack): Pick<ProcedureChange, "opens"> {
  const opens = earlier.procedures.find((each) => each.id === "complaint-second")?.opens;
  if (!opens) return {};
  const label = t("Giám đốc sở hoặc tương đương", "A director of a department or of that rank");
  const renamed = (field: FieldRule): FieldRule => ({
    ...field,
    options: (field.options ?? []).map((each) =>
      each.id === "district-chair-or-director" ? { ...each, label } : each,
    ),
  });
  return {
    opens: { ...opens, fields: opens.fields.map((field) => (field.id === "resolver" ? renamed(field) : field)) },
  };
}

/** Chính quyền địa phương hai cấp, from 1 July 2025: the district level is gone. */
export const twoLevels2025 = (earlier: LawPack): Amendment => ({
  id: "complaints/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: [...earlier.basis, "Luật Tổ chức chính quyền địa phương 72/2025/QH15", "Nghị định 141/2025/NĐ-CP"],
  gaps,
  notEncoded: [
    "Toàn văn Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: chưa có; thẩm quyền theo nguồn thứ cấp (GAP-13)",
    "Giao đơn vị, cá nhân tham mưu tiếp công dân, xử lý đơn ở cấp xã (Nghị định 141/2025/NĐ-CP)",
    ...earlier.notEncoded,
  ],
  rules: [],
  procedures: [
    {
      id: "complaint-second",
      ...withoutDistrict(earlier),
      acts: [
        endForRevocation(
          secondary(
            "Khoản 2 Điều 21 Luật Khiếu nại, Nghị định 141/2025/NĐ-CP (theo thực tiễn áp dụng)",
            press,
            "GAP-13",
          ),
        ),
      ],
    },
  ],
  repeals: ["KN-C-10", "KN-C-10-chair", "district-agency-head", "district-agency-official", "district-chair"],
  against: [
    kind(
      "commune-agency-head",
      "Người đứng đầu cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp xã",
      "Head of a specialised agency of the commune",
    ),
    kind(
      "former-district",
      "Cơ quan, người có thẩm quyền cấp huyện trước ngày 01/7/2025",
      "A body or office of the district level before 1 July 2025",
    ),
  ],
  competence: [
    settledBy(
      twoLevels,
      "KN-C-1",
      ["commune-chair", "commune-agency-head", "commune-official"],
      communeChair(),
      provinceChair(),
    ),
    settledBy(
      d54,
      "2C-2",
      ["former-district"],
      holder(
        "other",
        "Cơ quan tiếp nhận chức năng, nhiệm vụ của cấp huyện hoặc Chủ tịch Ủy ban nhân dân cấp xã mới nơi phát sinh vụ việc",
        "The body that took over the district's functions, or the chair of the new commune where the matter arose",
      ),
      holder(
        "other",
        "Thủ trưởng cấp trên trực tiếp của người giải quyết lần đầu",
        "The direct superior of the first resolver",
      ),
      t(
        "Liên quan từ 02 xã mới trở lên hoặc phức tạp: Chủ tịch Ủy ban nhân dân cấp tỉnh chỉ đạo; văn bản của Chính phủ về phân định thẩm quyền được ưu tiên áp dụng.",
        "Where two new communes or more are concerned, or the matter is complex, the province chair directs; decrees on competence prevail.",
      ),
    ),
  ],
  transitions: [
    {
      id: "2C-2",
      ...d54,
      what: t(
        "Khiếu nại cấp huyện đang giải quyết ngày 01/7/2025 được cơ quan tiếp nhận chức năng hoặc cấp xã mới giải quyết tiếp; trình tự, thời hạn không đổi.",
        "Complaints of the district level under way on 1 July 2025 go on with the body that took over or the new commune; procedure and limits do not change.",
      ),
      on: civilDate("2025-07-01"),
      effect: "stays",
      from: ["complaints/2012-07-01", "complaints/2020-12-10"],
    },
  ],
});
