import type { ActRule, DocumentRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { inference, t, text } from "../../wording.ts";
import { classify, conclude, correct, followConclusion } from "../2014-07-01/acts-answer.ts";
import { urge } from "../2014-07-01/acts-follow.ts";
import { receiveAfterAll, refuseWritten } from "../2014-07-01/acts-refusal.ts";
import { guide } from "../2014-07-01/acts-session.ts";
import { documents as documents2014 } from "../2014-07-01/documents.ts";
import { head, states } from "../2014-07-01/states.ts";
import { partyConclusion215 } from "../2025-11-23/pack.ts";
import { communeChairTwiceAMonth, publicUnitHead } from "../duties.ts";
import { gaps } from "../gaps.ts";
import {
  arrive,
  connectPoints,
  decideOnline,
  holdInPerson,
  postpone,
  schedule,
  storeRecording,
  testConnection,
} from "./acts-online.ts";
import { establishRefusal, record, refuseOral } from "./acts-refusal.ts";
import { rules } from "./rules.ts";

const decree = (rest: string) => text(`${rest} Nghị định 154/2026/NĐ-CP`);

const acts: readonly ActRule[] = [
  record,
  schedule,
  decideOnline,
  testConnection,
  connectPoints,
  postpone,
  arrive,
  refuseOral,
  establishRefusal,
  {
    ...refuseWritten,
    ...decree("Khoản 3 Điều 4"),
    gap: "GAP-7",
    actors: head,
    clocks: [...refuseWritten.clocks, { do: "meet", clock: "refusal-notice" }],
  },
  { ...receiveAfterAll, clocks: [{ do: "cancel", clock: "refusal-notice" }] },
  {
    ...classify,
    ...text(
      "Khoản 3 Điều 25, Điều 26 Luật Tiếp công dân (Luật 136/2025/QH15); Điều 14, Điều 15 Nghị định 154/2026/NĐ-CP",
    ),
  },
  { ...conclude, ...decree("Khoản 2 Điều 25"), bindingDocument: "tcd-conclusion" },
  { ...followConclusion, ...decree("Khoản 2 Điều 25") },
  { ...urge, ...decree("Khoản 1 Điều 32") },
  { ...guide, ...inference("Điều 12, Điều 13, khoản 3 Điều 14 Nghị định 154/2026/NĐ-CP") },
  holdInPerson,
  storeRecording,
  {
    ...correct,
    clocks: [
      ...correct.clocks,
      { do: "restart", clock: "refusal-notice", from: "newDate", when: "corrects-ground-day" },
    ],
  },
];

const forms: Readonly<Record<string, Partial<DocumentRule>>> = {
  "tcd-01": { form: "01/TCD", article: "Mẫu số 01/TCD ban hành kèm theo Nghị định 154/2026/NĐ-CP" },
  "tcd-02": { form: "02/TCD", article: "Mẫu số 02/TCD ban hành kèm theo Nghị định 154/2026/NĐ-CP; khoản 4 Điều 15" },
  // Sent to the units alone; the citizen is told the time and whom to ask, and gets the result from the unit.
  "tcd-conclusion": {
    article: "Khoản 2 Điều 25 Nghị định 154/2026/NĐ-CP",
    recipients: [t("Cơ quan, tổ chức, đơn vị có liên quan", "The units concerned")],
  },
  "tcd-session-minutes": {
    article: "Điểm b khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP",
    confidence: "inference",
  },
  "tcd-session-conclusion": { article: "Khoản 2 Điều 25 Nghị định 154/2026/NĐ-CP" },
  "tcd-appointment": {
    article: "Điểm a khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP",
    confidence: "inference",
  },
};

/** Luật 136/2025/QH15 Điều 1 and Nghị định 154/2026/NĐ-CP, in force from 1 July 2026. */
export const reception2026: Amendment = {
  id: "reception/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Luật Tiếp công dân 42/2013/QH13 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 154/2026/NĐ-CP",
    ...partyConclusion215.basis.filter((each) => each.includes("/TW")),
  ],
  gaps,
  notEncoded: [
    "Phối hợp tại trụ sở tiếp công dân (Điều 28 đến Điều 34 Nghị định 154/2026/NĐ-CP)",
    "Thành phần, trang phục, nội quy buổi tiếp trực tuyến (Điều 21, Điều 22 Nghị định 154/2026/NĐ-CP)",
    "Xử lý kỷ luật (Điều 40 đến Điều 43 Nghị định 154/2026/NĐ-CP): mới có cảnh báo 45 ngày (TCD-41-1)",
    "Thông báo ngay khi vụ việc đã được giải quyết trước đó (khoản 2 Điều 27)",
    "Quy định 11-QĐi/TW: mới có số ngày tiếp; thời hạn trả lời, đối thoại không có toàn văn",
  ],
  rules,
  procedures: [
    {
      id: "reception",
      acts,
      states: states.map((state) =>
        state.id === "REFUSAL_DUE"
          ? { ...state, next: { act: "refuse-written", clock: "refusal-notice", waitingOn: "us" } }
          : state,
      ),
      documents: documents2014.map((each) => ({ ...each, confidence: "text", ...forms[each.key] })),
    },
  ],
  transitions: [
    {
      ...inference("Điều 44 Nghị định 154/2026/NĐ-CP (không có quy định chuyển tiếp)"),
      id: "VER-5",
      on: civilDate("2026-07-01"),
      effect: "stays",
      from: [
        "reception/2014-07-01",
        "reception/2014-08-15",
        "reception/2014-12-15",
        "reception/2019-02-18",
        "reception/2021-11-15",
        "reception/2025-07-01",
        "reception/2025-11-23",
      ],
      what: t(
        "Nghị định 64/2014/NĐ-CP hết hiệu lực; lượt tiếp trước ngày 01/7/2026 tiếp tục theo quy định của ngày tiếp.",
        "Decree 64/2014 ends; a visit before 1 July 2026 goes on under the law of its day.",
      ),
    },
  ],
  duties: [communeChairTwiceAMonth, publicUnitHead(decree("Khoản 2 Điều 10"))],
};
