import { dateInWords, field, filled, labelled, para } from "../blanks.ts";
import type { Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { accusedOf, caseCode, denunciationLetter } from "./denunciation-frame.ts";
import { authorityInText, type Form } from "./frame.ts";

const receivedCase = (input: PaperInput): Rich => [
  `${dateInWords(input.matter?.receivedOn).replace(/^ngày/u, "Ngày")}, ${input.agency.name} nhận được tố cáo (mã hồ sơ `,
  caseCode(input),
  ")",
];

/** Every body that gets something of a denunciation is told its duty. */
export const keepSecret = (whose = "người tố cáo"): string =>
  `Đề nghị cơ quan, tổ chức, cá nhân nhận văn bản này giữ bí mật thông tin về ${whose} theo Điều 8 và Điều 56 Luật Tố cáo.`;

const delegation: Form = {
  key: "tc-delegation",
  form: null,
  name: {
    vi: "Văn bản ủy quyền, đề nghị kiểm tra thông tin và điều kiện thụ lý",
    en: "Delegation of the check before acceptance",
  },
  symbol: "",
  build: (input) => {
    const agency = field(input, "agency");
    return denunciationLetter(input, delegation, {
      subject: "V/v kiểm tra, xác minh thông tin và điều kiện thụ lý tố cáo",
      to: agency,
      body: [
        para(...receivedCase(input), "."),
        para(
          `Căn cứ khoản 1 Điều 24 Luật Tố cáo, ${authorityInText(input)} đề nghị `,
          filled(agency, 30),
          " kiểm tra, xác minh các thông tin cần thiết phục vụ việc ra quyết định thụ lý tố cáo như sau:",
        ),
        para("1. Thông tin về người tố cáo: theo yêu cầu gửi riêng theo chế độ mật, không ghi tại văn bản này."),
        ...labelled("2. Điều kiện thụ lý tố cáo cần kiểm tra, xác minh:", field(input, "content"), 3),
        ...(field(input, "why") ? labelled("3. Lý do:", field(input, "why")) : []),
        para(
          `Kết quả kiểm tra, xác minh đề nghị gửi ${input.agency.name} để bảo đảm thời hạn xử lý ban đầu không quá 10 ngày làm việc kể từ ngày nhận được tố cáo.`,
        ),
        para(`${keepSecret()}/.`),
      ],
    });
  },
};

const inspection: Form = {
  key: "tc-inspection",
  form: null,
  name: {
    vi: "Văn bản thanh tra, kiểm tra hoặc chuyển thông tin có nội dung tố cáo",
    en: "Inspection of information, or passing it on",
  },
  symbol: "",
  build: (input) => {
    const agency = field(input, "agency");
    return denunciationLetter(input, inspection, {
      subject: "V/v thanh tra, kiểm tra thông tin có nội dung tố cáo",
      to: agency,
      body: [
        para(
          `${dateInWords(input.matter?.receivedOn).replace(/^ngày/u, "Ngày")}, ${input.agency.name} nhận được thông tin có nội dung tố cáo (mã hồ sơ `,
          caseCode(input),
          ") thuộc trường hợp quy định tại khoản 1 Điều 25 Luật Tố cáo, không xử lý theo trình tự giải quyết tố cáo.",
        ),
        ...labelled("Trường hợp:", field(input, "ground"), 1),
        para(
          "Thông tin có nội dung rõ ràng về người có hành vi vi phạm pháp luật, có tài liệu, chứng cứ cụ thể về hành vi vi phạm pháp luật và có cơ sở để thẩm tra, xác minh.",
        ),
        para(
          `Căn cứ khoản 2 Điều 25 Luật Tố cáo, ${authorityInText(input)} ${agency || !input.matter ? "chuyển thông tin, tài liệu kèm theo và đề nghị" : "giao"} `,
          filled(agency, 30),
          " tiến hành việc thanh tra, kiểm tra theo thẩm quyền phục vụ cho công tác quản lý.",
        ),
        para(
          `Kết quả thanh tra, kiểm tra đề nghị gửi ${input.agency.name}. ${keepSecret("người cung cấp thông tin")}/.`,
        ),
      ],
    });
  },
};

const toParty: Form = {
  key: "tc-party-transfer",
  form: null,
  name: { vi: "Văn bản chuyển đơn tố cáo đảng viên", en: "Passing a denunciation to the Party body" },
  symbol: "",
  build: (input) => {
    const agency = field(input, "agency");
    return denunciationLetter(input, toParty, {
      subject: "V/v chuyển đơn tố cáo đảng viên",
      to: agency,
      body: [
        para(...receivedCase(input), " đối với ", filled(accusedOf(input), 30), "."),
        para(
          "Đơn tố cáo đảng viên vi phạm Điều lệ Đảng, quy định của Đảng. Căn cứ Điều 15 Thông tư số 05/2021/TT-TTCP, ",
          `${authorityInText(input)} chuyển đơn và tài liệu kèm theo (nếu có) đến `,
          filled(agency, 30),
          " để xem xét, giải quyết theo thẩm quyền.",
        ),
        para(`${keepSecret()}/.`),
      ],
    });
  },
};

export const denunciationIntakeForms: readonly Form[] = [delegation, inspection, toParty];
