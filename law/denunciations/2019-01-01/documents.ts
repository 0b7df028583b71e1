import type { Cited, DocumentRule, Text } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";

export const denouncer = t(
  "Người tố cáo (theo bí danh, không ghi địa chỉ)",
  "The denouncer (under the pseudonym, no address)",
);
export const accused = t("Người bị tố cáo", "The accused");
export const resolver = t("Người giải quyết tố cáo", "The resolver");
export const related = t("Cơ quan, tổ chức, cá nhân có liên quan", "Those concerned");
const file = t("Lưu hồ sơ vụ việc", "Kept in the file");
const competent = t("Cơ quan, tổ chức, cá nhân có thẩm quyền", "The competent body");
const superior = t("Người đứng đầu cấp trên trực tiếp", "The head of the direct superior body");
const below = t("Người giải quyết tố cáo cấp dưới", "The resolver below");
export const managing = t("Cơ quan, tổ chức quản lý người bị tố cáo", "The body that manages the accused");

export const expertBody = t("Cơ quan, tổ chức giám định", "The expert body");

function document(key: string, symbol: string, name: Text, cited: Cited, recipients: readonly Text[]): DocumentRule {
  return { key, form: null, symbol, name, recipients, ...cited };
}
/** A paper the law asks for without giving it a form. */
const unnumbered = (article: string): Cited => ({ ...text(article), gap: "GAP-8" });

