import * as z from "zod";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import { parseInput } from "../../parse-input.ts";
import { type FieldProblem, invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { monthlyDays, type PatternDays } from "./monthly-days.ts";
import { type AgencyTime, agencyTime, hostOf, noDutyOn, positionsAt } from "./positions.ts";
import { againstLaw, announcedLater, endsBeforeStart, groundNeeded, unscheduledArticle } from "./session-refusals.ts";
import { sessionKinds, unscheduledGrounds } from "./session-rows.ts";
import { addSession } from "./write-session.ts";

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const placesRule = z.coerce.number().int().min(1).max(200);
export const words = (max: number) => z.string().trim().max(max).optional();

export const planSessionsInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  agencyId: z.uuid(),
  /** Whose duty: "commune-chair", "commune-party-head" … */
  position: z.string().min(1).max(60),
  kind: z.enum(sessionKinds).default("scheduled"),
  /** Of an unscheduled session: point a or b of khoản 3 Điều 18. */
  ground: z.enum(unscheduledGrounds).optional(),
  /** Single days; or `monthly`. */
  dates: z.array(z.iso.date()).max(60).default([]),
  monthly: z
    .object({
      days: z.array(z.coerce.number().int().min(1).max(31)).min(1).max(10),
      from: z.iso.date(),
      until: z.iso.date(),
      onDayOff: z.enum(["next-working-day", "skip", "keep"]).default("next-working-day"),
    })
    .optional(),
  /** HH:MM */
  startsAt: clockTime,
  endsAt: clockTime,
  place: z.string().trim().min(1).max(400),
  /** Who is to receive. */
  hostName: words(200),
  /** Who takes part. */
  attending: words(2000),
  /** What is to be dealt with; no names of citizens. */
  topics: words(2000),
  /** How many may book a place; absent: nobody. */
  places: placesRule.nullable().default(null),
  /** The day the schedule was posted; absent: a draft that only the agency sees. */
  announcedOn: z.iso.date().optional(),
});
export type PlanSessionsInput = z.input<typeof planSessionsInput>;
type Wanted = z.output<typeof planSessionsInput>;

export interface PlannedSessions {
  readonly sessions: readonly { readonly id: string; readonly on: CivilDate }[];
  /** Days off that moved to the next working day. */
  readonly moved: PatternDays["moved"];
  readonly skipped: readonly {
    readonly on: CivilDate;
    readonly why: PatternDays["skipped"][number]["why"] | "already-there";
  }[];
}

/**
 * Enters sessions of a head, single days or a monthly pattern, as a draft or announced at once. A day on which that head
 * already sits at that time is skipped and named. Late announcements are taken and shown as late. Throws "not-allowed",
 * "invalid-input", "law" for an unscheduled session outside the cases of the law.
 */
export async function planSessions(setting: Setting, asker: Asker, input: PlanSessionsInput): Promise<PlannedSessions> {
  const wanted = parseInput(planSessionsInput, input);
  const calendar = await setting.calendar();
  const pattern: PatternDays = wanted.monthly
    ? monthlyDays(calendar, {
        ...wanted.monthly,
        from: wanted.monthly.from as CivilDate,
        until: wanted.monthly.until as CivilDate,
      })
    : { days: [...new Set(wanted.dates as CivilDate[])].toSorted(), moved: [], skipped: [] };
  return runOnce(setting, asker, wanted.key, "plan-head-sessions", async (tx) => {
    const who = whoAsks(tx);
    require(who, "head-session:plan", wanted.agencyId);
    await check(tx, setting, wanted, pattern.days);
    return enter(tx, setting, who.officerId, wanted, pattern);
  });
}

