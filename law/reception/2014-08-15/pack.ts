import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { text } from "../../wording.ts";
import { reception2014 } from "../2014-07-01/pack.ts";
import { publicUnitHead } from "../duties.ts";
import { earlierGaps } from "../gaps.ts";

/** Nghị định 64/2014/NĐ-CP, in force from 15 August 2014 (Điều 23): public units receive citizens too. */
export const decree64: Amendment = {
  id: "reception/2014-08-15",
  validFrom: civilDate("2014-08-15"),
  alias: "V0",
  basis: ["Luật Tiếp công dân 42/2013/QH13", "Nghị định 64/2014/NĐ-CP"],
  gaps: earlierGaps,
  notEncoded: reception2014.notEncoded,
  rules: [],
  procedures: [],
  duties: [publicUnitHead(text("Khoản 2 Điều 4 Nghị định 64/2014/NĐ-CP"))],
};
