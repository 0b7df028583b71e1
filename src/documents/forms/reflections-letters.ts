import { field, para, written } from "../blanks.ts";
import { addressed, type Form, frame } from "./frame.ts";
import { addressLine, contentLines, copyToSender, endingTo, received, sender, senderLine } from "./petitions-frame.ts";

const answer: Form = {
  key: "knpa-answer",
  form: null,
  name: { vi: "Công văn trả lời kiến nghị, phản ánh", en: "Answer to a recommendation or reflection" },
  symbol: "",
  build: (input) =>
    frame(input, answer, { letterSubject: "V/v trả lời kiến nghị, phản ánh", number: "always", dated: true }, [
      ...addressed(senderLine(input)),
      received(input, "kiến nghị, phản ánh của ông (bà)."),
      ...contentLines(input, "Nội dung kiến nghị, phản ánh:"),
      para(
        `Sau khi nghiên cứu, xem xét, căn cứ khoản 2 Điều 26 Luật Tiếp công dân, ${input.agency.name} trả lời như sau:`,
      ),
      ...written(field(input, "answer"), 4),
      para(`${input.agency.name} trả lời để ông (bà) được biết./.`),
      endingTo(input, "Như trên"),
    ]),
};

const regulation: Form = {
  key: "pakn-transfer",
  form: null,
  name: { vi: "Văn bản chuyển phản ánh, kiến nghị", en: "Transfer of a reflection on regulations" },
  symbol: "",
  build: (input) => {
    const body = field(input, "competentBody");
    const named = body ?? { dots: 40 };
    return frame(
      input,
      regulation,
      { letterSubject: "V/v chuyển phản ánh, kiến nghị về quy định hành chính", number: "always", dated: true },
      [
        ...addressed(body),
        received(input, "phản ánh, kiến nghị của ", ...sender(input), "."),
        addressLine(input),
        ...contentLines(input, "Nội dung phản ánh, kiến nghị:"),
        para(
          `Căn cứ điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP ngày 14 tháng 02 năm 2008 của Chính phủ về tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính, ${input.agency.name} chuyển phản ánh, kiến nghị nêu trên đến `,
          named,
          " để xử lý theo thẩm quyền./.",
        ),
        endingTo(input, "Như trên", copyToSender(input, "để biết")),
      ],
    );
  },
};

export const reflectionForms: readonly Form[] = [answer, regulation];