async function enter(
  tx: Trx,
  setting: Setting,
  officerId: string | null,
  wanted: Wanted,
  pattern: PatternDays,
): Promise<PlannedSessions> {
  const sessions: { id: string; on: CivilDate }[] = [];
  const skipped: { on: CivilDate; why: PlannedSessions["skipped"][number]["why"] }[] = [...pattern.skipped];
  for (const on of pattern.days) {
    const id = setting.newId();
    const added = await addSession(
      tx,
      setting,
      {
        id,
        agencyId: wanted.agencyId,
        position: wanted.position,
        host: hostOf(wanted.position),
        kind: wanted.kind,
        ground: wanted.kind === "unscheduled" ? (wanted.ground ?? null) : null,
        on,
        startsAt: wanted.startsAt,
        endsAt: wanted.endsAt,
        state: wanted.announcedOn ? "announced" : "draft",
        announcedOn: (wanted.announcedOn as CivilDate | undefined) ?? null,
        places: wanted.places,
        insteadOf: null,
        place: wanted.place,
        hostName: wanted.hostName || null,
        attending: wanted.attending || null,
        topics: wanted.topics || null,
        receivedBy: null,
        delegatedTo: null,
        publicReason: null,
      },
      officerId,
    );
    if (added) sessions.push({ id, on });
    else skipped.push({ on, why: "already-there" });
  }
  return { sessions, moved: pattern.moved, skipped };
}

async function check(tx: Trx, setting: Setting, wanted: Wanted, days: readonly CivilDate[]): Promise<void> {
  const problems: FieldProblem[] = [];
  const say = (field: string, vi: string, en: string) => problems.push({ field, message: { vi, en } });
  if (wanted.monthly && wanted.dates.length > 0) say("dates", "Chọn ngày hoặc lịch hằng tháng.", "Days or a pattern.");
  if (wanted.monthly && wanted.monthly.until < wanted.monthly.from)
    say("monthly.until", "Ngày cuối phải sau ngày đầu.", "The last day comes after the first.");
  else if (days.length === 0)
    say(wanted.monthly ? "monthly.days" : "dates", "Không có ngày tiếp nào.", "There is no day in it.");
  if (days.length > 120) say("monthly.until", "Nhiều nhất 120 buổi một lần.", "At most 120 sessions at once.");
  if (wanted.endsAt <= wanted.startsAt) problems.push({ field: "endsAt", message: endsBeforeStart });
  const { announcedOn } = wanted;
  if (announcedOn !== undefined && (announcedOn > setting.today() || days.some((day) => announcedOn > day)))
    problems.push({ field: "announcedOn", message: announcedLater });
  const agency = await agencyTime(tx, wanted.agencyId, days.at(-1) ?? setting.today());
  problems.push(...positionProblems(setting, agency, wanted.position, days));
  if (problems.length > 0) throw invalidInput(problems);
  checkGround(wanted);
}

/** The cases of Điều 18.3 bind the authority's heads; the Party's rule is not in hand word by word. */
export function checkGround({ kind, position, ground }: Pick<Wanted, "kind" | "position" | "ground">): void {
  if (kind !== "unscheduled" || ground !== undefined || hostOf(position) === "party") return;
  throw againstLaw(groundNeeded, unscheduledArticle, { fields: [{ field: "ground", message: groundNeeded }] });
}

function positionProblems(
  setting: Setting,
  agency: AgencyTime,
  position: string,
  days: readonly CivilDate[],
): readonly FieldProblem[] {
  if (!positionsAt(agency).includes(position)) {
    const vi = "Cơ quan này không có chức danh đó.";
    return [{ field: "position", message: { vi, en: "That agency has no such head." } }];
  }
  const outside = days.find((day) => day < agency.from || (agency.to !== null && day > agency.to));
  if (outside) {
    const vi = "Cơ quan chưa thành lập hoặc đã kết thúc hoạt động vào ngày này.";
    return [{ field: "dates", message: { vi, en: "The agency does not exist on that day." } }];
  }
  for (const day of days) {
    const message = noDutyOn(setting.law.packs, position, day);
    if (message) return [{ field: "dates", message }];
  }
  return [];
}
