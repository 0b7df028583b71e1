import { article, field, filled, labelled, para, written } from "../blanks.ts";
import { contested, petitionerNames } from "../parties.ts";
import { decisionPaper } from "./decision-frame.ts";
import { addressed, authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const request: Form = {
  key: "council-request",
  form: null,
  name: { vi: "Văn bản yêu cầu Hội đồng kỷ luật xem xét", en: "Request to the disciplinary council" },
  symbol: "",
  build: (input) =>
    frame(
      input,
      request,
      {
        letterSubject: "V/v xem xét khiếu nại quyết định kỷ luật cán bộ, công chức",
        number: "always",
        dated: true,
      },
      [
        ...addressed("Hội đồng kỷ luật cán bộ, công chức"),
        para(
          `${authorityInText(input)} đang giải quyết khiếu nại của `,
          filled(petitionerNames(input.matter), 30),
          " đối với ",
          filled(contested(input.matter), 40),
          ".",
        ),
        para(
          `Căn cứ Điều 52 Luật Khiếu nại, ${authorityInText(input)} yêu cầu Hội đồng kỷ luật cán bộ, công chức xem xét để đề nghị người có thẩm quyền giải quyết các nội dung sau đây:`,
        ),
        ...written(field(input, "content"), 4),
        ...(field(input, "findings") ? labelled("Kết quả xác minh nội dung khiếu nại:", field(input, "findings")) : []),
        para(`Đề nghị của Hội đồng được lập thành văn bản và gửi ${authorityInText(input)}./.`),
        ending({ ...input, recipients: input.recipients.slice(1) }, "Như trên", headSignature(input, "(Chữ ký, dấu)")),
      ],
    ),
};

const advisory: Form = {
  key: "advisory-council",
  form: null,
  name: { vi: "Quyết định thành lập Hội đồng tư vấn", en: "Decision to set up an advisory council" },
  symbol: "QĐ",
  build: (input) =>
    decisionPaper(input, advisory, {
      subject: "Về việc thành lập Hội đồng tư vấn giải quyết khiếu nại lần hai",
      considered: [["Căn cứ khoản 2 Điều 36 Luật Khiếu nại."]],
      articles: [
        article(
          1,
          "Thành lập Hội đồng tư vấn để tham khảo ý kiến giải quyết khiếu nại lần hai của ",
          filled(petitionerNames(input.matter)),
          " đối với ",
          filled(contested(input.matter), 40),
          ", gồm:",
        ),
        ...written(field(input, "members"), 5),
        article(2, "Hội đồng tư vấn thảo luận, cho ý kiến bằng văn bản về các nội dung sau đây:"),
        ...written(field(input, "question"), 3),
        para("Hội đồng tư vấn tự giải thể sau khi hoàn thành nhiệm vụ."),
        article(
          3,
          "Các ông (bà) có tên tại Điều 1 và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
      firstRecipient: "Như Điều 3",
    }),
};

export const councilForms: readonly Form[] = [request, advisory];
