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
  written,
} from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, identityLine, petitionerNames } from "../parties.ts";
import { addressed, ending, type Form, frame, groundOf, headSignature } from "./frame.ts";

const invited = (input: PaperInput): string | undefined =>
  field(input, "invitees", "participants", "invited") ??
  ([petitionerNames(input.matter), input.matter?.respondent].filter(Boolean).join("\n") || undefined);

const notice: Form = {
  key: "dialogue-notice",
  form: null,
  name: { vi: "Thông báo tổ chức đối thoại", en: "Notice of a dialogue" },
  symbol: "TB",
  build: (input) => {
    const content = field(input, "content", "subject") ?? contested(input.matter);
    return frame(
      input,
      notice,
      {
        kind: "THÔNG BÁO",
        subject: "Về việc tổ chức đối thoại trong giải quyết khiếu nại",
        number: "always",
        dated: true,
      },
      [
        ...addressed(invited(input)),
        para(
          `Căn cứ ${groundOf(input, "Điều 30 Luật Khiếu nại và Điều 28 Nghị định số 124/2020/NĐ-CP")}, ${input.agency.name} tổ chức đối thoại để giải quyết khiếu nại của `,
          filled(petitionerNames(input.matter)),
          " như sau:",
        ),
        line(`1. Thời gian: ${timeInWords(field(input, "time"))}, ${dateInWords(field(input, "dialogueOn"))}.`),
        line("2. Địa điểm: ", toLineEnd(field(input, "place"))),
        ...labelled("3. Nội dung đối thoại:", content, 2),
        ...labelled("4. Người chủ trì đối thoại:", field(input, "chair", "chairedBy"), 0),
        para(
          "Đề nghị các ông (bà) và đại diện cơ quan, tổ chức có tên trên có mặt đúng thời gian, địa điểm nêu trên, mang theo giấy tờ tùy thân và thông tin, tài liệu, bằng chứng liên quan (nếu có). Trường hợp không thể tham gia thì báo cho cơ quan trước ngày đối thoại và nêu rõ lý do.",
        ),
        para(
          "Người khiếu nại đã được mời mà không tham gia đối thoại và không có lý do chính đáng thì việc giải quyết khiếu nại vẫn được tiếp tục theo quy định của pháp luật./.",
        ),
        ending(input, "Như trên", headSignature(input, "(Ký, ghi rõ họ tên, đóng dấu)")),
      ],
    );
  },
};

const people = (value: string | undefined, ...blank: readonly Block[]): Block[] =>
  value ? value.split("\n").map((one) => para(one.trim().replace(/^/u, "Ông (bà) "))) : [...blank];

const official = (): Block =>
  line(
    "Ông (bà) ",
    filled(undefined, 40),
    " chức vụ ",
    filled(undefined, 24),
    " cơ quan (tổ chức, đơn vị) ",
    toLineEnd(undefined),
  );

const withAddress = (): Block => line("Ông (bà) ", filled(undefined, 40), " Địa chỉ: ", toLineEnd(undefined));

const complainants = (input: PaperInput): Block[] => {
  const matter = input.matter;
  const present = matter && matter.representatives.length > 0 ? matter.representatives : (matter?.petitioners ?? []);
  const rows = present.length > 0 ? present : [undefined];
  return rows.flatMap((party) => [line("Ông (bà) ", toLineEnd(party?.name)), identityLine(party)]);
};

const absence = (input: PaperInput): Block[] => {
  const text = [field(input, "attendance"), field(input, "absenceReason")].filter(Boolean).join(": ");
  return text ? [para(`Sự có mặt của người khiếu nại: ${text.replace(/\.$/u, "")}.`)] : [];
};

