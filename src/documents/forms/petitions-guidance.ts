import { field, filled, para, toLineEnd, written } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { addressed, type Form, frame } from "./frame.ts";
import { addressLine, contentLines, endingTo, received, sender, senderLine } from "./petitions-frame.ts";

const basisLines = (input: PaperInput): Block[] => written(field(input, "basis"), 1);

const competentBody = (input: PaperInput) => filled(field(input, "competentBody"), 50);

// Mẫu 03-XLĐ in the words a provincial system printed in 2017, without the decree of 2012 that it cited: it was
// replaced on 10 December 2020, and what applies stands in the field "basis".
const notCompetent: Form = {
  key: "tt07-03",
  form: "03-XLĐ",
  name: {
    vi: "Công văn trả lời khiếu nại không thuộc thẩm quyền",
    en: "Answer: complaint outside competence",
  },
  symbol: "",
  build: (input) =>
    frame(
      input,
      notCompetent,
      { letterSubject: "V/v trả lời khiếu nại không thuộc thẩm quyền giải quyết", number: "always", dated: true },
      [
        ...addressed(senderLine(input)),
        received(input, "đơn của ông (bà) khiếu nại về việc: ", toLineEnd(input.matter?.content.trim().split("\n")[0])),
        para(
          `Sau khi xem xét nội dung khiếu nại và căn cứ Luật Khiếu nại, đơn khiếu nại của ông (bà) không thuộc thẩm quyền giải quyết của ${input.agency.name}.`,
        ),
        ...basisLines(input),
        para(
          `${input.agency.name} trả lại đơn và hướng dẫn ông (bà) gửi đơn khiếu nại đến `,
          competentBody(input),
          " để được giải quyết theo thẩm quyền./.",
        ),
        endingTo(input, "Như trên"),
      ],
    ),
};

const splitRequest =
  "Đề nghị ông (bà) viết tách các nội dung đơn như đã hướng dẫn, gửi đến các cơ quan có thẩm quyền để được giải quyết theo quy định của pháp luật./.";

const split: Form = {
  key: "tt07-07",
  form: "07-XLĐ",
  name: { vi: "Hướng dẫn đơn có nhiều nội dung", en: "Guidance on several contents" },
  symbol: "HD",
  build: (input) =>
    frame(
      input,
      split,
      {
        kind: "HƯỚNG DẪN",
        subject: "Đơn có nhiều nội dung khác nhau thuộc nhiều cơ quan có thẩm quyền giải quyết",
        number: "always",
        dated: true,
      },
      [
        received(input, "đơn của ", ...sender(input), "."),
        addressLine(input),
        para("Sau khi xem xét, nội dung đơn của ông (bà) thuộc thẩm quyền giải quyết của các cơ quan sau đây:"),
        ...written(field(input, "parts"), 4),
        para(splitRequest),
        endingTo(input, senderLine(input) ?? "Người gửi đơn"),
      ],
    ),
};

const guidedBody = (input: PaperInput): Block[] => [
  para(
    `Sau khi xem xét nội dung đơn và căn cứ quy định của pháp luật, ${input.agency.name} nhận thấy nội dung đơn không thuộc thẩm quyền giải quyết của ${input.agency.name}.`,
  ),
  ...basisLines(input),
  para(
    "Đề nghị ông (bà) gửi đơn đến ",
    competentBody(input),
    " để được xem xét, giải quyết theo quy định của pháp luật./.",
  ),
];

const splitBody = (input: PaperInput): Block[] => [
  para(
    "Đơn của ông (bà) có nhiều nội dung khác nhau thuộc thẩm quyền giải quyết của nhiều cơ quan, tổ chức, đơn vị, cụ thể như sau:",
  ),
  ...written(field(input, "parts")),
  para(splitRequest),
];

// Thông tư 05/2021, Mẫu 02: the layout of the annex was not found; drawn by its known fields. One form for both
// kinds of guidance: the answers of the act say which.
const guidance: Form = {
  key: "tt05-02",
  form: "02",
  name: { vi: "Phiếu hướng dẫn", en: "Guidance" },
  symbol: "HD",
  build: (input) => {
    const splits = field(input, "parts") !== undefined;
    const subject = splits
      ? "Về việc hướng dẫn tách đơn có nhiều nội dung"
      : "Về việc hướng dẫn gửi đơn đến cơ quan có thẩm quyền giải quyết";
    return frame(input, guidance, { kind: "PHIẾU HƯỚNG DẪN", subject, number: "always", dated: true }, [
      ...addressed(senderLine(input)),
      addressLine(input),
      received(input, "đơn của ông (bà)."),
      ...contentLines(input),
      ...(splits ? splitBody(input) : guidedBody(input)),
      endingTo(input, "Như trên"),
      {
        kind: "signatures",
        rows: [[{ title: ["NGƯỜI NHẬN PHIẾU"], note: "(Ký, ghi rõ họ tên, nếu giao trực tiếp)" }, null]],
      },
    ]);
  },
};

export const guidanceForms: readonly Form[] = [notCompetent, split, guidance];
