import type { Cited } from "../../src/rules/pack.ts";
import { inference, secondary, text } from "../wording.ts";

/** Where each step of processing stands in the circular of the day. */
export interface Articles {
  readonly check: Cited;
  readonly propose: Cited;
  readonly ineligible: Cited;
  readonly guide: Cited;
  readonly guideToSplit: Cited;
  readonly returned: Cited;
  readonly transferDenunciation: Cited;
  readonly transferredOnce: Cited;
  /** Khoản 3 Điều 24, Điều 25 Luật Tố cáo 2018; the law of 2011 before 2019 was not read. */
  readonly alreadySent: Cited;
  readonly anonymous: Cited;
  readonly inspect: Cited;
  readonly transferRecommendation: Cited;
  readonly transferOther: Cited;
  readonly partyMember: Cited;
  readonly file: Cited;
  readonly escalate: Cited;
  readonly crowd: Cited;
  readonly harm: Cited;
  /** A decision in force with signs of a breach or new facts is reported to the head. */
  readonly breach: Cited;
  readonly originals: Cited;
}

const codified = "Bộ pháp điển, đề mục Khiếu nại (Điều 18.1.TT.6.7 đến 18.1.TT.6.12), theo bảng quy tắc của hệ thống";
const codified7 = (rest: string) => secondary(`${rest} Thông tư 07/2014/TT-TTCP`, codified);
const since2019 = (rest: string) =>
  inference(`${rest} Luật Tố cáo 25/2018/QH14 (từ 01/01/2019; trước đó Luật Tố cáo 03/2011/QH13, chưa đối chiếu)`);
const in7 = (rest: string) => text(`${rest} Thông tư 07/2014/TT-TTCP`);

/** Thông tư 07/2014/TT-TTCP: Điều 1–6 and 21–32 were read in the text. */
export const articles2014: Articles = {
  check: in7("Khoản 1 đến khoản 3 Điều 6"),
  propose: in7("Khoản 1 Điều 21; Mẫu số 01-XLĐ"),
  ineligible: codified7("Điều 7, Mẫu số 02-XLĐ"),
  guide: codified7("Khoản 1 Điều 8, Mẫu số 03-XLĐ"),
  guideToSplit: in7("Điều 22; Mẫu số 07-XLĐ"),
  returned: codified7("Khoản 2 Điều 8, Mẫu số 04-XLĐ"),
  transferDenunciation: secondary(
    "Thông tư 07/2014/TT-TTCP, Mẫu số 05-XLĐ",
    "Biểu mẫu của một hệ thống đang dùng ở địa phương; điều khoản chưa đối chiếu",
  ),
  transferredOnce: inference("Thông tư 07/2014/TT-TTCP; theo khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP"),
  alreadySent: since2019("Khoản 3 Điều 24"),
  anonymous: since2019("Khoản 1 Điều 25"),
  inspect: since2019("Khoản 2 Điều 25"),
  transferRecommendation: in7("Khoản 2 Điều 21; Mẫu số 06-XLĐ"),
  transferOther: in7("Điều 23 đến Điều 26"),
  partyMember: text("Điều 24 Thông tư 06/2014/TT-TTCP"),
  file: in7("Điều 28"),
  escalate: text("Điểm b khoản 1 Điều 26 Luật Tiếp công dân"),
  crowd: in7("Điều 27"),
  harm: codified7("Điều 12"),
  breach: codified7("Điều 11"),
  originals: codified7("Điều 10"),
};

const extracts = "nguoiduatin.vn, luathoanhut.vn, sonoivu.namdinh.gov.vn (trích)";
const forms5 = "Biểu mẫu của một hệ thống đang dùng ở địa phương";
const like7 = (rest: string) => inference(`Thông tư 05/2021/TT-TTCP; theo ${rest} Thông tư 07/2014/TT-TTCP`, "GAP-12");

/** Since Nghị định 154/2026: what a lower body has not settled is told it, save what the superior takes over. */
export const articles2026 = (before: Articles): Articles => ({
  ...before,
  escalate: text(
    "Điểm b khoản 1 Điều 26 Luật Tiếp công dân; khoản 3 Điều 15 Nghị định 154/2026/NĐ-CP; khoản 2 Điều 14 Thông tư 05/2021/TT-TTCP",
  ),
});

/** Thông tư 05/2021/TT-TTCP: only Điều 13–16 were read; the rest follows the circular before it. */
export const articles2021: Articles = {
  check: secondary("Điều 6 Thông tư 05/2021/TT-TTCP", extracts, "GAP-12"),
  propose: text("Điều 13 Thông tư 05/2021/TT-TTCP; Mẫu số 01"),
  ineligible: like7("Điều 7"),
  guide: secondary("Thông tư 05/2021/TT-TTCP, Mẫu số 02", forms5, "GAP-12"),
  guideToSplit: secondary("Thông tư 05/2021/TT-TTCP, Mẫu số 02", forms5, "GAP-12"),
  returned: like7("khoản 2 Điều 8"),
  transferDenunciation: text("Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP; Mẫu số 03"),
  transferredOnce: text("Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP"),
  alreadySent: text("Khoản 3 Điều 24 Luật Tố cáo 25/2018/QH14"),
  anonymous: text("Khoản 1 Điều 25 Luật Tố cáo 25/2018/QH14"),
  inspect: text("Khoản 2 Điều 25 Luật Tố cáo 25/2018/QH14"),
  transferRecommendation: secondary("Thông tư 05/2021/TT-TTCP, Mẫu số 04", forms5, "GAP-12"),
  transferOther: like7("Điều 23 đến Điều 26"),
  partyMember: text("Điều 15 Thông tư 05/2021/TT-TTCP"),
  file: like7("Điều 28"),
  escalate: text("Điểm b khoản 1 Điều 26 Luật Tiếp công dân; khoản 2 Điều 14 Thông tư 05/2021/TT-TTCP"),
  crowd: like7("Điều 27"),
  harm: text("Điều 16 Thông tư 05/2021/TT-TTCP"),
  breach: like7("Điều 11"),
  originals: like7("Điều 10"),
};
