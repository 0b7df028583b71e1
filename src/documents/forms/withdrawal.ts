import { dateInWords, field, filled, labelled, line, openingOfRecord, para, toLineEnd } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { contested, identityLine, petitionerNames } from "../parties.ts";
import { basisLines } from "./decision-frame.ts";
import { authorityInText, ending, type Form, frame, headSignature } from "./frame.ts";

// The act that withdraws everything asks for no scope.
const scope = (input: PaperInput): string | undefined => {
  const parts = [field(input, "scope"), field(input, "withdrawn")].filter(Boolean).join(": ");
  return parts || (field(input, "withdrawnOn") ? "toàn bộ khiếu nại." : undefined);
};

const withdrawer = (input: PaperInput): Block[] => {
  const named = field(input, "withdrawnBy", "petitioner", "who");
  const petitioners = input.matter?.petitioners ?? [];
  const one = petitioners.find((party) => party.name === named) ?? (named ? undefined : petitioners[0]);
  return [
    line("2. Người rút khiếu nại: ", toLineEnd(named ?? petitionerNames(input.matter))),
    line("Địa chỉ: ", toLineEnd(one?.address)),
    identityLine(one),
  ];
};

const withdrawal: Form = {
  key: "withdrawal-record",
  form: null,
  name: { vi: "Biên bản ghi nhận việc rút khiếu nại", en: "Record of the withdrawal of a complaint" },
  symbol: "BB",
  build: (input) =>
    frame(
      input,
      withdrawal,
      { kind: "BIÊN BẢN", subject: "Ghi nhận việc rút khiếu nại", number: "never", dated: false },
      [
        openingOfRecord(field(input, "time"), field(input, "withdrawnOn"), field(input, "place")),
        para("Chúng tôi gồm:"),
        ...labelled(
          "1. Người giải quyết khiếu nại (hoặc người được giao xác minh) ghi nhận:",
          field(input, "receivedBy", "officer", "recorder"),
          0,
        ),
        ...withdrawer(input),
        para(
          "Người rút khiếu nại trình bày: đã gửi đơn khiếu nại được tiếp nhận ",
          dateInWords(input.matter?.receivedOn),
          " về việc ",
          filled(contested(input.matter), 40),
          "; nay tự nguyện rút khiếu nại.",
        ),
        ...labelled("Nội dung rút (toàn bộ hoặc một phần):", scope(input), 2),
        ...labelled("Lý do rút:", field(input, "reason"), 1),
        para(
          "Người ghi nhận đã giải thích: việc rút khiếu nại phải hoàn toàn tự nguyện; nội dung đã rút không được xem xét, giải quyết lại, trừ trường hợp việc rút do bị ép buộc, đe dọa; nếu chỉ rút một phần thì phần còn lại tiếp tục được giải quyết (Điều 10 Luật Khiếu nại).",
        ),
        para(
          "Biên bản đã được đọc lại cho người rút khiếu nại nghe, xác nhận đúng và lập thành ",
          filled(field(input, "copies"), 6),
          " bản, mỗi bên giữ 01 bản./.",
        ),
        {
          kind: "signatures",
          rows: [
            [
              { title: ["NGƯỜI RÚT KHIẾU NẠI"], note: "(Ký, ghi rõ họ tên hoặc điểm chỉ)" },
              { title: ["NGƯỜI GHI NHẬN"], note: "(Ký, ghi rõ họ tên)" },
            ],
          ],
        },
      ],
    ),
};

const complexity: Form = {
  key: "complexity-certificate",
  form: null,
  name: { vi: "Văn bản xác định vụ việc phức tạp", en: "Certificate that a case is complex" },
  symbol: "TB",
  build: (input) =>
    frame(
      input,
      complexity,
      { kind: "THÔNG BÁO", subject: "Về việc xác định vụ việc khiếu nại phức tạp", number: "always", dated: true },
      [
        ...basisLines(input),
        para(`${authorityInText(input)} xác định vụ việc khiếu nại sau đây là vụ việc phức tạp:`),
        line("1. Người khiếu nại: ", toLineEnd(petitionerNames(input.matter))),
        ...labelled("2. Khiếu nại về việc:", contested(input.matter), 1),
        line(`3. Ngày thụ lý: ${dateInWords(input.matter?.acceptedOn)}.`),
        ...labelled(
          "4. Trường hợp phức tạp theo khoản 1 Điều 3a Nghị định số 124/2020/NĐ-CP:",
          field(input, "criteria")?.replaceAll("; ", ";\n"),
          1,
        ),
        ...labelled("5. Căn cứ, lý do cụ thể:", field(input, "reason"), 2),
        line(
          "6. Thời hạn giải quyết theo Điều 28 Luật Khiếu nại tính từ ngày thụ lý, đến hết ",
          dateInWords(field(input, "dueOn", "settleBy") ?? input.matter?.settleBy),
          ".",
        ),
        para("Văn bản này được lưu trong hồ sơ giải quyết khiếu nại./."),
        ending(input, "Người được giao tham mưu giải quyết", headSignature(input, "(Ký, ghi rõ họ tên, đóng dấu)")),
      ],
    ),
};

export const withdrawalForms: readonly Form[] = [complexity, withdrawal];
