import type { LawPack } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

const gap8 = {
  id: "GAP-8",
  question: t(
    "Văn bản trả lời kiến nghị, phản ánh không có mẫu số.",
    "The answer to a reflection has no numbered form.",
  ),
  default: t("Dùng mẫu của tỉnh, có phiên bản.", "Templates of the province, with versions."),
};

const gap12 = {
  id: "GAP-12",
  question: t(
    "Thông tư 05/2021/TT-TTCP: phần về kiến nghị, phản ánh không có toàn văn.",
    "Circular 05/2021: the part on reflections is not at hand.",
  ),
  default: t("Theo Điều 21 Thông tư 07/2014/TT-TTCP, có đánh dấu.", "Article 21 of Circular 07/2014, marked."),
};

export const earlierGaps: LawPack["gaps"] = [gap8, gap12];

export const gaps: LawPack["gaps"] = [
  {
    id: "GAP-7",
    question: t(
      "Từ chối vì kiến nghị, phản ánh lặp lại (điểm h khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP): Mẫu 01/TCD dẫn điểm g.",
      "Refusal of a repeated reflection (point h of Article 4.1, Decree 154/2026): form 01/TCD cites point g.",
    ),
    default: t("Điểm h: bằng văn bản.", "Point h, in writing."),
  },
  gap8,
  gap12,
];
