import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { transaction } from "../../../store/index.ts";
import { openClient } from "../../../store/pool.ts";
import { civilDate } from "../../../time/civil-date.ts";
import type { Asker } from "../../setting.ts";
import { finishBooking, markBooking, sessionBookings } from "./index.ts";

let office: TestOffice;
let officer: Asker;
let count = 0;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
});
afterAll(() => office?.close());

const next = () => {
  count += 1;
  return count;
};
const network = () => `198.51.100.${next()}`;
async function session(places: number | null, on = "2026-12-09"): Promise<string> {
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: [on],
    startsAt: `${8 + Math.floor(next() / 60)}:${String(count % 60).padStart(2, "0")}`.padStart(5, "0"),
    endsAt: "23:30",
    place: "Phòng tiếp công dân",
    announcedOn: "2026-11-24",
    places,
  });
  return sessions[0]?.id ?? "";
}
type Form = Partial<Parameters<TestOffice["app"]["bookings"]["bookPlace"]>[0]>;
const book = (sessionId: string, form: Form = {}) =>
  office.app.bookings.bookPlace({
    key: randomUUID(),
    sessionId,
    name: "Lê Thị Thử",
    contact: "",
    subject: "Bồi thường đất ở thôn Hai",
    people: "1",
    network: network(),
    ...form,
  });
const codesOf = ({ code, secret }: { code: string; secret: string }) => ({ code, secret, network: network() });
const listed = (sessionId: string, asker = officer) => office.app.bookings.ofSession(asker, { sessionId });
const record = (sessionId: string, given: object) =>
  office.app.headSessions.recordSession(officer, {
    key: randomUUID(),
    sessionId,
    outcome: "cancelled",
    reason: "Người đứng đầu đi họp đột xuất",
    ...given,
  });
async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
const noticesOf = (sessionId: string) =>
  asOwner(
    "select n.kind, n.state, b.code from notice n join session_booking b on b.id = n.booking_id where b.session_id = $1",
    [sessionId],
  );

describe("a citizen", () => {
  test("books a place of a posted session, in order, and sees it with both codes", async () => {
    const id = await session(3);
    const [first, second] = [await book(id), await book(id, { people: "6", contact: "0912 345 678" })];
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(second.code).toMatch(/^DC-[0-9A-Z]{8}$/);
    expect(await office.app.bookings.byCode(codesOf({ ...second, code: second.code.toLowerCase() }))).toMatchObject({
      number: 2,
      state: "booked",
      name: "Lê Thị Thử",
      people: 6,
      session: { on: "2026-12-09", free: 1, place: "Phòng tiếp công dân" },
    });
    expect(await office.app.bookings.byCode(codesOf({ ...second, secret: first.secret }))).toBeNull();
    const sessions = await office.app.headSessions.publishedCalendar({
      agency: "TT.A",
      from: "2026-12-01",
      to: "2026-12-31",
    });
    expect(sessions.find((each) => each.id === id)?.placesFree).toBe(1);
  });

  test("who sends the same form twice has one place and the same codes", async () => {
    const id = await session(2);
    const key = randomUUID();
    const [one, other] = await Promise.all([book(id, { key }), book(id, { key })]);
    expect(one).toEqual(other);
    expect((await listed(id))?.bookings).toHaveLength(1);
  });

  test("two at the last place at the same instant: one gets it", async () => {
    const id = await session(2);
    await book(id);
    const both = await Promise.allSettled([book(id), book(id), book(id)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of both) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "conflict" });
    expect((await listed(id))?.bookings.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("who cancels gives the place back; what they wrote is erased at once; a wrong secret cancels nothing", async () => {
    const id = await session(1);
    const mine = await book(id);
    expect(await office.app.bookings.cancel(codesOf({ ...mine, secret: "0000-0000-0000" }))).toBeNull();
    await expect(book(id)).rejects.toMatchObject({ code: "conflict" });
    expect(await office.app.bookings.cancel(codesOf(mine))).toBe(true);
    expect(await office.app.bookings.byCode(codesOf(mine))).toMatchObject({ state: "cancelled", name: null });
    expect((await book(id)).number).toBe(2);
    const left = await asOwner(
      "select 1 from session_booking_person p join session_booking b on b.id = p.booking_id where b.code = $1",
      [mine.code],
    );
    expect(left).toEqual([]);
  });

  test.each([
    ["name", { name: "  " }],
    ["contact", { contact: "gọi cho tôi" }],
    ["subject", { subject: "" }],
    ["people", { people: "không" }],
    ["people", { people: "0" }],
    ["people", { people: "201" }],
  ])("is told to mend %s of %j", async (field, form) => {
    const id = await session(1, "2026-12-17");
    await expect(book(id, form)).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ field }] } });
    expect((await listed(id))?.bookings).toEqual([]);
  });

  test("finds no place where the office opened none, on the day itself, and at what is a draft or called off", async () => {
    const [closed, off] = [await session(null), await session(5)];
    const today = await session(5, "2026-11-24");
    await record(off, {});
    const { sessions } = await office.app.headSessions.planSessions(officer, {
      key: randomUUID(),
      agencyId: office.communeId,
      position: "commune-chair",
      dates: ["2026-12-10"],
      startsAt: "08:00",
      endsAt: "11:00",
      place: "Trụ sở",
      places: 5,
    });
    for (const id of [closed, off, today, sessions[0]?.id ?? "", randomUUID()])
      await expect(book(id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes at most five places an hour at one session from one network", async () => {
    const id = await session(50);
    const from = { network: "203.0.113.200" };
    for (let n = 0; n < 5; n += 1) await book(id, from);
    await expect(book(id, from)).rejects.toMatchObject({ code: "too-many-attempts" });
    expect((await book(id)).number).toBe(6);
  });
});

