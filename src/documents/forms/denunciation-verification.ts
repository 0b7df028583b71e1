import {
  article,
  dateInWords,
  field,
  filled,
  labelled,
  line,
  openingOfRecord,
  para,
  timeInWords,
  toLineEnd,
  written,
} from "../blanks.ts";
import type { Block, Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import {
  accusedByName,
  accusedOf,
  caseCode,
  denunciationDecision,
  denunciationLetter,
  earlierDecision,
  numbered,
  stop,
} from "./denunciation-frame.ts";
import { authorityInText, type Form, frame } from "./frame.ts";

/** Mẫu số 08 and 10 are the team's papers: the agency that set it up stands above it. */
export const asTeam = (input: PaperInput): PaperInput => ({
  ...input,
  agency: {
    ...input.agency,
    parentName: input.agency.name,
    name: "Đoàn (Tổ) xác minh nội dung tố cáo",
  },
});

const listed = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/[\n;]/u)
    .map((one) => one.trim())
    .filter(Boolean);

const team = (input: PaperInput): Block[] => {
  const leader = field(input, "leader");
  const members = listed(field(input, "members")).filter((one) => one !== leader);
  const named = [...(leader ? [leader] : []), ...members];
  if (named.length > 0)
    return named.map((one, index) =>
      para(`${index + 1}. Ông (bà) ${one}: ${index === 0 ? "Trưởng đoàn (Tổ trưởng)" : "Thành viên"};`),
    );
  return ["Trưởng đoàn (Tổ trưởng)", "Thành viên"].map((part, index) =>
    line(`${index + 1}. Ông (bà): `, filled(undefined, 36), " chức vụ: ", filled(undefined, 20), ` ${part};`),
  );
};

const period = (input: PaperInput): Block => {
  const text = field(input, "period");
  const days = /^(\d+)(?:\s*ngày)?\.?$/u.exec(text ?? "")?.[1];
  if (text && !days) return para(`Thời gian tiến hành xác minh: ${text.replace(/\.$/u, "")}.`);
  return line("Thời gian tiến hành xác minh là ", filled(days, 10), " ngày, kể từ ngày ký Quyết định này.");
};