/** The papers of the settlement; the numbers of their forms come with the decree. */
export const settlementDocuments: readonly DocumentRule[] = [
  document(
    "tc-01",
    "QĐ",
    t("Quyết định gia hạn giải quyết tố cáo", "Extension of the limit"),
    text("Khoản 4 Điều 30 Luật Tố cáo"),
    [denouncer, accused, related],
  ),
  document("tc-02", "ĐƠN", t("Đơn rút tố cáo", "Letter of withdrawal"), text("Khoản 1 Điều 33 Luật Tố cáo"), [
    resolver,
  ]),
  document(
    "tc-03",
    "BB",
    t("Biên bản ghi nhận việc rút tố cáo", "Record of a withdrawal"),
    inference("Khoản 1 Điều 33 Luật Tố cáo"),
    [denouncer, resolver],
  ),
  document(
    "tc-04",
    "QĐ",
    t("Quyết định thụ lý tố cáo", "Decision of acceptance"),
    text("Khoản 2 Điều 29 Luật Tố cáo"),
    [related, file],
  ),
  document(
    "tc-05",
    "TB",
    t("Thông báo việc thụ lý tố cáo", "Notice of acceptance"),
    text("Khoản 3 Điều 29 Luật Tố cáo"),
    [denouncer],
  ),
  document(
    "tc-06",
    "TB",
    t("Thông báo về nội dung tố cáo", "Notice of the content to the accused"),
    text("Khoản 3 Điều 29 Luật Tố cáo"),
    [accused],
  ),
  document(
    "tc-07",
    "QĐ",
    t("Quyết định thành lập Đoàn (Tổ) xác minh nội dung tố cáo", "Decision that sets up the team"),
    inference("Khoản 1 Điều 31 Luật Tố cáo"),
    [t("Thành viên Tổ xác minh", "The team"), accused, related],
  ),
  document("tc-08", "BB", t("Biên bản làm việc", "Record of a working session"), text("Khoản 3 Điều 31 Luật Tố cáo"), [
    t("Người làm việc (khi có yêu cầu)", "Who was met (on request)"),
    file,
  ]),
  document(
    "tc-09",
    "CV",
    t("Trưng cầu giám định", "Commission of an expert"),
    inference("Điểm d khoản 1 Điều 11 Luật Tố cáo"),
    [expertBody, resolver, related],
  ),
  document(
    "tc-10",
    "BC",
    t("Báo cáo kết quả xác minh nội dung tố cáo của Đoàn (Tổ) xác minh", "Report of the team"),
    text("Khoản 6 Điều 31 Luật Tố cáo"),
    [resolver],
  ),
  document(
    "tc-11",
    "BC",
    t("Báo cáo kết quả xác minh nội dung tố cáo của cơ quan được giao", "Report of the body it was assigned to"),
    text("Khoản 6 Điều 31 Luật Tố cáo"),
    [resolver],
  ),
  document("tc-12", "KL", t("Kết luận nội dung tố cáo", "Conclusion"), text("Điều 35 Luật Tố cáo"), [
    accused,
    managing,
    related,
  ]),
  document(
    "tc-conclusion-notice",
    "TB",
    t("Thông báo về kết luận nội dung tố cáo", "Notice of the conclusion to the denouncer"),
    unnumbered("Khoản 3 Điều 35 Luật Tố cáo"),
    [denouncer],
  ),
  document(
    "tc-assignment",
    "CV",
    t("Văn bản giao xác minh nội dung tố cáo", "Assignment of the verification"),
    unnumbered("Khoản 2 Điều 31 Luật Tố cáo"),
    [t("Người được giao xác minh", "Who has to verify")],
  ),
  document(
    "tc-suspension",
    "QĐ",
    t("Quyết định tạm đình chỉ việc giải quyết tố cáo", "Suspension of the settlement"),
    unnumbered("Khoản 1, khoản 4 Điều 34 Luật Tố cáo"),
    [denouncer, accused],
  ),
  document(
    "tc-resumption",
    "QĐ",
    t("Quyết định tiếp tục giải quyết tố cáo", "Resumption of the settlement"),
    unnumbered("Khoản 2 Điều 34 Luật Tố cáo"),
    [denouncer, accused],
  ),
  document(
    "tc-termination",
    "QĐ",
    t("Quyết định đình chỉ việc giải quyết tố cáo", "End of the settlement"),
    unnumbered("Khoản 3, khoản 4 Điều 34 Luật Tố cáo"),
    [denouncer, accused],
  ),
  document(
    "tc-handling",
    "QĐ",
    t("Quyết định xử lý hoặc văn bản kiến nghị xử lý", "Handling decision or recommendation"),
    unnumbered("Khoản 1 Điều 36, Điều 44 Luật Tố cáo"),
    [accused, managing, competent],
  ),
  document(
    "tc-publication",
    "BB",
    t("Biên bản công khai kết luận nội dung tố cáo, quyết định xử lý", "Record of publication"),
    inference("Điều 40 Luật Tố cáo", "GAP-8"),
    [file],
  ),
  document(
    "tc-crime-transfer",
    "CV",
    t("Văn bản chuyển hồ sơ có dấu hiệu của tội phạm", "Transfer of a file with signs of a crime"),
    unnumbered("Khoản 1 Điều 27, điểm d khoản 1 Điều 44 Luật Tố cáo"),
    [t("Cơ quan điều tra hoặc Viện kiểm sát nhân dân", "The investigating body or the procuracy")],
  ),
  document(
    "tc-forwarder-reply",
    "CV",
    t("Văn bản thông báo kết quả xử lý cho nơi chuyển tố cáo đến", "Reply to the forwarding body"),
    unnumbered("Khoản 2 Điều 26 Luật Tố cáo"),
    [t("Cơ quan báo chí, cơ quan, tổ chức, cá nhân đã chuyển tố cáo", "The press or body that forwarded it")],
  ),
  document(
    "tc-delay-report",
    "BC",
    t("Báo cáo về việc chậm giải quyết tố cáo", "Report on the delay"),
    unnumbered("Khoản 3 Điều 38 Luật Tố cáo"),
    [superior],
  ),
];

const slip = document(
  "tt05-03",
  "PC",
  t("Phiếu chuyển đơn tố cáo", "Transfer slip of a denunciation"),
  { ...text("Khoản 1 Điều 14 và Mẫu số 03 Thông tư 05/2021/TT-TTCP"), gap: "GAP-12" },
  [competent],
);
/** Form of the circular on petitions, not of the decree. */
export const transferSlip: DocumentRule = { ...slip, form: "03" };

