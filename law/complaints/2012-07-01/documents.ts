import type { Cited, DocumentRule, Text } from "../../../src/rules/pack.ts";
import { inference, t, text } from "../../wording.ts";
import type { Course } from "./courses.ts";

const complainant = t("Người khiếu nại hoặc người đại diện", "The complainant or representative");
const respondent = t("Người bị khiếu nại", "The respondent");
const related = t("Người có quyền, nghĩa vụ liên quan", "Persons with related rights and duties");
const forwarder = t(
  "Cơ quan, tổ chức, cá nhân chuyển khiếu nại đến (nếu có)",
  "The body that forwarded the complaint (if any)",
);
const inspectorate = t("Cơ quan thanh tra nhà nước cùng cấp", "The state inspectorate of the same level");
const superior = t(
  "Thủ trưởng cấp trên trực tiếp của người giải quyết lần đầu hoặc người có thẩm quyền",
  "The direct superior of the first resolver, or who is competent",
);
const resolver = t("Người giải quyết khiếu nại", "The resolver");
const parties = [complainant, respondent, related];
const agencies = t("Cơ quan, tổ chức, cá nhân có liên quan", "Agencies, organisations and persons concerned");

/** Records and requests of a verification have no blank for what stands in the file before them. */
const alone = new Set(["kn-06", "kn-07", "kn-08"]);

function document(key: string, symbol: string, name: Text, cited: Cited, recipients: readonly Text[]): DocumentRule {
  return { key, form: null, symbol, name, recipients, ...cited, ...(alone.has(key) ? { standsAlone: true } : {}) };
}

