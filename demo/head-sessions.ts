import type { App } from "../src/server/app.ts";
import { addDays, type CivilDate } from "../src/time/civil-date.ts";
import { bookPlaces, placesEach } from "./book-places.ts";
import { knownId } from "./known-ids.ts";
import { agencyId } from "./load-agencies.ts";
import type { DemoAsker } from "./officers.ts";

interface Desk {
  readonly app: App;
  readonly commune: string;
  readonly place: string;
  readonly chair: string;
  readonly asker: DemoAsker;
}

type Outcome = Omit<Parameters<App["headSessions"]["recordSession"]>[1], "key" | "sessionId">;

/** Months of invented reception of two chairs and one Party committee: what was held, what fell out, what is ahead. */
export async function tellHeadSessions(app: App, desks: { readonly hoaLac: DemoAsker; readonly benSuong: DemoAsker }) {
  const hoaLac: Desk = {
    app,
    commune: "SM.HL",
    place: "Phòng tiếp công dân, trụ sở Ủy ban nhân dân xã Hoa Lạc",
    chair: "Phùng Đắc Kiệm",
    asker: desks.hoaLac,
  };
  const benSuong: Desk = {
    app,
    commune: "SM.BS",
    place: "Nhà tiếp công dân, trụ sở Ủy ban nhân dân xã Bến Sương",
    chair: "Khuất Minh Đạm",
    asker: desks.benSuong,
  };
  const months = [-4, -3, -2, -1, 0, 1].map((n) => monthFrom(app.today(), n));
  for (const [index, month] of months.entries()) {
    await receive(hoaLac, month, [5, 20], index);
    await receive(benSuong, month, [8, 22], index + 1);
    await receive(hoaLac, month, [12], index + 3, "commune-party-head");
  }
  await draftAhead(hoaLac, monthFrom(app.today(), 2));
  await unscheduled(hoaLac);
}

async function receive(
  desk: Desk,
  month: CivilDate,
  days: readonly number[],
  turn: number,
  position = "commune-chair",
) {
  const { app } = desk;
  const name = `${desk.commune} ${position} ${month}`;
  // One calendar in five goes up too late.
  const posted = addDays(month, turn % 5 === 4 ? 2 : -9);
  const { sessions } = await app.headSessions
    .planSessions(desk.asker, {
      key: knownId(`head sessions ${name}`),
      agencyId: agencyId(desk.commune),
      position,
      monthly: { days: [...days], from: month, until: addDays(month, 27) },
      startsAt: "08:00",
      endsAt: "11:30",
      place: desk.place,
      ...(position === "commune-chair" ? { hostName: desk.chair } : {}),
      attending: "Công chức tiếp công dân, công chức địa chính, đại diện Mặt trận Tổ quốc xã",
      topics: "Đất đai, môi trường, chế độ chính sách",
      ...(posted <= app.today() ? { announcedOn: posted } : {}),
      ...(position === "commune-chair" ? { places: placesEach } : {}),
    })
    .catch(refusedByLaw);
  if (position === "commune-chair" && posted <= app.today())
    for (const [index, { id, on }] of sessions.entries())
      if (on > app.today()) await bookPlaces(app, id, index === 0 ? 3 : placesEach);
  for (const [index, { id, on }] of sessions.entries()) {
    const outcome = on < app.today() && posted <= app.today() ? outcomeOf(position, turn * 2 + index, on) : undefined;
    if (!outcome) continue;
    const key = knownId(`outcome ${name} ${index}`);
    const { newSessionId } = await app.headSessions.recordSession(desk.asker, { key, sessionId: id, ...outcome });
    if (newSessionId && outcome.newOn !== undefined && outcome.newOn <= app.today()) {
      const laterKey = knownId(`later ${name} ${index}`);
      await app.headSessions.recordSession(desk.asker, { key: laterKey, sessionId: newSessionId, outcome: "held" });
    }
  }
}

/** Before the law asked this head to receive, there is nothing to tell. */
function refusedByLaw(error: unknown): { readonly sessions: readonly { id: string; on: CivilDate }[] } {
  if (error instanceof Error && "code" in error && error.code === "invalid-input") return { sessions: [] };
  throw error;
}

function outcomeOf(position: string, turn: number, on: CivilDate): Outcome | undefined {
  const later = workday(addDays(on, 7));
  switch (turn % 9) {
    case 2:
      return { outcome: "held-without-visitors" };
    case 5:
      return {
        outcome: "delegated",
        delegatedTo: position === "commune-chair" ? "Phó Chủ tịch Ủy ban nhân dân xã" : "Phó Bí thư Đảng ủy xã",
        reason: "Dự họp do cấp tỉnh triệu tập",
      };
    case 7:
      return {
        outcome: "postponed",
        reason: "Trực chỉ huy phòng, chống mưa lũ",
        newOn: later,
        newAnnouncedOn: on,
      };
    case 8:
      return undefined;
    default:
      return { outcome: "held" };
  }
}

/** A calendar that is being prepared: nobody outside the commune sees it. */
async function draftAhead(desk: Desk, month: CivilDate) {
  await desk.app.headSessions.planSessions(desk.asker, {
    key: knownId(`draft ${desk.commune} ${month}`),
    agencyId: agencyId(desk.commune),
    position: "commune-chair",
    monthly: { days: [5, 20], from: month, until: addDays(month, 27) },
    startsAt: "08:00",
    endsAt: "11:30",
    place: desk.place,
    hostName: desk.chair,
  });
}

async function unscheduled(desk: Desk) {
  const on = workday(addDays(desk.app.today(), -6));
  const { sessions } = await desk.app.headSessions.planSessions(desk.asker, {
    key: knownId(`unscheduled ${desk.commune}`),
    agencyId: agencyId(desk.commune),
    position: "commune-chair",
    kind: "unscheduled",
    ground: "a",
    dates: [on],
    startsAt: "14:00",
    endsAt: "16:30",
    place: desk.place,
    hostName: desk.chair,
    topics: "Bồi thường, hỗ trợ khi thu hồi đất tại thôn Đông (nhiều hộ)",
    announcedOn: on,
  });
  for (const { id } of sessions)
    await desk.app.headSessions.recordSession(desk.asker, {
      key: knownId(`heard ${id}`),
      sessionId: id,
      outcome: "held",
    });
}

/** First day of the month that lies n months from this one. */
function monthFrom(today: CivilDate, n: number): CivilDate {
  let first = addDays(today, 1 - Number(today.slice(8, 10)));
  for (let i = 0; i < Math.abs(n); i++) {
    const other = addDays(first, n > 0 ? 31 : -1);
    first = addDays(other, 1 - Number(other.slice(8, 10)));
  }
  return first;
}

function workday(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
