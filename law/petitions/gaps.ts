import type { LawPack } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

const gap8 = {
  id: "GAP-8",
  question: t("Nhiều văn bản xử lý đơn không có mẫu số.", "Many papers of petition processing have no numbered form."),
  default: t("Dùng mẫu của tỉnh, có phiên bản.", "Templates of the province, with versions."),
};

export const gaps2014: LawPack["gaps"] = [gap8];

export const gaps: LawPack["gaps"] = [
  gap8,
  {
    id: "GAP-12",
    question: t(
      "Thông tư 05/2021/TT-TTCP: chỉ có toàn văn Điều 13 đến Điều 16; đã được thay thế sau Luật 136/2025/QH15 hay chưa (Hải Phòng vẫn dẫn ngày 10/9/2026).",
      "Circular 05/2021: only Articles 13 to 16 are at hand; whether it was replaced after Law 136/2025 is unknown (still cited on 10 September 2026).",
    ),
    default: t(
      "Theo cấu trúc của Thông tư 07/2014/TT-TTCP và các nguồn đã nêu, có đánh dấu.",
      "The structure of Circular 07/2014 and the named sources, marked.",
    ),
  },
];
