import { dateInWords, field, filled, line, para, toLineEnd } from "../blanks.ts";
import { contested, petitionerDetails, petitionerNames } from "../parties.ts";
import { addressed, ending, type Form, frame, headSignature } from "./frame.ts";

const acceptance: Form = {
  key: "kn-03",
  form: "03",
  name: { vi: "Thông báo về việc thụ lý giải quyết khiếu nại", en: "Notice of acceptance of a complaint" },
  symbol: "TB",
  build: (input) => {
    const names = petitionerNames(input.matter);
    const received = input.matter
      ? [`Ngày ${dateInWords(input.matter.receivedOn).slice(5)}, ${input.agency.name}`]
      : [{ dots: 20 }];
    const sentence = " nhận thấy đơn khiếu nại đủ điều kiện thụ lý.";
    return frame(
      input,
      acceptance,
      { kind: "THÔNG BÁO", subject: "Về việc thụ lý giải quyết khiếu nại", number: "always", dated: true },
      [
        ...addressed(names),
        line(...received, " đã nhận được đơn khiếu nại của: ", toLineEnd(names)),
        ...petitionerDetails(input),
        line("Khiếu nại về việc: ", toLineEnd(field(input, "content") ?? contested(input.matter))),
        para(
          `Sau khi xem xét nội dung đơn khiếu nại, căn cứ quy định của pháp luật về khiếu nại, ${input.agency.name}${sentence}`,
        ),
        para("Vậy thông báo để ", filled(names), " được biết./."),
        ending(input, "Như trên", headSignature(input, "(Ký, ghi rõ họ tên, đóng dấu)")),
      ],
    );
  },
};

const refusal: Form = {
  key: "kn-04",
  form: "04",
  name: { vi: "Thông báo về việc không thụ lý giải quyết khiếu nại", en: "Notice of refusal to accept a complaint" },
  symbol: "TB",
  build: (input) => {
    const names = petitionerNames(input.matter);
    const reasons = [field(input, "ground"), field(input, "groundOne"), field(input, "reason")]
      .filter(Boolean)
      .join(". ");
    return frame(
      input,
      refusal,
      { kind: "THÔNG BÁO", subject: "Về việc không thụ lý giải quyết khiếu nại", number: "always", dated: true },
      [
        // "Như trên" in Nơi nhận needs the addressee; the form of 2020 prints the line.
        ...addressed(names),
        line(
          `Sau khi xem xét nội dung đơn khiếu nại, căn cứ Điều 11 của Luật Khiếu nại, ${input.agency.name} nhận thấy, đơn khiếu nại của `,
          filled(names),
          " không đủ điều kiện để thụ lý giải quyết vì: ",
          toLineEnd(reasons || undefined),
        ),
        para("Vậy thông báo để ", filled(names), " được biết./."),
        ending(input, "Như trên", headSignature(input, "(Ký, đóng dấu)")),
      ],
    );
  },
};

export const acceptanceForms: readonly Form[] = [acceptance, refusal];
