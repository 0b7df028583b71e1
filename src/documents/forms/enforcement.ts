import {
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
import type { Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { petitionerNames } from "../parties.ts";
import { addressed, authorityInText, ending, type Form, frame, groundOf, headSignature } from "./frame.ts";

const decisionOf = (input: PaperInput): Rich => [
  "Quyết định số ",
  filled(field(input, "decisionNumber"), 16),
  ` ${dateInWords(field(input, "decisionDate", "decidedOn"))} của ${authorityInText(input)} về việc giải quyết khiếu nại của `,
  filled(petitionerNames(input.matter)),
  field(input, "decisionForm") === "kn-16" ? " (lần hai)" : " (lần đầu)",
];

const report = (input: PaperInput): string | undefined => {
  const by = field(input, "reportBy");
  return by && `báo cáo kết quả thi hành bằng văn bản về ${input.agency.name} trước ${dateInWords(by)}.`;
};

const direction: Form = {
  key: "enforcement-direction",
  form: null,
  name: { vi: "Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại", en: "Direction to carry out a decision" },
  symbol: "",
  build: (input) => {
    const executor = field(input, "executor", "executors", "to", "unit") ?? input.matter?.respondent;
    return frame(
      input,
      direction,
      {
        letterSubject: "V/v tổ chức thi hành quyết định giải quyết khiếu nại có hiệu lực pháp luật",
        number: "always",
        dated: true,
      },
      [
        ...addressed(executor),
        para(
          ...decisionOf(input),
          ` đã có hiệu lực pháp luật từ ${dateInWords(field(input, "effectiveOn", "effectOn"))}. Căn cứ ${groundOf(input, "Điều 46 Luật Khiếu nại và Điều 31 Nghị định số 124/2020/NĐ-CP")}, ${authorityInText(input)} yêu cầu:`,
        ),
        line("1. Cơ quan, tổ chức, cá nhân thi hành: ", toLineEnd(executor?.replaceAll("\n", ", "))),
        ...labelled(
          "2. Nội dung phải thi hành và trách nhiệm của từng cơ quan, tổ chức, cá nhân:",
          field(input, "content"),
          3,
        ),
        line(`3. Thời hạn hoàn thành: trước ${dateInWords(field(input, "doneBy"))}.`),
        ...labelled(
          "4. Chế độ báo cáo:",
          report(input) ??
            (input.matter &&
              `báo cáo kết quả thi hành bằng văn bản về ${input.agency.name} ngay sau khi hoàn thành; nếu có khó khăn, vướng mắc phải báo cáo kịp thời.`),
          1,
        ),
        ...labelled("5. Theo dõi, kiểm tra, đôn đốc việc thi hành:", field(input, "monitor", "monitoredBy"), 0),
        para("Yêu cầu các cơ quan, tổ chức, cá nhân có liên quan nghiêm túc thực hiện./."),
        ending(input, "Như trên", headSignature(input, "(Ký, ghi rõ họ tên, đóng dấu)")),
      ],
    );
  },
};

const publication: Form = {
  key: "publication-record",
  form: null,
  name: { vi: "Biên bản công khai quyết định giải quyết khiếu nại", en: "Record of the publication of a decision" },
  symbol: "BB",
  build: (input) => {
    const from = field(input, "publishedOn");
    const until = field(input, "until", "to", "endedOn");
    return frame(
      input,
      publication,
      { kind: "BIÊN BẢN", subject: "Về việc công khai quyết định giải quyết khiếu nại", number: "never", dated: false },
      [
        openingOfRecord(field(input, "time"), field(input, "recordedOn") ?? from, field(input, "place")),
        ...labelled("1. Người lập biên bản:", field(input, "recorder", "officer"), 0),
        ...labelled("2. Người chứng kiến, tham dự:", field(input, "witnesses", "participants", "attendees"), 1),
        para("3. Quyết định được công khai: ", ...decisionOf(input), "."),
        ...labelled("4. Hình thức công khai (khoản 3 Điều 29 Nghị định số 124/2020/NĐ-CP):", field(input, "way"), 1),
        line("5. Địa điểm, phương tiện công khai: ", toLineEnd(field(input, "where", "medium", "place"))),
        line(`6. Thời gian công khai: từ ${dateInWords(from)}${until || !from ? ` đến ${dateInWords(until)}` : ""}.`),
        para("7. Diễn biến, ý kiến của những người có mặt (nếu có):"),
        ...written(field(input, "opinions", "notes", "note", "remarks"), 2),
        para(
          `Biên bản lập xong hồi ${timeInWords(field(input, "endTime"))} cùng ngày, đã đọc lại cho những người có tên trên cùng nghe và thống nhất ký, lập thành `,
          filled(field(input, "copies"), 6),
          " bản./.",
        ),
        {
          kind: "signatures",
          rows: [
            [
              { title: ["NGƯỜI CHỨNG KIẾN"], note: "(Ký, ghi rõ họ tên)" },
              { title: ["NGƯỜI LẬP BIÊN BẢN"], note: "(Ký, ghi rõ họ tên)" },
            ],
          ],
        },
      ],
    );
  },
};

export const enforcementForms: readonly Form[] = [direction, publication];
