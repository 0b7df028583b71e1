import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { twoLevelReception } from "../2025-07-01/pack.ts";
import { conclusion215, partyHead } from "../duties.ts";
import { earlierGaps } from "../gaps.ts";

/** Kết luận 215-KL/TW of the Party, 23 November 2025: the provincial and the commune level (R2-05). */
export const partyConclusion215: Amendment = {
  id: "reception/2025-11-23",
  validFrom: civilDate("2025-11-23"),
  alias: "V1",
  basis: [...twoLevelReception.basis, "Kết luận 215-KL/TW ngày 23/11/2025"],
  gaps: earlierGaps,
  notEncoded: twoLevelReception.notEncoded,
  rules: [],
  procedures: [],
  repeals: ["R2-02-province", "R2-02-commune"],
  duties: [partyHead("R2-05", "province", 1, conclusion215), partyHead("R2-05", "commune", 2, conclusion215)],
};
