import { dateInWords, field, filled, line, para, toLineEnd, written } from "../blanks.ts";
import { type Form, frame } from "./frame.ts";

/** No form is prescribed: the law asks that originals go back at once, and who gives them back wants proof of it. */
const originalsBack: Form = {
  key: "xld-originals",
  form: null,
  name: { vi: "Giấy biên nhận trả lại giấy tờ, tài liệu gốc", en: "Receipt for originals given back" },
  symbol: "GBN",
  build: (input) =>
    frame(
      input,
      originalsBack,
      { kind: "GIẤY BIÊN NHẬN", subject: "Trả lại giấy tờ, tài liệu gốc", number: "never", dated: true },
      [
        line(`${input.agency.name} trả lại ông (bà): `, toLineEnd(field(input, "receiver"))),
        line("Địa chỉ: ", toLineEnd(field(input, "address"))),
        para(
          "các giấy tờ, tài liệu gốc kèm theo đơn nhận ",
          dateInWords(field(input, "receivedOn")),
          ", số ",
          filled(field(input, "bookNo"), 12),
          " trong sổ đơn, do đơn không được thụ lý giải quyết tại đây:",
        ),
        ...written(field(input, "papers")),
        para(
          "Người nhận đã kiểm tra và nhận đủ các giấy tờ, tài liệu nêu trên. Giấy biên nhận được lập thành 02 bản, mỗi bên giữ 01 bản./.",
        ),
        {
          kind: "signatures",
          rows: [
            [
              { title: ["NGƯỜI NHẬN"], note: "(Ký, ghi rõ họ tên)" },
              { title: ["NGƯỜI TRẢ"], note: "(Ký, ghi rõ họ tên)", name: field(input, "officer") ?? "" },
            ],
          ],
        },
      ],
    ),
};

export const originalsForms: readonly Form[] = [originalsBack];
