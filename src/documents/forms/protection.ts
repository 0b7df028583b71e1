import { article, dateInWords, field, filled, labelled, line, para, toLineEnd } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import {
  caseCode,
  denunciationDecision,
  denunciationLetter,
  endingToDenouncer,
  numbered,
  responsibleFor,
  toDenouncer,
} from "./denunciation-frame.ts";
import { keepSecret } from "./denunciation-intake.ts";
import { authorityInText, type Form, frame, headSignature } from "./frame.ts";

// Điểm c khoản 2 Điều 52 asks for name and address: they are handed over apart, to those who protect.
const protectedPerson = (input: PaperInput): Block =>
  para(
    "Người được bảo vệ: theo hồ sơ mã ",
    caseCode(input),
    "; họ tên, địa chỉ được ghi riêng theo chế độ mật, chỉ giao cho cơ quan, người trực tiếp thực hiện biện pháp bảo vệ.",
  );

const oneEach = (text: string | undefined): string | undefined => text?.replaceAll("; ", ";\n");

const carriedOutBy = (input: PaperInput) =>
  responsibleFor(
    input,
    input.matter && "Cơ quan, tổ chức, cá nhân thực hiện biện pháp bảo vệ và cơ quan, tổ chức, cá nhân có liên quan",
  );

const silence = (): Block => para(keepSecret("người được bảo vệ"));

const order: Form = {
  key: "bv-decision",
  form: null,
  name: { vi: "Quyết định áp dụng biện pháp bảo vệ", en: "Protection decision" },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, order, {
      subject: "Áp dụng biện pháp bảo vệ",
      law: "khoản 1 Điều 51, Điều 52 ",
      articles: [
        article(1, "Áp dụng biện pháp bảo vệ theo quy định của Luật Tố cáo."),
        protectedPerson(input),
        ...labelled("Biện pháp bảo vệ:", oneEach(field(input, "measures")), 2),
        article(2, "Nội dung bảo vệ, trách nhiệm của cơ quan, tổ chức, cá nhân thực hiện:"),
        ...labelled("Nội dung:", field(input, "content"), 3),
        article(
          3,
          `Biện pháp bảo vệ được thực hiện từ ${dateInWords(field(input, "startOn"))} cho đến khi được chấm dứt theo khoản 2 Điều 54 Luật Tố cáo.`,
        ),
        silence(),
        article(4, ...carriedOutBy(input)),
      ],
      last: 4,
    }),
};

const referral: Form = {
  key: "bv-referral",
  form: null,
  name: { vi: "Văn bản đề nghị, yêu cầu áp dụng biện pháp bảo vệ", en: "Request to the competent authority" },
  symbol: "",
  build: (input) => {
    const authority = field(input, "authority");
    return denunciationLetter(input, referral, {
      subject: "V/v áp dụng biện pháp bảo vệ",
      to: authority,
      body: [
        para(
          `Trong quá trình giải quyết tố cáo, ${authorityInText(input)} thấy có căn cứ áp dụng biện pháp bảo vệ theo khoản 3 Điều 47 Luật Tố cáo; biện pháp cần thiết không thuộc thẩm quyền của mình.`,
        ),
        para(
          `Căn cứ khoản 1 Điều 49 và khoản 1 Điều 51 Luật Tố cáo, ${authorityInText(input)} đề nghị `,
          filled(authority, 30),
          " xem xét, quyết định áp dụng biện pháp bảo vệ như sau:",
        ),
        protectedPerson(input),
        ...labelled("Biện pháp đề nghị:", oneEach(field(input, "measures")), 2),
        ...labelled("Nội dung đề nghị:", field(input, "content"), 3),
        para(
          `Trường hợp không áp dụng biện pháp bảo vệ, đề nghị thông báo và nêu rõ lý do cho ${authorityInText(input)} để giải thích cho người tố cáo (khoản 3 Điều 51 Luật Tố cáo). ${keepSecret("người được bảo vệ")}/.`,
        ),
      ],
    });
  },
};

const refusal: Form = {
  key: "bv-refusal",
  form: null,
  name: { vi: "Thông báo không áp dụng biện pháp bảo vệ", en: "Refusal of protection" },
  symbol: "TB",
  build: (input) =>
    frame(
      input,
      refusal,
      { kind: "THÔNG BÁO", subject: "Về việc không áp dụng biện pháp bảo vệ", number: "always", dated: true },
      [
        ...toDenouncer(input),
        para(
          `${input.agency.name} đã nhận được đề nghị áp dụng biện pháp bảo vệ (mã hồ sơ `,
          caseCode(input),
          `) ${dateInWords(input.matter?.receivedOn)}.`,
        ),
        para(
          `Sau khi xem xét, căn cứ khoản 3 Điều 51 Luật Tố cáo, ${authorityInText(input)} không áp dụng biện pháp bảo vệ.`,
        ),
        ...labelled("Lý do:", field(input, "reason"), 3),
        para("Vậy thông báo để người tố cáo biết./."),
        endingToDenouncer(input, headSignature(input, "(Chữ ký, dấu)")),
      ],
    ),
};

const change: Form = {
  key: "bv-change",
  form: null,
  name: { vi: "Quyết định thay đổi, bổ sung biện pháp bảo vệ", en: "Change of the protection" },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, change, {
      subject: "Thay đổi, bổ sung biện pháp bảo vệ",
      law: "khoản 1, khoản 3 Điều 54 ",
      added: [["Căn cứ ", ...numbered(input, "protection"), " về việc áp dụng biện pháp bảo vệ;"]],
      articles: [
        article(1, "Thay đổi, bổ sung biện pháp bảo vệ đã áp dụng tại ", ...numbered(input, "protection"), "."),
        protectedPerson(input),
        ...labelled("Biện pháp bảo vệ sau khi thay đổi, bổ sung:", oneEach(field(input, "measures")), 2),
        ...labelled("Lý do, nội dung thay đổi:", field(input, "reason"), 2),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        silence(),
        article(3, ...carriedOutBy(input)),
      ],
      last: 3,
    }),
};

const end: Form = {
  key: "bv-end",
  form: null,
  name: { vi: "Quyết định chấm dứt biện pháp bảo vệ", en: "End of the protection" },
  symbol: "QĐ",
  build: (input) => {
    const requested = field(input, "requestedOn");
    return denunciationDecision(input, end, {
      subject: "Chấm dứt áp dụng biện pháp bảo vệ",
      law: "khoản 2, khoản 3 Điều 54 ",
      added: [["Căn cứ ", ...numbered(input, "protection"), " về việc áp dụng biện pháp bảo vệ;"]],
      articles: [
        article(1, "Chấm dứt áp dụng biện pháp bảo vệ theo ", ...numbered(input, "protection"), "."),
        protectedPerson(input),
        line(
          "Căn cứ chấm dứt: ",
          toLineEnd(
            field(input, "why") && `${field(input, "why")}${requested ? ` (văn bản ${dateInWords(requested)})` : ""}.`,
          ),
        ),
        ...(field(input, "reason") ? labelled("Lý do:", field(input, "reason")) : []),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        silence(),
        article(3, ...carriedOutBy(input)),
      ],
      last: 3,
    });
  },
};

export const protectionForms: readonly Form[] = [order, referral, refusal, change, end];
