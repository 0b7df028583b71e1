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
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, petitionerNames } from "../parties.ts";
import { decisionPaper } from "./decision-frame.ts";
import { addressed, authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

const linesOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/\n|;\s*/u)
    .map((one) => one.trim())
    .filter(Boolean);

const teamMember = (name: string | undefined, role: string): Block =>
  line("Ông (bà) ", filled(name, 40), ", chức vụ ", filled(undefined, 24), ", ", role, ";");

const team = (input: PaperInput): Block[] => {
  const leader = field(input, "leader");
  const members = linesOf(field(input, "verifiers")).filter((one) => one !== leader);
  if (!leader && members.length === 0)
    return [
      teamMember(undefined, "Trưởng Đoàn (Tổ trưởng)"),
      teamMember(undefined, "Phó trưởng Đoàn (Tổ phó) (nếu có)"),
      teamMember(undefined, "Thành viên"),
    ];
  const named = [...(leader ? [leader] : []), ...members];
  return named.map((one, index) =>
    para(`${index + 1}. Ông (bà) ${one}, ${index === 0 ? "Trưởng Đoàn (Tổ trưởng)" : "Thành viên"};`),
  );
};

const period = (input: PaperInput): Block => {
  const text = field(input, "period");
  if (text && !/^\d+$/u.test(text)) return para(`Thời gian xác minh: ${text.replace(/\.$/u, "")}.`);
  return line("Thời gian xác minh là ", filled(text, 10), " ngày.");
};

// The unsigned hand is named in the record itself (note 9 of the form).
const unsigned = (input: PaperInput): string | undefined => {
  const witness = field(input, "witness");
  if (field(input, "signatureRefused") !== "Có") return undefined;
  return `Có người không ký biên bản${witness ? `; người làm chứng hoặc đại diện chính quyền địa phương ký: ${witness}` : ""}.`;
};

