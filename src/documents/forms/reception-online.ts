import { dateInWords, line, para, timeInWords } from "../blanks.ts";
import type { Block, Paragraph } from "../model.ts";
import type { PaperFiled, PaperInput } from "../paper.ts";
import { type Form, frame } from "./frame.ts";

const kinds: Readonly<Record<string, string>> = {
  complaint: "đơn khiếu nại",
  denunciation: "đơn tố cáo",
  recommendation: "đơn kiến nghị, phản ánh",
};

const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;

const note = (text: string): Paragraph => ({
  kind: "paragraph",
  text: [text],
  align: "left",
  indent: false,
  style: "note",
});

const fileTable = (filed: PaperFiled): Block[] =>
  filed.files.length === 0
    ? [para("Không có tệp gửi kèm.")]
    : [
        para("Tệp gửi kèm:"),
        {
          kind: "table",
          columns: [
            { title: "STT", width: 1, align: "center" },
            { title: "Tên tệp", width: 5, align: "left" },
            { title: "Cỡ", width: 1.6, align: "center" },
            { title: "SHA-256 (16 ký tự đầu)", width: 3.4, align: "center" },
          ],
          rows: filed.files.map(({ name, bytes, sha256 }, index) => [
            String(index + 1),
            name,
            size(bytes),
            sha256.slice(0, 16),
          ]),
        },
      ];

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter((each) => each.trim() !== "")
    .map((each) => para(each.trim()));

const codes = (filed: PaperFiled): Block => ({
  kind: "tracking",
  rows: [
    { label: "Mã đơn:", value: filed.code },
    { label: "Mã bí mật (giữ kín):", value: filed.trackingSecret },
    { label: "Theo dõi tại:", value: filed.trackingUrl },
  ],
  note: "Mã QR được ký số: ai cũng kiểm tra được, kể cả không có mạng, rằng đơn nào đã nộp, vào giờ nào, tại cơ quan nào. Mã QR không chứa tên, địa chỉ hay mã bí mật.",
  url: filed.verifyUrl,
});

const receiptOf = (filed: PaperFiled): Block[] => [
  line(
    `Vào ${timeInWords(filed.at)}, ${dateInWords(filed.at)}, cơ quan đã nhận qua mạng ${kinds[filed.kind] ?? "đơn"} mang mã `,
    { text: filed.code, bold: true },
    ".",
  ),
  para("Nội dung đã nộp:"),
  ...paragraphs(filed.content),
  ...(filed.request === "" ? [] : [para("Yêu cầu:"), ...paragraphs(filed.request)]),
  ...fileTable(filed),
  codes(filed),
  note(`Mã băm SHA-256 của nội dung và tệp:\n${filed.digest}`),
  note(
    "Cơ quan có thể mời người gửi ký tên hoặc điểm chỉ vào đơn (khoản 2 Điều 8 Luật Khiếu nại; khoản 1 Điều 23 Luật Tố cáo). Biên nhận lập tự động, không cần chữ ký và con dấu.",
  ),
];

const onlineReceipt: Form = {
  key: "bien-nhan-truc-tuyen",
  form: null,
  name: { vi: "Biên nhận đơn nộp trực tuyến", en: "Receipt for a petition filed online" },
  symbol: "",
  build: (input: PaperInput) => {
    const layout = { kind: "BIÊN NHẬN", subject: "Đơn nộp trực tuyến", number: "never", dated: true } as const;
    const { filed } = input;
    const model = frame(input, onlineReceipt, layout, filed ? receiptOf(filed) : []);
    return filed ? { ...model, keywords: filed.signed } : model;
  },
};

export const onlineReceiptForms: readonly Form[] = [onlineReceipt];
