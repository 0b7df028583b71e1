import { dateInWords, field, filled, labelled, para } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { accusedOf, endingAsAbove, numbered } from "./denunciation-frame.ts";
import { asTeam } from "./denunciation-verification.ts";
import { addressed, authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const summary = (input: PaperInput): Block[] =>
  labelled("Tóm tắt nội dung tố cáo:", field(input, "acceptedContent"), 1);

const joined = (input: PaperInput, ...parts: readonly (string | readonly [label: string, id: string])[]): string =>
  parts
    .map((part) => {
      if (typeof part === "string") return field(input, part);
      const value = field(input, part[1]);
      return value && `${part[0]}: ${value}`;
    })
    .filter(Boolean)
    .join("\n");

/** What both reports hold. */
const results = (input: PaperInput): Block[] => [
  ...labelled("1. Kết quả xác minh:", field(input, "findings"), 4),
  ...labelled(
    "2. Nhận xét, đánh giá:",
    joined(input, "conclusion", [
      "Vi phạm pháp luật, sai lầm hoặc không phù hợp của việc giải quyết tố cáo trước đó",
      "earlier",
    ]),
    3,
  ),
  ...labelled("3. Kiến nghị:", field(input, "recommendation"), 3),
];

const teamReport: Form = {
  key: "tc-10",
  form: "10",
  name: {
    vi: "Báo cáo kết quả xác minh nội dung tố cáo của Đoàn (Tổ) xác minh",
    en: "Report of the verification team",
  },
  symbol: "BC",
  build: (input) => {
    const resolver = authorityInText(input);
    return frame(
      asTeam(input),
      teamReport,
      { kind: "BÁO CÁO", subject: "Kết quả xác minh nội dung tố cáo", number: "if-given", dated: true },
      [
        ...addressed(resolver),
        para(
          "Thực hiện ",
          ...numbered(input, "team"),
          ` của ${resolver} về việc thành lập Đoàn (Tổ) xác minh nội dung tố cáo.`,
        ),
        para(
          `Từ ${dateInWords(field(input, "teamDate"))} đến ${dateInWords(input.issuedOn)}, Đoàn (Tổ) xác minh đã tiến hành xác minh nội dung tố cáo đối với: `,
          filled(accusedOf(input), 40),
          ".",
        ),
        ...summary(input),
        para("Đoàn (Tổ) xác minh nội dung tố cáo báo cáo kết quả xác minh nội dung tố cáo như sau:"),
        ...results(input),
        para(`Trên đây là báo cáo kết quả xác minh nội dung tố cáo, đề nghị ${resolver} xem xét, chỉ đạo./.`),
        endingAsAbove(input, {
          title: ["TRƯỞNG ĐOÀN (TỔ) XÁC MINH"],
          note: "(Chữ ký)",
          name: field(input, "leader"),
        }),
      ],
    );
  },
};

/** The body that was asked to verify stands above its own report; its head signs. */
const asAssigned = (input: PaperInput): PaperInput => {
  const name = field(input, "assignedAgency");
  if (!name) return input;
  const { parentName: _, headName: __, ...agency } = input.agency;
  return { ...input, agency: { ...agency, name, headTitle: "Thủ trưởng cơ quan" } };
};

const agencyReport: Form = {
  key: "tc-11",
  form: "11",
  name: {
    vi: "Báo cáo kết quả xác minh nội dung tố cáo của cơ quan được giao",
    en: "Report of the body that was asked to verify",
  },
  symbol: "BC",
  build: (input) => {
    const resolver = authorityInText(input);
    const own = asAssigned(input);
    const agency = own.agency.name;
    return frame(
      own,
      agencyReport,
      { kind: "BÁO CÁO", subject: "Kết quả xác minh nội dung tố cáo", number: "always", dated: true },
      [
        ...addressed(resolver),
        para(
          "Thực hiện nhiệm vụ được giao xác minh nội dung tố cáo tại ",
          ...numbered(input, "assignment", "Văn bản"),
          ` của ${resolver}, ${agency} đã thành lập Đoàn (Tổ) xác minh nội dung tố cáo đối với: `,
          filled(accusedOf(input), 40),
          ".",
        ),
        ...summary(input),
        para(
          `Căn cứ Báo cáo của Đoàn (Tổ) xác minh về kết quả xác minh nội dung tố cáo và các thông tin, tài liệu, bằng chứng có liên quan, ${agency} báo cáo ${resolver} như sau:`,
        ),
        ...results(input),
        para(`Trên đây là báo cáo kết quả xác minh nội dung tố cáo, đề nghị ${resolver} xem xét, kết luận./.`),
        endingAsAbove(own, headSignature(own, "(Chữ ký, dấu)")),
      ],
    );
  },
};

const conclusion: Form = {
  key: "tc-12",
  form: "12",
  name: { vi: "Kết luận nội dung tố cáo", en: "Conclusion on a denunciation" },
  symbol: "KL",
  build: (input) => {
    const accused = accusedOf(input);
    const agency = input.agency.name;
    return frame(
      input,
      conclusion,
      {
        kind: "KẾT LUẬN NỘI DUNG TỐ CÁO",
        subject: `Đối với ${accused ?? "........................................"}`,
        number: "always",
        dated: true,
      },
      [
        para(
          `${dateInWords(field(input, "acceptanceDate")).replace(/^ngày/u, "Ngày")}, ${agency} đã ban hành Quyết định số `,
          filled(field(input, "acceptanceNumber"), 16),
          " thụ lý tố cáo đối với ",
          filled(accused, 40),
          ".",
        ),
        para(
          `Căn cứ nội dung tố cáo, giải trình của người bị tố cáo, kết quả xác minh nội dung tố cáo, các tài liệu, chứng cứ có liên quan và đối chiếu với các quy định của pháp luật, ${agency} kết luận nội dung tố cáo như sau:`,
        ),
        ...labelled("1. Kết quả xác minh nội dung tố cáo:", field(input, "findings"), 4),
        ...labelled(
          "2. Căn cứ pháp luật để xác định có hay không có hành vi vi phạm pháp luật:",
          field(input, "legalBasis"),
          2,
        ),
        ...labelled(
          "3. Kết luận:",
          joined(
            input,
            "conclusion",
            ["Trách nhiệm của cơ quan, tổ chức, cá nhân", "responsibility"],
            ["Vi phạm trong việc giải quyết tố cáo trước đó", "earlierBreaches"],
            ["Trách nhiệm đối với việc giải quyết tố cáo trước đó", "earlierResponsibility"],
          ),
          3,
        ),
        ...labelled(
          "4. Các biện pháp xử lý theo thẩm quyền cần thực hiện và kiến nghị:",
          joined(input, "measures", ["Kiến nghị về chính sách, pháp luật", "policy"]),
          3,
        ),
        ending(
          { ...input, recipients: ["Cơ quan thanh tra nhà nước cùng cấp", ...input.recipients] },
          "Cơ quan thanh tra nhà nước cấp trên",
          { ...headSignature(input, "(Chữ ký)"), title: ["NGƯỜI GIẢI QUYẾT TỐ CÁO"] },
        ),
      ],
    );
  },
};

export const denunciationReportForms: readonly Form[] = [teamReport, agencyReport, conclusion];
