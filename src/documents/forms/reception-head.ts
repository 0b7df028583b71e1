import { dashed, dateInWords, field, labelled, line, para, stopped, timeInWords } from "../blanks.ts";
import type { Rich } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { petitionerNames } from "../parties.ts";
import { withoutSender } from "../secrecy.ts";
import { addressed, authorityInText, ending, type Form, frame } from "./frame.ts";
import {
  addressLine,
  codeOf,
  contentLines,
  copyToSender,
  endingTo,
  otherRecipients,
  sender,
} from "./petitions-frame.ts";

const decreeOfTheDay = (input: PaperInput): string =>
  input.legalBasis.some((one) => one.includes("154/2026")) ? " và khoản 2 Điều 25 Nghị định số 154/2026/NĐ-CP" : "";

/** The citizen gets a copy where the text of the day says so, and never of a denunciation, whose author must not stand on it. */
const conclusion: Form = {
  key: "tcd-conclusion",
  form: null,
  name: { vi: "Thông báo kết luận việc tiếp công dân", en: "Notice of the head's conclusion" },
  symbol: "TB",
  build: (given) => {
    const hidden = field(given, "denunciation") === "Có";
    const input = hidden ? withoutSender(given) : given;
    const who: Rich = hidden ? ["người tố cáo"] : sender(input);
    const copied = !hidden && input.recipients.some((one) => /công dân được tiếp/iu.test(one));
    const unit = field(input, "unit");
    const contact = field(input, "contact");
    const doBy = field(input, "doBy");
    const units = { ...input, recipients: input.recipients.filter((one) => !/đơn vị có liên quan/iu.test(one)) };
    return frame(
      input,
      conclusion,
      { kind: "THÔNG BÁO", subject: "Kết luận việc tiếp công dân của người đứng đầu", number: "always", dated: true },
      [
        line(`${authorityInText(input)} đã tiếp `, ...who, " (mã đơn: ", codeOf(input), ")."),
        ...(hidden ? [] : [addressLine(input)]),
        ...contentLines(input, "Nội dung công dân trình bày:"),
        para(
          `Căn cứ khoản 4 Điều 18 Luật Tiếp công dân${decreeOfTheDay(input)}, ${input.agency.name} thông báo kết luận của ${authorityInText(input)} như sau:`,
        ),
        ...labelled("1. Ý kiến chỉ đạo:", dashed(field(input, "direction"))),
        line("2. Cơ quan, đơn vị chịu trách nhiệm giải quyết: ", stopped(unit)),
        line("3. Thời hạn giải quyết, trả lời công dân: chậm nhất ", doBy ? `${dateInWords(doBy)}.` : { dots: 30 }),
        line("4. Người cần liên hệ để biết kết quả giải quyết: ", stopped(contact)),
        para(
          `${input.agency.name} thông báo để cơ quan, đơn vị có liên quan thực hiện`,
          ...(copied ? [" và ", ...who, " được biết"] : []),
          "./.",
        ),
        endingTo(
          unit ? units : input,
          unit ?? "Cơ quan, tổ chức, đơn vị có liên quan",
          copied ? copyToSender(input, "để biết") : [],
        ),
      ],
    );
  },
};

const session = (input: PaperInput): string => {
  const kind = field(input, "session");
  return kind ? ` (buổi tiếp công dân ${kind.toLocaleLowerCase("vi")})` : "";
};

// Khoản 3 Điều 13 Thông tư 06/2014 asks for day, hour and place; the act gives the day.
const appointment: Form = {
  key: "tcd-appointment",
  form: null,
  name: { vi: "Phiếu hẹn tiếp công dân", en: "Appointment" },
  symbol: "PH",
  build: (input) => {
    const posted = field(input, "postedOn");
    const name = petitionerNames(input.matter);
    return frame(
      input,
      appointment,
      { kind: "PHIẾU HẸN", subject: "Tiếp công dân của người đứng đầu", number: "if-given", dated: true },
      [
        ...addressed(name && `Ông (bà) ${name}`),
        addressLine(input),
        ...contentLines(input, "Nội dung đề nghị được tiếp:"),
        para(`Theo quy định tại Điều 18 Luật Tiếp công dân, ${input.agency.name} hẹn ông (bà) đến gặp người đứng đầu:`),
        line(`1. Thời gian: ${timeInWords(undefined)}, ${dateInWords(field(input, "sessionOn"))}${session(input)}.`),
        line("2. Địa điểm: ", stopped(input.visit?.place)),
        line(`3. Người tiếp: ${authorityInText(input)}.`),
        ...(posted ? [para(`Lịch tiếp công dân đã được niêm yết từ ${dateInWords(posted)}.`)] : []),
        para(
          "Khi đến, đề nghị ông (bà) mang theo phiếu hẹn này, giấy tờ tùy thân và thông tin, tài liệu liên quan (nếu có)./.",
        ),
        ending({ ...input, recipients: otherRecipients(input) }, "Như trên", {
          title: ["NGƯỜI TIẾP CÔNG DÂN"],
          note: "(Ký, ghi rõ họ tên)",
          name: input.visit?.officer.name,
        }),
      ],
    );
  },
};

export const headReceptionForms: readonly Form[] = [conclusion, appointment];
