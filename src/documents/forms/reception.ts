import { centred, dateInWords, dottedLines, filled, line, para, timeInWords, toLineEnd } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput, PaperVisit } from "../paper.ts";
import { identityLine } from "../parties.ts";
import { type Form, frame } from "./frame.ts";

const itemTable = (visit: PaperVisit): Block => ({
  kind: "table",
  columns: [
    { title: "STT", width: 1, align: "center" },
    { title: "Tên thông tin, tài liệu", width: 5, align: "left" },
    { title: "Số trang", width: 1.4, align: "center" },
    { title: "Tình trạng", width: 3, align: "left" },
  ],
  rows: visit.items.map((item, index) => [
    String(index + 1),
    item.title,
    item.pages === undefined ? "" : String(item.pages),
    [item.copyType, item.condition].filter(Boolean).join("; "),
  ]),
});

const tracking = (visit: PaperVisit): Block => ({
  kind: "tracking",
  rows: [
    { label: "Mã đơn:", value: visit.petitionCode },
    ...(visit.trackingSecret ? [{ label: "Mã tra cứu (giữ kín):", value: visit.trackingSecret }] : []),
    { label: "Số thứ tự trong sổ tiếp công dân:", value: String(visit.registerNo) },
    ...(visit.verifyUrl && visit.trackingUrl ? [{ label: "Theo dõi tại:", value: visit.trackingUrl }] : []),
  ],
  note: visit.verifyUrl
    ? "Mã QR được ký số: ai cũng kiểm tra được, kể cả không có mạng, rằng đơn nào đã nhận, vào lúc nào, tại cơ quan nào. Mã QR không chứa tên, địa chỉ hay mã tra cứu."
    : visit.trackingUrl
      ? "Quét mã hoặc nhập hai mã trên tại trang tra cứu của cơ quan để biết đơn đang ở đâu, ai giải quyết và ngày trả lời."
      : "Dùng hai mã trên để hỏi cơ quan tiếp nhận đơn đang ở đâu, ai giải quyết và ngày trả lời.",
  url: visit.verifyUrl ?? visit.trackingUrl,
});

const receivedItems = (visit: PaperVisit | undefined): Block[] => {
  if (!visit) return [dottedLines(5)];
  if (visit.items.length === 0)
    return [para("Không kèm theo thông tin, tài liệu nào khác ngoài nội dung đã trình bày.")];
  return [itemTable(visit)];
};

const receipt: Form = {
  key: "tcd-02",
  form: "02/TCD",
  name: { vi: "Giấy biên nhận thông tin, tài liệu", en: "Receipt for information and documents" },
  symbol: "GBN",
  build: (input: PaperInput) => {
    const visit = input.visit;
    const layout = {
      kind: "GIẤY BIÊN NHẬN",
      subject: "Thông tin, tài liệu",
      formLabel: "Mẫu số 02/TCD",
      number: "if-given",
      dated: true,
    } as const;
    const copies = input.fields.copies ?? (visit ? "02" : undefined);
    const model = frame(input, receipt, layout, [
      line(`Vào ${timeInWords(visit?.receivedAt)}, ${dateInWords(visit?.receivedAt)}, tại: `, toLineEnd(visit?.place)),
      line("Tôi là: ", filled(visit?.officer.name, 50), ". Chức vụ: ", toLineEnd(visit?.officer.title)),
      line("Đã nhận của ông (bà): ", toLineEnd(visit?.giver.name)),
      ...(visit?.giver.address ? [line("Địa chỉ: ", visit.giver.address)] : []),
      identityLine(visit?.giver, "Số CCCD/Hộ chiếu (hoặc giấy tờ tùy thân):"),
      para("các thông tin, tài liệu sau:"),
      ...receivedItems(visit),
      para(
        "Giấy biên nhận thông tin, tài liệu được lập thành ",
        filled(copies, 6),
        " bản, giao cho người cung cấp thông tin, tài liệu 01 bản./.",
      ),
      {
        kind: "signatures",
        rows: [
          [
            { title: ["NGƯỜI CUNG CẤP", "THÔNG TIN, TÀI LIỆU"], note: "(Ký, ghi rõ họ tên)", name: visit?.giver.name },
            { title: ["NGƯỜI NHẬN"], note: "(Ký, ghi rõ họ tên, đóng dấu nếu có)", name: visit?.officer.name },
          ],
        ],
      },
      ...(visit ? [tracking(visit)] : [centred("")]),
    ]);
    return visit?.signed ? { ...model, keywords: visit.signed } : model;
  },
};

export const receptionForms: readonly Form[] = [receipt];
