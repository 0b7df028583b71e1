import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { transaction } from "../../../store/index.ts";
import type { Asker } from "../../setting.ts";
import type { CorrectSessionInput, PlanSessionsInput, RecordSessionInput } from "./index.ts";

let office: TestOffice;
let officer: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
});
afterAll(() => office?.close());

const wanted = (overrides: Partial<PlanSessionsInput> = {}): PlanSessionsInput => ({
  key: randomUUID(),
  agencyId: office.communeId,
  position: "commune-chair",
  startsAt: "08:00",
  endsAt: "11:30",
  place: "Phòng tiếp công dân, trụ sở Ủy ban nhân dân xã An Thử",
  ...overrides,
});
const plan = (overrides: Partial<PlanSessionsInput> = {}, asker = officer) =>
  office.app.headSessions.planSessions(asker, wanted(overrides));
const one = async (on: string, overrides: Partial<PlanSessionsInput> = {}): Promise<string> => {
  const { sessions } = await plan({ dates: [on], announcedOn: "2026-06-01", ...overrides });
  return sessions[0]?.id ?? "";
};
const record = (sessionId: string, given: Omit<RecordSessionInput, "key" | "sessionId">, asker = officer) =>
  office.app.headSessions.recordSession(asker, { key: randomUUID(), sessionId, ...given });
const correct = (sessionId: string, given: Omit<CorrectSessionInput, "key" | "sessionId">, asker = officer) =>
  office.app.headSessions.correctSession(asker, { key: randomUUID(), sessionId, ...given });
const open = (sessionId: string, asker = officer) => office.app.headSessions.openSession(asker, { sessionId });
const duties = async (from: string, to: string, position = "commune-chair") => {
  const answer = await office.app.headSessions.headDuties(officer, { agencyId: office.communeId, from, to });
  return answer.duties.find((each) => each.position === position);
};
const published = (from: string, to: string, agency = "TT.A") =>
  office.app.headSessions.publishedCalendar({ agency, from, to });

