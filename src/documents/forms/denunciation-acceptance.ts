import { article, dateInWords, field, filled, labelled, line, para, toLineEnd } from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import {
  accusedByName,
  accusedOf,
  caseCode,
  denunciationDecision,
  endingToDenouncer,
  numbered,
  stop,
  toDenouncer,
} from "./denunciation-frame.ts";
import { authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const againOn = (input: PaperInput): Block[] => {
  const grounds = field(input, "grounds");
  return grounds ? [para(`Căn cứ giải quyết lại vụ việc tố cáo: ${grounds}.`)] : [];
};

const decision: Form = {
  key: "tc-04",
  form: "04",
  name: { vi: "Quyết định thụ lý tố cáo", en: "Decision to accept a denunciation" },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, decision, {
      subject: "Thụ lý tố cáo",
      law: "Điều 29 ",
      decree: "Điều 9 ",
      articles: [
        article(1, "Thụ lý tố cáo đối với: ", toLineEnd(accusedOf(input)), ...stop(accusedOf(input))),
        ...labelled("Nội dung tố cáo được thụ lý:", field(input, "content"), 2),
        ...againOn(input),
        line(
          "Thời hạn giải quyết tố cáo là ",
          filled(field(input, "settlementDays"), 8),
          ` ngày, kể từ ${dateInWords(input.issuedOn)}.`,
        ),
        article(
          2,
          "Các ông (bà) ",
          filled(accusedByName(input), 40),
          " và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
      last: 2,
    }),
};

const received = (input: PaperInput): Block =>
  para(
    `${input.agency.name} đã nhận được đơn tố cáo của người tố cáo (mã hồ sơ `,
    caseCode(input),
    `) ${dateInWords(input.matter?.receivedOn)} tố cáo hành vi vi phạm pháp luật của `,
    filled(accusedOf(input), 40),
    ...(field(input, "forwarded") === "Có" ? [", do cơ quan, tổ chức, cá nhân có thẩm quyền chuyển đến."] : ["."]),
  );

const accepted = (input: PaperInput): Rich => [
  `Theo quy định của pháp luật, ${authorityInText(input)} đã thụ lý tố cáo tại `,
  ...numbered(input, "acceptance"),
  ".",
];

const limit = (input: PaperInput): Block =>
  line(
    "Thời hạn giải quyết tố cáo: ",
    ...(input.matter?.settleBy ? [`đến hết ${dateInWords(input.matter.settleBy)}.`] : [toLineEnd(undefined)]),
  );

const told = (): Block =>
  para(
    "Vậy thông báo để người tố cáo biết và thực hiện quyền, nghĩa vụ của người tố cáo theo quy định của pháp luật./.",
  );

const notice: Form = {
  key: "tc-05",
  form: "05",
  name: { vi: "Thông báo việc thụ lý tố cáo", en: "Notice of acceptance to the denouncer" },
  symbol: "TB",
  build: (input) =>
    frame(input, notice, { kind: "THÔNG BÁO", subject: "Việc thụ lý tố cáo", number: "always", dated: true }, [
      ...toDenouncer(input),
      received(input),
      para(...accepted(input)),
      ...labelled("Nội dung thụ lý:", field(input, "acceptedContent"), 2),
      limit(input),
      told(),
      endingToDenouncer(input, headSignature(input, "(Chữ ký, dấu)")),
    ]),
};

// Ghi chú 8 của Mẫu số 05: the same form tells that a denunciation is not accepted, with the reason.
const refusal: Form = {
  key: "tc-refusal",
  form: "05",
  name: { vi: "Thông báo không thụ lý tố cáo", en: "Notice that a denunciation is not accepted" },
  symbol: "TB",
  build: (input) =>
    frame(input, refusal, { kind: "THÔNG BÁO", subject: "Việc không thụ lý tố cáo", number: "always", dated: true }, [
      ...toDenouncer(input),
      received(input),
      para(
        `Theo quy định của pháp luật, căn cứ khoản 1 Điều 24 và khoản 1 Điều 29 Luật Tố cáo, ${authorityInText(input)} không thụ lý tố cáo.`,
      ),
      ...labelled(
        "Lý do không thụ lý:",
        [field(input, "ground"), field(input, "reason")]
          .map((one) => one?.replace(/[.\s]+$/u, ""))
          .filter(Boolean)
          .map((one) => `${one}.`)
          .join("\n"),
        2,
      ),
      told(),
      endingToDenouncer(input, headSignature(input, "(Chữ ký, dấu)")),
    ]),
};

const toAccused: Form = {
  key: "tc-06",
  form: "06",
  name: { vi: "Thông báo về nội dung tố cáo", en: "Notice of the content to the accused" },
  symbol: "TB",
  build: (input) => {
    const accused = accusedOf(input);
    return frame(
      input,
      toAccused,
      { kind: "THÔNG BÁO", subject: "Về nội dung tố cáo", number: "always", dated: true },
      [
        para(
          `${input.agency.name} đã nhận được đơn tố cáo về hành vi vi phạm pháp luật của `,
          filled(accused, 40),
          ".",
        ),
        para(...accepted(input)),
        ...labelled("Nội dung tố cáo được thụ lý:", field(input, "content"), 3),
        limit(input),
        para(
          "Vậy thông báo để ",
          filled(accused, 40),
          " biết và thực hiện quyền, nghĩa vụ của người bị tố cáo theo quy định của pháp luật./.",
        ),
        ending(
          { ...input, recipients: input.recipients.filter((one) => one !== "Người bị tố cáo") },
          accused ?? "Người bị tố cáo",
          headSignature(input, "(Chữ ký, dấu)"),
          "Lưu: VT",
        ),
      ],
    );
  },
};

export const denunciationAcceptanceForms: readonly Form[] = [decision, notice, refusal, toAccused];
