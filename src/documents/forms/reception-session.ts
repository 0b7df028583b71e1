import { formatCivilDate } from "../../time/civil-date.ts";
import {
  dashed,
  dateInWords,
  dottedLines,
  filled,
  heading,
  labelled,
  line,
  openingOfRecord,
  para,
  stopped,
  timeInWords,
} from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperSession } from "../paper.ts";
import { authorityInText, type Form, frame, groundOf } from "./frame.ts";
import { endingTo } from "./petitions-frame.ts";

type Line = PaperSession["lines"][number];

const kindOf = ({ kind }: PaperSession): string => (kind === "scheduled" ? "định kỳ" : "đột xuất");

const ownFile =
  "Nội dung tố cáo và ý kiến của người tiếp được ghi trong hồ sơ riêng của vụ việc (Điều 8, Điều 56 Luật Tố cáo).";

const visitInMinutes = (each: Line, index: number): Block[] => [
  para({ text: `${index + 1}. ${each.who}`, bold: true }, ` (số ${each.no} trong Sổ tiếp công dân)`),
  ...(each.hidden
    ? [para(ownFile)]
    : [
        ...labelled("Nội dung công dân trình bày:", each.content),
        ...labelled("Ý kiến của cơ quan, đơn vị cùng tiếp:", dashed(each.opinions)),
        ...labelled("Ý kiến, kết luận của người chủ trì:", each.conclusion),
      ]),
];

const visits = ({ lines }: PaperSession): Block[] =>
  lines.length > 0 ? lines.flatMap(visitInMinutes) : [para("Không có công dân đến trong buổi tiếp.")];

const signatures: Block = {
  kind: "signatures",
  rows: [
    [
      { title: ["CÔNG DÂN ĐƯỢC TIẾP"], note: "(Ký, ghi rõ họ tên hoặc điểm chỉ)" },
      { title: ["ĐẠI DIỆN CƠ QUAN,", "ĐƠN VỊ CÙNG TIẾP"], note: "(Ký, ghi rõ họ tên)" },
    ],
    [
      { title: ["NGƯỜI GHI BIÊN BẢN"], note: "(Ký, ghi rõ họ tên)" },
      { title: ["NGƯỜI CHỦ TRÌ"], note: "(Ký, ghi rõ họ tên)" },
    ],
  ],
};

// Practice: the law wants the content written down truthfully, fully and clearly (điểm b khoản 1 Điều 26) and prints no form.
const minutes: Form = {
  key: "tcd-session-minutes",
  form: null,
  name: { vi: "Biên bản buổi tiếp công dân", en: "Minutes of the session" },
  symbol: "BB",
  build: (input) => {
    const { session } = input;
    return frame(
      input,
      minutes,
      {
        kind: "BIÊN BẢN",
        subject: "Buổi tiếp công dân của người đứng đầu",
        number: "if-given",
        dated: false,
      },
      [
        openingOfRecord(session?.startedAt, session?.on, session?.place),
        para(
          `${input.agency.name} tổ chức buổi tiếp công dân${session ? ` ${kindOf(session)}` : ""} của ${authorityInText(input)}.`,
        ),
        heading("I. THÀNH PHẦN"),
        line("1. Người chủ trì tiếp công dân: ", stopped(session?.receivedBy)),
        ...labelled("2. Cơ quan, đơn vị cùng tiếp:", dashed(session?.attending), 1),
        line("3. Người ghi biên bản: ", stopped(session?.secretary)),
        heading("II. NỘI DUNG"),
        ...(session ? visits(session) : [dottedLines(6)]),
        para(
          `Buổi tiếp công dân kết thúc vào hồi ${timeInWords(session?.endedAt)}, ${dateInWords(session?.on)}. Biên bản được đọc lại cho những người có mặt nghe, công nhận là đúng và cùng ký tên./.`,
        ),
        signatures,
      ],
    );
  },
};

const concluded = (each: Line, index: number): Block[] => [
  para({ text: `${index + 1}. ${each.who}`, bold: true }, ` (số ${each.no} trong Sổ tiếp công dân)`),
  ...labelled("Nội dung:", each.content, 1),
  ...labelled("a) Ý kiến chỉ đạo:", each.conclusion),
  line("b) Cơ quan, đơn vị chịu trách nhiệm giải quyết: ", stopped(each.unit)),
  line(
    "c) Thời hạn giải quyết, gửi kết quả cho công dân: ",
    stopped(each.doBy && `chậm nhất ${dateInWords(each.doBy)}`),
  ),
  line("d) Người cần liên hệ để biết kết quả: ", stopped(each.contact)),
];

const conclusion: Form = {
  key: "tcd-session-conclusion",
  form: null,
  name: { vi: "Thông báo kết luận buổi tiếp công dân", en: "Notice of what the head concluded at the session" },
  symbol: "TB",
  build: (input) => {
    const { session } = input;
    const lines = (session?.lines ?? []).filter((each) => !each.hidden);
    const units = [...new Set(lines.map(({ unit }) => unit).filter((unit) => unit !== ""))];
    const day = session ? formatCivilDate(session.on, "vi") : "";
    return frame(
      input,
      conclusion,
      {
        kind: "THÔNG BÁO",
        subject: `Kết luận việc tiếp công dân của người đứng đầu${day && ` ngày ${day}`}`,
        number: "always",
        dated: true,
      },
      [
        line(
          `${capital(dateInWords(session?.on))}, tại `,
          filled(session?.place, 40),
          `, ${withinSentence(session?.receivedBy) || authorityInText(input)} đã chủ trì buổi tiếp công dân${session ? ` ${kindOf(session)}` : ""} của ${input.agency.name}.`,
        ),
        para(
          `Căn cứ ${groundOf(input, "khoản 4 Điều 18 Luật Tiếp công dân")}, ${input.agency.name} thông báo kết luận của người chủ trì như sau:`,
        ),
        ...lines.flatMap(concluded),
        para(
          `Đề nghị các cơ quan, đơn vị có tên trên tổ chức thực hiện đúng nội dung, thời hạn nêu trên, gửi kết quả giải quyết cho công dân và báo cáo ${input.agency.name}./.`,
        ),
        endingTo({ ...input, recipients: units.slice(1) }, units[0] ?? "Cơ quan, tổ chức, đơn vị có liên quan"),
      ],
    );
  },
};

/** "Ông Trần Văn Bình, …" where it does not begin the sentence. */
const withinSentence = (name = ""): string =>
  name.replace(/^(?:Ông|Bà)(?=\s)/u, (word) => word.toLocaleLowerCase("vi"));

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase("vi")}${text.slice(1)}`;

export const sessionForms: readonly Form[] = [minutes, conclusion];