describe("a calendar of the chair", () => {
  test("is entered for months at once, moves days off, and a second time adds nothing", async () => {
    const monthly = { days: [5, 20], from: "2027-01-01", until: "2027-02-28" };
    const first = await plan({ monthly });
    const days = ["2027-01-05", "2027-01-20", "2027-02-05", "2027-02-22"];
    expect(first.sessions.map((each) => each.on)).toEqual(days);
    expect(first.moved).toEqual([{ from: "2027-02-20", to: "2027-02-22" }]);
    const second = await plan({ monthly });
    expect(second.sessions).toEqual([]);
    expect(second.skipped).toEqual(days.map((on) => ({ on, why: "already-there" })));
  });

  test("sent twice with the same key it is one", async () => {
    const input = wanted({ dates: ["2026-12-01"] });
    const [first, second] = await Promise.all([
      office.app.headSessions.planSessions(officer, input),
      office.app.headSessions.planSessions(officer, input).catch(() => undefined),
    ]);
    const third = await office.app.headSessions.planSessions(officer, input);
    expect(third).toEqual(first ?? second);
    const again = await plan({ dates: ["2026-12-01"] });
    expect(again).toMatchObject({ sessions: [], skipped: [{ on: "2026-12-01", why: "already-there" }] });
  });

  test("announced five working days before is in time, four is late and taken all the same", async () => {
    const { sessions } = await plan({ dates: ["2026-12-08"] });
    const draft = await open(sessions[0]?.id ?? "");
    expect(draft).toMatchObject({ state: "draft", notice: { rule: "TCD-24-1", lastOn: "2026-12-01", late: false } });
    const inTime = await one("2026-12-15", { announcedOn: "2026-11-24" });
    expect((await open(inTime)).notice).toMatchObject({ late: false, lateDays: 0 });
    const late = await one("2026-11-27", { announcedOn: "2026-11-23" });
    expect(await open(late)).toMatchObject({
      state: "announced",
      notice: { lastOn: "2026-11-19", late: true, lateDays: 4, article: expect.stringContaining("Điều 24") },
    });
  });

  test("cannot be announced after today or after the day itself", async () => {
    await expect(plan({ dates: ["2026-12-20"], announcedOn: "2026-11-25" })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "announcedOn" }] },
    });
    await expect(plan({ dates: ["2026-11-02"], announcedOn: "2026-11-03" })).rejects.toMatchObject({
      details: { fields: [{ field: "announcedOn" }] },
    });
  });

  test("is only of heads whom the law of the day has receive citizens there", async () => {
    await expect(plan({ dates: ["2026-12-02"], position: "province-chair" })).rejects.toMatchObject({
      details: { fields: [{ field: "position" }] },
    });
    await expect(plan({ dates: ["2014-06-30"] })).rejects.toMatchObject({
      details: { fields: [{ field: "dates", message: { en: expect.stringContaining("1 July 2014") } }] },
    });
    await expect(plan({ dates: ["2018-05-02"], position: "commune-party-head" })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  test("an unscheduled session of the chair names the case of the law", async () => {
    const unscheduled: Partial<PlanSessionsInput> = {
      dates: ["2026-11-23"],
      kind: "unscheduled",
      startsAt: "14:00",
      endsAt: "16:00",
    };
    await expect(plan(unscheduled)).rejects.toMatchObject({
      code: "law",
      details: { article: "Khoản 3 Điều 18 Luật Tiếp công dân" },
    });
    const { sessions } = await plan({ ...unscheduled, ground: "a" });
    expect(await open(sessions[0]?.id ?? "")).toMatchObject({ kind: "unscheduled", ground: "a", notice: null });
  });
});

describe("what became of a session", () => {
  test("held, nobody came, delegated, postponed: the duty counts each as the law does", async () => {
    const held = await one("2026-09-07");
    const nobody = await one("2026-09-21");
    const delegated = await one("2026-09-14");
    await record(held, { outcome: "held", receivedBy: "Phùng Văn Thử" });
    await record(nobody, { outcome: "held-without-visitors" });
    await record(delegated, { outcome: "delegated", delegatedTo: "Phó Chủ tịch Lê Thị Thử", reason: "Họp tỉnh" });
    expect(await duties("2026-09-01", "2026-09-30")).toMatchObject({
      required: 2,
      counted: 2,
      withoutVisitor: 1,
      delegated: 1,
      missing: 0,
      parts: [{ rule: "TCD-15-1", version: "2026-07-01", article: expect.stringContaining("Luật 136/2025/QH15") }],
    });
    expect(await open(held)).toMatchObject({ state: "held", receivedBy: "Phùng Văn Thử", visitsThatDay: 0 });
  });

  test("a postponed day counts in the month of its new date, which is published at once", async () => {
    const id = await one("2026-10-28", { announcedOn: "2026-10-01" });
    const { newSessionId = "" } = await record(id, {
      outcome: "postponed",
      publicReason: "Người đứng đầu dự họp theo triệu tập",
      reason: "Bão, phải trực phòng chống thiên tai",
      newOn: "2026-11-03",
      newAnnouncedOn: "2026-10-27",
    });
    expect(await duties("2026-10-01", "2026-10-31")).toMatchObject({ counted: 0, postponed: 1, missing: 2 });
    await record(newSessionId, { outcome: "held" });
    expect(await duties("2026-11-01", "2026-11-30")).toMatchObject({ counted: 1, missing: 1 });
    // The law sets no number of days for the new date.
    expect((await open(newSessionId)).notice).toBeNull();
    const calendar = await published("2026-10-01", "2026-11-10");
    expect(calendar.find((each) => each.id === id)).toMatchObject({
      state: "postponed",
      movedTo: "2026-11-03",
      movedBecause: "Người đứng đầu dự họp theo triệu tập",
    });
    expect(calendar.find((each) => each.id === newSessionId)).toMatchObject({ movedFrom: "2026-10-28" });
    expect(JSON.stringify(calendar)).not.toContain("Bão");
  });

  test("postponing without the new time, or to a time before, is refused with the article", async () => {
    const id = await one("2026-12-22");
    const refusal = { code: "law", details: { article: "Khoản 4 Điều 24 Luật Tiếp công dân" } };
    await expect(record(id, { outcome: "postponed", reason: "Họp đột xuất" })).rejects.toMatchObject(refusal);
    await expect(record(id, { outcome: "postponed", newOn: "2026-12-23" })).rejects.toMatchObject(refusal);
    await expect(
      record(id, { outcome: "postponed", reason: "Họp đột xuất", newOn: "2026-12-21" }),
    ).rejects.toMatchObject(refusal);
  });

  test("nothing is held before its day, and recorded twice", async () => {
    await expect(record(await one("2026-12-23"), { outcome: "held" })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "outcome" }] },
    });
    const id = await one("2026-11-20");
    await record(id, { outcome: "held" });
    await expect(record(id, { outcome: "cancelled", reason: "Nhầm" })).rejects.toMatchObject({
      code: "already-done",
      details: { current: { state: "held" }, instead: [{ act: "correct" }] },
    });
  });

  test("a day nobody announced counts in person only: without visitors it is refused", async () => {
    const { sessions } = await plan({ dates: ["2026-08-05", "2026-08-20"] });
    const [first, second] = sessions.map((each) => each.id);
    await record(first ?? "", { outcome: "held" });
    await expect(record(second ?? "", { outcome: "held-without-visitors" })).rejects.toMatchObject({
      code: "law",
      details: { instead: [{ act: "announce" }] },
    });
    expect(await duties("2026-08-01", "2026-08-31")).toMatchObject({ counted: 1, missing: 1 });
    await office.app.headSessions.announceSessions(officer, {
      key: randomUUID(),
      sessionIds: [second ?? ""],
      announcedOn: "2026-08-10",
    });
    await record(second ?? "", { outcome: "held-without-visitors" });
    expect(await duties("2026-08-01", "2026-08-31")).toMatchObject({ counted: 2, withoutVisitor: 1, missing: 0 });
  });
});