const record: Form = {
  key: "kn-14",
  form: "14",
  name: { vi: "Biên bản đối thoại với người khiếu nại", en: "Record of the dialogue with the complainant" },
  symbol: "BB",
  build: (input) => {
    const agency = input.agency.name;
    const day = field(input, "heldOn", "dialogueOn") ?? input.issuedOn;
    const chair = field(input, "chair", "chairedBy");
    return frame(input, record, { kind: "BIÊN BẢN ĐỐI THOẠI VỚI NGƯỜI KHIẾU NẠI", number: "never", dated: false }, [
      openingOfRecord(field(input, "time", "startTime"), day, field(input, "place")),
      heading("I. THÀNH PHẦN THAM GIA ĐỐI THOẠI"),
      para("1. Người giải quyết khiếu nại, người được phân công chủ trì đối thoại:"),
      ...people(chair && `${chair}, ${agency}`, official()),
      para("2. Người ghi biên bản:"),
      ...people(field(input, "secretary", "recorder", "clerk"), official()),
      para("3. Người khiếu nại (hoặc người đại diện, người được ủy quyền khiếu nại):"),
      ...complainants(input),
      ...absence(input),
      para(
        "4. Người bị khiếu nại (hoặc người đại diện, người được ủy quyền khiếu nại của người bị khiếu nại (nếu có)):",
      ),
      ...people(field(input, "respondentPresent", "respondent") ?? input.matter?.respondent, official()),
      para("5. Người có quyền, nghĩa vụ liên quan (nếu có):"),
      ...people(field(input, "related", "relatedPersons"), withAddress()),
      para("6. Đại diện cơ quan, tổ chức, cá nhân có liên quan (nếu có):"),
      ...people(field(input, "agencies", "others"), withAddress()),
      heading("II. NỘI DUNG ĐỐI THOẠI"),
      para(
        "1. Người giải quyết khiếu nại hoặc người được phân công chủ trì đối thoại nêu mục đích, yêu cầu của việc đối thoại, tóm tắt kết quả xác minh nội dung khiếu nại và những nội dung đối thoại.",
      ),
      ...written(field(input, "content", "subject"), 3),
      para("2. Ý kiến của những người tham gia đối thoại về từng nội dung đối thoại."),
      ...written(field(input, "opinions", "statements"), 4),
      heading("III. KẾT QUẢ ĐỐI THOẠI"),
      ...results(input),
      para(`Buổi đối thoại kết thúc hồi ${timeInWords(field(input, "endTime"))}, ${dateInWords(day)}.`),
      para(
        "Biên bản đối thoại đã được đọc lại cho những người tham gia đối thoại nghe và ký xác nhận (trường hợp người tham gia đối thoại không ký xác nhận thì phải ghi rõ lý do).",
      ),
      para("Biên bản được lập thành ", filled(field(input, "copies"), 6), " bản; mỗi người nhận 01 bản./."),
      {
        kind: "signatures",
        rows: [
          [
            { title: ["NGƯỜI BỊ KHIẾU NẠI"], note: "(Ký, ghi rõ họ tên)" },
            {
              title: ["NGƯỜI GIẢI QUYẾT KHIẾU NẠI", "(HOẶC NGƯỜI ĐƯỢC PHÂN CÔNG", "CHỦ TRÌ ĐỐI THOẠI)"],
              note: "(Ký, ghi rõ họ tên, đóng dấu (nếu có))",
            },
          ],
          [
            {
              title: ["NGƯỜI KHIẾU NẠI", "(HOẶC NGƯỜI ĐẠI DIỆN,", "NGƯỜI ĐƯỢC ỦY QUYỀN)"],
              note: "(Ký, ghi rõ họ tên hoặc điểm chỉ)",
            },
            {
              title: ["ĐẠI DIỆN CƠ QUAN, TỔ CHỨC,", "CÁ NHÂN CÓ LIÊN QUAN"],
              note: "(Ký, ghi rõ họ tên, đóng dấu (nếu có))",
            },
          ],
          [
            { title: ["NGƯỜI CÓ QUYỀN VÀ", "NGHĨA VỤ LIÊN QUAN"], note: "(Ký, ghi rõ họ tên hoặc điểm chỉ)" },
            { title: ["NGƯỜI GHI BIÊN BẢN"], note: "(Ký, ghi rõ họ tên)" },
          ],
        ],
      },
    ]);
  },
};

const results = (input: PaperInput): Block[] => {
  const agreed = field(input, "agreed", "result", "results");
  const disputed = field(input, "disputed", "differences");
  const other = field(input, "otherOpinions", "other");
  if (!agreed && !disputed && !other)
    return [
      para("Những nội dung đối thoại đã thống nhất, những vấn đề còn ý kiến khác nhau và những ý kiến khác (nếu có):"),
      dottedLines(4),
    ];
  return [
    ...labelled("Những nội dung đối thoại đã thống nhất:", agreed, 1),
    ...labelled("Những vấn đề còn ý kiến khác nhau:", disputed, 1),
    ...(other ? labelled("Những ý kiến khác:", other) : []),
  ];
};

export const dialogueForms: readonly Form[] = [notice, record];
