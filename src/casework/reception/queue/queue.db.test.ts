import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import { transaction } from "../../../store/index.ts";
import { openClient } from "../../../store/pool.ts";
import { civilDate } from "../../../time/civil-date.ts";
import type { Asker } from "../../setting.ts";
import { takeNumber } from "./take-number.ts";

let office: TestOffice;
let officer: Asker;
let colleague: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  officer = await office.as("reception-officer");
  colleague = await office.as("reception-officer", "here", "second");
});
afterAll(() => office?.close());

const give = (priority = false, agencyId = office.communeId, asker = officer) =>
  office.app.queue.takeNumber(asker, { key: randomUUID(), agencyId, priority });
const callTo = (desk: number, asker = officer) =>
  office.app.queue.callNext(asker, { key: randomUUID(), agencyId: office.communeId, desk });
const step = (ticketId: string, what: "call" | "recall" | "skip" | "done", desk?: number) =>
  office.app.queue.stepTicket(officer, { key: randomUUID(), ticketId, step: what, ...(desk ? { desk } : {}) });
const room = () => office.app.queue.waitingRoom({ agency: "TT.A" });
async function empty(): Promise<void> {
  const { waiting, called } = await office.app.queue.queue(officer, { agencyId: office.communeId });
  for (const each of called) await step(each.id, "done");
  for (const each of waiting) await step((await step(each.id, "call", 99)).ticket?.id ?? "", "done");
}

describe("numbers of a waiting room", () => {
  test("run from 1, each given once, at each place by itself; the same form sent twice gives the same number", async () => {
    const key = randomUUID();
    const form = { key, agencyId: office.communeId };
    const twice = await Promise.all([
      office.app.queue.takeNumber(officer, form),
      office.app.queue.takeNumber(officer, form),
    ]);
    expect(twice.map((each) => each.number)).toEqual([1, 1]);
    const many = await Promise.all(Array.from({ length: 20 }, () => give()));
    expect(many.map((each) => each.number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 2),
    );
    const elsewhere = await office.as("reception-officer", "elsewhere");
    expect((await give(false, office.otherCommuneId, elsewhere)).number).toBe(1);
    await empty();
  });

  test("called by ten desks at the same instant, no number goes to two of them", async () => {
    const given = await Promise.all(Array.from({ length: 10 }, () => give()));
    const called = await Promise.all(
      Array.from({ length: 10 }, (_, i) => callTo(i + 1, i % 2 === 0 ? officer : colleague)),
    );
    const numbers = called.map(({ ticket }) => ticket?.number ?? 0);
    expect(new Set(numbers).size).toBe(10);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(given.map((each) => each.number).toSorted((a, b) => a - b));
    await empty();
  });

  test("are called priority first, then in turn; one desk has one visitor, also when it is pressed twice", async () => {
    const [first, second, elderly] = [await give(), await give(), await give(true)];
    const pressed = await Promise.allSettled([callTo(1), callTo(1, colleague)]);
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await room()).called).toEqual([{ number: elderly.number, desk: 1, calls: 1 }]);
    await expect(callTo(1)).rejects.toMatchObject({ code: "conflict" });
    expect((await callTo(2)).ticket?.number).toBe(first.number);
    await step(elderly.ticketId, "done");
    expect((await callTo(1)).ticket?.number).toBe(second.number);
    expect((await callTo(3)).ticket).toBeNull();
    await empty();
  });

  test("whoever does not come is called again, skipped, named on the screen, and may come back", async () => {
    const { ticketId, number } = await give();
    await callTo(4);
    expect((await step(ticketId, "recall")).ticket?.calls).toBe(2);
    await step(ticketId, "skip");
    expect(await room()).toMatchObject({ called: [], skipped: [number], waiting: 0 });
    await expect(step(ticketId, "recall")).rejects.toMatchObject({ code: "conflict" });
    expect((await step(ticketId, "call", 5)).ticket).toMatchObject({ number, desk: 5, state: "called" });
    await step(ticketId, "done");
    await expect(step(ticketId, "call", 5)).rejects.toMatchObject({ code: "conflict" });
  });

  test("begin anew the next day", async () => {
    const tomorrow = { ...office.app.setting, today: () => civilDate("2026-11-25") };
    const { ticketId, number } = await takeNumber(tomorrow, officer, { key: randomUUID(), agencyId: office.communeId });
    expect(number).toBe(1);
    await expect(step(ticketId, "call", 1)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the device that gives numbers", () => {
  test("gives them with today's code alone, and no longer once it is closed or opened anew", async () => {
    const take = (code: string) =>
      office.app.queue.takeNumberAtKiosk({ key: randomUUID(), agency: "TT.A", code, network: "192.0.2.9" });
    await expect(take("2345-6789")).rejects.toMatchObject({ code: "not-allowed" });
    const { code } = await office.app.queue.openKiosk(officer, { agencyId: office.communeId });
    const before = await take(code.toLowerCase().replace("-", " "));
    expect(await office.app.queue.queue(officer, { agencyId: office.communeId })).toMatchObject({
      kioskOpen: true,
      waiting: expect.arrayContaining([expect.objectContaining({ number: before.number })]),
    });
    const anew = await office.app.queue.openKiosk(officer, { agencyId: office.communeId });
    await expect(take(code)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await take(anew.code)).number).toBe(before.number + 1);
    await office.app.queue.closeKiosk(officer, { agencyId: office.communeId });
    await expect(take(anew.code)).rejects.toMatchObject({ code: "not-allowed" });
    await empty();
  });

  test("grows slow for whoever tries codes", async () => {
    const guess = () =>
      office.app.queue.unlockKiosk({ agency: "TT.B", code: `${Math.random()}`, network: "192.0.2.77" });
    for (let i = 0; i < 6; i++) expect(await guess()).toBe(false);
    await expect(guess()).rejects.toMatchObject({ code: "too-many-attempts" });
  });
});

