import type { ActRule, DocumentRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { option, t, text } from "../../wording.ts";
import { conclude } from "../2014-07-01/acts-answer.ts";
import { establishRefusal, refuseOral, refuseWritten } from "../2014-07-01/acts-refusal.ts";
import { guide, schedule } from "../2014-07-01/acts-session.ts";
import { documents as documents2014 } from "../2014-07-01/documents.ts";
import { reception2014 } from "../2014-07-01/pack.ts";
import { earlierGaps } from "../gaps.ts";

const circular = (rest: string) => text(`${rest} Thông tư 06/2014/TT-TTCP`);

/** The circular adds two refusals in writing, both of denunciations under the law of 2011 (repealed from 2019). */
const writtenGrounds = [
  option(
    "tt-25",
    t(
      "Tố cáo thuộc trường hợp không thụ lý theo khoản 2 Điều 20 Luật Tố cáo 2011, khi cần thiết (đến hết năm 2018)",
      "Denunciation that Article 20.2 of the law of 2011 bars, where needed (until the end of 2018)",
    ),
    circular("Điều 25"),
  ),
  option(
    "tt-26",
    t(
      "Tố cáo người giải quyết khiếu nại mà không có chứng cứ, đã được giải thích nhưng không chấp hành",
      "Denunciation of who settled the complaint, without evidence, after the citizen was guided and does not comply",
    ),
    circular("Điều 26"),
  ),
];

const acts: readonly ActRule[] = [
  { ...refuseOral, ...text("Điều 9 Luật Tiếp công dân; Điều 4 Thông tư 06/2014/TT-TTCP") },
  {
    ...establishRefusal,
    ...text("Khoản 3 Điều 9 Luật Tiếp công dân; Điều 4, Điều 25, Điều 26 Thông tư 06/2014/TT-TTCP"),
    fields: establishRefusal.fields.map((field) =>
      field.id === "ground" ? { ...field, options: [...(field.options ?? []), ...writtenGrounds] } : field,
    ),
  },
  // Điều 4: "người tiếp công dân ra Thông báo"; the head alone only since Nghị định 154/2026.
  { ...refuseWritten, ...circular("Điều 4"), actors: ["reception-officer", "head"] },
  { ...guide, ...circular("Điều 9, khoản 2 Điều 13") },
  { ...schedule, ...text("Khoản 4 Điều 24 Luật Tiếp công dân; khoản 3 Điều 13 Thông tư 06/2014/TT-TTCP") },
  { ...conclude, ...text("Khoản 4 Điều 18 Luật Tiếp công dân; khoản 4 Điều 32 Thông tư 06/2014/TT-TTCP") },
];

const forms: Readonly<Record<string, Partial<DocumentRule>>> = {
  "tcd-01": { form: "01-TCD", article: "Điều 4 Thông tư 06/2014/TT-TTCP; Mẫu số 01-TCD" },
  "tcd-02": { form: "02-TCD", article: "Điều 12, Điều 20 Thông tư 06/2014/TT-TTCP; Mẫu số 02-TCD" },
  "tcd-appointment": { form: "04-TCD", article: "Khoản 3 Điều 13 Thông tư 06/2014/TT-TTCP; Mẫu số 04-TCD" },
  "tcd-session-minutes": { confidence: "inference" },
  "tcd-session-conclusion": { article: "Khoản 4 Điều 32 Thông tư 06/2014/TT-TTCP" },
  "tcd-conclusion": { form: null, article: "Khoản 4 Điều 32 Thông tư 06/2014/TT-TTCP" },
};

/** Thông tư 06/2014/TT-TTCP of 31 October 2014, in force from 15 December 2014 (Điều 34). */
export const circular6: Amendment = {
  id: "reception/2014-12-15",
  validFrom: civilDate("2014-12-15"),
  alias: "V0",
  basis: ["Luật Tiếp công dân 42/2013/QH13", "Nghị định 64/2014/NĐ-CP", "Thông tư 06/2014/TT-TTCP"],
  gaps: earlierGaps,
  notEncoded: reception2014.notEncoded,
  rules: [],
  procedures: [
    {
      id: "reception",
      acts,
      documents: documents2014.map((each) => ({ ...each, confidence: "text", ...forms[each.key] })),
    },
  ],
};