const setUp: Form = {
  key: "tc-07",
  form: "07",
  name: {
    vi: "Quyết định thành lập Đoàn (Tổ) xác minh nội dung tố cáo",
    en: "Decision to set up a verification team",
  },
  symbol: "QĐ",
  build: (input) =>
    denunciationDecision(input, setUp, {
      subject: "Thành lập Đoàn (Tổ) xác minh nội dung tố cáo",
      added: [["Căn cứ ", ...earlierDecision(input, "acceptance"), " về việc thụ lý tố cáo;"]],
      articles: [
        article(1, "Thành lập Đoàn (Tổ) xác minh nội dung tố cáo, gồm:"),
        ...team(input),
        ...labelled(
          [{ text: "Điều 2. ", bold: true }, "Đoàn (Tổ) xác minh có nhiệm vụ kiểm tra, xác minh nội dung tố cáo:"],
          field(input, "content", "acceptedContent"),
        ),
        period(input),
        para(
          "Đoàn (Tổ) xác minh thực hiện các quyền, nghĩa vụ, trách nhiệm quy định tại các điểm a, b, c, d khoản 1 và điểm a, b, c khoản 2 Điều 11 của Luật Tố cáo.",
        ),
        article(
          3,
          "Các ông (bà) ",
          filled(field(input, "responsible"), 24),
          ", ",
          filled(accusedByName(input), 24),
          ", cơ quan, tổ chức, đơn vị, cá nhân có liên quan và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
      last: 3,
    }),
};

const assignment: Form = {
  key: "tc-assignment",
  form: null,
  name: { vi: "Văn bản giao xác minh nội dung tố cáo", en: "Assignment of the verification" },
  symbol: "",
  build: (input) => {
    const agency = field(input, "agency");
    return denunciationLetter(input, assignment, {
      subject: "V/v giao xác minh nội dung tố cáo",
      to: agency,
      body: [
        para(
          "Căn cứ Điều 31 Luật Tố cáo và ",
          ...numbered(input, "acceptance"),
          ` về việc thụ lý tố cáo, ${authorityInText(input)} giao `,
          filled(agency, 30),
          " xác minh nội dung tố cáo như sau:",
        ),
        ...labelled("1. Người bị tố cáo, địa chỉ hoặc trụ sở:", accusedOf(input), 1),
        ...labelled("2. Nội dung cần xác minh:", field(input, "content"), 3),
        ...labelled("3. Thời gian tiến hành xác minh:", field(input, "period"), 0),
        ...labelled("4. Quyền và trách nhiệm của người được giao xác minh:", field(input, "powers"), 2),
        para(
          "Tài liệu giao kèm đã lược bỏ họ tên, địa chỉ, bút tích và thông tin cá nhân của người tố cáo. Người được giao xác minh có trách nhiệm giữ bí mật thông tin về người tố cáo theo Điều 8 và Điều 56 Luật Tố cáo.",
        ),
        para(
          `Kết thúc việc xác minh, đề nghị báo cáo bằng văn bản kết quả xác minh và kiến nghị biện pháp xử lý với ${authorityInText(input)}./.`,
        ),
      ],
    });
  },
};

/** With whom: by the act; the denouncer only by the word and the code. */
const counterpart = (input: PaperInput): Rich => {
  switch (input.act) {
    case "work-with-denouncer":
      return ["người tố cáo (mã hồ sơ ", caseCode(input), ")."];
    case "work-with-accused":
      return ["người bị tố cáo, ", toLineEnd(accusedOf(input)), ...stop(accusedOf(input))];
    default:
      return [toLineEnd(field(input, "with"))];
  }
};

const sessionTitle = (input: PaperInput): string | undefined => {
  switch (input.act) {
    case "work-with-denouncer":
      return "Làm việc trực tiếp với người tố cáo";
    case "work-with-accused":
      return "Làm việc trực tiếp với người bị tố cáo";
    case "work-with-others":
      return "Làm việc với cơ quan, tổ chức, cá nhân; xác minh thực tế";
    case "record-check":
      return "Kiểm tra, xác minh thông tin về người tố cáo và điều kiện thụ lý tố cáo";
    default:
      return undefined;
  }
};

const teamPresent = (input: PaperInput): Block[] => [
  para(
    "Đoàn (Tổ) xác minh tố cáo được thành lập theo ",
    ...numbered(input, "team"),
    ` của ${authorityInText(input)} gồm:`,
  ),
  ...[1, 2].map((n) => line(`${n}. Ông (bà): `, filled(undefined, 40), " chức vụ: ", toLineEnd(undefined))),
];

const checkers = (): Block[] => [
  para("Người kiểm tra, xác minh thông tin gồm:"),
  line("1. Ông (bà): ", filled(undefined, 40), " chức vụ: ", toLineEnd(undefined)),
];

/** Who did not sign, as the form asks to write down. */
const unsigned = (input: PaperInput): Block[] => {
  const note = field(input, "unsignedNote");
  return note ? [para(`Có người không ký biên bản: ${note}`)] : [];
};

const session: Form = {
  key: "tc-08",
  form: "08",
  name: { vi: "Biên bản làm việc", en: "Record of a working session" },
  symbol: "BB",
  build: (input) => {
    const check = input.act === "record-check";
    const heading = { kind: "BIÊN BẢN", subject: sessionTitle(input), number: "never", dated: true } as const;
    return frame(check ? input : asTeam(input), session, heading, [
      openingOfRecord(field(input, "time"), field(input, "heldOn") ?? input.issuedOn, field(input, "place")),
      ...(check ? checkers() : teamPresent(input)),
      line("Tiến hành làm việc với: ", ...counterpart(input)),
      ...labelled(
        "Nội dung làm việc:",
        [field(input, "explained"), field(input, "summary", "result")].filter(Boolean).join("\n"),
        5,
      ),
      ...unsigned(input),
      para(
        `Buổi làm việc kết thúc hồi ${timeInWords(field(input, "endTime"))} cùng ngày (hoặc ngày ...../...../.......).`,
      ),
      para("Biên bản này đã được đọc cho những người cùng làm việc nghe và xác nhận dưới đây."),
      line(
        "Biên bản được lập thành ",
        filled(field(input, "copies"), 6),
        " bản và giao cho ",
        filled(undefined, 24),
        " 01 bản./.",
      ),
      {
        kind: "signatures",
        rows: [
          [
            { title: ["NHỮNG NGƯỜI", "CÙNG LÀM VIỆC"], note: "(Chữ ký hoặc điểm chỉ)" },
            check
              ? { title: ["NGƯỜI KIỂM TRA,", "XÁC MINH"], note: "(Chữ ký)" }
              : { title: ["ĐOÀN (TỔ) XÁC MINH"], note: "(Từng thành viên làm việc ký)" },
          ],
        ],
      },
    ]);
  },
};

const expert: Form = {
  key: "tc-09",
  form: "09",
  name: { vi: "Trưng cầu giám định", en: "Commission of an expert" },
  symbol: "",
  build: (input) => {
    const body = field(input, "expert");
    const agency = input.agency.name;
    return denunciationLetter(input, expert, {
      subject: "V/v trưng cầu giám định",
      to: body,
      body: [
        para(
          `Để có cơ sở cho việc kết luận nội dung tố cáo bảo đảm chính xác, khách quan, ${agency} trưng cầu giám định các thông tin, tài liệu, bằng chứng sau đây:`,
        ),
        ...written(field(input, "question"), 3),
        para(
          "Vậy đề nghị ",
          filled(body, 24),
          ` tiến hành giám định và gửi kết quả cho ${agency} trước ${dateInWords(field(input, "resultBy"))}.`,
        ),
        para(
          `${agency} cử ông (bà) `,
          filled(field(input, "officer"), 30),
          " là thành viên Đoàn (Tổ) xác minh tố cáo trực tiếp bàn giao các tài liệu, bằng chứng và nhận kết quả giám định./.",
        ),
      ],
    });
  },
};

export const denunciationVerificationForms: readonly Form[] = [setUp, assignment, session, expert];