describe("who may", () => {
  test("only who receives citizens there; the screen is open to anyone and names nobody", async () => {
    for (const asker of [
      await office.as("head"),
      await office.as("reception-officer", "elsewhere"),
      "nobody" as const,
    ]) {
      await expect(give(false, office.communeId, asker as Asker)).rejects.toMatchObject({ name: "Refused" });
      await expect(office.app.queue.queue(asker, { agencyId: office.communeId })).rejects.toMatchObject({
        name: "Refused",
      });
      const rows = await transaction(
        office.app.setting.store,
        asker,
        async (tx) => (await sql`select 1 from queue_ticket where agency_id = ${office.communeId}`.execute(tx)).rows,
      );
      expect(rows).toEqual([]);
    }
    expect(Object.keys(await room()).toSorted()).toEqual(["agencyName", "called", "skipped", "waiting"]);
    await expect(office.app.queue.waitingRoom({ agency: "NOWHERE" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("the number of a visit is known to who may see the visit, and ends with it", async () => {
    const { ticketId } = await give();
    await callTo(6);
    const { visitId } = await office.app.reception.recordVisit(officer, {
      key: randomUUID(),
      agencyId: office.communeId,
      visitor: { name: "Người Thử Một", address: "thôn 1, xã An Thử", idNumber: "001085000123" },
      kinds: [],
      content: "Hỏi về việc cấp giấy chứng nhận.",
      readBack: true,
    });
    await office.app.queue.finishTicket(officer, { ticketId, visitId });
    await office.app.queue.finishTicket(officer, { ticketId, visitId });
    const linked = (asker: Asker) =>
      transaction(
        office.app.setting.store,
        asker,
        async (tx) => (await sql`select 1 from queue_visit where ticket_id = ${ticketId}`.execute(tx)).rows.length,
      );
    expect(await linked(officer)).toBe(1);
    expect(await linked(colleague), "unclassified: sealed to who took it").toBe(0);
    expect((await office.app.queue.ticket(officer, { ticketId })).state).toBe("done");
  });
});

test("numbers of earlier days are forgotten, with what they led to, by background work alone", async () => {
  await empty();
  const today = await give();
  const old = await give();
  const { store } = office.app.setting;
  const client = openClient(store.migrator, "test");
  await client.connect();
  try {
    await client.query("update queue_ticket set on_date = '2026-11-23' where number = $1 and on_date = '2026-11-24'", [
      old.number,
    ]);
    const { forgetOldNumbers } = office.app.housekeeping;
    await expect(forgetOldNumbers(officer)).rejects.toMatchObject({ code: "42501" });
    expect(await forgetOldNumbers(office.app.task)).toBeGreaterThanOrEqual(1);
    const { rows } = await client.query("select 1 from queue_ticket where on_date < '2026-11-24'");
    expect(rows).toEqual([]);
    const { waiting } = await office.app.queue.queue(officer, { agencyId: office.communeId });
    expect(waiting.map(({ number }) => number)).toEqual([today.number]);
  } finally {
    await client.end();
  }
});