describe("the duty", () => {
  test("of the Party committee and of the authority are apart", async () => {
    const party = await one("2026-07-08", { position: "commune-party-head" });
    await record(party, { outcome: "held" });
    expect(await duties("2026-07-01", "2026-07-31")).toMatchObject({ host: "authority", counted: 0, missing: 2 });
    expect(await duties("2026-07-01", "2026-07-31", "commune-party-head")).toMatchObject({
      host: "party",
      counted: 1,
      missing: 1,
      parts: [{ confidence: "secondary" }],
    });
  });

  test("of June 2026 is by the week, and the week that the new law cuts shows both parts", async () => {
    const june = await duties("2026-06-01", "2026-06-30");
    expect(june).toMatchObject({ from: "2026-06-01", to: "2026-06-30", required: 4 });
    const across = await duties("2026-06-22", "2026-07-31");
    expect(across?.parts.map((part) => [part.from, part.to, part.cut, part.required, part.version])).toEqual([
      ["2026-06-22", "2026-06-28", false, 1, "2025-11-23"],
      ["2026-06-29", "2026-06-30", true, 0, "2025-11-23"],
      ["2026-07-01", "2026-07-31", false, 2, "2026-07-01"],
    ]);
    expect(across?.parts[0]?.openQuestion?.question.en).toContain("one day a week");
  });

  test("of a month that begins within a week looks at the whole week", async () => {
    expect(await duties("2026-05-01", "2026-05-31")).toMatchObject({
      from: "2026-04-27",
      to: "2026-05-31",
      required: 5,
    });
  });

  test("does not grow by unscheduled days, which are counted apart", async () => {
    const id = await one("2026-04-09", { kind: "unscheduled", ground: "b", announcedOn: "2026-04-08" });
    await record(id, { outcome: "held" });
    expect(await duties("2026-04-06", "2026-04-12")).toMatchObject({
      required: 1,
      counted: 0,
      unscheduled: 1,
      missing: 1,
    });
  });

  test("before the covered law is refused in words", async () => {
    await expect(duties("2014-05-01", "2014-05-31")).rejects.toMatchObject({ code: "law" });
  });
});

describe("a wrong entry", () => {
  test("is corrected with its reason and keeps the old value", async () => {
    const id = await one("2026-11-09");
    await record(id, { outcome: "held", receivedBy: "Phùng Văn Thử" });
    await correct(id, { state: "delegated", delegatedTo: "Phó Chủ tịch Lê Thị Thử", reason: "Ghi nhầm người tiếp" });
    const sheet = await open(id);
    expect(sheet.state).toBe("delegated");
    expect(sheet.history[0]).toMatchObject({
      what: "corrected",
      reason: "Ghi nhầm người tiếp",
      officer: "Cán bộ reception-officer.here",
      changes: expect.arrayContaining([
        { field: "state", old: "held", new: "delegated" },
        { field: "delegatedTo", old: null, new: "Phó Chủ tịch Lê Thị Thử" },
      ]),
    });
    const { faults } = await office.app.audit.verifyTrail(office.app.task);
    expect(faults).toEqual([]);
  });

  test("an announced day that has not come is postponed, not corrected", async () => {
    const id = await one("2026-12-29");
    await expect(correct(id, { on: "2026-12-30", reason: "Đổi ngày cho tiện" })).rejects.toMatchObject({
      code: "law",
      details: { article: "Khoản 4 Điều 24 Luật Tiếp công dân", instead: [{ act: "postpone" }, { act: "cancel" }] },
    });
    expect(await correct(id, { place: "Hội trường xã", reason: "Ghi nhầm địa điểm" })).toMatchObject({ seq: 2 });
    await expect(correct(id, { place: "Hội trường xã", reason: "Nhầm" })).rejects.toMatchObject({
      details: { fields: [{ field: "reason" }] },
    });
  });

  test("a cancelled session does not come back onto a time that another has taken", async () => {
    const id = await one("2026-10-06");
    await record(id, { outcome: "cancelled", reason: "Ghi trùng lịch" });
    await one("2026-10-06");
    await expect(correct(id, { state: "announced", reason: "Khôi phục lịch" })).rejects.toMatchObject({
      details: { fields: [{ field: "on" }] },
    });
  });
});

