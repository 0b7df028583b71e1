import type { AgainstRule, CompetenceRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { inference, t } from "../../wording.ts";
import { agencyHead, communeChair, competent, primeMinister, provincialChair } from "../2019-01-01/competence.ts";
import { gaps } from "../gaps.ts";

const derived = (article: string) =>
  inference(`${article}; Luật Tổ chức chính quyền địa phương 72/2025/QH15`, "GAP-13");

const unverified = t(
  "Chưa có toàn văn Nghị định 141/2025/NĐ-CP, Thông tư 02/2025/TT-TTCP: cần luật sư xác nhận.",
  "The texts of Decree 141/2025 and Circular 02/2025 are not at hand: a lawyer has to confirm it.",
);

const against: readonly AgainstRule[] = [
  {
    id: "commune-agency-head",
    label: t(
      "Người đứng đầu, cấp phó cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân cấp xã",
      "Head or deputy of a commune agency",
    ),
  },
];

/** Two levels: the province is the direct superior of the commune (khoản 1 Điều 12 Luật Tố cáo). */
const competence: readonly CompetenceRule[] = [
  competent(
    "TC-C-1",
    ["commune-official", "commune-agency-head"],
    communeChair,
    provincialChair,
    derived("Khoản 1 Điều 12, khoản 1 Điều 13 Luật Tố cáo"),
    unverified,
  ),
  competent(
    "TC-C-2",
    ["provincial-sub-agency-head", "provincial-agency-official", "provincial-sub-agency"],
    agencyHead,
    provincialChair,
    derived("Khoản 3 Điều 13 Luật Tố cáo"),
    unverified,
  ),
  competent(
    "TC-C-3",
    ["commune-chair", "provincial-agency-head", "provincial-agency"],
    provincialChair,
    primeMinister,
    derived("Khoản 1 Điều 12, khoản 4 Điều 13 Luật Tố cáo"),
    unverified,
  ),
];

/** No district level from 1 July 2025; the procedure is that of the earlier version. */
export const twoLevels: Amendment = {
  id: "denunciations/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: ["Luật Tố cáo 25/2018/QH14", "Nghị định 31/2019/NĐ-CP", "Nghị định 141/2025/NĐ-CP"],
  gaps,
  notEncoded: [
    "Phân định thẩm quyền theo Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: suy ra từ luật, chưa có toàn văn (GAP-13)",
    "Tố cáo của cấp huyện đang giải quyết dở vào ngày 01/7/2025 (khoản 8 Điều 54 Luật 72/2025/QH15): cơ quan tiếp nhận chức năng hoặc cấp xã mới giải quyết, do hồ sơ ghi nhận",
    "Những điểm chưa đưa vào của các phiên bản trước",
  ],
  rules: [],
  procedures: [],
  against,
  competence,
  repeals: ["TC-C-11", "district-chair", "district-agency-head", "district-agency"],
};
