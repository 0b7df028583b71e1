import { article, dateInWords, field, filled, heading, para, toLineEnd, written } from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, petitionerNames } from "../parties.ts";
import { decisionPaper } from "./decision-frame.ts";
import { authorityInText, type Form } from "./frame.ts";

const petition = (input: PaperInput): Rich => {
  const matter = input.matter;
  const own = field(input, "petitionDate", "petitionedOn");
  const day = own || !matter ? dateInWords(own) : `nhận ${dateInWords(matter.receivedOn)}`;
  const address = matter?.petitioners.length === 1 ? matter.petitioners[0]?.address : undefined;
  const many = (matter?.petitioners.length ?? 0) > 1;
  return [
    `Xét đơn khiếu nại ${day} của `,
    filled(petitionerNames(matter)),
    ...(many ? [";"] : [" (địa chỉ: ", filled(address, 30), ");"]),
  ];
};

const report = (input: PaperInput): Rich => [
  "Theo báo cáo của ",
  filled(field(input, "reporter", "reportedBy", "advisedBy", "reportSigner"), 24),
  " tại Văn bản số ",
  filled(field(input, "reportNumber"), 12),
  ` ${dateInWords(field(input, "reportDate", "reportedOn"))} về việc giải quyết khiếu nại của `,
  filled(petitionerNames(input.matter)),
  " với các nội dung sau đây:",
];

/** "Xét đơn khiếu nại …", "Theo báo cáo của …". */
export const considered = (input: PaperInput): Rich[] => [petition(input), report(input)];

/** What becomes of the contested act, in the words of note (10) of the form. */
const disposition = (input: PaperInput): Block => {
  const measure = field(input, "measure");
  return article(1, toLineEnd(measure && [measure, contested(input.matter)].filter(Boolean).join(": ")));
};

/** Article 2: what is decided of the content, and compensation. */
export const settlement = (input: PaperInput): Block[] => {
  const compensation = field(input, "compensation");
  const lines = [field(input, "content"), compensation && `Bồi thường thiệt hại: ${compensation}`]
    .join("\n")
    .split("\n")
    .filter(Boolean);
  const [first, ...rest] = lines;
  return [article(2, toLineEnd(first)), ...rest.map((one) => para(one))];
};

const secondResolver = (input: PaperInput): string | undefined => {
  const own = field(input, "secondResolver", "appealTo");
  const parent = input.agency.parentName;
  return own ?? (input.matter && parent && /^ủy ban nhân dân/iu.test(parent) ? `Chủ tịch ${parent}` : undefined);
};

// Khoản 1 Điều 33, Điều 48 Luật Khiếu nại: 30 days from receipt, 45 in remote areas; 10 or 30 for a disciplinary decision.
const appealDays = (input: PaperInput): string | undefined => field(input, "appealDays") ?? (input.matter && "30");

const remedies = (input: PaperInput): Block => {
  const names = filled(petitionerNames(input.matter));
  const resolver = authorityInText(input);
  return article(
    3,
    "Trong thời hạn ",
    filled(appealDays(input), 6),
    " ngày, kể từ ngày nhận được Quyết định này, nếu ",
    names,
    ` không đồng ý với giải quyết khiếu nại của ${resolver} thì `,
    names,
    " có quyền khiếu nại đến ",
    filled(secondResolver(input), 30),
    // Điểm k khoản 1 Điều 54 Luật Khiếu nại: of disciplinary decisions only a dismissal can be taken to court.
    ...(field(input, "dismissal") === "Không"
      ? [" theo quy định của pháp luật."]
      : [` hoặc khởi kiện ${resolver} tại Tòa án theo quy định của pháp luật về tố tụng hành chính.`]),
  );
};

/** Who carries the decision out. */
export const responsible = (input: PaperInput): Rich => {
  const own = field(input, "executors", "responsible");
  const parties = [input.matter?.respondent, petitionerNames(input.matter)].filter(Boolean).join(", ");
  return ["Các ông (bà) ", filled(own ?? (parties || undefined), 40), " chịu trách nhiệm thi hành Quyết định này./."];
};

const findings = (input: PaperInput): Block[] => [
  heading("I. Nội dung khiếu nại:"),
  ...written(input.matter?.content, 3),
  heading("II. Kết quả xác minh nội dung khiếu nại:"),
  ...written(field(input, "verificationResult", "verification", "findings"), 4),
  heading("III. Kết quả đối thoại (nếu có):"),
  ...written(field(input, "dialogueResult", "dialogue"), 2),
  heading("IV. Kết luận:"),
  ...written([field(input, "conclusion"), field(input, "legalBasis")].filter(Boolean).join("\n"), 4),
  para("Từ những nhận định và căn cứ trên,"),
];

const firstDecision: Form = {
  key: "kn-15",
  form: "15",
  name: { vi: "Quyết định giải quyết khiếu nại lần đầu", en: "First decision on a complaint" },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(input, firstDecision, {
      subject: `Về việc giải quyết khiếu nại của ${petitionerNames(input.matter) ?? "...................."} (lần đầu)`,
      considered: considered(input),
      findings: findings(input),
      articles: [disposition(input), ...settlement(input), remedies(input), article(4, ...responsible(input))],
      firstRecipient: "Như Điều 4",
    }),
};

export const decisionForms: readonly Form[] = [firstDecision];
