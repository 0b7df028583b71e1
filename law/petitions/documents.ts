import type { Cited, DocumentRule, Text } from "../../src/rules/pack.ts";
import { inference, t } from "../wording.ts";
import type { Papers } from "./acts-outcome.ts";
import type { Articles } from "./articles.ts";

const sender = t("Người gửi đơn", "Who sent the petition");
const competent = t("Cơ quan có thẩm quyền", "The competent body");
const forwarder = t("Nơi chuyển đơn", "The forwarder");
const head = t("Người có thẩm quyền", "The competent head");

/** Mẫu 01 has the lines of three signatures; that every other outcome goes the same way is our practice. */
function paper(
  key: string,
  form: string | null,
  symbol: string,
  name: Text,
  cited: Cited,
  recipients: readonly Text[],
): DocumentRule {
  return { key, form, symbol, name, recipients, ...cited, threeSignatures: true };
}

const proposal = t("Phiếu đề xuất thụ lý đơn", "Proposal to accept the petition");
const ineligible = t("Thông báo đơn khiếu nại không đủ điều kiện thụ lý", "Notice that the complaint is not eligible");
const guidance = t("Phiếu hướng dẫn", "Guidance");
const denunciation = t("Phiếu chuyển đơn tố cáo", "Transfer of a denunciation");
const recommendation = t("Phiếu chuyển đơn kiến nghị, phản ánh", "Transfer of a recommendation or reflection");
const returned = t("Công văn trả lại đơn chuyển không đúng thẩm quyền", "Return of a petition wrongly forwarded");

/** Papers without a number in either circular (GAP-8). */
export const unnumbered: readonly DocumentRule[] = [
  paper(
    "xld-completion",
    null,
    "CV",
    t("Văn bản đề nghị bổ sung đơn, tài liệu", "Request for completion"),
    inference("Điều 6 Thông tư 07/2014/TT-TTCP", "GAP-8"),
    [sender],
  ),
  paper(
    "xld-demand",
    null,
    "CV",
    t("Văn bản yêu cầu cấp dưới giải quyết, báo cáo", "Demand to the lower body to settle and report"),
    inference("Điểm b khoản 1 Điều 26 Luật Tiếp công dân", "GAP-8"),
    [t("Người đứng đầu cơ quan cấp dưới", "The head of the lower body")],
  ),
  paper(
    "xld-other-transfer",
    null,
    "CV",
    t("Văn bản chuyển đơn sang hệ cơ quan khác", "Transfer to another system"),
    inference("Điều 23 đến Điều 26 Thông tư 07/2014/TT-TTCP", "GAP-8"),
    [competent, sender],
  ),
  paper(
    "xld-other-guidance",
    null,
    "CV",
    t("Văn bản hướng dẫn gửi đơn sang hệ cơ quan khác", "Guidance to another system"),
    inference("Điều 23 đến Điều 26 Thông tư 07/2014/TT-TTCP", "GAP-8"),
    [sender],
  ),
  paper(
    "xld-inspection",
    null,
    "CV",
    t("Văn bản chuyển thông tin để thanh tra, kiểm tra", "Information handed over for inspection"),
    inference("Khoản 2 Điều 25 Luật Tố cáo", "GAP-8"),
    [competent],
  ),
  paper(
    "xld-filing",
    null,
    "PĐX",
    t("Phiếu đề xuất xếp lưu đơn", "Proposal to file without action"),
    inference("Điều 28 Thông tư 07/2014/TT-TTCP", "GAP-8"),
    [head],
  ),
  paper(
    "xld-report",
    null,
    "BC",
    t("Báo cáo đề xuất biện pháp xử lý", "Report that proposes measures"),
    inference("Điều 11, Điều 12, Điều 27 Thông tư 07/2014/TT-TTCP", "GAP-8"),
    [head],
  ),
];

export const papers2014: Papers = {
  proposal: "tt07-01",
  ineligible: "tt07-02",
  guidance: "tt07-03",
  returned: "tt07-04",
  denunciationTransfer: "tt07-05",
  recommendationTransfer: "tt07-06",
  splitGuidance: "tt07-07",
};

export function documents2014(articles: Articles): readonly DocumentRule[] {
  return [
    paper("tt07-01", "01-XLĐ", "PĐX", proposal, articles.propose, [head]),
    paper("tt07-02", "02-XLĐ", "TB", ineligible, articles.ineligible, [sender]),
    paper(
      "tt07-03",
      "03-XLĐ",
      "CV",
      t("Công văn trả lời khiếu nại không thuộc thẩm quyền", "Answer: complaint outside competence"),
      articles.guide,
      [sender],
    ),
    paper("tt07-04", "04-XLĐ", "CV", returned, articles.returned, [forwarder]),
    paper("tt07-05", "05-XLĐ", "PC", denunciation, articles.transferDenunciation, [competent]),
    paper("tt07-06", "06-XLĐ", "PC", recommendation, articles.transferRecommendation, [competent, sender]),
    paper(
      "tt07-07",
      "07-XLĐ",
      "HD",
      t("Hướng dẫn đơn có nhiều nội dung", "Guidance on several contents"),
      articles.guideToSplit,
      [sender],
    ),
    ...unnumbered,
  ];
}

export const papers2021: Papers = {
  proposal: "tt05-01",
  ineligible: "xld-ineligible",
  guidance: "tt05-02",
  splitGuidance: "tt05-02",
  returned: "xld-return",
  denunciationTransfer: "tt05-03",
  recommendationTransfer: "tt05-04",
};

export function documents2021(articles: Articles): readonly DocumentRule[] {
  return [
    paper("tt05-01", "01", "PĐX", proposal, articles.propose, [head]),
    paper("tt05-02", "02", "HD", guidance, articles.guide, [sender]),
    paper("tt05-03", "03", "PC", denunciation, articles.transferDenunciation, [competent]),
    paper("tt05-04", "04", "PC", recommendation, articles.transferRecommendation, [competent, sender]),
    paper("xld-ineligible", null, "TB", ineligible, { ...articles.ineligible, gap: "GAP-8" }, [sender]),
    paper("xld-return", null, "CV", returned, { ...articles.returned, gap: "GAP-8" }, [forwarder]),
  ];
}
