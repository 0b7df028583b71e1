import type { LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t, text } from "../../wording.ts";
import { lawDuties } from "../duties.ts";
import { earlierGaps } from "../gaps.ts";
import { provincialParticipants } from "../participants.ts";
import { answer, classify, conclude, correct, followConclusion } from "./acts-answer.ts";
import { answerAndFollow, closeUnasked, recordResult, tellResult, urge } from "./acts-follow.ts";
import { establishRefusal, receiveAfterAll, refuseOral, refuseWritten } from "./acts-refusal.ts";
import { arrive, guide, postpone, record, recordNoShow, schedule } from "./acts-session.ts";
import { documents } from "./documents.ts";
import { rules } from "./rules.ts";
import { stages, states } from "./states.ts";

/** Luật Tiếp công dân 42/2013/QH13, in force from 1 July 2014. */
export const reception2014: LawPack = {
  id: "reception/2014-07-01",
  subject: "reception",
  validFrom: civilDate("2014-07-01"),
  alias: "V0",
  basis: ["Luật Tiếp công dân 42/2013/QH13"],
  rules,
  procedures: [
    {
      id: "reception",
      name: t("Tiếp công dân", "Citizen reception"),
      opens: {
        ...text("Điều 25 Luật Tiếp công dân"),
        kinds: ["complaint", "denunciation", "recommendation"],
        role: "preliminary",
        atCounter: true,
        prefix: "TCD",
        todo: t("Theo dõi việc tiếp công dân", "Follow the reception"),
        fields: [],
      },
      stages,
      initial: "CHECKED_IN",
      opening: [],
      // The petition has the ten working days of Điều 28.1 from its receipt; recording the visit counts them from its own day.
      inherits: ["answer"],
      states,
      acts: [
        record,
        guide,
        schedule,
        postpone,
        arrive,
        recordNoShow,
        refuseOral,
        establishRefusal,
        refuseWritten,
        receiveAfterAll,
        classify,
        conclude,
        followConclusion,
        answer,
        answerAndFollow,
        urge,
        recordResult,
        tellResult,
        closeUnasked,
        correct,
      ],
      documents,
    },
  ],
  against: [],
  competence: [],
  transitions: [],
  duties: lawDuties,
  participants: provincialParticipants,
  allowances: [],
  reportWindows: [],
  gaps: earlierGaps,
  notEncoded: [
    "Phối hợp tại trụ sở tiếp công dân; phạm vi tiếp nhận của từng cơ quan tại trụ sở cấp huyện (khoản 4 Điều 13)",
    "Thông báo ngay khi vụ việc đã được giải quyết trước đó (khoản 2 Điều 27)",
    "Lịch tiếp công dân của đại biểu Quốc hội, Hội đồng nhân dân (Điều 20 đến Điều 23)",
  ],
};