/** Documents the law itself asks for; it gives no form numbers. */
const firstDocuments: readonly DocumentRule[] = [
  document(
    "kn-03",
    "TB",
    t("Thông báo về việc thụ lý giải quyết khiếu nại", "Notice of acceptance"),
    text("Điều 27 Luật Khiếu nại"),
    [complainant, forwarder, inspectorate],
  ),
  document(
    "kn-04",
    "TB",
    t("Thông báo về việc không thụ lý giải quyết khiếu nại", "Notice of refusal"),
    text("Điều 27 Luật Khiếu nại"),
    [complainant, forwarder, inspectorate],
  ),
  document(
    "kn-05",
    "QĐ",
    t("Quyết định về việc xác minh nội dung khiếu nại", "Decision to verify"),
    text("Điều 29 Luật Khiếu nại"),
    [t("Người được giao xác minh", "The verifiers"), respondent],
  ),
  document(
    "kn-06",
    "BB",
    t("Biên bản làm việc về xác minh nội dung khiếu nại", "Record of a working session"),
    text("Điều 29 Luật Khiếu nại"),
    [t("Các bên làm việc", "Those at the session")],
  ),
  document(
    "kn-07",
    "CV",
    t("Văn bản đề nghị cung cấp thông tin, tài liệu, bằng chứng", "Request for information"),
    text("Điều 14, Điều 29 Luật Khiếu nại"),
    [t("Cơ quan, tổ chức, cá nhân được yêu cầu", "Who is asked")],
  ),
  document(
    "kn-08",
    "BB",
    t("Biên bản giao nhận thông tin, tài liệu, bằng chứng", "Record of handed-over evidence"),
    text("Điều 29 Luật Khiếu nại"),
    [t("Bên giao, bên nhận", "Giver and receiver")],
  ),
  document(
    "kn-09",
    "QĐ",
    t("Quyết định trưng cầu giám định", "Decision to commission an expert"),
    text("Điều 29 Luật Khiếu nại"),
    [t("Cơ quan, tổ chức giám định", "The expert body")],
  ),
  document(
    "kn-10",
    "CV",
    t("Văn bản đề nghị gửi kết quả giám định", "Request for the expert's result"),
    text("Điều 29 Luật Khiếu nại"),
    [t("Cơ quan, tổ chức giám định", "The expert body")],
  ),
  document(
    "kn-11",
    "QĐ",
    t("Quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại", "Suspension of execution"),
    text("Điều 35 Luật Khiếu nại"),
    [...parties, t("Người có trách nhiệm thi hành", "Those who would execute it")],
  ),
  document(
    "kn-12",
    "QĐ",
    t(
      "Quyết định hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
      "Lifting of the suspension of execution",
    ),
    text("Điều 35 Luật Khiếu nại"),
    [...parties, t("Người có trách nhiệm thi hành", "Those who would execute it")],
  ),
  document(
    "kn-13",
    "BC",
    t("Báo cáo kết quả xác minh nội dung khiếu nại", "Report on the verification"),
    text("Khoản 4 Điều 29 Luật Khiếu nại"),
    [resolver],
  ),
  document(
    "kn-14",
    "BB",
    t("Biên bản đối thoại với người khiếu nại", "Record of the dialogue"),
    text("Khoản 4 Điều 30 Luật Khiếu nại"),
    parties,
  ),
  document(
    "kn-14a",
    "QĐ",
    t("Quyết định tạm đình chỉ (đình chỉ) giải quyết khiếu nại", "Suspension or termination of the settlement"),
    text("Điều 10 Luật Khiếu nại"),
    parties,
  ),
  document(
    "kn-14b",
    "QĐ",
    t("Quyết định tiếp tục giải quyết khiếu nại", "Resumption of the settlement"),
    text("Khoản 1 Điều 22 Nghị định 155/2026/NĐ-CP"),
    parties,
  ),
  document(
    "kn-15",
    "QĐ",
    t("Quyết định giải quyết khiếu nại lần đầu", "First decision"),
    text("Điều 31, Điều 32 Luật Khiếu nại"),
    [complainant, superior, related, forwarder, inspectorate],
  ),
  document(
    "dialogue-notice",
    "TB",
    t("Thông báo về việc tổ chức đối thoại", "Notice of dialogue"),
    { ...text("Khoản 2 Điều 30 Luật Khiếu nại"), gap: "GAP-8" },
    [...parties, agencies],
  ),
  document(
    "complexity-certificate",
    "TB",
    t("Văn bản xác định vụ việc phức tạp", "Certificate of complexity"),
    inference("Điều 28 Luật Khiếu nại", "GAP-8"),
    [t("Lưu hồ sơ vụ việc", "Kept in the file")],
  ),
  document(
    "withdrawal-record",
    "BB",
    t("Biên bản ghi nhận việc rút khiếu nại", "Record of withdrawal"),
    { ...text("Điều 10 Luật Khiếu nại"), gap: "GAP-8" },
    [complainant, resolver],
  ),
  document(
    "enforcement-direction",
    "CV",
    t("Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại", "Direction to carry out the decision"),
    { ...text("Điều 46 Luật Khiếu nại"), gap: "GAP-8" },
    [t("Cơ quan, tổ chức, cá nhân phải thi hành", "Who has to carry it out"), complainant],
  ),
  document(
    "publication-record",
    "BB",
    t("Biên bản công khai quyết định giải quyết khiếu nại", "Record of publication"),
    inference("Khoản 2 Điều 41 Luật Khiếu nại", "GAP-8"),
    [t("Lưu hồ sơ vụ việc", "Kept in the file")],
  ),
];

const councilRequest = document(
  "council-request",
  "CV",
  t("Văn bản yêu cầu Hội đồng kỷ luật xem xét", "Request to the disciplinary council"),
  { ...text("Điều 52 Luật Khiếu nại"), gap: "GAP-8" },
  [t("Hội đồng kỷ luật cán bộ, công chức", "The disciplinary council")],
);

const advisoryCouncil = document(
  "advisory-council",
  "QĐ",
  t("Quyết định thành lập Hội đồng tư vấn", "Decision to set up an advisory council"),
  { ...text("Khoản 2 Điều 36 Luật Khiếu nại"), gap: "GAP-8" },
  [t("Thành viên Hội đồng tư vấn", "Members of the council")],
);

const firstResolver = t("Người giải quyết khiếu nại lần đầu", "The first resolver");
const secondDecision = t("Quyết định giải quyết khiếu nại lần hai", "Second decision");

const second: readonly DocumentRule[] = [
  document("kn-16", "QĐ", secondDecision, text("Điều 40, khoản 1 Điều 41 Luật Khiếu nại"), [
    complainant,
    respondent,
    firstResolver,
    related,
    forwarder,
  ]),
  advisoryCouncil,
];

