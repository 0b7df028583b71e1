import { article, dateInWords, field, filled, labelled, para, timeInWords, toLineEnd } from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, petitionerNames } from "../parties.ts";
import { decisionPaper } from "./decision-frame.ts";
import type { Form } from "./frame.ts";

const proposed = (input: PaperInput): Rich[] => {
  const by = field(input, "proposedBy", "proposer");
  const paper = field(input, "proposal", "proposalNumber");
  return [["Theo đề nghị của ", toLineEnd(by && (paper ? `${by} tại Văn bản số ${paper}` : by)), ...(by ? ["."] : [])]];
};

const executors = (input: PaperInput): Rich => [
  filled(input.matter?.respondent, 20),
  ", ",
  filled(field(input, "executor", "executors"), 20),
  " và ",
  filled(field(input, "related", "others") ?? (input.matter && "cơ quan, tổ chức, đơn vị, cá nhân có liên quan"), 20),
  " chịu trách nhiệm thi hành Quyết định này./.",
];

// Điều 35 Luật Khiếu nại: not beyond what remains of the time for settlement.
const until = (input: PaperInput): string => {
  const last = field(input, "until");
  return last ? `, chậm nhất đến hết ${dateInWords(last)}` : "";
};

const stayExecution: Form = {
  key: "kn-11",
  form: "11",
  name: {
    vi: "Quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    en: "Decision to stay the contested administrative decision",
  },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(input, stayExecution, {
      subject: "Về việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
      considered: proposed(input),
      articles: [
        article(
          1,
          "Tạm đình chỉ việc thi hành ",
          filled(field(input, "contested") ?? input.matter?.contestedAct, 50),
          ".",
        ),
        ...labelled("Lý do tạm đình chỉ:", field(input, "reason"), 1),
        para(
          `Thời gian tạm đình chỉ kể từ ${timeInWords(field(input, "time"))}, ${dateInWords(field(input, "from") ?? input.issuedOn)} đến khi có quyết định hủy bỏ Quyết định này${until(input)}.`,
        ),
        article(2, ...executors(input)),
      ],
      firstRecipient: "Như Điều 2",
    }),
};

const endStay: Form = {
  key: "kn-12",
  form: "12",
  name: {
    vi: "Quyết định hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    en: "Decision to end the stay of the contested decision",
  },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(input, endStay, {
      subject: "Về việc hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
      considered: proposed(input),
      articles: [
        article(
          1,
          "Hủy bỏ Quyết định về việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại số ",
          filled(field(input, "stayNumber", "decisionNumber"), 16),
          ` ${dateInWords(field(input, "stayDate", "decisionDate"))} của `,
          filled(field(input, "stayBy", "staySigner", "signer"), 30),
          ".",
        ),
        ...labelled("Lý do của việc hủy bỏ:", field(input, "reason"), 1),
        article(2, "Quyết định này có hiệu lực kể từ ngày ban hành."),
        article(3, ...executors(input)),
      ],
      firstRecipient: "Như Điều 3",
    }),
};

const complaintOf = (input: PaperInput): Rich => [
  "giải quyết khiếu nại của ",
  filled(petitionerNames(input.matter)),
  " về việc ",
  filled(contested(input.matter), 40),
];

const responsible = (input: PaperInput): Rich => [
  toLineEnd(
    field(input, "responsible", "executors") ??
      (input.matter &&
        "Người khiếu nại, người bị khiếu nại và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."),
  ),
];

type Halt = "Tạm đình chỉ" | "Đình chỉ" | "Tạm đình chỉ/đình chỉ";

/** Which of the two: only a suspension names evidence (Điều 28a.4); unknown, both stand as the form prints them. */
const haltOf = (input: PaperInput): Halt => {
  if (field(input, "evidence", "obstacle")) return "Tạm đình chỉ";
  return field(input, "ground", "withdrawnOn") ? "Đình chỉ" : "Tạm đình chỉ/đình chỉ";
};

const reasons = (input: PaperInput): Block[] =>
  labelled(
    "Lý do:",
    ["ground", "obstacle", "reason", "evidence"]
      .map((id) => field(input, id)?.replace(/[.\s]+$/u, ""))
      .filter(Boolean)
      .map((one) => `${one}.`)
      .join(" "),
    1,
  );

const suspension: Form = {
  key: "kn-14a",
  form: "14a",
  name: {
    vi: "Quyết định tạm đình chỉ, đình chỉ giải quyết khiếu nại",
    en: "Decision to suspend or end the settlement of a complaint",
  },
  symbol: "QĐ",
  build: (input) => {
    const halt = haltOf(input);
    return decisionPaper(input, suspension, {
      subject: `Về việc ${halt.charAt(0).toLocaleLowerCase("vi")}${halt.slice(1)} giải quyết khiếu nại`,
      articles: [
        article(1, ...(input.matter ? [`${halt} `, ...complaintOf(input), "."] : [toLineEnd(undefined)])),
        ...reasons(input),
        article(2, "Quyết định này có hiệu lực thi hành kể từ ngày ký."),
        article(3, ...responsible(input)),
      ],
      firstRecipient: "Như Điều 3",
      signNote: "(Ký, ghi rõ họ tên, đóng dấu)",
    });
  },
};

const resumption: Form = {
  key: "kn-14b",
  form: "14b",
  name: { vi: "Quyết định tiếp tục giải quyết khiếu nại", en: "Decision to resume the settlement of a complaint" },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(input, resumption, {
      subject: "Về việc tiếp tục giải quyết khiếu nại",
      articles: [
        article(1, ...(input.matter ? ["Tiếp tục ", ...complaintOf(input), "."] : [toLineEnd(undefined)])),
        ...(input.matter || field(input, "reason") ? reasons(input) : []),
        article(2, ...(input.matter ? ["Quyết định này có hiệu lực thi hành kể từ ngày ký."] : [toLineEnd(undefined)])),
        article(3, ...responsible(input)),
      ],
      firstRecipient: "Như Điều 3",
      signNote: "(Ký, ghi rõ họ tên, đóng dấu)",
    }),
};

export const suspensionForms: readonly Form[] = [stayExecution, endStay, suspension, resumption];
