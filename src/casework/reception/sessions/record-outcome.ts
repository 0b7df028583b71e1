import * as z from "zod";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { queueBookingNotices } from "../../notices/index.ts";
import { parseInput } from "../../parse-input.ts";
import { type FieldProblem, invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { moveBookings } from "../bookings/index.ts";
import { clockTime, words } from "./plan-sessions.ts";
import { agencyTime, participantsAt } from "./positions.ts";
import {
  againstLaw,
  announcedLater,
  doneBefore,
  endsBeforeStart,
  needed,
  notYet,
  scheduleArticle,
  timeTaken,
} from "./session-refusals.ts";
import { lockSession, outcomes, type SessionRow } from "./session-rows.ts";
import { addSession, changeSession } from "./write-session.ts";

export const recordSessionInput = z.object({
  key: z.uuid(),
  sessionId: z.uuid(),
  outcome: z.enum(outcomes),
  /** Who received, when it was another than the calendar names. */
  receivedBy: words(200),
  /** To whom it was delegated, name and post. */
  delegatedTo: words(200),
  /** Which bodies sat in: ids of the law's list (khoản 4 Điều 12). */
  bodies: z.array(z.string().max(40)).max(10).optional(),
  /** Why it was delegated, postponed or cancelled. */
  reason: words(2000),
  /** Of a postponed session: why, as the published calendar says it; no names. */
  publicReason: words(300),
  /** Of a postponed session: the new day and time, and the day on which they were posted (today when absent). */
  newOn: z.iso.date().optional(),
  newStartsAt: clockTime.optional(),
  newEndsAt: clockTime.optional(),
  newPlace: words(400),
  newAnnouncedOn: z.iso.date().optional(),
});
export type RecordSessionInput = z.input<typeof recordSessionInput>;
type Wanted = z.output<typeof recordSessionInput>;

/** `newSessionId`: the session that stands for a postponed one. */
export interface RecordedOutcome {
  readonly sessionId: string;
  readonly seq: number;
  readonly newSessionId?: string;
}

/**
 * Records what became of a session. A postponed one gets its new date at once, as a session of its own: the law asks for
 * both. Throws "not-found", "not-allowed", "already-done", "invalid-input", "law".
 */
export async function recordSession(
  setting: Setting,
  asker: Asker,
  input: RecordSessionInput,
): Promise<RecordedOutcome> {
  const wanted = parseInput(recordSessionInput, input);
  return runOnce(setting, asker, wanted.key, "record-head-session", async (tx) => {
    const who = whoAsks(tx);
    const session = await lockSession(tx, wanted.sessionId);
    require(who, "head-session:record", session.agencyId);
    if (session.state !== "draft" && session.state !== "announced") throw doneBefore(session);
    check(setting, session, wanted);
    const seq = await changeSession(tx, setting, session, {
      what: wanted.outcome,
      officerId: who.officerId,
      facts: { state: wanted.outcome },
      texts: textsOf(session, wanted),
      ...(wanted.reason ? { reason: wanted.reason } : {}),
      ...(wanted.bodies ? { bodies: await knownBodies(tx, setting, session, wanted.bodies) } : {}),
    });
    if (wanted.outcome === "cancelled") await queueBookingNotices(tx, session.id);
    if (wanted.outcome !== "postponed") return { sessionId: session.id, seq };
    const newSessionId = await moveTo(tx, setting, session, wanted, who.officerId);
    await moveBookings(tx, session.id, newSessionId);
    return { sessionId: session.id, seq, newSessionId };
  });
}

/** Throws "invalid-input" for a body that the law of the day does not name there. */
async function knownBodies(tx: Trx, setting: Setting, session: SessionRow, given: readonly string[]) {
  const { level } = await agencyTime(tx, session.agencyId, session.on);
  const known = new Set(participantsAt(setting.law.packs, level, session.on).map(({ id }) => id));
  if (given.every((id) => known.has(id))) return [...new Set(given)];
  throw invalidInput([
    {
      field: "bodies",
      message: {
        vi: "Chỉ chọn cơ quan mà luật nêu tại nơi tiếp này.",
        en: "Choose only bodies that the law names at this place.",
      },
    },
  ]);
}

function textsOf({ hostName }: SessionRow, { outcome, receivedBy, delegatedTo, publicReason }: Wanted) {
  if (outcome === "postponed") return { publicReason: publicReason || null };
  if (outcome === "delegated") return { delegatedTo: delegatedTo ?? null, receivedBy: delegatedTo ?? null };
  return outcome === "held" || outcome === "held-without-visitors" ? { receivedBy: receivedBy || hostName } : {};
}

function check(setting: Setting, session: SessionRow, wanted: Wanted): void {
  const { outcome } = wanted;
  if ((outcome === "held" || outcome === "held-without-visitors") && session.on > setting.today())
    throw invalidInput([{ field: "outcome", message: notYet }]);
  if (session.state === "draft" && (outcome === "held-without-visitors" || outcome === "postponed"))
    throw againstLaw(draftOnly[outcome], scheduleArticle, { instead: ["announce"] });
  const missing: FieldProblem[] = [];
  if (outcome === "delegated" && !wanted.delegatedTo) missing.push({ field: "delegatedTo", message: needed });
  if ((outcome === "delegated" || outcome === "cancelled") && !wanted.reason)
    missing.push({ field: "reason", message: needed });
  if (missing.length > 0) throw invalidInput(missing);
  if (outcome === "postponed") checkPostponed(setting, session, wanted);
}

const draftOnly = {
  "held-without-visitors": {
    vi: "Chỉ ngày tiếp đã công bố mới được tính khi không có công dân đến. Lịch này chưa ghi ngày công bố.",
    en: "Only an announced day counts when nobody came. This one has no day of announcement.",
  },
  postponed: {
    vi: "Chỉ lịch đã công bố mới phải lùi. Lịch chưa công bố thì đính chính ngày.",
    en: "Only an announced session is postponed. The date of a draft is corrected.",
  },
} as const;

/** Khoản 4 Điều 24: for a good reason, to another time, which is told at the place of reception. */
function checkPostponed(setting: Setting, session: SessionRow, wanted: Wanted): void {
  const problems: FieldProblem[] = [];
  if (!wanted.reason)
    problems.push({
      field: "reason",
      message: { vi: "Lùi lịch phải có lý do chính đáng.", en: "Postponing needs a good reason." },
    });
  if (!wanted.newOn)
    problems.push({
      field: "newOn",
      message: {
        vi: "Lùi lịch thì phải thông báo thời gian dự kiến tiếp.",
        en: "Who postpones tells the new time expected.",
      },
    });
  if (problems.length > 0)
    throw againstLaw(
      {
        vi: "Lùi lịch phải có lý do chính đáng và thông báo thời gian dự kiến tiếp.",
        en: "A postponement needs a good reason and the new time.",
      },
      scheduleArticle,
      { fields: problems },
    );
  const { newOn = "", newStartsAt = session.startsAt, newEndsAt = session.endsAt } = wanted;
  if (newOn < session.on || (newOn === session.on && newStartsAt <= session.startsAt)) {
    const message = {
      vi: "Chỉ lùi sang thời gian sau thời gian đã công bố.",
      en: "The new time lies after the one announced.",
    };
    throw againstLaw(message, scheduleArticle, { fields: [{ field: "newOn", message }] });
  }
  if (newEndsAt <= newStartsAt) throw invalidInput([{ field: "newEndsAt", message: endsBeforeStart }]);
  const announcedOn = wanted.newAnnouncedOn ?? setting.today();
  if (announcedOn > setting.today() || announcedOn > newOn)
    throw invalidInput([{ field: wanted.newAnnouncedOn ? "newAnnouncedOn" : "newOn", message: announcedLater }]);
}

async function moveTo(
  tx: Trx,
  setting: Setting,
  session: SessionRow,
  wanted: Wanted,
  officerId: string | null,
): Promise<string> {
  const id = setting.newId();
  const added = await addSession(
    tx,
    setting,
    {
      ...session,
      id,
      on: wanted.newOn as CivilDate,
      startsAt: wanted.newStartsAt ?? session.startsAt,
      endsAt: wanted.newEndsAt ?? session.endsAt,
      place: wanted.newPlace || session.place,
      state: "announced",
      announcedOn: (wanted.newAnnouncedOn as CivilDate | undefined) ?? setting.today(),
      insteadOf: session.id,
      receivedBy: null,
      delegatedTo: null,
      publicReason: null,
    },
    officerId,
  );
  if (!added) throw invalidInput([{ field: "newOn", message: timeTaken }]);
  return id;
}