describe("who sees and does what", () => {
  test("an officer of another commune sees nothing, and cannot write", async () => {
    const id = await one("2026-12-16");
    const stranger = await office.as("reception-officer", "elsewhere");
    await expect(open(id, stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(record(id, { outcome: "cancelled", reason: "Không phải của tôi" }, stranger)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(plan({ dates: ["2026-12-17"] }, stranger)).rejects.toMatchObject({ code: "not-allowed" });
    const period = { agencyId: office.communeId, from: "2026-01-01", to: "2026-12-31" };
    await expect(office.app.headSessions.listSessions(stranger, period)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(office.app.headSessions.headDuties(stranger, period)).rejects.toMatchObject({ code: "not-allowed" });
    for (const asker of [stranger, "nobody"] as const) {
      const rows = await transaction(office.app.setting.store, asker, async (tx) => {
        const found = await sql`select s.id from head_session s union all select session_id from head_session_text
          union all select session_id from head_session_event`.execute(tx);
        return found.rows;
      });
      expect(rows).toEqual([]);
    }
  });

  test("a clerk plans and announces, and says of no session what became of it", async () => {
    const clerk = await office.as("clerk");
    const { sessions } = await plan({ dates: ["2026-11-16"] }, clerk);
    const id = sessions[0]?.id ?? "";
    await office.app.headSessions.announceSessions(clerk, {
      key: randomUUID(),
      sessionIds: [id],
      announcedOn: "2026-11-02",
    });
    await expect(record(id, { outcome: "held" }, clerk)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(correct(id, { place: "Nơi khác", reason: "Đổi nơi tiếp" }, clerk)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(plan({ dates: ["2026-11-17"] }, await office.as("settlement-officer"))).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("the words of a session cannot be written by who only reads it, nor be changed by anybody", async () => {
    const id = await one("2026-11-13");
    const reader = await office.as("settlement-officer");
    const write = (asker: Asker, statement: ReturnType<typeof sql>) =>
      transaction(office.app.setting.store, asker, (tx) => statement.execute(tx));
    await expect(
      write(reader, sql`insert into head_session_text (session_id, seq, place) values (${id}, 9, 'x')`),
    ).rejects.toThrow(/row-level security/);
    await expect(write(officer, sql`update head_session_event set what = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(write(officer, sql`delete from head_session`)).rejects.toThrow(/permission denied/);
  });

  test("citizens see what was announced and never a draft", async () => {
    const { sessions } = await plan({ dates: ["2026-12-24"] });
    const announced = await one("2026-12-25", { hostName: "Phùng Văn Thử", topics: "Đất đai, môi trường" });
    const calendar = await published("2026-12-24", "2026-12-25");
    expect(calendar.map((each) => each.id)).toEqual([announced]);
    expect(calendar[0]).toMatchObject({
      agencyName: "Ủy ban nhân dân xã An Thử",
      positionName: { vi: "Chủ tịch Ủy ban nhân dân cấp xã" },
      startsAt: "08:00",
      hostName: "Phùng Văn Thử",
      topics: "Đất đai, môi trường",
    });
    await office.app.headSessions.announceSessions(officer, {
      key: randomUUID(),
      sessionIds: sessions.map((each) => each.id),
    });
    expect(await published("2026-12-24", "2026-12-24")).toHaveLength(1);
    expect(await published("2026-12-24", "2026-12-25", "TT.B")).toEqual([]);
    expect(await published("2026-12-24", "2026-12-25", "KHONG-CO")).toEqual([]);
  });
});
