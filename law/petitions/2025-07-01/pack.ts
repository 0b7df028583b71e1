import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { circular5 } from "../2021-11-15/pack.ts";
import { gaps } from "../gaps.ts";

/** Two levels since 1 July 2025; nothing of the steps of processing is known to have changed. */
export const twoLevelProcessing: Amendment = {
  id: "petitions/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: [...circular5.basis, "Luật Tổ chức chính quyền địa phương 72/2025/QH15"],
  gaps,
  notEncoded: [
    ...circular5.notEncoded,
    "Nghị định 141/2025/NĐ-CP và Thông tư 02/2025/TT-TTCP: không có toàn văn (GAP-13)",
  ],
  rules: [],
  procedures: [],
};
