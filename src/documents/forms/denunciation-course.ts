import { article, dateInWords, field, filled, labelled, line, para } from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { denunciationDecision, earlierDecision, numbered, responsibleFor } from "./denunciation-frame.ts";
import type { Form } from "./frame.ts";

const acceptedAt = (input: PaperInput): Rich => [
  "vụ việc tố cáo đã được thụ lý tại ",
  ...earlierDecision(input, "acceptance"),
];

const stated = (...parts: readonly (string | undefined)[]): string =>
  parts
    .map((one) => one?.replace(/[.\s]+$/u, ""))
    .filter(Boolean)
    .map((one) => `${one}.`)
    .join(" ");

const which = (input: PaperInput): string => {
  if (input.act === "extend") return " lần thứ nhất";
  return input.act === "extend-again" ? " lần thứ hai" : "";
};

const extension: Form = {
  key: "tc-01",
  form: "01",
  name: { vi: "Quyết định gia hạn giải quyết tố cáo", en: "Decision to extend the limit" },
  symbol: "QĐ",
  build: (input) => {
    const reasons = stated(field(input, "complexity"), field(input, "criteria"), field(input, "reason"));
    return denunciationDecision(input, extension, {
      subject: "Gia hạn giải quyết tố cáo",
      law: "Điều 30 của ",
      decree: "Điều 3 ",
      articles: [
        article(1, "Gia hạn giải quyết tố cáo đối với ", ...acceptedAt(input), "."),
        line(
          "Thời gian gia hạn là ",
          filled(field(input, "days"), 8),
          ` ngày, kể từ ${dateInWords(field(input, "limitEndsOn"))}.`,
        ),
        ...(reasons ? labelled(`Lý do gia hạn${which(input)}:`, reasons) : []),
        article(2, ...responsibleFor(input, field(input, "responsible"))),
      ],
      last: 2,
    });
  },
};

/** What khoản 4 Điều 34 asks of both decisions, besides the article that orders them. */
const halted = (input: PaperInput, order: string): Block[] => [
  article(1, `${order} việc giải quyết tố cáo đối với `, ...acceptedAt(input), "."),
  ...labelled(
    "Lý do, trách nhiệm của cơ quan, tổ chức, cá nhân có liên quan:",
    stated(field(input, "ground"), field(input, "reason")),
    3,
  ),
];

const suspension: Form = {
  key: "tc-suspension",
  form: null,
  name: { vi: "Quyết định tạm đình chỉ việc giải quyết tố cáo", en: "Decision to suspend the settlement" },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, suspension, {
      subject: "Tạm đình chỉ việc giải quyết tố cáo",
      law: "khoản 1, khoản 4 Điều 34 ",
      articles: [
        ...halted(input, "Tạm đình chỉ"),
        para(
          "Thời gian tạm đình chỉ không tính vào thời hạn giải quyết tố cáo. Khi căn cứ tạm đình chỉ không còn thì việc giải quyết tố cáo được tiếp tục ngay (khoản 2 Điều 34 Luật Tố cáo).",
        ),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        article(3, ...responsibleFor(input, field(input, "responsible"))),
      ],
      last: 3,
    }),
};

const resumption: Form = {
  key: "tc-resumption",
  form: null,
  name: { vi: "Quyết định tiếp tục giải quyết tố cáo", en: "Decision to resume the settlement" },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, resumption, {
      subject: "Tiếp tục giải quyết tố cáo",
      law: "khoản 2 Điều 34 ",
      added: [["Căn cứ ", ...numbered(input, "suspension"), " về việc tạm đình chỉ việc giải quyết tố cáo;"]],
      articles: [
        article(1, "Tiếp tục giải quyết ", ...acceptedAt(input), "."),
        ...labelled("Căn cứ tạm đình chỉ không còn:", field(input, "reason"), 2),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        article(3, ...responsibleFor(input, field(input, "responsible"))),
      ],
      last: 3,
    }),
};

/** Before acceptance there is nothing to refer to: the denunciation itself is meant. */
const ended = (input: PaperInput): Rich =>
  input.matter && !field(input, "acceptanceNumber")
    ? [`tố cáo nhận ${dateInWords(input.matter.receivedOn)} (mã hồ sơ ${input.matter.code})`]
    : acceptedAt(input);

const termination: Form = {
  key: "tc-termination",
  form: null,
  name: { vi: "Quyết định đình chỉ việc giải quyết tố cáo", en: "Decision to end the settlement" },
  symbol: "QĐ",
  build: (input) => {
    const withdrawn = field(input, "withdrawnOn");
    const ground = withdrawn
      ? `Người tố cáo rút toàn bộ nội dung tố cáo ${dateInWords(withdrawn)}; không thuộc trường hợp quy định tại khoản 3 Điều 33 Luật Tố cáo`
      : field(input, "ground");
    return denunciationDecision(input, termination, {
      subject: "Đình chỉ việc giải quyết tố cáo",
      law: "khoản 3, khoản 4 Điều 34 ",
      articles: [
        article(1, "Đình chỉ việc giải quyết đối với ", ...ended(input), "."),
        ...labelled(
          "Lý do, trách nhiệm của cơ quan, tổ chức, cá nhân có liên quan:",
          stated(ground, field(input, "reason")),
          3,
        ),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        article(3, ...responsibleFor(input, field(input, "responsible"))),
      ],
      last: 3,
    });
  },
};

export const denunciationCourseForms: readonly Form[] = [extension, suspension, resumption, termination];
