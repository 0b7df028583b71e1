import { field, filled, labelled, line, para, toLineEnd, written } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { addressed, type Form, frame } from "./frame.ts";
import {
  addressLine,
  circularOf,
  closing,
  contentLines,
  endingTo,
  received,
  sender,
  senderLine,
} from "./petitions-frame.ts";

const firstLine = (text: string | undefined): string | undefined => text?.trim().split("\n")[0];

const toSender = (input: PaperInput): string => senderLine(input) ?? "Người gửi đơn";

interface Ineligible {
  readonly key: string;
  readonly form: string | null;
  /** Mẫu 02-XLĐ asks the petitioner to add what is missing; our own notice only gives the reason. */
  readonly asksForMore: boolean;
}

const ineligibleForm = (made: Ineligible): Form => {
  const form: Form = {
    key: made.key,
    form: made.form,
    name: {
      vi: "Thông báo đơn khiếu nại không đủ điều kiện thụ lý",
      en: "Notice that the complaint is not eligible",
    },
    symbol: "TB",
    build: (input) =>
      frame(
        input,
        form,
        {
          kind: "THÔNG BÁO",
          subject: "Về việc khiếu nại không đủ điều kiện thụ lý giải quyết",
          number: "always",
          dated: true,
        },
        [
          received(input, "đơn khiếu nại của ", ...sender(input), "."),
          addressLine(input),
          ...contentLines(input),
          ...labelled(
            "Sau khi xem xét nội dung khiếu nại và căn cứ quy định tại Điều 11 của Luật Khiếu nại, đơn khiếu nại của ông (bà) không đủ điều kiện thụ lý giải quyết vì:",
            field(input, "reason"),
            1,
          ),
          made.asksForMore
            ? closing(input, " và bổ sung ", { dots: 60 }, " để thực hiện việc khiếu nại")
            : closing(input),
          endingTo(input, toSender(input)),
        ],
      ),
  };
  return form;
};

const completion: Form = {
  key: "xld-completion",
  form: null,
  name: { vi: "Văn bản đề nghị bổ sung đơn, tài liệu", en: "Request for completion" },
  symbol: "",
  build: (input) => {
    const circular = circularOf(input);
    const ground = circular ? `Điều 6 ${circular}` : "quy định của pháp luật về điều kiện xử lý đơn";
    return frame(
      input,
      completion,
      { letterSubject: "V/v đề nghị bổ sung đơn, tài liệu", number: "always", dated: true },
      [
        ...addressed(senderLine(input)),
        received(input, "đơn của ông (bà) về việc: ", toLineEnd(firstLine(input.matter?.content))),
        para(`Sau khi kiểm tra và căn cứ ${ground}, đơn, tài liệu kèm theo còn thiếu các nội dung sau đây:`),
        ...written(field(input, "missing")),
        para(`Đề nghị ông (bà) bổ sung và gửi đến ${input.agency.name} để được xem xét, xử lý theo quy định./.`),
        endingTo(input, "Như trên"),
      ],
    );
  },
};

interface Returned {
  readonly key: string;
  readonly form: string | null;
}

const returnForm = (made: Returned): Form => {
  const form: Form = {
    ...made,
    name: {
      vi: "Công văn trả lại đơn chuyển không đúng thẩm quyền",
      en: "Return of a petition wrongly forwarded",
    },
    symbol: "",
    build: (input) =>
      frame(
        input,
        form,
        { letterSubject: "V/v trả lại đơn chuyển không đúng thẩm quyền", number: "always", dated: true },
        [
          ...addressed(field(input, "forwarder")),
          received(
            input,
            "văn bản ",
            filled(field(input, "forwarderLetter"), 40),
            " chuyển đơn của ",
            ...sender(input),
            ".",
          ),
          addressLine(input),
          ...contentLines(input, "Đơn có nội dung:"),
          para(
            "Sau khi xem xét nội dung đơn và căn cứ quy định của pháp luật về khiếu nại, đơn của ",
            ...sender(input),
            ` không thuộc thẩm quyền giải quyết của ${input.agency.name}.`,
          ),
          ...reasonLines(input),
          ...originalLines(input),
          para(`${input.agency.name} trả lại đơn để quý cơ quan chuyển đúng cơ quan có thẩm quyền giải quyết./.`),
          endingTo(input, "Như trên"),
        ],
      ),
  };
  return form;
};

/** What came as an original goes back with the petition. */
const originalLines = (input: PaperInput): Block[] => {
  const originals = field(input, "originals");
  const each = originals?.split("\n").filter((one) => one.trim()) ?? [];
  const list = each.length > 1 ? each.map((one) => `- ${one.trim()}`).join("\n") : originals;
  return list ? labelled("Gửi trả kèm theo đơn các giấy tờ, tài liệu gốc:", list) : [];
};

const reasonLines = (input: PaperInput): Block[] => {
  const reason = field(input, "reason");
  return reason ? labelled("Lý do:", reason) : [line("Lý do: ", { fill: true })];
};

/** What the office tells the sender or the forwarder when it does not settle the petition. */
export const petitionAnswerForms: readonly Form[] = [
  ineligibleForm({ key: "tt07-02", form: "02-XLĐ", asksForMore: true }),
  ineligibleForm({ key: "xld-ineligible", form: null, asksForMore: false }),
  completion,
  returnForm({ key: "tt07-04", form: "04-XLĐ" }),
  returnForm({ key: "xld-return", form: null }),
];
