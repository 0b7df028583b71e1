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
  accusedOf,
  caseCode,
  denunciationDecision,
  denunciationLetter,
  endingAsAbove,
  endingToDenouncer,
  numbered,
  responsibleFor,
  toDenouncer,
} from "./denunciation-frame.ts";
import { keepSecret } from "./denunciation-intake.ts";
import { addressed, authorityInText, type Form, frame, headSignature } from "./frame.ts";

const concludedAt = (input: PaperInput): Rich => numbered(input, "conclusion", "Kết luận nội dung tố cáo");

const notice: Form = {
  key: "tc-conclusion-notice",
  form: null,
  name: { vi: "Thông báo về kết luận nội dung tố cáo", en: "Notice of the conclusion to the denouncer" },
  symbol: "TB",
  build: (input) =>
    frame(input, notice, { kind: "THÔNG BÁO", subject: "Về kết luận nội dung tố cáo", number: "always", dated: true }, [
      ...toDenouncer(input),
      para(
        `Căn cứ khoản 3 Điều 35 Luật Tố cáo, ${authorityInText(input)} thông báo: tố cáo (mã hồ sơ `,
        caseCode(input),
        ") đã được kết luận tại ",
        ...concludedAt(input),
        ".",
      ),
      ...labelled("Kết luận về nội dung tố cáo:", field(input, "conclusionOutcome"), 3),
      para(
        "Trường hợp có căn cứ cho rằng việc giải quyết tố cáo là không đúng quy định của pháp luật thì người tố cáo có quyền tố cáo tiếp với người đứng đầu cơ quan, tổ chức cấp trên trực tiếp của người đã giải quyết tố cáo (khoản 1 Điều 37 Luật Tố cáo).",
      ),
      para("Vậy thông báo để người tố cáo biết./."),
      endingToDenouncer(input, headSignature(input, "(Chữ ký, dấu)")),
    ]),
};

/** Khoản 1 Điều 36, Điều 44; khoản 3 Điều 43 where a clear breach is handled at once, without a conclusion. */
const handlingArticles = (input: PaperInput): Block[] => {
  const to = field(input, "recommendedTo");
  const false_ = field(input, "falseDenunciation");
  const outcome = field(input, "outcome");
  const first = [
    article(1, "Xử lý đối với ", filled(accusedOf(input), 40), ":"),
    ...written(
      [outcome && `Hình thức xử lý: ${outcome}.`, field(input, "content", "measure")].filter(Boolean).join("\n"),
      3,
    ),
  ];
  const more = [
    ...(to || !input.matter
      ? [
          [
            "Kiến nghị ",
            filled(to, 40),
            " xử lý theo thẩm quyền và thông báo kết quả xử lý bằng văn bản trong thời hạn 05 ngày làm việc kể từ ngày có kết quả (khoản 3 Điều 36 Luật Tố cáo).",
          ],
        ]
      : []),
    ...(false_ ? [["Xử lý việc cố ý tố cáo sai sự thật: ", false_]] : []),
  ];
  return [
    ...first,
    ...more.map((text, index) => article(index + 2, ...text)),
    article(more.length + 2, ...responsibleFor(input, undefined)),
  ];
};

const handling: Form = {
  key: "tc-handling",
  form: null,
  name: { vi: "Quyết định xử lý hoặc văn bản kiến nghị xử lý", en: "Handling decision or recommendation" },
  symbol: "QĐ",
  build: (input) => {
    const articles = handlingArticles(input);
    const atOnce = input.act === "settle-at-once";
    const last = articles.filter((block) => block.kind === "paragraph" && isArticle(block)).length;
    return denunciationDecision(input, handling, {
      subject: atOnce ? "Xử lý hành vi vi phạm pháp luật bị tố cáo" : "Xử lý kết luận nội dung tố cáo",
      law: atOnce ? "Điều 43 " : "Điều 36, Điều 44 ",
      added: atOnce ? [] : [["Căn cứ ", ...concludedAt(input), ";"]],
      articles,
      last,
    });
  },
};

const isArticle = (block: Extract<Block, { kind: "paragraph" }>): boolean => {
  const first = block.text[0];
  return typeof first === "object" && "text" in first && first.text.startsWith("Điều ");
};

const published = (input: PaperInput): Rich =>
  input.act === "publish-handling"
    ? ["Quyết định xử lý hành vi vi phạm bị tố cáo theo ", ...concludedAt(input)]
    : concludedAt(input);

