import { dateInWords, field, filled, labelled, para } from "../blanks.ts";
import { caseCode, denunciationLetter, endingToDenouncer, numbered, toDenouncer } from "./denunciation-frame.ts";
import { keepSecret } from "./denunciation-intake.ts";
import { authorityInText, type Form, frame, headSignature } from "./frame.ts";

const notAgain: Form = {
  key: "tc-again-notice",
  form: null,
  name: { vi: "Thông báo không giải quyết lại vụ việc tố cáo", en: "Notice that a case is not settled again" },
  symbol: "TB",
  build: (input) =>
    frame(
      input,
      notAgain,
      { kind: "THÔNG BÁO", subject: "Về việc không giải quyết lại vụ việc tố cáo", number: "always", dated: true },
      [
        ...toDenouncer(input),
        para(
          `${dateInWords(input.matter?.receivedOn).replace(/^ngày/u, "Ngày")}, ${input.agency.name} nhận được tố cáo tiếp (mã hồ sơ `,
          caseCode(input),
          ") đối với việc giải quyết tố cáo của ",
          filled(field(input, "resolver"), 40),
          ".",
        ),
        para(
          `Sau khi xem xét hồ sơ giải quyết vụ việc tố cáo trước đó, căn cứ điểm a khoản 2 Điều 37 Luật Tố cáo, ${authorityInText(input)} thấy việc giải quyết tố cáo trước đó là đúng quy định của pháp luật và không giải quyết lại vụ việc tố cáo.`,
        ),
        ...labelled("Lý do không giải quyết lại:", field(input, "reason"), 3),
        para("Vậy thông báo để người tố cáo biết./."),
        endingToDenouncer(input, headSignature(input, "(Chữ ký, dấu)")),
      ],
    ),
};

const demand: Form = {
  key: "tc-report-demand",
  form: null,
  name: {
    vi: "Văn bản yêu cầu báo cáo việc giải quyết tố cáo quá thời hạn",
    en: "Demand for a report on a delay",
  },
  symbol: "",
  build: (input) => {
    const resolver = field(input, "resolver");
    return denunciationLetter(input, demand, {
      subject: "V/v báo cáo việc giải quyết tố cáo quá thời hạn",
      to: resolver,
      body: [
        para(
          `${dateInWords(input.matter?.receivedOn).replace(/^ngày/u, "Ngày")}, ${input.agency.name} nhận được tố cáo tiếp (mã hồ sơ `,
          caseCode(input),
          ") vì đã quá thời hạn quy định tại Điều 30 Luật Tố cáo mà tố cáo chưa được giải quyết.",
        ),
        para(
          `Căn cứ khoản 2 Điều 38 Luật Tố cáo, ${authorityInText(input)} yêu cầu `,
          filled(resolver, 40),
          " báo cáo:",
        ),
        para("1. Quá trình giải quyết tố cáo;"),
        para("2. Lý do về việc chậm giải quyết tố cáo;"),
        para("3. Trách nhiệm giải quyết tố cáo."),
        para(
          "Báo cáo gửi trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này; đồng thời tiếp tục giải quyết tố cáo và báo cáo kết quả giải quyết (khoản 3 Điều 38 Luật Tố cáo).",
        ),
        para(`${keepSecret()}/.`),
      ],
    });
  },
};

const stop: Form = {
  key: "tc-stop-order",
  form: null,
  name: {
    vi: "Văn bản yêu cầu chấm dứt việc giải quyết và chuyển hồ sơ",
    en: "Order to stop and hand over the file",
  },
  symbol: "",
  build: (input) => {
    const resolver = field(input, "resolver");
    return denunciationLetter(input, stop, {
      subject: "V/v chấm dứt việc giải quyết tố cáo và chuyển hồ sơ vụ việc",
      to: resolver,
      body: [
        para(
          `Qua theo dõi, đôn đốc việc giải quyết tố cáo (mã hồ sơ `,
          caseCode(input),
          ")",
          ...(field(input, "demandNumber") ? [" theo ", ...numbered(input, "demand", "Văn bản")] : []),
          `, ${input.agency.name} thấy có căn cứ để người đứng đầu cơ quan, tổ chức cấp trên trực tiếp giải quyết vụ việc tố cáo.`,
        ),
        ...labelled("Căn cứ:", [field(input, "grounds"), field(input, "reason")].filter(Boolean).join("\n"), 3),
        para(
          `Căn cứ khoản 5 Điều 38 Luật Tố cáo, ${authorityInText(input)} yêu cầu `,
          filled(resolver, 40),
          ` chấm dứt việc giải quyết và chuyển ngay toàn bộ hồ sơ, tài liệu, chứng cứ của vụ việc tố cáo đến ${input.agency.name} để thụ lý, giải quyết.`,
        ),
        para(`Hồ sơ được niêm phong khi chuyển giao. ${keepSecret()}/.`),
      ],
    });
  },
};

export const denunciationAgainForms: readonly Form[] = [notAgain, demand, stop];
