import { dateInWords, field, filled, line, para, toLineEnd } from "../blanks.ts";
import type { Block, DocumentModel, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { withoutSender } from "../secrecy.ts";
import { addressed, type Form, type Frame, frame } from "./frame.ts";
import {
  addressLine,
  codeOf,
  contentLines,
  copyToSender,
  endingTo,
  received,
  sender,
  senderLine,
} from "./petitions-frame.ts";

const body = (input: PaperInput, dots = 40) => filled(field(input, "competentBody"), dots);

const report = (input: PaperInput): Block =>
  para(
    "Đề nghị ",
    body(input),
    ` xem xét, giải quyết theo quy định của pháp luật và thông báo kết quả giải quyết đến ${input.agency.name}./.`,
  );

/** A letter as the circular of 2014 had it, or a paper with a title as that of 2021 names it. */
const dress = (letter: boolean, what: string): Frame =>
  letter
    ? { letterSubject: `V/v chuyển đơn ${what}`, number: "always", dated: true }
    : { kind: `PHIẾU CHUYỂN ĐƠN ${what.toLocaleUpperCase("vi")}`, number: "always", dated: true };

const secret =
  "Họ tên, địa chỉ và thông tin cá nhân khác của người tố cáo được giữ bí mật theo quy định của Luật Tố cáo.";

// The copy of Mẫu 05-XLĐ at hand names the denouncer; we never do (Điều 56 Luật Tố cáo): the petition goes along.
// The annex of 2021 (Mẫu 03) was not found; drawn by its known fields.
const denunciation = (key: string, number: string, letter: boolean): Form => {
  const form: Form = {
    key,
    form: number,
    name: { vi: "Phiếu chuyển đơn tố cáo", en: "Transfer of a denunciation" },
    symbol: "PC",
    build: (given) => {
      const input = withoutSender(given);
      const ground = letter ? "Luật Tố cáo" : "Luật Tố cáo, khoản 1 Điều 14 Thông tư số 05/2021/TT-TTCP";
      return frame(input, form, dress(letter, "tố cáo"), [
        ...addressed(field(input, "competentBody")),
        received(input, "đơn tố cáo, mã đơn: ", codeOf(input), "."),
        para(secret),
        ...(input.matter?.respondent ? [line("Người bị tố cáo: ", input.matter.respondent)] : []),
        ...contentLines(input, "Đơn có nội dung:"),
        para(
          `Sau khi xem xét nội dung đơn và căn cứ quy định của ${ground}, ${input.agency.name} chuyển đơn tố cáo và các thông tin, tài liệu kèm theo (nếu có) đến `,
          body(input),
          " để giải quyết theo quy định của pháp luật.",
        ),
        report(input),
        endingTo(input, "Như trên"),
      ]);
    },
  };
  return form;
};

interface Named {
  readonly key: string;
  readonly form: string | null;
  readonly letter: boolean;
  readonly what: string;
  readonly name: Form["name"];
  readonly ground: string;
}

/** "đơn", or for what was spoken the record of it. */
const sent = (input: PaperInput): string =>
  /bản ghi/iu.test(field(input, "what") ?? "") ? "bản ghi lại nội dung trình bày" : "đơn";

const named = (made: Named): Form => {
  const form: Form = {
    key: made.key,
    form: made.form,
    name: made.name,
    symbol: "PC",
    build: (input) => {
      const paper = sent(input);
      return frame(input, form, dress(made.letter, made.what), [
        ...addressed(field(input, "competentBody")),
        received(
          input,
          paper === "đơn" ? `đơn ${made.what} của ` : `nội dung ${made.what} của `,
          ...sender(input),
          ".",
        ),
        addressLine(input),
        ...contentLines(input, paper === "đơn" ? "Đơn có nội dung:" : "Nội dung:"),
        para(
          `Sau khi xem xét nội dung ${made.what} và căn cứ ${made.ground}, ${input.agency.name} chuyển ${paper} của `,
          ...sender(input),
          " đến ",
          body(input),
          " để xem xét, giải quyết.",
        ),
        report(input),
        endingTo(input, "Như trên", copyToSender(input, "thay trả lời")),
      ]);
    },
  };
  return form;
};

const recommendationName = {
  vi: "Phiếu chuyển đơn kiến nghị, phản ánh",
  en: "Transfer of a recommendation or reflection",
};
const reflection = { what: "kiến nghị, phản ánh", name: recommendationName };

/** Khoản 2 Điều 14 Thông tư 05/2021 addresses the head; a head who is named already stays. */
const headOf = (body: string | undefined): string | undefined =>
  body && !/^(?:người đứng đầu|thủ trưởng|chủ tịch|giám đốc|trưởng|tổng|chánh|cục trưởng)\s/iu.test(body)
    ? `Người đứng đầu ${body}`
    : body;

const demand: Form = {
  key: "xld-demand",
  form: null,
  name: { vi: "Văn bản yêu cầu cấp dưới giải quyết, báo cáo", en: "Demand to the lower body to settle and report" },
  symbol: "",
  // It may be about a denunciation, and the form is not told: nobody is named.
  build: (given) => {
    const input = withoutSender(given);
    const below: Rich = [filled(field(input, "lowerBody"), 40)];
    const replyBy = field(input, "replyBy");
    const ended = field(input, "dueBelowOn");
    return frame(
      input,
      demand,
      {
        letterSubject: `V/v yêu cầu giải quyết đơn ${ended ? "đã quá thời hạn " : ""}và báo cáo`,
        number: "always",
        dated: true,
      },
      [
        ...addressed(headOf(field(input, "lowerBody"))),
        received(input, "đơn (mã đơn: ", codeOf(input), ") của công dân."),
        ...contentLines(input),
        para(
          "Vụ việc thuộc thẩm quyền giải quyết của ",
          ...below,
          ended
            ? `, đã hết thời hạn giải quyết vào ${dateInWords(ended)} nhưng chưa được giải quyết.`
            : ", chưa được giải quyết.",
        ),
        para(`Căn cứ điểm b khoản 1 Điều 26 Luật Tiếp công dân, ${input.agency.name} yêu cầu:`),
        para("1. Giải quyết vụ việc theo đúng thẩm quyền, trình tự, thủ tục quy định."),
        para(
          "2. Báo cáo quá trình giải quyết, lý do chậm giải quyết, xác định trách nhiệm và kết quả giải quyết",
          replyBy ? `, gửi về ${input.agency.name} trước ${dateInWords(replyBy)}` : ` về ${input.agency.name}`,
          "./.",
        ),
        endingTo(input, "Như trên"),
      ],
    );
  },
};

/** To the sender where the office only guides. */
const guided = (input: PaperInput): DocumentModel =>
  frame(
    input,
    otherGuidance,
    { letterSubject: "V/v hướng dẫn gửi đơn đến nơi có thẩm quyền", number: "always", dated: true },
    [
      ...addressed(senderLine(input)),
      received(input, "đơn của ông (bà) về việc: ", toLineEnd(input.matter?.content.trim().split("\n")[0])),
      para(
        `Nội dung đơn không thuộc thẩm quyền giải quyết của cơ quan hành chính nhà nước. ${input.agency.name} hướng dẫn ông (bà) gửi đơn đến `,
        body(input),
        " để được xem xét, giải quyết theo quy định./.",
      ),
      endingTo(input, "Như trên"),
    ],
  );

/** To the competent body; it may be a denunciation of a Party member, so that nobody is named. */
const transferred = (given: PaperInput): DocumentModel => {
  const input = withoutSender(given);
  return frame(input, other, { letterSubject: "V/v chuyển đơn của công dân", number: "always", dated: true }, [
    ...addressed(field(input, "competentBody")),
    received(input, "đơn của công dân, mã đơn: ", codeOf(input), "."),
    ...contentLines(input, "Đơn có nội dung:"),
    para(
      `Sau khi xem xét nội dung đơn và căn cứ quy định của pháp luật, ${input.agency.name} chuyển đơn và tài liệu kèm theo (nếu có) đến `,
      body(input),
      " để xem xét, giải quyết theo thẩm quyền./.",
    ),
    endingTo(input, "Như trên", ["Người gửi đơn (để biết)"]),
  ]);
};

const other: Form = {
  key: "xld-other-transfer",
  form: null,
  name: { vi: "Văn bản chuyển đơn sang hệ cơ quan khác", en: "Transfer to another system" },
  symbol: "",
  build: transferred,
};

const otherGuidance: Form = {
  key: "xld-other-guidance",
  form: null,
  name: { vi: "Văn bản hướng dẫn gửi đơn sang hệ cơ quan khác", en: "Guidance to another system" },
  symbol: "",
  build: guided,
};

export const transferForms: readonly Form[] = [
  denunciation("tt07-05", "05-XLĐ", true),
  denunciation("tt05-03", "03", false),
  named({ ...reflection, key: "tt07-06", form: "06-XLĐ", letter: true, ground: "quy định của pháp luật" }),
  named({ ...reflection, key: "tt05-04", form: "04", letter: false, ground: "quy định của pháp luật" }),
  named({
    ...reflection,
    key: "knpa-transfer",
    form: null,
    letter: false,
    ground: "điểm b khoản 2 Điều 26 Luật Tiếp công dân",
  }),
  named({
    key: "xld-complaint-transfer",
    form: null,
    letter: false,
    what: "khiếu nại",
    name: { vi: "Phiếu chuyển đơn khiếu nại", en: "Transfer of a complaint" },
    ground: "điểm b khoản 1 Điều 26 Luật Tiếp công dân (sửa đổi, bổ sung bởi Luật số 136/2025/QH15)",
  }),
  demand,
  other,
  otherGuidance,
];
