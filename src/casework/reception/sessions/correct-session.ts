import * as z from "zod";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { queueBookingNotices } from "../../notices/index.ts";
import { parseInput } from "../../parse-input.ts";
import { type FieldProblem, invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { checkGround, clockTime, words } from "./plan-sessions.ts";
import { noDutyOn } from "./positions.ts";
import {
  againstLaw,
  announcedLater,
  endsBeforeStart,
  needed,
  notYet,
  scheduleArticle,
  timeTaken,
} from "./session-refusals.ts";
import { isTaken, lockSession, type SessionRow, sessionKinds, unscheduledGrounds } from "./session-rows.ts";
import { changeSession } from "./write-session.ts";

const correctable = ["announced", "held", "held-without-visitors", "delegated", "cancelled"] as const;

export const correctSessionInput = z.object({
  key: z.uuid(),
  sessionId: z.uuid(),
  /** Why the entry was wrong. */
  reason: z.string().trim().min(5).max(2000),
  state: z.enum(correctable).optional(),
  kind: z.enum(sessionKinds).optional(),
  ground: z.enum(unscheduledGrounds).optional(),
  on: z.iso.date().optional(),
  startsAt: clockTime.optional(),
  endsAt: clockTime.optional(),
  announcedOn: z.iso.date().optional(),
  place: z.string().trim().min(1).max(400).optional(),
  hostName: words(200),
  attending: words(2000),
  topics: words(2000),
  receivedBy: words(200),
  delegatedTo: words(200),
});
export type CorrectSessionInput = z.input<typeof correctSessionInput>;
type Wanted = z.output<typeof correctSessionInput>;

/**
 * Corrects a wrong entry with its reason; the old values stay in the trail (settled 26). An announced day that has not come
 * is postponed, not corrected. Whoever booked a place and left an address is told what concerns them. Throws "not-found", "not-allowed", "invalid-input", "law".
 */
export async function correctSession(
  setting: Setting,
  asker: Asker,
  input: CorrectSessionInput,
): Promise<{ readonly sessionId: string; readonly seq: number }> {
  const wanted = parseInput(correctSessionInput, input);
  return runOnce(setting, asker, wanted.key, "correct-head-session", async (tx) => {
    const who = whoAsks(tx);
    const session = await lockSession(tx, wanted.sessionId);
    require(who, "head-session:record", session.agencyId);
    const now = corrected(session, wanted);
    await check(tx, setting, session, now);
    const names = Object.keys(now) as readonly (keyof SessionRow)[];
    if (names.every((name) => now[name] === session[name])) return { sessionId: session.id, seq: session.seq };
    const seq = await changeSession(tx, setting, session, {
      what: "corrected",
      officerId: who.officerId,
      facts: now,
      texts: now,
      reason: wanted.reason,
    });
    if (concernsBookings(session, now, setting.today())) await queueBookingNotices(tx, session.id);
    return { sessionId: session.id, seq };
  });
}

/** Whoever booked would come in vain, or to the wrong door: it no longer takes place, takes place after all, elsewhere, or at another time. */
function concernsBookings(before: SessionRow, now: SessionRow, today: CivilDate): boolean {
  if (before.on < today && now.on < today) return false;
  const called = before.state !== now.state && (before.state === "cancelled" || now.state === "cancelled");
  return called || (["on", "startsAt", "place"] as const).some((name) => before[name] !== now[name]);
}

function corrected(session: SessionRow, wanted: Wanted): SessionRow {
  const text = (given: string | undefined, before: string | null) => (given === undefined ? before : given || null);
  const kind = wanted.kind ?? session.kind;
  return {
    ...session,
    kind,
    ground: kind === "unscheduled" ? (wanted.ground ?? session.ground) : null,
    state: wanted.state ?? session.state,
    on: (wanted.on as CivilDate | undefined) ?? session.on,
    startsAt: wanted.startsAt ?? session.startsAt,
    endsAt: wanted.endsAt ?? session.endsAt,
    announcedOn: (wanted.announcedOn as CivilDate | undefined) ?? session.announcedOn,
    place: wanted.place ?? session.place,
    hostName: text(wanted.hostName, session.hostName),
    attending: text(wanted.attending, session.attending),
    topics: text(wanted.topics, session.topics),
    receivedBy: text(wanted.receivedBy, session.receivedBy),
    delegatedTo: text(wanted.delegatedTo, session.delegatedTo),
  };
}

async function check(tx: Trx, setting: Setting, before: SessionRow, now: SessionRow): Promise<void> {
  const today = setting.today();
  const moved = now.on !== before.on || now.startsAt !== before.startsAt;
  if (moved && before.state === "announced" && before.on >= today && now.state === "announced")
    throw againstLaw(
      {
        vi: "Lịch đã công bố mà chưa đến ngày thì lùi lịch và thông báo thời gian mới, không sửa ngày giờ.",
        en: "An announced day that has not come is postponed and the new time told; its date is not corrected.",
      },
      scheduleArticle,
      { instead: ["postpone", "cancel"] },
    );
  if (before.state === "postponed" && (moved || now.state !== "postponed"))
    throw againstLaw(
      {
        vi: "Buổi tiếp đã lùi có ngày mới thay thế: hãy đính chính buổi ở ngày mới.",
        en: "Another session stands for a postponed one: correct that one.",
      },
      scheduleArticle,
      { instead: ["correct"] },
    );
  const problems = problemsOf(before, now, today);
  const noDuty = moved ? noDutyOn(setting.law.packs, now.position, now.on) : undefined;
  if (noDuty) problems.push({ field: "on", message: noDuty });
  const back = before.state === "cancelled" && now.state !== "cancelled";
  if ((back || (moved && now.state !== "cancelled")) && (await isTaken(tx, now)))
    problems.push({ field: "on", message: timeTaken });
  if (problems.length > 0) throw invalidInput(problems);
  checkGround({ kind: now.kind, position: now.position, ground: now.ground ?? undefined });
}

function problemsOf(before: SessionRow, now: SessionRow, today: CivilDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (before.state === "draft" && (now.state !== "draft" || now.announcedOn !== null))
    problems.push({
      field: "state",
      message: { vi: "Lịch chưa công bố: hãy công bố hoặc ghi kết quả.", en: "A draft: announce it or record it." },
    });
  if (now.endsAt <= now.startsAt) problems.push({ field: "endsAt", message: endsBeforeStart });
  if (now.announcedOn !== null && (now.announcedOn > today || now.announcedOn > now.on))
    problems.push({ field: "announcedOn", message: announcedLater });
  if (now.announcedOn === null && (now.state === "announced" || now.state === "held-without-visitors"))
    problems.push({ field: "announcedOn", message: needed });
  if ((now.state === "held" || now.state === "held-without-visitors") && now.on > today)
    problems.push({ field: now.state === before.state ? "on" : "state", message: notYet });
  if (now.state === "delegated" && now.delegatedTo === null) problems.push({ field: "delegatedTo", message: needed });
  return problems;
}
