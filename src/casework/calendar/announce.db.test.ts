import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarYears } from "../../../law/index.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { civilDate } from "../../time/civil-date.ts";
import { addPeople } from "../people/index.ts";
import { registerPetitions } from "../petitions/index.ts";
import type { Asker } from "../setting.ts";
import { recountDeadlines } from "./recount-deadlines.ts";

let office: TestOffice;
let head: Asker;
let petitionOfficer: Asker;
let clerk: Asker;
let province: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  head = await office.as("head");
  petitionOfficer = await office.as("petition-officer");
  clerk = await office.as("clerk");
  province = await office.as("administrator", "above");
});
afterAll(() => office?.close());

async function petition(receivedOn: string, kind: "complaint" | "recommendation") {
  const { setting, command } = office.app;
  return transaction(setting.store, command, async (tx) => {
    const personId = randomUUID();
    await addPeople(tx, [
      {
        id: personId,
        agencyId: office.communeId,
        sealedTo: null,
        fullName: "Lê Thị Thử",
        address: "thôn Hai, xã An Thử",
        idKind: "citizen-card",
        idNumber: "001099000002",
      },
    ]);
    const [made] = await registerPetitions(tx, setting, null, [
      {
        agencyId: office.communeId,
        visitId: null,
        source: "counter",
        receivedOn: civilDate(receivedOn),
        kind,
        sealedTo: null,
        pseudonym: null,
        peopleCount: 1,
        parties: [{ personId, role: "petitioner" }],
        content: "Đường vào thôn bị ngập",
        files: [],
        namesForSearch: ["Lê Thị Thử"],
        giveTrackingSecret: false,
      },
    ]);
    if (!made) throw new Error("nothing was registered");
    return made;
  });
}

const sheet = (matterId: string) => office.app.matters.openMatterSheet(head, { matterId });

/** A complaint of a remote commune accepted on 20 November 2026: forty-five days end on Monday, 4 January 2027. */
async function acceptedMatter() {
  const made = await petition("2026-11-16", "complaint");
  const { matterId } = await office.app.matters.openMatter(petitionOfficer, {
    key: randomUUID(),
    petitionId: made.id,
    values: { signaturesComplete: true },
    remote: true,
  });
  const { seq } = await sheet(matterId);
  const draft = await office.app.matters.performAct(head, {
    key: randomUUID(),
    matterId,
    seq,
    act: "accept",
    on: "2026-11-20",
    values: { eligible: true, content: "Khiếu nại quyết định bồi thường" },
  });
  const paperId = draft.waitsFor ?? "";
  for (const [asker, step] of [
    [petitionOfficer, "check"],
    [head, "approve"],
    [head, "sign"],
    [clerk, "number"],
  ] as const) {
    const on = step === "number" ? { on: "2026-11-20" } : {};
    await office.app.matters.stepPaper(asker, { key: randomUUID(), paperId, step, ...on });
  }
  return { matterId, petition: made };
}

const settlement = async (matterId: string) =>
  (await sheet(matterId)).clocks.find((each) => each.clock === "settlement" && each.status === "running");

const lineOf = async (code: string) =>
  (await office.app.petitions.listPetitions(petitionOfficer, { view: "all", q: code })).lines[0];

const tetDay = (on: string, kind: "holiday" | "swapped-off" | "worked-saturday" = "holiday") => ({
  on,
  kind,
  nameVi: "Nghỉ lễ theo thông báo thử",
  nameEn: "Holiday of the trial notice",
});
const days = (...each: readonly ReturnType<typeof tetDay>[]) => ({
  kind: "days" as const,
  source: "Thông báo thử 01/TB",
  days: [...each],
});

type Input = Parameters<typeof office.app.calendar.previewNotice>[1];
const announce = (input: Input, asker: Asker = province) =>
  office.app.calendar.announce(asker, { ...input, key: randomUUID() });
const recount = (noticeId: string, again = false) =>
  office.app.calendar.recountDeadlines(office.app.task, { noticeId, again });

async function asOwner(text: string, values: readonly unknown[]) {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}

