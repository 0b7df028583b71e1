import { article, dateInWords, field, filled, heading, para, toLineEnd, written } from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, petitionerNames } from "../parties.ts";
import { considered, responsible, settlement } from "./decision.ts";
import { decisionPaper } from "./decision-frame.ts";
import { authorityInText, type Form } from "./frame.ts";

const firstDecision = (input: PaperInput): Rich => [
  "Quyết định số ",
  filled(field(input, "firstDecisionNumber"), 16),
  ` ${dateInWords(field(input, "firstDecisionDate"))} của `,
  filled(field(input, "firstDecisionAgency"), 30),
];

/** What the officer chose, in the words that the form gives for each case. */
const inWordsOfForm = (measure: string): string =>
  measure
    .replace(
      /^Yêu cầu (sửa đổi|hủy bỏ một phần|hủy bỏ toàn bộ)$/u,
      "Yêu cầu người ban hành quyết định hành chính bị khiếu nại $1",
    )
    .replace(
      /^Yêu cầu chấm dứt hành vi hành chính$/u,
      "Yêu cầu người thực hiện hành vi hành chính chấm dứt hành vi hành chính",
    );

const disposition = (input: PaperInput): Block[] => {
  const measure = field(input, "measure");
  const about = contested(input.matter);
  const order =
    measure &&
    `${[inWordsOfForm(measure), about]
      .filter(Boolean)
      .join(": ")
      .replace(/[.\s]+$/u, "")}.`;
  if (field(input, "conclusion") !== "Sai toàn bộ") return [article(1, toLineEnd(order))];
  return [
    article(
      1,
      "Công nhận và giữ nguyên nội dung quyết định giải quyết khiếu nại lần đầu là đúng (",
      ...firstDecision(input),
      ").",
    ),
    ...(order ? [para(order)] : []),
  ];
};

// Điểm i khoản 1 Điều 56 Luật Khiếu nại: of disciplinary decisions only a dismissal can be taken to court.
const remedy = (input: PaperInput): Block => {
  if (field(input, "dismissal") === "Không")
    return article(3, "Quyết định này có hiệu lực pháp luật theo quy định tại điểm b khoản 1 Điều 57 Luật Khiếu nại.");
  const names = filled(petitionerNames(input.matter));
  const resolver = authorityInText(input);
  return article(
    3,
    "Trong thời hạn ",
    filled(field(input, "suitDays"), 6),
    " ngày, kể từ ngày nhận được Quyết định này, nếu ",
    names,
    ` không đồng ý với giải quyết khiếu nại của ${resolver} thì `,
    names,
    ` có quyền khởi kiện ${resolver} tại Tòa án theo quy định của pháp luật về tố tụng hành chính.`,
  );
};

const findings = (input: PaperInput): Block[] => [
  heading("I. Nội dung khiếu nại:"),
  ...written(input.matter?.content, 3),
  heading("II. Kết quả giải quyết khiếu nại của người đã giải quyết khiếu nại lần đầu:"),
  para(...firstDecision(input), " về việc giải quyết khiếu nại lần đầu."),
  ...written(field(input, "firstResult"), 3),
  heading("III. Kết quả xác minh nội dung khiếu nại:"),
  ...written(field(input, "findings"), 4),
  heading("IV. Kết quả đối thoại:"),
  ...written(field(input, "dialogueResult"), 2),
  heading("V. Kết luận:"),
  ...written([field(input, "conclusion"), field(input, "legalBasis")].filter(Boolean).join("\n"), 4),
  para("Từ những nhận định và căn cứ trên,"),
];

// Ghi chú 13 of the form, beyond those whom Điều 41 and Điều 56 name.
const withInspectorate = (input: PaperInput): PaperInput => ({
  ...input,
  recipients: [...input.recipients, "Cơ quan thanh tra nhà nước cùng cấp"],
});

const second: Form = {
  key: "kn-16",
  form: "16",
  name: { vi: "Quyết định giải quyết khiếu nại lần hai", en: "Second decision on a complaint" },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(withInspectorate(input), second, {
      subject: `Về việc giải quyết khiếu nại của ${petitionerNames(input.matter) ?? "...................."} (lần hai)`,
      considered: considered(input),
      findings: findings(input),
      articles: [...disposition(input), ...settlement(input), remedy(input), article(4, ...responsible(input))],
      firstRecipient: "Như Điều 4",
    }),
};

export const secondDecisionForms: readonly Form[] = [second];
