import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
});
afterAll(() => office?.close());

test("of each office and host the next session that takes place: no draft, none called off, none of a past day", async () => {
  const { headSessions } = office.app;
  const officer = await office.as("reception-officer");
  const plan = async (dates: readonly string[], announced = true, position = "commune-chair", startsAt = "08:00") => {
    const { sessions } = await headSessions.planSessions(officer, {
      key: randomUUID(),
      agencyId: office.communeId,
      position,
      dates: [...dates],
      startsAt,
      endsAt: "11:30",
      place: "Phòng tiếp công dân",
      ...(announced ? { announcedOn: "2026-11-02" } : {}),
    });
    return sessions.map(({ id }) => id);
  };
  const next = async (from = "2026-11-24", to = "2027-01-25") =>
    (await headSessions.nextSessions({ from, to })).map(({ id }) => id);
  expect(await next()).toEqual([]);
  await plan(["2026-11-23"]);
  await plan(["2026-12-01"], false);
  const [off, chair] = await plan(["2026-12-08", "2026-12-15", "2026-12-22"]);
  const [party] = await plan(["2026-12-10"], true, "commune-party-head", "09:00");
  expect(await next()).toEqual([off, party]);
  await headSessions.recordSession(officer, {
    key: randomUUID(),
    sessionId: off ?? "",
    outcome: "cancelled",
    reason: "Người đứng đầu đi họp đột xuất",
  });
  expect(await next()).toEqual([party, chair]);
  expect(await next("2026-12-16")).toHaveLength(1);
  expect(await next("2026-12-23")).toEqual([]);
  const late = (await headSessions.nextSessions({ from: "2026-12-11", to: "2026-12-31" }))[0]?.late;
  expect(late).toBeNull();
});
