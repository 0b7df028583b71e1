import { dashed, dateInWords, field, filled, line, para, toLineEnd, written } from "../blanks.ts";
import { type Form, frame } from "./frame.ts";

// No form is prescribed: the law asks that originals go back, and who gives them back wants proof of it. Mẫu 02/TCD is the
// receipt for what the office takes in, and Mẫu số 08 of Nghị định 124/2020 the record of the same.
const originalsBack: Form = {
  key: "xld-originals",
  form: null,
  name: { vi: "Giấy biên nhận trả lại giấy tờ, tài liệu gốc", en: "Receipt for originals given back" },
  symbol: "GBN",
  build: (input) => {
    const [receiver, address] = [field(input, "receiver"), field(input, "address")];
    return frame(
      input,
      originalsBack,
      { kind: "GIẤY BIÊN NHẬN", subject: "Trả lại giấy tờ, tài liệu gốc", number: "never", dated: true },
      [
        line(`${input.agency.name} trả lại `, ...(receiver ? [receiver] : ["ông (bà): ", { fill: true } as const])),
        ...(receiver && !address ? [] : [line("Địa chỉ: ", toLineEnd(address))]),
        para(
          "các giấy tờ, tài liệu gốc sau đây, gửi kèm theo đơn nhận ",
          dateInWords(field(input, "receivedOn")),
          ", số ",
          filled(field(input, "bookNo"), 12),
          " trong sổ đơn:",
        ),
        ...written(dashed(field(input, "papers"))),
        para(
          "Người nhận đã kiểm tra và nhận đủ các giấy tờ, tài liệu nêu trên. Giấy biên nhận được lập thành 02 bản, mỗi bên giữ 01 bản./.",
        ),
        {
          kind: "signatures",
          rows: [
            [
              { title: ["NGƯỜI NHẬN"], note: "(Ký, ghi rõ họ tên)" },
              { title: ["NGƯỜI TRẢ"], note: "(Ký, ghi rõ họ tên)" },
            ],
          ],
        },
      ],
    );
  },
};

export const originalsForms: readonly Form[] = [originalsBack];
