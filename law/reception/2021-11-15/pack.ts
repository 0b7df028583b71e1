import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { inference } from "../../wording.ts";
import { conclude } from "../2014-07-01/acts-answer.ts";
import { establishRefusal, refuseOral, refuseWritten } from "../2014-07-01/acts-refusal.ts";
import { guide, schedule } from "../2014-07-01/acts-session.ts";
import { documents as documents2014 } from "../2014-07-01/documents.ts";
import { reception2014 } from "../2014-07-01/pack.ts";
import { earlierGaps } from "../gaps.ts";

const like6 = (rest: string) =>
  inference(`Thông tư 04/2021/TT-TTCP (không có toàn văn); theo ${rest} Thông tư 06/2014/TT-TTCP`);

/** Thông tư 04/2021/TT-TTCP, from 15 November 2021: not found; the law, and the steps of the circular before it, marked. */
export const circular4: Amendment = {
  id: "reception/2021-11-15",
  validFrom: civilDate("2021-11-15"),
  alias: "V0",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13",
    "Nghị định 64/2014/NĐ-CP",
    "Thông tư 04/2021/TT-TTCP",
    "Quy định 11-QĐi/TW ngày 18/02/2019",
  ],
  gaps: earlierGaps,
  notEncoded: [
    ...reception2014.notEncoded,
    "Thông tư 04/2021/TT-TTCP (từ 15/11/2021): không có toàn văn; các bước theo Thông tư 06/2014/TT-TTCP, có đánh dấu; các mẫu không mang số",
    "Quy định 11-QĐi/TW: mới có số ngày tiếp; thời hạn trả lời, đối thoại không có toàn văn",
  ],
  rules: [],
  procedures: [
    {
      id: "reception",
      acts: [
        refuseOral,
        establishRefusal,
        { ...refuseWritten, ...like6("Điều 4"), actors: ["reception-officer", "head"] },
        { ...guide, ...like6("Điều 9") },
        schedule,
        conclude,
      ],
      documents: documents2014,
    },
  ],
};
