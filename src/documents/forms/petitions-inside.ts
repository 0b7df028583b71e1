import { field, labelled, line, para, stopped, written } from "../blanks.ts";
import type { PaperInput } from "../paper.ts";
import { withoutSender } from "../secrecy.ts";
import { addressed, authorityInText, type Form, frame } from "./frame.ts";
import { codeOf, contentLines, endingTo, received } from "./petitions-frame.ts";
import { threeSignatures } from "./petitions-signatures.ts";

// They may be about a denunciation, and the form is not told: nobody is named (Điều 56 Luật Tố cáo).
const about = (input: PaperInput) => received(input, "đơn của công dân, mã đơn: ", codeOf(input), ".");

const filing: Form = {
  key: "xld-filing",
  form: null,
  name: { vi: "Phiếu đề xuất xếp lưu đơn", en: "Proposal to file without action" },
  symbol: "PĐX",
  build: (given) => {
    const input = withoutSender(given);
    const note = field(input, "note");
    return frame(input, filing, { kind: "PHIẾU ĐỀ XUẤT XẾP LƯU ĐƠN", number: "always", dated: true }, [
      ...addressed(authorityInText(input)),
      about(input),
      ...contentLines(input),
      ...labelled("Sau khi kiểm tra điều kiện xử lý, đề xuất xếp lưu đơn vì:", field(input, "ground"), 2),
      ...(field(input, "told")
        ? [line("Đã trả lời người gửi đơn trực tiếp đến: ", stopped(field(input, "told")))]
        : []),
      ...(note ? labelled("Ghi chú:", note) : []),
      para("Đơn được lưu theo quy định; việc xếp lưu không thay cho trả lời nếu pháp luật yêu cầu phải trả lời./."),
      threeSignatures(input),
    ]);
  },
};

const report: Form = {
  key: "xld-report",
  form: null,
  name: { vi: "Báo cáo đề xuất biện pháp xử lý", en: "Report that proposes measures" },
  symbol: "BC",
  build: (given) => {
    const input = withoutSender(given);
    return frame(
      input,
      report,
      { kind: "BÁO CÁO", subject: "Về việc đề xuất biện pháp xử lý kịp thời", number: "always", dated: true },
      [
        ...addressed(authorityInText(input)),
        about(input),
        ...contentLines(input),
        ...labelled("Lý do báo cáo:", field(input, "reasons"), 2),
        ...labelled("Biện pháp đề xuất:", field(input, "measure"), 3),
        para("Kính trình xem xét, chỉ đạo./."),
        threeSignatures(input),
      ],
    );
  },
};

const inspection: Form = {
  key: "xld-inspection",
  form: null,
  name: { vi: "Văn bản chuyển thông tin để thanh tra, kiểm tra", en: "Information handed over for inspection" },
  symbol: "",
  build: (given) => {
    const input = withoutSender(given);
    const body = field(input, "body");
    return frame(
      input,
      inspection,
      { letterSubject: "V/v chuyển thông tin để thanh tra, kiểm tra", number: "always", dated: true },
      [
        ...addressed(body),
        received(input, "thông tin có nội dung tố cáo, mã đơn: ", codeOf(input), ", không rõ người gửi."),
        ...(input.matter?.respondent ? [line("Người bị phản ánh: ", input.matter.respondent)] : []),
        para("Nội dung thông tin:"),
        ...written(input.matter?.content, 3),
        para(
          "Thông tin nêu rõ người có hành vi vi phạm, kèm tài liệu, chứng cứ cụ thể và có cơ sở để thẩm tra, xác minh. Căn cứ khoản 2 Điều 25 Luật Tố cáo, ",
          `${input.agency.name} chuyển thông tin và tài liệu kèm theo để tiến hành thanh tra, kiểm tra, phục vụ cho công tác quản lý.`,
        ),
        para(`Đề nghị thông báo kết quả thanh tra, kiểm tra đến ${input.agency.name}./.`),
        endingTo(input, "Như trên"),
      ],
    );
  },
};

/** Papers of processing that whoever sent the petition does not get. */
export const insideForms: readonly Form[] = [filing, report, inspection];
