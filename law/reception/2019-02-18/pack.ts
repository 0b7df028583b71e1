import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { reception2014 } from "../2014-07-01/pack.ts";
import { partyHead, rule11 } from "../duties.ts";
import { earlierGaps } from "../gaps.ts";

/** Quy định 11-QĐi/TW of the Party, 18 February 2019: heads of Party committees receive citizens (R2-02). */
export const partyRule11: Amendment = {
  id: "reception/2019-02-18",
  validFrom: civilDate("2019-02-18"),
  alias: "V0",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13",
    "Nghị định 64/2014/NĐ-CP",
    "Thông tư 06/2014/TT-TTCP",
    "Quy định 11-QĐi/TW ngày 18/02/2019",
  ],
  gaps: earlierGaps,
  notEncoded: [
    ...reception2014.notEncoded,
    "Quy định 11-QĐi/TW: mới có số ngày tiếp; thời hạn trả lời, đối thoại không có toàn văn",
  ],
  rules: [],
  procedures: [],
  duties: [
    partyHead("R2-02", "province", 1, rule11),
    partyHead("R2-02", "district", 1, rule11),
    partyHead("R2-02", "commune", 2, rule11),
  ],
};
