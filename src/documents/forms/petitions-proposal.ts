import { field, labelled, line, para } from "../blanks.ts";
import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";
import { addressed, authorityInText, type Form, frame } from "./frame.ts";
import { addressLine, contentLines, received, sender } from "./petitions-frame.ts";
import { threeSignatures } from "./petitions-signatures.ts";

/** What the head decided: an opinion on the proposal, or for a reflection who is to handle it. */
const approval = (input: PaperInput): Block[] => {
  const unit = field(input, "unit");
  const officer = field(input, "assignedTo");
  const assigned = [unit, officer && `ông (bà) ${officer}`].filter(Boolean).join(", ");
  const opinion = field(input, "opinion", "instruction");
  return [
    ...(assigned ? [para("Bộ phận, người được giao giải quyết: ", assigned, ".")] : []),
    ...(opinion ? labelled("Ý kiến phê duyệt:", opinion) : []),
  ];
};

// Thông tư 07/2014 (Mẫu 01-XLĐ) in the words a provincial system printed in 2017; Thông tư 05/2021 (Mẫu 01) by its
// known fields. The annexes themselves were not at hand.
const proposalForm = (key: string, number: string | null): Form => {
  const form: Form = {
    key,
    form: number,
    name: { vi: "Phiếu đề xuất thụ lý đơn", en: "Proposal to accept the petition" },
    symbol: "PĐX",
    build: (input) => {
      const proposal = field(input, "proposal");
      return frame(input, form, { kind: "PHIẾU ĐỀ XUẤT THỤ LÝ ĐƠN", number: "always", dated: true }, [
        ...addressed(authorityInText(input)),
        received(input, "đơn của ", ...sender(input), "."),
        addressLine(input),
        ...contentLines(input),
        line("Đơn đã được ", { dots: 36 }, " giải quyết ngày ", { dots: 16 }, " (nếu có)."),
        ...(proposal ? labelled("Tóm tắt nội dung và đề xuất:", proposal) : []),
        para(
          "Sau khi xem xét nội dung đơn và căn cứ quy định của pháp luật, đề xuất thụ lý để giải quyết đơn của ",
          ...sender(input),
          "./.",
        ),
        ...approval(input),
        threeSignatures(input),
      ]);
    },
  };
  return form;
};

export const proposalForms: readonly Form[] = [
  proposalForm("tt07-01", "01-XLĐ"),
  proposalForm("tt05-01", "01"),
  proposalForm("knpa-proposal", null),
];
