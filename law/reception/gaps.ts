import type { LawPack } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

const gap7 = {
  id: "GAP-7",
  question: t(
    "Hai bản Nghị định 154/2026/NĐ-CP khác nhau về các trường hợp từ chối tiếp bằng lời (khoản 2 Điều 4); Mẫu 01/TCD dẫn điểm g thay vì điểm h.",
    "Two copies of Decree 154/2026 differ on oral refusals (Article 4.2); form 01/TCD cites point g instead of h.",
  ),
  default: t("Điểm h: bằng văn bản; các điểm khác: bằng lời.", "Point h in writing, all others orally."),
};

const gap9 = {
  id: "GAP-9",
  question: t(
    "Chủ tịch Ủy ban nhân dân cấp xã trước 01/7/2026: luật ghi 01 ngày trong 01 tuần; báo chí dẫn Thanh tra Chính phủ là 01 ngày trong 01 tháng.",
    "Commune chairs before 1 July 2026: one day a week in the law; the press quotes the inspectorate with one day a month.",
  ),
  default: t("Theo lời văn của luật: 01 ngày trong 01 tuần.", "The text of the law: one day a week."),
};

const gap10 = {
  id: "GAP-10",
  question: t(
    "Nhóm 02 đến 04 người: luật không quy định số người đại diện.",
    "Groups of 2 to 4: no number of representatives in the law.",
  ),
  default: t("01 người đại diện.", "One representative."),
};

const gap11 = {
  id: "GAP-11",
  question: t(
    "Ngày cuối rơi vào ngày nghỉ và thứ Bảy làm bù: pháp luật tiếp công dân không quy định.",
    "Last day on a day off, and worked Saturdays: not regulated for reception.",
  ),
  default: t(
    "Áp dụng tương tự khoản 5 Điều 148 Bộ luật Dân sự; thứ Bảy làm bù là ngày làm việc.",
    "Article 148.5 of the Civil Code by analogy; a worked Saturday is a working day.",
  ),
};

/** Open questions before the decree of 2026. */
export const earlierGaps: LawPack["gaps"] = [gap9, gap10, gap11];
/** Open questions since 1 July 2026. */
export const gaps: LawPack["gaps"] = [gap7, gap10, gap11];