describe("the office", () => {
  const onTheDay = () => ({ ...office.app.setting, today: () => civilDate("2026-12-16") });

  test("reads who booked: reception officers and the head of that agency, nobody else", async () => {
    const id = await session(5);
    await book(id);
    for (const asker of [officer, await office.as("head")])
      expect((await listed(id, asker))?.bookings[0]).toMatchObject({ number: 1, name: "Lê Thị Thử" });
    expect(await listed(id, await office.as("clerk"))).toBeNull();
    const strangers = [
      await office.as("clerk"),
      await office.as("petition-officer"),
      await office.as("inspectorate"),
      await office.as("administrator"),
      await office.as("reception-officer", "elsewhere"),
      await office.as("head", "above"),
      "nobody" as const,
    ];
    for (const asker of strangers)
      for (const table of ["session_booking_person", "session_booking"])
        expect(
          await transaction(
            office.app.setting.store,
            asker as Asker,
            async (tx) => (await sql.raw(`select 1 from ${table}`).execute(tx)).rows,
          ),
        ).toEqual([]);
    for (const asker of strangers.slice(4))
      await expect(listed(id, asker as Asker)).rejects.toMatchObject({ name: "Refused" });
  });

  test("marks on the day who came; once the visit is recorded, what was written is erased", async () => {
    const id = await session(5, "2026-12-16");
    const mine = await book(id, { contact: "lan@vidu.vn" });
    const [line] = (await listed(id))?.bookings ?? [];
    const bookingId = line?.id ?? "";
    await expect(office.app.bookings.mark(officer, { bookingId, as: "came" })).rejects.toMatchObject({
      code: "conflict",
    });
    await markBooking(onTheDay(), officer, { bookingId, as: "absent" });
    await markBooking(onTheDay(), officer, { bookingId, as: "booked" });
    await markBooking(onTheDay(), await office.as("head"), { bookingId, as: "came" });
    await expect(markBooking(onTheDay(), await office.as("clerk"), { bookingId, as: "came" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await office.app.bookings.booking(officer, { bookingId })).toMatchObject({ contact: "lan@vidu.vn" });
    await finishBooking(onTheDay(), officer, { bookingId });
    await finishBooking(onTheDay(), officer, { bookingId });
    expect((await sessionBookings(onTheDay(), officer, { sessionId: id }))?.bookings).toMatchObject([
      { state: "came", name: null, subject: null, contact: null },
    ]);
    expect(await office.app.bookings.cancel(codesOf(mine)), "who came cancels no more").toBe(false);
  });

  test("opens, changes and closes the places; a change stands in the history; what is booked stays", async () => {
    const id = await session(null);
    const set = (places: number | null, asker = officer) =>
      office.app.headSessions.setPlaces(asker, { key: randomUUID(), sessionId: id, places });
    await set(1);
    await book(id);
    await set(null);
    await expect(book(id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listed(id))?.bookings).toHaveLength(1);
    const { history } = await office.app.headSessions.openSession(officer, { sessionId: id });
    expect(history[0]).toMatchObject({ what: "places", changes: [{ field: "places", old: "1", new: null }] });
    await expect(set(0)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(set(3, await office.as("petition-officer"))).rejects.toMatchObject({ name: "Refused" });
    await record(id, {});
    await expect(set(3)).rejects.toMatchObject({ code: "conflict" });
  });

  test("postpones: places and order hold for the new day, and whoever left an address is told to look", async () => {
    const id = await session(5);
    const [told, quiet] = [await book(id, { contact: "lan@vidu.vn" }), await book(id)];
    const { newSessionId } = await record(id, { outcome: "postponed", newOn: "2026-12-21" });
    expect((await listed(newSessionId ?? ""))?.bookings.map(({ number }) => number)).toEqual([1, 2]);
    for (const each of [told, quiet])
      expect(await office.app.bookings.byCode(codesOf(each))).toMatchObject({
        number: each.number,
        session: { on: "2026-12-21", movedFrom: "2026-12-09", free: 3 },
      });
    expect((await book(newSessionId ?? "")).number).toBe(3);
    expect(await noticesOf(newSessionId ?? "")).toEqual([{ kind: "session", state: "waiting", code: told.code }]);
  });

  test("corrects a session to called off, to held after all, to another room: whoever left an address is told, who cancelled is not", async () => {
    const id = await session(5, "2026-12-22");
    const [told] = [await book(id, { contact: "lan@vidu.vn" }), await book(id)];
    await office.app.bookings.cancel(codesOf(await book(id, { contact: "0912 345 678" })));
    const correct = (given: object) =>
      office.app.headSessions.correctSession(officer, {
        key: randomUUID(),
        sessionId: id,
        reason: "Ghi nhầm buổi tiếp",
        ...given,
      });
    await correct({ topics: "Đất đai" });
    expect(await noticesOf(id), "a subject sends nobody to the wrong door").toEqual([]);
    for (const given of [{ state: "cancelled" }, { state: "announced" }, { place: "Hội trường xã" }] as const) {
      await correct(given);
      expect(await noticesOf(id)).toEqual([{ kind: "session", state: "waiting", code: told?.code }]);
      await asOwner("delete from notice where booking_id in (select id from session_booking where session_id = $1)", [
        id,
      ]);
    }
    await asOwner("update head_session set on_date = '2026-11-20', announced_on = '2026-11-10' where id = $1", [id]);
    await correct({ state: "cancelled" });
    expect(await noticesOf(id), "the day is over").toEqual([]);
    await asOwner("update head_session set on_date = '2026-12-22' where id = $1", [id]);
  });
});

test("bookings go the night after the session, with what was queued for them, by background work alone", async () => {
  const id = await session(5, "2026-12-18");
  const kept = await session(5, "2026-12-19");
  await book(id, { contact: "lan@vidu.vn" });
  const later = await book(kept);
  await record(id, {});
  await asOwner("update head_session set on_date = '2026-11-23' where id = $1", [id]);
  const { forgetOldBookings } = office.app.housekeeping;
  await expect(forgetOldBookings(officer)).rejects.toMatchObject({ code: "42501" });
  expect(await forgetOldBookings(office.app.task)).toBe(1);
  expect(await asOwner("select 1 from session_booking where session_id = $1", [id])).toEqual([]);
  expect(await office.app.bookings.byCode(codesOf(later))).toMatchObject({ number: 1 });
});