export const intakeDocuments: readonly DocumentRule[] = [
  document(
    "tc-refusal",
    "TB",
    t("Thông báo không thụ lý tố cáo", "Notice of refusal"),
    unnumbered("Khoản 1 Điều 24 Luật Tố cáo"),
    [denouncer],
  ),
  document(
    "tc-delegation",
    "CV",
    t("Văn bản ủy quyền, đề nghị kiểm tra thông tin và điều kiện thụ lý", "Delegation of the check"),
    unnumbered("Khoản 1 Điều 24 Luật Tố cáo"),
    [t("Cơ quan được ủy quyền", "The body it is delegated to")],
  ),
  document(
    "tc-inspection",
    "CV",
    t("Quyết định thanh tra, kiểm tra hoặc văn bản chuyển thông tin có nội dung tố cáo", "Inspection, or passing on"),
    unnumbered("Khoản 2 Điều 25 Luật Tố cáo"),
    [competent],
  ),
  document(
    "tc-party-transfer",
    "CV",
    t("Văn bản chuyển đơn tố cáo đảng viên", "Passing on to the Party body"),
    { ...text("Điều 15 Thông tư 05/2021/TT-TTCP"), gap: "GAP-8" },
    [t("Cơ quan có thẩm quyền của Đảng", "The Party body")],
  ),
  transferSlip,
];

export const againDocuments: readonly DocumentRule[] = [
  document(
    "tc-again-notice",
    "TB",
    t("Thông báo không giải quyết lại vụ việc tố cáo", "Notice that the case is not settled again"),
    unnumbered("Điểm a khoản 2 Điều 37 Luật Tố cáo"),
    [denouncer],
  ),
  document(
    "tc-report-demand",
    "CV",
    t("Văn bản yêu cầu báo cáo việc giải quyết tố cáo quá thời hạn", "Demand for a report on the delay"),
    unnumbered("Khoản 2 Điều 38 Luật Tố cáo"),
    [below],
  ),
  document(
    "tc-stop-order",
    "CV",
    t("Văn bản yêu cầu chấm dứt việc giải quyết và chuyển hồ sơ", "Order to stop and hand over the file"),
    inference("Khoản 5 Điều 38 Luật Tố cáo", "GAP-8"),
    [below],
  ),
  transferSlip,
];

const protectedOne = t("Người được bảo vệ (theo bí danh)", "The protected person (under the pseudonym)");

export const protectionDocuments: readonly DocumentRule[] = [
  document(
    "bv-decision",
    "QĐ",
    t("Quyết định áp dụng biện pháp bảo vệ", "Protection decision"),
    unnumbered("Điều 52 Luật Tố cáo"),
    [protectedOne, resolver, related],
  ),
  document(
    "bv-referral",
    "CV",
    t("Văn bản đề nghị, yêu cầu áp dụng biện pháp bảo vệ", "Request to the competent authority"),
    unnumbered("Khoản 1 Điều 51 Luật Tố cáo"),
    [competent],
  ),
  document(
    "bv-refusal",
    "TB",
    t("Thông báo không áp dụng biện pháp bảo vệ", "Refusal of protection"),
    unnumbered("Khoản 3 Điều 51 Luật Tố cáo"),
    [denouncer],
  ),
  document(
    "bv-change",
    "QĐ",
    t("Quyết định thay đổi, bổ sung biện pháp bảo vệ", "Change of the protection"),
    unnumbered("Khoản 1, khoản 3 Điều 54 Luật Tố cáo"),
    [protectedOne, resolver, related],
  ),
  document(
    "bv-end",
    "QĐ",
    t("Quyết định chấm dứt biện pháp bảo vệ", "End of the protection"),
    unnumbered("Khoản 2, khoản 3 Điều 54 Luật Tố cáo"),
    [protectedOne, resolver, related],
  ),
];
