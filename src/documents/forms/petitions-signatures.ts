import type { Block } from "../model.ts";
import type { PaperInput } from "../paper.ts";

/** Who proposes, the head of the unit, and the head; where one and the same person stood for the unit, two of them. */
export const threeSignatures = (input: PaperInput): Block => {
  const head = {
    title: ["PHÊ DUYỆT CỦA THỦ TRƯỞNG", "CƠ QUAN, TỔ CHỨC, ĐƠN VỊ"],
    note: "(Ngày ...../...../......., ký, ghi rõ họ tên)",
    name: input.agency.headName,
  };
  const proposer = { title: ["NGƯỜI ĐỀ XUẤT"], note: "(Ký, ghi rõ họ tên)", name: input.signers?.proposer };
  if (input.signers?.unitIsHead) return { kind: "signatures", rows: [[head, proposer]] };
  const unit = { title: ["LÃNH ĐẠO", "ĐƠN VỊ XỬ LÝ ĐƠN"], note: "(Ký, ghi rõ họ tên)", name: input.signers?.unit };
  return {
    kind: "signatures",
    rows: [
      [head, unit],
      [null, proposer],
    ],
  };
};