describe("a holiday announced late", () => {
  test("moves open deadlines with a note of both dates and the reason; what was met or is closed stays", async () => {
    const open = await acceptedMatter();
    const closed = await acceptedMatter();
    await asOwner("update matter set closed_on = '2026-11-23' where id = $1", [closed.matterId]);
    const waiting = await petition("2026-12-24", "recommendation");
    expect(await settlement(open.matterId)).toMatchObject({ dueOn: "2027-01-04", provisional: true });
    expect(await lineOf(waiting.code)).toMatchObject({ nextDueOn: "2027-01-08", nextProvisional: true });

    const input = days(tetDay("2027-01-04"));
    const preview = await office.app.calendar.previewNotice(province, input);
    expect(preview).toMatchObject({ moved: 2, more: false });
    expect(preview.examples.map(({ from, to }) => [from, to]).toSorted()).toEqual([
      ["2027-01-04", "2027-01-05"],
      ["2027-01-08", "2027-01-11"],
    ]);
    expect(preview.examples.map((each) => each.code)).toContain(waiting.code);
    expect(await settlement(open.matterId)).toMatchObject({ dueOn: "2027-01-04" });

    const { noticeId } = await announce(input);
    expect(await recount(noticeId)).toMatchObject({ moved: 2 });
    const after = await sheet(open.matterId);
    expect(after.clocks.find((each) => each.clock === "settlement" && each.status === "running")).toMatchObject({
      dueOn: "2027-01-05",
      startOn: "2026-11-20",
      provisional: true,
    });
    const before = after.clocks.find((each) => each.status === "replaced" && each.moved !== null);
    expect(before).toMatchObject({
      clock: "settlement",
      dueOn: "2027-01-04",
      replacedReason: "calendar",
      moved: {
        on: "2026-11-24",
        dueOn: "2027-01-05",
        notice: { kind: "days", source: "Thông báo thử 01/TB", days: [{ on: "2027-01-04" }] },
      },
    });
    expect(after.clocks.find((each) => each.clock === "acceptance")).toMatchObject({ status: "met", moved: null });
    expect(await lineOf(waiting.code)).toMatchObject({ nextDueOn: "2027-01-11" });
    expect((await sheet(closed.matterId)).clocks.find((each) => each.clock === "settlement")).toMatchObject({
      dueOn: "2027-01-04",
      status: "running",
    });
    const listed = await lineOf(open.petition.code);
    expect(listed?.nextDueOn).toBe(after.clocks.find((each) => each.clock === after.state.next?.clock)?.dueOn ?? null);
  });

  test("is done once, however often the task starts again", async () => {
    const { matterId } = await acceptedMatter();
    const { noticeId } = await announce(days(tetDay("2027-01-06"), tetDay("2027-01-07")));
    await recount(noticeId);
    const before = await sheet(matterId);
    const once = await recount(noticeId);
    expect(await recount(noticeId)).toEqual(once);
    const again = await recount(noticeId, true);
    expect(again.moved).toBe(once.moved);
    expect((await sheet(matterId)).clocks).toEqual(before.clocks);
  });

  test("a batch that fails leaves nothing half done, and the next run does all of it", async () => {
    const { matterId } = await acceptedMatter();
    const was = (await settlement(matterId))?.dueOn;
    const { noticeId } = await announce(days(tetDay("2027-01-05")));
    const setting = { ...office.app.setting, years: calendarYears, task: office.app.task };
    const broken = () => Promise.reject(new Error("a broken list"));
    await expect(
      recountDeadlines(setting, office.app.task, { noticeId }, { matters: broken, petitions: broken }),
    ).rejects.toThrow("a broken list");
    expect((await settlement(matterId))?.dueOn).toBe(was);
    await recount(noticeId);
    expect((await settlement(matterId))?.dueOn).toBe("2027-01-08");
  });

  test("withdrawn with a reason, the dates go back and both changes stay readable", async () => {
    const { matterId } = await acceptedMatter();
    const was = (await settlement(matterId))?.dueOn ?? "";
    const { noticeId } = await announce(days(tetDay(was)));
    await recount(noticeId);
    expect((await settlement(matterId))?.dueOn).not.toBe(was);
    const { noticeId: counter } = await announce({ kind: "withdrawal", noticeId, reason: "Nhập nhầm năm" });
    await recount(counter);
    expect((await settlement(matterId))?.dueOn).toBe(was);
    const notices = (await sheet(matterId)).clocks.flatMap((each) => (each.moved ? [each.moved.notice] : []));
    expect(notices.map((each) => each.kind).toSorted()).toEqual(["days", "withdrawal"]);
    expect(notices.find((each) => each.kind === "withdrawal")?.reason).toBe("Nhập nhầm năm");
    await expect(announce({ kind: "withdrawal", noticeId, reason: "Lần nữa" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the calendar of a year announced completely", () => {
  test("makes its deadlines certain; said twice it is refused", async () => {
    const { matterId } = await acceptedMatter();
    const before = await settlement(matterId);
    expect(before?.provisional).toBe(true);
    const input = { kind: "complete" as const, year: 2027, source: "Thông báo thử 02/TB" };
    const preview = await office.app.calendar.previewNotice(province, input);
    expect(preview.moved).toBe(0);
    expect(preview.confirmed).toBeGreaterThan(0);
    const { noticeId } = await announce(input);
    expect((await recount(noticeId)).confirmed).toBe(preview.confirmed);
    expect(await settlement(matterId)).toMatchObject({ dueOn: before?.dueOn, provisional: false });
    await expect(announce(input)).rejects.toMatchObject({ code: "already-done" });
    const year = await office.app.calendar.yearSheet(province, { year: 2027 });
    expect(year).toMatchObject({ verified: true, verifiedOn: "2026-11-24", source: "Thông báo thử 02/TB" });
    expect(year.notices[0]).toMatchObject({
      kind: "complete",
      by: "Cán bộ administrator.above",
      recount: { state: "done" },
    });
    const { noticeId: counter } = await announce({ kind: "withdrawal", noticeId, reason: "Chưa đủ" });
    await recount(counter);
    expect(await settlement(matterId)).toMatchObject({ provisional: true });
  });
});

describe("who announces, and what", () => {
  test("only who administers the top of the tree, because the calendar holds for every agency", async () => {
    const communeAdministrator = await office.as("administrator");
    for (const asker of [head, communeAdministrator]) {
      const input = days(tetDay("2027-03-01"));
      await expect(announce(input, asker)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(office.app.calendar.previewNotice(asker, input)).rejects.toMatchObject({ code: "not-allowed" });
    }
    await expect(announce(days(tetDay("2027-03-01")), "nobody")).rejects.toMatchObject({ code: "not-signed-in" });
    const write = transaction(office.app.setting.store, communeAdministrator, (tx) =>
      sql`insert into calendar_notice (id, kind, year, source, announced_on, announced_at) values (${randomUUID()}, 'complete', 2027, 'x', '2026-11-24', now())`.execute(
        tx,
      ),
    );
    await expect(write).rejects.toMatchObject({ code: "42501" });
  });

  test("a made-up day is a Saturday, a swapped one a weekday, each day stands once and in a known year", async () => {
    const wrong = announce(
      days(tetDay("2027-03-05", "worked-saturday"), tetDay("2027-03-07", "swapped-off"), tetDay("2051-01-01")),
    );
    await expect(wrong).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "days.0.on" }, { field: "days.1.on" }, { field: "days.2.on" }] },
    });
    await expect(announce(days(tetDay("2027-03-05"), tetDay("2027-03-05")))).rejects.toMatchObject({
      details: { fields: [{ field: "days.1.on" }] },
    });
    await expect(announce({ ...days(), days: [] })).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("the year shows each day with its source and who announced it, and the later word holds", async () => {
    await announce(days(tetDay("2027-07-01")));
    await announce({
      ...days({ ...tetDay("2027-07-01"), nameVi: "Ngày nghỉ sửa tên", nameEn: "Renamed holiday" }),
      source: "Thông báo thử 09/TB",
    });
    const year = await office.app.calendar.yearSheet(province, { year: 2027 });
    expect(year.days.find((day) => day.on === "2027-07-01")).toMatchObject({
      name: { vi: "Ngày nghỉ sửa tên" },
      source: "Thông báo thử 09/TB",
      by: "Cán bộ administrator.above",
    });
    expect(year.days.find((day) => day.on === "2027-01-01")).toMatchObject({ by: null, noticeId: null });
    expect(year.workingDays[6]).toBe(21);
    expect((await office.app.calendar.yearSheet(head, { year: 2027 })).mayAnnounce).toBe(false);
    await expect(office.app.calendar.yearSheet(head, { year: 2050 })).rejects.toMatchObject({ code: "not-found" });
  });
});
