import {
  dateInWords,
  dottedLines,
  field,
  filled,
  heading,
  labelled,
  line,
  openingOfRecord,
  para,
  timeInWords,
  toLineEnd,
} from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { caseCode, sinceDecree156 } from "./denunciation-frame.ts";
import { addressed, authorityInText, type Form, frame } from "./frame.ts";

/*
 * Mẫu số 02 and 03 were replaced from 1 July 2026 by Nghị định 156/2026/NĐ-CP; an older version prints those of
 * Nghị định 31/2019/NĐ-CP. Of the new Mẫu số 03 only an abridged copy was at hand: its headings, parts and signatures
 * are of that copy, the closing sentences of the form before it.
 */

const scope = (input: PaperInput): string | undefined => {
  if (input.act === "withdraw-all" || input.act === "withdraw-and-go-on")
    return `Rút toàn bộ nội dung tố cáo trong đơn tố cáo nhận ${dateInWords(input.matter?.receivedOn)}.`;
  return [field(input, "scope"), field(input, "withdrawn")].filter(Boolean).join(": ") || undefined;
};

/** The citizen writes by hand who they are: the form prints nothing of it. */
const letterBody = (input: PaperInput): Block[] => {
  if (!sinceDecree156(input))
    return [
      line("Tên tôi là: ", toLineEnd(undefined)),
      line("Địa chỉ: ", toLineEnd(undefined)),
      line("Tôi đề nghị với ", filled(input.matter && authorityInText(input), 40), " cho tôi rút nội dung tố cáo:"),
      dottedLines(5),
    ];
  return [
    line("Tên tôi/Chúng tôi là: ", toLineEnd(undefined)),
    line("Địa chỉ: ", toLineEnd(undefined)),
    line("Cách thức liên hệ: ", toLineEnd(undefined)),
    line("Nội dung tố cáo được rút: ", toLineEnd(undefined)),
    dottedLines(4),
    para("Tôi/Chúng tôi làm đơn này đề nghị cơ quan có thẩm quyền chấp nhận việc rút tố cáo nêu trên./."),
  ];
};

const letter: Form = {
  key: "tc-02",
  form: "02",
  name: { vi: "Đơn rút tố cáo", en: "Letter of withdrawal" },
  symbol: "",
  build: (input) =>
    frame(input, letter, { kind: "ĐƠN RÚT TỐ CÁO", number: "never", dated: true, letterhead: false }, [
      ...addressed(input.matter && authorityInText(input)),
      ...letterBody(input),
      {
        kind: "signatures",
        rows: [
          [
            null,
            {
              title: [sinceDecree156(input) ? "NGƯỜI TỐ CÁO RÚT TỐ CÁO" : "NGƯỜI RÚT TỐ CÁO"],
              note: "(Chữ ký hoặc điểm chỉ)",
            },
          ],
        ],
      },
    ]),
};

const closing = (input: PaperInput): Block[] => [
  para(`Buổi làm việc kết thúc hồi ${timeInWords(field(input, "endTime"))} cùng ngày (hoặc ngày ...../...../.......).`),
  para("Biên bản này đã được đọc cho người rút tố cáo nghe và xác nhận dưới đây."),
  line("Biên bản được lập thành ", filled(field(input, "copies"), 6), " bản và giao cho người rút tố cáo 01 bản./."),
];

const oldRecord = (input: PaperInput): Block[] => [
  line(
    "Tôi là ",
    filled(field(input, "recorder"), 50),
    " đã làm việc trực tiếp với người rút tố cáo (mã hồ sơ ",
    caseCode(input),
    ") về việc đề nghị rút nội dung tố cáo.",
  ),
  ...labelled(
    ["Người rút tố cáo đề nghị với ", filled(input.matter && authorityInText(input), 40), " cho rút:"],
    scope(input),
    3,
  ),
];

const newRecord = (input: PaperInput): Block[] => [
  heading("I. Thành phần làm việc"),
  line(
    "1. Người lập biên bản",
    ...(field(input, "takenBy") ? [` (${field(input, "takenBy")?.toLocaleLowerCase("vi")})`] : []),
    ": ",
    toLineEnd(field(input, "recorder")),
  ),
  line("Chức vụ: ", toLineEnd(undefined)),
  line("2. Người tố cáo rút tố cáo: ", toLineEnd(input.matter && `mã hồ sơ ${input.matter.code}`)),
  heading("II. Nội dung tố cáo đề nghị rút"),
  ...labelled("Nội dung tố cáo được rút:", scope(input), 3),
];

const record: Form = {
  key: "tc-03",
  form: "03",
  name: { vi: "Biên bản ghi nhận việc rút tố cáo", en: "Record of a withdrawal" },
  symbol: "BB",
  build: (input) => {
    const now = sinceDecree156(input);
    return frame(
      input,
      record,
      { kind: "BIÊN BẢN", subject: "Ghi nhận việc rút tố cáo", number: "never", dated: true },
      [
        openingOfRecord(field(input, "time"), field(input, "withdrawnOn"), field(input, "place")),
        ...(now ? newRecord(input) : oldRecord(input)),
        ...closing(input),
        {
          kind: "signatures",
          rows: [
            [
              { title: [now ? "NGƯỜI TỐ CÁO RÚT TỐ CÁO" : "NGƯỜI RÚT TỐ CÁO"], note: "(Chữ ký hoặc điểm chỉ)" },
              { title: ["NGƯỜI LẬP BIÊN BẢN"], note: "(Chữ ký)" },
            ],
          ],
        },
      ],
    );
  },
};

export const denunciationWithdrawalForms: readonly Form[] = [letter, record];