const publication: Form = {
  key: "tc-publication",
  form: null,
  name: { vi: "Biên bản công khai kết luận nội dung tố cáo, quyết định xử lý", en: "Record of publication" },
  symbol: "BB",
  build: (input) => {
    const from = field(input, "publishedOn");
    return frame(
      input,
      publication,
      {
        kind: "BIÊN BẢN",
        subject: "Công khai kết luận nội dung tố cáo, quyết định xử lý hành vi vi phạm bị tố cáo",
        number: "never",
        dated: false,
      },
      [
        openingOfRecord(field(input, "time"), from, field(input, "place")),
        ...labelled("1. Người lập biên bản:", field(input, "recorder"), 0),
        ...labelled("2. Người chứng kiến, tham dự:", field(input, "witnesses"), 1),
        para("3. Văn bản được công khai: ", ...published(input), "."),
        ...labelled("4. Hình thức công khai (khoản 2 Điều 40 Luật Tố cáo):", field(input, "ways"), 1),
        line("5. Nơi công khai: ", toLineEnd(field(input, "place"))),
        line(`6. Thời gian công khai: từ ${dateInWords(from)}.`),
        para(
          "7. Nội dung công khai không có thông tin về người tố cáo và nội dung thuộc bí mật nhà nước (khoản 3 Điều 40 Luật Tố cáo).",
        ),
        ...labelled("8. Diễn biến, ý kiến của những người có mặt (nếu có):", field(input, "notes"), 2),
        line(
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

const crime: Form = {
  key: "tc-crime-transfer",
  form: null,
  name: { vi: "Văn bản chuyển hồ sơ có dấu hiệu của tội phạm", en: "Transfer of a file with signs of a crime" },
  symbol: "",
  build: (input) => {
    const to = field(input, "to");
    return denunciationLetter(input, crime, {
      subject: "V/v chuyển hồ sơ, tài liệu vụ việc tố cáo có dấu hiệu của tội phạm",
      to,
      body: [
        para(
          `Trong quá trình tiếp nhận, giải quyết tố cáo (mã hồ sơ `,
          caseCode(input),
          ") đối với ",
          filled(accusedOf(input), 30),
          `, ${dateInWords(field(input, "detectedOn"))}, ${input.agency.name} thấy hành vi bị tố cáo có dấu hiệu của tội phạm.`,
        ),
        ...labelled("Dấu hiệu của tội phạm, tài liệu chuyển kèm:", field(input, "content"), 4),
        para(
          `Căn cứ khoản 1 Điều 27 và điểm d khoản 1 Điều 44 Luật Tố cáo, ${authorityInText(input)} chuyển hồ sơ, tài liệu nêu trên đến `,
          filled(to, 30),
          " để xem xét, xử lý theo quy định của pháp luật.",
        ),
        para(`Kết quả xử lý đề nghị thông báo cho ${input.agency.name}. ${keepSecret()}/.`),
      ],
    });
  },
};

const forwarderReply: Form = {
  key: "tc-forwarder-reply",
  form: null,
  name: { vi: "Văn bản thông báo kết quả xử lý cho nơi chuyển tố cáo đến", en: "Reply to the forwarding body" },
  symbol: "",
  build: (input) => {
    const to = field(input, "addressee");
    return denunciationLetter(input, forwarderReply, {
      subject: "V/v thông báo kết quả xử lý tố cáo",
      to,
      body: [
        para(
          `${dateInWords(input.matter?.receivedOn).replace(/^ngày/u, "Ngày")}, ${input.agency.name} nhận được tố cáo (mã hồ sơ `,
          caseCode(input),
          ") do ",
          filled(to, 30),
          " chuyển đến.",
        ),
        para(`Căn cứ khoản 2 Điều 26 Luật Tố cáo, ${input.agency.name} thông báo kết quả xử lý như sau:`),
        ...written(field(input, "result"), 3),
        para(`${keepSecret()}/.`),
      ],
    });
  },
};

const delayReport: Form = {
  key: "tc-delay-report",
  form: null,
  name: { vi: "Báo cáo về việc chậm giải quyết tố cáo", en: "Report on the delay" },
  symbol: "BC",
  build: (input) => {
    const parent = input.agency.parentName;
    const superior = parent && /^ủy ban nhân dân/iu.test(parent) ? `Chủ tịch ${parent}` : parent;
    return frame(
      input,
      delayReport,
      { kind: "BÁO CÁO", subject: "Về việc chậm giải quyết tố cáo", number: "always", dated: true },
      [
        ...addressed(superior),
        para(
          `Thực hiện khoản 3 Điều 38 Luật Tố cáo và văn bản yêu cầu của người đứng đầu cơ quan cấp trên trực tiếp, ${authorityInText(input)} báo cáo việc giải quyết tố cáo (mã hồ sơ `,
          caseCode(input),
          ") đối với ",
          filled(accusedOf(input), 30),
          ", thụ lý tại ",
          ...numbered(input, "acceptance"),
          ", như sau:",
        ),
        ...labelled(
          "Quá trình giải quyết, lý do chậm giải quyết, trách nhiệm giải quyết tố cáo:",
          field(input, "content"),
          5,
        ),
        para(
          `${authorityInText(input)} tiếp tục giải quyết tố cáo và báo cáo kết quả giải quyết theo yêu cầu của cơ quan, tổ chức cấp trên trực tiếp./.`,
        ),
        endingAsAbove(input, headSignature(input, "(Chữ ký, dấu)")),
      ],
    );
  },
};

export const denunciationAfterForms: readonly Form[] = [
  notice,
  handling,
  publication,
  crime,
  forwarderReply,
  delayReport,
];