const disciplinarySecond: readonly DocumentRule[] = [
  document("kn-16", "QĐ", secondDecision, text("Điều 56 Luật Khiếu nại"), [
    complainant,
    firstResolver,
    related,
    t(
      "Tổng Thanh tra Chính phủ, Bộ trưởng Bộ Nội vụ (quyết định của Bộ trưởng, Chủ tịch UBND cấp tỉnh)",
      "The Inspector-General and the Minister of Home Affairs (decisions of a Minister or province chair)",
    ),
  ]),
];

const disciplinaryFirst: readonly DocumentRule[] = [
  document(
    "kn-15",
    "QĐ",
    t("Quyết định giải quyết khiếu nại lần đầu", "First decision"),
    text("Điều 54 Luật Khiếu nại"),
    [complainant, t("Cơ quan, tổ chức hữu quan", "The bodies concerned")],
  ),
  councilRequest,
];

/** Điều 50: whether it is accepted is told to the complainant only. */
function toComplainantOnly(each: DocumentRule): DocumentRule {
  if (each.key !== "kn-03" && each.key !== "kn-04") return each;
  return { ...each, ...text("Điều 50 Luật Khiếu nại"), recipients: [complainant] };
}

/** The articles of the second instance, where the common papers cite those of the first. */
const ofSecondInstance: Readonly<Record<string, Cited>> = {
  "kn-03": text("Khoản 1 Điều 36 Luật Khiếu nại"),
  "kn-04": text("Khoản 1 Điều 36 Luật Khiếu nại"),
  "kn-05": text("Điều 38 Luật Khiếu nại"),
  "kn-13": text("Điều 38, khoản 4 Điều 29 Luật Khiếu nại"),
  "kn-14": text("Điều 39, khoản 4 Điều 30 Luật Khiếu nại"),
  "dialogue-notice": { ...text("Điều 39, khoản 2 Điều 30 Luật Khiếu nại"), gap: "GAP-8" },
};

/** Điều 35 speaks of administrative decisions: none is suspended here. */
const administrativeOnly = new Set(["kn-11", "kn-12"]);

export function documents(course: Course): readonly DocumentRule[] {
  const common = firstDocuments.filter((each) => each.key !== "kn-15");
  const withoutStay = common.filter((each) => !administrativeOnly.has(each.key)).map(toComplainantOnly);
  switch (course.id) {
    case "complaint-first":
      return firstDocuments;
    case "complaint-second":
      return [...common.map((each) => ({ ...each, ...ofSecondInstance[each.key] })), ...second];
    case "complaint-disciplinary":
      return [...withoutStay, ...disciplinaryFirst];
    case "complaint-disciplinary-second":
      return [...withoutStay, ...disciplinarySecond];
  }
}

const d31 = { ...text("Khoản 1 Điều 31 Nghị định 124/2020/NĐ-CP"), gap: "GAP-8" };
const d29 = { ...text("Khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP"), gap: "GAP-8" };

/** Khoản 2 Điều 29: to whom a decision goes besides, from the decree on. */
function recipientsByDecree(each: DocumentRule, procedure: string): readonly Text[] {
  if (each.key !== "kn-15") return each.recipients;
  if (procedure === "complaint-disciplinary") return [complainant, respondent, related, agencies];
  const secondResolver = t("Người giải quyết khiếu nại lần hai", "The second resolver");
  return each.recipients.flatMap((one) => (one === superior ? [superior, secondResolver] : [one]));
}

/** Mẫu số 03 đến 16 of the decree, from 10 December 2020; 14a and 14b came later. Papers without a form cite it, too. */
export function decreeForms(known: readonly DocumentRule[], procedure: string): readonly DocumentRule[] {
  return known.flatMap((each): readonly DocumentRule[] => {
    if (each.key === "enforcement-direction") return [{ ...each, ...d31 }];
    if (each.key === "publication-record") return [{ ...each, ...d29 }];
    if (!/^kn-\d\d$/.test(each.key)) return [];
    const form = each.key.slice(3);
    const cited = text(`Mẫu số ${form} ban hành kèm theo Nghị định 124/2020/NĐ-CP`);
    return [{ ...each, form, ...cited, recipients: recipientsByDecree(each, procedure) }];
  });
}
