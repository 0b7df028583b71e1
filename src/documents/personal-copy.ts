import type { DocumentModel } from "./model.ts";
import type { PersonalCopy } from "./paper.ts";

/** Marks a paper as the copy for one of many signatories, and says under it how that person follows the petition. */
export const asPersonalCopy = (model: DocumentModel, { code, secret, url }: PersonalCopy): DocumentModel => ({
  ...model,
  marks: [...model.marks, "BẢN GỬI RIÊNG"],
  blocks: [
    ...model.blocks,
    {
      kind: "tracking",
      rows: [
        { label: "Mã của riêng ông (bà):", value: code },
        { label: "Mã bí mật (giữ kín):", value: secret },
        { label: "Theo dõi tại:", value: url },
      ],
      note: "Đơn có nhiều người ký; bản này chỉ gửi ông (bà) và không ghi thông tin của người khác. Hai mã trên chỉ mở phần của riêng ông (bà).",
      url,
    },
  ],
});