const verification: Form = {
  key: "kn-05",
  form: "05",
  name: { vi: "Quyết định về việc xác minh nội dung khiếu nại", en: "Decision to verify a complaint" },
  symbol: "QĐ",
  build: (input) => {
    const proposer = field(input, "proposedBy", "proposer");
    const responsible = field(input, "responsible") ?? field(input, "unit", "assignedUnit");
    return decisionPaper(input, verification, {
      subject: "Về việc xác minh nội dung khiếu nại",
      considered: [["Theo đề nghị của ", toLineEnd(proposer), ...(proposer ? ["."] : [])]],
      articles: [
        article(
          1,
          "Tiến hành xác minh nội dung khiếu nại của ",
          filled(petitionerNames(input.matter)),
          " về việc ",
          filled(field(input, "content", "scope") ?? contested(input.matter), 40),
          ".",
        ),
        period(input),
        article(2, "Thành lập Đoàn (hoặc Tổ) xác minh gồm:"),
        ...team(input),
        para("Đoàn (Tổ) xác minh có nhiệm vụ xác minh làm rõ nội dung khiếu nại được nêu tại Điều 1 Quyết định này."),
        para(
          "Trưởng Đoàn (Tổ trưởng), Thành viên xác minh thực hiện quyền, nghĩa vụ của người có trách nhiệm xác minh theo quy định của Luật Khiếu nại và quy định pháp luật có liên quan.",
        ),
        article(
          3,
          filled(responsible, 30),
          "; những người có tên tại Điều 2 và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ),
      ],
      firstRecipient: "Như Điều 3",
    });
  },
};

const sessionRecord: Form = {
  key: "kn-06",
  form: "06",
  name: { vi: "Biên bản làm việc về xác minh nội dung khiếu nại", en: "Record of a verification session" },
  symbol: "BB",
  build: (input) =>
    frame(
      input,
      sessionRecord,
      { kind: "BIÊN BẢN LÀM VIỆC", subject: "Về xác minh nội dung khiếu nại", number: "never", dated: false },
      [
        openingOfRecord(
          field(input, "time", "startTime"),
          field(input, "heldOn") ?? input.issuedOn,
          field(input, "place"),
        ),
        para("Chúng tôi gồm:"),
        ...labelled(
          "1. Người được giao nhiệm vụ xác minh (người xác minh):",
          field(input, "verifiers", "verifier", "officers", "officer"),
          1,
        ),
        ...labelled("2. Người làm việc với người được giao nhiệm vụ xác minh:", field(input, "with"), 1),
        ...labelled("3. Nội dung làm việc:", field(input, "content", "summary"), 3),
        ...labelled("4. Kết quả làm việc:", field(input, "result", "results"), 4),
        ...labelled("5. Những nội dung khác có liên quan:", field(input, "other") ?? unsigned(input), 1),
        para(
          `Buổi làm việc kết thúc vào hồi ${timeInWords(field(input, "endTime"))}, ${dateInWords(field(input, "heldOn") ?? input.issuedOn)}.`,
        ),
        para(
          "Biên bản này đã được đọc cho những người làm việc cùng nghe; mọi người nhất trí với nội dung biên bản và xác nhận dưới đây.",
        ),
        para("Biên bản được lập thành ", filled(field(input, "copies"), 6), " bản, mỗi bên giữ 01 bản./."),
        {
          kind: "signatures",
          rows: [
            [
              { title: ["NGƯỜI LÀM VIỆC", "VỚI NGƯỜI XÁC MINH"], note: "(Ký, ghi rõ họ tên hoặc điểm chỉ)" },
              { title: ["NGƯỜI XÁC MINH"], note: "(Chữ ký, dấu (nếu có))" },
            ],
          ],
        },
      ],
    ),
};

const informationRequest: Form = {
  key: "kn-07",
  form: "07",
  name: { vi: "Văn bản đề nghị cung cấp thông tin, tài liệu, bằng chứng", en: "Request for information and evidence" },
  symbol: "",
  build: (input) => {
    const agency = input.agency.name;
    const holder = field(input, "addressee", "recipient", "to", "holder");
    const target = filled(input.matter?.contestedAct ?? input.matter?.respondent, 30);
    const subject = "V/v đề nghị cung cấp thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại";
    const onDay = dateInWords(input.matter?.acceptedOn).replace(/^ngày/u, "Ngày");
    return frame(input, informationRequest, { letterSubject: subject, number: "always", dated: true }, [
      ...addressed(holder),
      para(
        `${onDay}, ${agency} đã thụ lý giải quyết đơn khiếu nại của `,
        filled(petitionerNames(input.matter)),
        " đối với ",
        target,
        ".",
      ),
      para(
        `Theo quy định của pháp luật và để phục vụ việc giải quyết khiếu nại, ${agency} đề nghị `,
        filled(holder?.replaceAll("\n", ", "), 24),
        ` cung cấp cho ${agency} những thông tin, tài liệu, bằng chứng sau đây:`,
      ),
      ...written(field(input, "content"), 3),
      para(
        "Đề nghị ",
        filled(holder?.replaceAll("\n", ", "), 24),
        ` chuẩn bị đầy đủ những thông tin, tài liệu, bằng chứng nêu trên và gửi cho ${agency} trước ${dateInWords(field(input, "dueOn"))}.`,
      ),
      line(
        "Địa chỉ (hoặc tên người) nhận: ",
        toLineEnd(field(input, "returnTo", "receiver", "deliverTo") ?? (input.matter && agency)),
        ...(input.matter ? ["./."] : []),
      ),
      ending(input, "Như trên", headSignature(input, "(Chữ ký, dấu (nếu có))")),
    ]);
  },
};

const handoverRecord: Form = {
  key: "kn-08",
  form: "08",
  name: {
    vi: "Biên bản giao nhận thông tin, tài liệu, bằng chứng",
    en: "Record of handing over information and evidence",
  },
  symbol: "BB",
  build: (input) => {
    const items = (field(input, "items", "documents", "content") ?? "")
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean);
    const subject = "Về việc tiếp nhận thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại";
    return frame(input, handoverRecord, { kind: "BIÊN BẢN GIAO NHẬN", subject, number: "if-given", dated: false }, [
      openingOfRecord(field(input, "time"), field(input, "handedOn") ?? input.issuedOn, field(input, "place")),
      ...labelled("Bên nhận thông tin, tài liệu, bằng chứng:", field(input, "receiver", "receivedBy", "officer"), 1),
      ...labelled("Bên giao thông tin, tài liệu, bằng chứng:", field(input, "giver", "givenBy", "from"), 1),
      para("Đã giao, nhận thông tin, tài liệu, bằng chứng sau đây:"),
      ...(items.length > 0
        ? items.map((one, index) => para(/^\d+[.)]/u.test(one) ? one : `${index + 1}. ${one}`))
        : [1, 2, 3].map((n) => line(`${n}. `, { fill: true }))),
      para("Biên bản giao nhận này được lập thành ", filled(field(input, "copies"), 6), " bản, mỗi bên giữ 01 bản./."),
      {
        kind: "signatures",
        rows: [
          [
            { title: ["BÊN GIAO"], note: "(Chữ ký, dấu (nếu có))" },
            { title: ["BÊN NHẬN"], note: "(Chữ ký, dấu (nếu có))" },
          ],
        ],
      },
    ]);
  },
};

