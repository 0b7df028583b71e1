import { article, dateInWords, field, filled, para, written } from "../blanks.ts";
import { decisionPaper } from "./decision-frame.ts";
import { addressed, authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const expertDecision: Form = {
  key: "kn-09",
  form: "09",
  name: { vi: "Quyết định trưng cầu giám định", en: "Decision to ask for an expert opinion" },
  symbol: "QĐ",
  build: (input) => {
    const expert = field(input, "expert");
    const requester = field(input, "requestedBy", "proposedBy", "requester");
    return decisionPaper(input, expertDecision, {
      subject: "Về việc trưng cầu giám định thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại",
      considered: [
        [
          "Xét đề nghị của ",
          filled(requester, 30),
          " về việc trưng cầu giám định ",
          filled(field(input, "question"), 30),
          ";",
        ],
        ["Xét ", filled(field(input, "reason"), 60), "."],
      ],
      articles: [
        article(
          1,
          "Trưng cầu ",
          filled(expert, 30),
          " thực hiện việc giám định đối với ",
          filled(field(input, "question"), 40),
          ".",
        ),
        article(2, `Kinh phí trưng cầu giám định (nếu phải chi trả) do ${input.agency.name} chi trả theo quy định.`),
        article(
          3,
          "Các ông (bà) ",
          filled(requester, 20),
          ", ",
          filled(expert, 20),
          " và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
      firstRecipient: "Như Điều 3",
    });
  },
};

const expertLetter: Form = {
  key: "kn-10",
  form: "10",
  name: { vi: "Văn bản đề nghị gửi kết quả giám định", en: "Letter asking for the expert's result" },
  symbol: "",
  build: (input) => {
    const agency = input.agency.name;
    const expert = field(input, "expert");
    const decidedOn = dateInWords(field(input, "expertDate", "decidedOn"));
    return frame(
      input,
      expertLetter,
      {
        letterSubject: "V/v đề nghị gửi kết quả giám định liên quan đến nội dung khiếu nại",
        number: "always",
        dated: true,
      },
      [
        ...addressed(expert),
        para(
          `Để có cơ sở cho việc giải quyết khiếu nại bảo đảm chính xác, khách quan, ${decidedOn}, ${authorityInText(input)} đã có Quyết định số `,
          filled(field(input, "expertNumber"), 16),
          " về việc trưng cầu giám định các thông tin, tài liệu, bằng chứng sau đây:",
        ),
        ...written(field(input, "question"), 3),
        para(
          "Vậy đề nghị ",
          filled(expert, 24),
          ` tiến hành giám định và gửi kết quả cho ${agency} trước ${dateInWords(field(input, "resultBy"))}.`,
        ),
        para(
          `${agency} cử ông (bà) `,
          filled(field(input, "officer", "courier", "handedBy"), 30),
          " trực tiếp bàn giao thông tin, tài liệu, bằng chứng và nhận kết quả giám định.",
        ),
        para(`Kinh phí giám định (nếu phải chi trả) do ${agency} chi trả theo quy định./.`),
        ending(input, "Như trên", headSignature(input, "(Chữ ký, dấu)")),
      ],
    );
  },
};

export const expertForms: readonly Form[] = [expertDecision, expertLetter];
