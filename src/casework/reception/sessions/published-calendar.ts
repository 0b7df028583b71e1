import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../../rules/pack.ts";
import { transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { parseInput } from "../../parse-input.ts";
import type { Setting } from "../../setting.ts";
import { noticeOf } from "./notice.ts";
import { type Host, positionName } from "./positions.ts";
import type { SessionKind, SessionState } from "./session-rows.ts";

export const publishedCalendarInput = z.object({
  /** Code of one agency; absent: all of them. */
  agency: z.string().max(20).optional(),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type PublishedCalendarInput = z.input<typeof publishedCalendarInput>;

/** What is posted of a session: never a draft, never a reason. */
export interface PublishedSession {
  readonly id: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly position: string;
  readonly positionName: Text;
  readonly host: Host;
  readonly kind: SessionKind;
  readonly on: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly hostName: string | null;
  readonly attending: string | null;
  readonly topics: string | null;
  readonly state: Exclude<SessionState, "draft">;
  readonly announcedOn: CivilDate;
  readonly delegatedTo: string | null;
  /** New day and time of a postponed session. */
  readonly movedTo: CivilDate | null;
  readonly movedToAt: string | null;
  /** The day it was posted for at first. */
  readonly movedFrom: CivilDate | null;
  /** Why it was postponed, as citizens are told. */
  readonly movedBecause: string | null;
  /** Places that can still be booked; null where nobody books, or no more. */
  readonly placesFree: number | null;
  /** It was posted too late: by when it had to be (khoản 4 Điều 24 Luật Tiếp công dân), and by how many days. */
  readonly late: { readonly lastOn: CivilDate; readonly days: number; readonly article: string } | null;
}

/** The published calendar, oldest first, open to anyone; at most 2,000 sessions. Throws "invalid-input". */
export async function publishedCalendar(
  setting: Setting,
  input: PublishedCalendarInput,
): Promise<readonly PublishedSession[]> {
  return posted(setting, { ...parseInput(publishedCalendarInput, input), nextOnly: false });
}

/** Of each agency and host the first session that takes place as planned, oldest first. Throws "invalid-input". */
export async function nextSessions(
  setting: Setting,
  input: Omit<PublishedCalendarInput, "agency">,
): Promise<readonly PublishedSession[]> {
  return posted(setting, { ...parseInput(publishedCalendarInput, input), nextOnly: true });
}

async function posted(
  setting: Setting,
  wanted: z.output<typeof publishedCalendarInput> & { readonly nextOnly: boolean },
): Promise<readonly PublishedSession[]> {
  const { from, to, nextOnly } = wanted;
  const agency = wanted.agency ?? null;
  const calendar = await setting.calendar();
  const rows = await transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const found = await sql<Omit<PublishedSession, "positionName" | "late">>`
        select p.session_id as id, a.code as agency, v.name as "agencyName", p.position, p.host, p.kind, p.on_date as "on",
          p.starts_at as "startsAt", p.ends_at as "endsAt", p.place, p.host_name as "hostName", p.attending, p.topics, p.state,
          p.announced_on as "announcedOn", p.delegated_to as "delegatedTo", p.moved_to as "movedTo", p.moved_to_at as "movedToAt",
          p.moved_from as "movedFrom", p.public_reason as "movedBecause",
          case when p.on_date > ${setting.today()}::date then p.places_free end as "placesFree"
        from app.published_sessions((select id from agency where code = ${agency}), ${from}::date, ${to}::date, ${nextOnly}) p
        join agency a on a.id = p.agency_id
        join lateral (select name from agency_version x where x.agency_id = a.id
          order by x.valid_from <= p.on_date desc, x.valid_from desc limit 1) v on true
        where ${agency}::text is null or a.code = ${agency}
        order by p.on_date, p.starts_at, a.code, p.session_id`.execute(tx);
      return found.rows;
    },
    { readOnly: true },
  );
  const { packs } = setting.law;
  return rows.map((row) => {
    const notice = noticeOf(packs, calendar, { ...row, insteadOf: row.movedFrom }, setting.today());
    const late = notice?.late ? { lastOn: notice.lastOn, days: notice.lateDays, article: notice.article } : null;
    return { ...row, positionName: positionName(packs, row.position), late };
  });
}
