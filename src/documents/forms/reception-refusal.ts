import { dateInWords, field, filled, labelled, line, para, toLineEnd } from "../blanks.ts";
import type { Block, DocumentModel } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { identityLine, petitionerNames } from "../parties.ts";
import { addressed, type Form, frame } from "./frame.ts";
import { endingTo } from "./petitions-frame.ts";

const partyOf = (input: PaperInput) => input.matter?.petitioners[0] ?? input.visit?.giver;
const nameOf = (input: PaperInput): string | undefined => petitionerNames(input.matter) ?? input.visit?.giver.name;
const dayOf = (input: PaperInput): string => {
  const day = dateInWords(input.visit?.receivedAt ?? input.matter?.receivedOn);
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
};
const contentOf = (input: PaperInput): string | undefined => input.matter?.content ?? input.visit?.content;

/** What the pack calls the person says which kind it was; at the counter the form prints all three. */
const reflects = (input: PaperInput): boolean => input.recipients.some((one) => /kiến nghị, phản ánh/iu.test(one));

const who = (input: PaperInput, idLabel: string, what: string): Block[] => [
  line(`${dayOf(input)}, ông (bà) `, toLineEnd(nameOf(input))),
  identityLine(partyOf(input), idLabel),
  ...labelled(
    ["Địa chỉ: ", filled(partyOf(input)?.address, 40), `, đến ${input.agency.name} để ${what} về việc:`],
    contentOf(input),
    1,
  ),
];

// GAP-7: the annex prints "điểm g", but khoản 3 Điều 4 sends only khoản 3 Điều 9 of the law and "điểm h" to this
// notice; g is refused orally. The correct letter is printed.
const sinceJuly2026 = (input: PaperInput): Block[] => {
  const what = reflects(input) ? "kiến nghị, phản ánh" : "khiếu nại/tố cáo/kiến nghị, phản ánh";
  const ground = reflects(input)
    ? "điểm h khoản 1 Điều 4"
    : "khoản 3 Điều 9 Luật Tiếp công dân và điểm h khoản 1 Điều 4";
  return [
    ...who(
      input,
      "Số căn cước/giấy chứng nhận căn cước/số định danh cá nhân/số hộ chiếu (hoặc giấy tờ tùy thân):",
      what,
    ),
    ...labelled("Lý do từ chối:", field(input, "reason"), 1),
    para(
      `Căn cứ ${ground} Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tiếp công dân, ${input.agency.name} từ chối tiếp nhận nội dung ${what} của ông (bà) `,
      filled(nameOf(input), 30),
      " và thông báo để ông (bà) được biết./.",
    ),
  ];
};

// Mẫu 01-TCD of Thông tư 06/2014 in the words a provincial system printed in 2017; the annex was not at hand.
const before = (input: PaperInput): Block[] => [
  ...who(input, "Số CMND/Hộ chiếu (hoặc giấy tờ tùy thân):", "khiếu nại (tố cáo)"),
  para(
    `Sau khi xem xét nội dung đơn khiếu nại (tố cáo) và nghe công dân trình bày, ${input.agency.name} nhận thấy vụ việc đã được giải quyết đúng chính sách, pháp luật, được cơ quan nhà nước có thẩm quyền kiểm tra, rà soát và thông báo trả lời bằng văn bản theo đúng quy định của pháp luật.`,
  ),
  ...labelled("Lý do từ chối:", field(input, "reason"), 1),
  para(
    `Căn cứ khoản 3 Điều 9 Luật Tiếp công dân năm 2013, ${input.agency.name} từ chối tiếp nhận nội dung khiếu nại (tố cáo) của ông (bà) `,
    filled(nameOf(input), 30),
    ".",
  ),
  para(
    `Vậy, ${input.agency.name} thông báo để ông (bà) được biết; đề nghị ông (bà) chấp hành theo quy định của pháp luật, chấm dứt khiếu nại (tố cáo)./.`,
  ),
];

const isEarlier = (input: PaperInput): boolean =>
  input.legalBasis.length > 0 && !input.legalBasis.some((one) => one.includes("154/2026/NĐ-CP"));

const refusal: Form = {
  key: "tcd-01",
  form: "01/TCD",
  name: { vi: "Thông báo về việc từ chối tiếp công dân", en: "Notice of refusal of reception" },
  symbol: "TB",
  build: (input): DocumentModel => {
    const earlier = isEarlier(input);
    const layout = {
      kind: "THÔNG BÁO",
      subject: "Về việc từ chối tiếp công dân",
      ...(earlier ? {} : { formLabel: "Mẫu số 01/TCD" }),
      number: "always",
      dated: true,
    } as const;
    const name = nameOf(input);
    return frame(input, refusal, layout, [
      ...addressed(name && `Ông (bà) ${name}`),
      ...(earlier ? before(input) : sinceJuly2026(input)),
      endingTo(input, "Như trên"),
    ]);
  },
};

export const refusalForms: readonly Form[] = [refusal];
