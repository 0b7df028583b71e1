import type { AgainstRule, CompetenceRule, TransitionRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { inference, t, text } from "../../wording.ts";
import {
  agencyHead,
  communeChair,
  competent,
  holder,
  primeMinister,
  provincialChair,
} from "../2019-01-01/competence.ts";
import { gaps } from "../gaps.ts";

const derived = (article: string) =>
  inference(`${article}; Luật Tổ chức chính quyền địa phương 72/2025/QH15`, "GAP-13");

const d54 = text("Khoản 8 Điều 54 Luật Tổ chức chính quyền địa phương 72/2025/QH15");

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
  {
    id: "former-district",
    label: t(
      "Tố cáo của cấp huyện đang giải quyết ngày 01/7/2025, hoặc phát sinh vấn đề sau khi đã giải quyết",
      "A denunciation of the district level under way on 1 July 2025, or one with later issues",
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
    ["commune-chair", "provincial-agency-head", "provincial-chair-official", "provincial-agency"],
    provincialChair,
    primeMinister,
    derived("Khoản 1 Điều 12, khoản 4 Điều 13 Luật Tố cáo"),
    unverified,
  ),
  competent(
    "2C-2",
    ["former-district"],
    holder(
      "other",
      "Cơ quan tiếp nhận chức năng, nhiệm vụ của cấp huyện hoặc cấp xã mới nơi phát sinh vụ việc",
      "The body that took over the district's functions, or the new commune where the matter arose",
    ),
    holder(
      "other",
      "Người đứng đầu cơ quan cấp trên trực tiếp của người giải quyết",
      "Head of the direct superior body of the resolver",
    ),
    d54,
    t(
      "Liên quan từ 02 xã mới trở lên hoặc phức tạp: Chủ tịch Ủy ban nhân dân cấp tỉnh chỉ đạo; văn bản của Chính phủ về phân định thẩm quyền được ưu tiên áp dụng.",
      "Where two new communes or more are concerned, or the matter is complex, the province chair directs; decrees on competence prevail.",
    ),
  ),
];

const transitions: readonly TransitionRule[] = [
  {
    id: "2C-2",
    ...d54,
    what: t(
      "Tố cáo cấp huyện đang giải quyết ngày 01/7/2025 được cơ quan tiếp nhận chức năng hoặc cấp xã mới giải quyết tiếp; trình tự, thời hạn không đổi.",
      "Denunciations of the district level under way on 1 July 2025 go on with the body that took over or the new commune; procedure and limits do not change.",
    ),
    on: civilDate("2025-07-01"),
    effect: "stays",
    from: ["denunciations/2019-01-01", "denunciations/2019-05-28"],
  },
];

/** No district level from 1 July 2025; the procedure is that of the earlier version. */
export const twoLevels: Amendment = {
  id: "denunciations/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: [
    "Luật Tố cáo 25/2018/QH14",
    "Nghị định 31/2019/NĐ-CP",
    "Luật Tổ chức chính quyền địa phương 72/2025/QH15",
    "Nghị định 141/2025/NĐ-CP",
  ],
  gaps,
  notEncoded: [
    "Phân định thẩm quyền theo Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: suy ra từ luật, chưa có toàn văn (GAP-13)",
    "Những điểm chưa đưa vào của các phiên bản trước",
  ],
  rules: [],
  procedures: [],
  against,
  competence,
  transitions,
  repeals: ["TC-C-11", "district-chair", "district-agency-head", "district-agency"],
};