const verificationReport: Form = {
  key: "kn-13",
  form: "13",
  name: { vi: "Báo cáo kết quả xác minh nội dung khiếu nại", en: "Report on the verification of a complaint" },
  symbol: "BC",
  build: (input) => {
    const matter = input.matter;
    const team = field(input, "reporter", "verifier", "team") ?? "Đoàn (Tổ) xác minh";
    const order = field(input, "verificationDecision", "decisionNumber");
    const period = `Từ ${dateInWords(field(input, "from", "startedOn"))} đến ${dateInWords(field(input, "to", "endedOn"))}, `;
    return frame(
      input,
      verificationReport,
      { kind: "BÁO CÁO", subject: "Kết quả xác minh nội dung khiếu nại", number: "always", dated: true },
      [
        ...addressed(authorityInText(input)),
        line("Thực hiện Quyết định số ", toLineEnd(order), ...(order ? ["."] : [])),
        para(
          period,
          `${team} đã tiến hành xác minh nội dung khiếu nại của `,
          filled(petitionerNames(matter)),
          " đối với ",
          filled(contested(matter), 30),
          ".",
        ),
        para(
          `Căn cứ vào thông tin, tài liệu, bằng chứng thu thập được trong quá trình xác minh nội dung khiếu nại, kết quả làm việc với các cơ quan, tổ chức, đơn vị, cá nhân có liên quan, ${team} báo cáo kết quả xác minh nội dung khiếu nại như sau:`,
        ),
        ...labelled(
          "1. Yêu cầu của người khiếu nại, căn cứ để khiếu nại và kết quả giải quyết khiếu nại trước đó (nếu có):",
          field(input, "request", "grounds", "demand") ?? matter?.request,
        ),
        ...labelled(
          "2. Tóm tắt nội dung được giao xác minh và kết quả xác minh đối với từng nội dung được giao xác minh:",
          field(input, "findings", "result", "results"),
          4,
        ),
        ...labelled(
          "3. Kết luận nội dung khiếu nại được giao xác minh là đúng toàn bộ, sai toàn bộ hoặc đúng một phần:",
          [field(input, "conclusion", "outcome"), field(input, "conclusionDetails")].filter(Boolean).join("\n"),
        ),
        ...labelled(
          "4. Kiến nghị về việc giải quyết khiếu nại:",
          field(input, "recommendation", "recommendations", "proposal"),
        ),
        para(
          `Trên đây là báo cáo kết quả xác minh nội dung khiếu nại, kính trình ${authorityInText(input)} xem xét, cho ý kiến chỉ đạo./.`,
        ),
        ending(input, "Như trên", {
          title: ["NGƯỜI ĐƯỢC GIAO", "NHIỆM VỤ XÁC MINH"],
          note: "(Chữ ký, dấu (nếu có))",
          name: field(input, "reporterName", "signer"),
        }),
      ],
    );
  },
};

export const verificationForms: readonly Form[] = [
  verification,
  sessionRecord,
  informationRequest,
  handoverRecord,
  verificationReport,
];
