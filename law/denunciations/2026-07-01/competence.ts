import type { AgainstRule, CompetenceRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";
import { communeChair, competent, holder, primeMinister, provincialChair } from "../2019-01-01/competence.ts";

const d13 = (clause: string) => text(`${clause} Điều 13 Luật Tố cáo (Luật 136/2025/QH15)`);

export const against: readonly AgainstRule[] = [
  {
    id: "commune-official",
    label: t(
      "Cán bộ, công chức, viên chức do Chủ tịch Ủy ban nhân dân cấp xã quản lý trực tiếp",
      "Cadre, official or public employee managed by the commune chair",
    ),
  },
  {
    id: "commune-agency",
    label: t(
      "Cơ quan, tổ chức, đơn vị do Ủy ban nhân dân cấp xã quản lý trực tiếp",
      "Body or unit managed by the commune",
    ),
  },
  {
    id: "provincial-sub-agency-head",
    label: t(
      "Người đứng đầu, cấp phó đơn vị trực thuộc cơ quan chuyên môn, tổ chức hành chính khác cấp tỉnh",
      "Head or deputy of a unit under a provincial agency or other administrative organisation",
    ),
  },
  {
    id: "provincial-agency-official",
    label: t(
      "Công chức, viên chức do cơ quan chuyên môn, tổ chức hành chính khác cấp tỉnh bổ nhiệm, quản lý trực tiếp",
      "Staff of a provincial agency or other administrative organisation",
    ),
  },
  {
    id: "provincial-sub-agency",
    label: t(
      "Cơ quan, tổ chức do cơ quan chuyên môn, tổ chức hành chính khác cấp tỉnh quản lý trực tiếp",
      "Body managed by a provincial agency or other administrative organisation",
    ),
  },
  {
    id: "provincial-agency-head",
    label: t(
      "Người đứng đầu, cấp phó cơ quan chuyên môn, tổ chức hành chính khác, đơn vị thuộc Ủy ban nhân dân cấp tỉnh",
      "Head or deputy of a provincial agency, other administrative organisation or unit",
    ),
  },
  {
    id: "agency-of-no-other-case",
    label: t(
      "Cơ quan, cán bộ, công chức vào lúc vi phạm thuộc quyền quản lý mà không thuộc khoản 3 đến khoản 6 Điều 12 (như chức danh cấp huyện cũ)",
      "Body or official managed then, of no case of Article 12.3 to 12.6 (such as former district posts)",
    ),
  },
];

export const competence: readonly CompetenceRule[] = [
  competent(
    "TC-C-1",
    ["commune-agency-head", "commune-official", "commune-agency"],
    communeChair,
    provincialChair,
    d13("Khoản 1"),
  ),
  competent(
    "TC-C-2",
    ["provincial-sub-agency-head", "provincial-agency-official", "provincial-sub-agency"],
    holder(
      "province",
      "Người đứng đầu cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp tỉnh",
      "Head of the provincial agency or other administrative organisation",
    ),
    provincialChair,
    d13("Khoản 3"),
  ),
  competent(
    "TC-C-3",
    ["commune-chair", "provincial-agency-head", "provincial-chair-official", "provincial-agency"],
    provincialChair,
    primeMinister,
    d13("Khoản 4"),
  ),
  competent(
    "TC-C-4",
    ["provincial-chair", "minister"],
    primeMinister,
    null,
    d13("Khoản 8"),
    t(
      "Thủ tướng có thể ủy quyền cho Tổng Thanh tra Chính phủ thụ lý, và kết luận sau khi có ý kiến của Thủ tướng.",
      "The Prime Minister may authorise the Inspector General to accept it, and to conclude after his opinion.",
    ),
  ),
  competent(
    "TC-C-9",
    ["agency-of-no-other-case"],
    holder(
      "province",
      "Người được Chủ tịch Ủy ban nhân dân cấp tỉnh (Bộ trưởng) xác định",
      "Whom the chair of the province (or the Minister) designates",
    ),
    null,
    text("Khoản 7 Điều 12 Luật Tố cáo (Luật 136/2025/QH15)"),
  ),
];
