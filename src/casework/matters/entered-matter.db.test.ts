import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { Asker } from "../setting.ts";

// What the database finds once about the matter of a transaction is what its policies say each time.

let office: TestOffice;
let complaint: string;
let denunciation: string;
const askers = new Map<string, Asker>();

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  for (const role of ["reception-officer", "petition-officer", "settlement-officer", "head", "administrator"] as const)
    for (const where of ["here", "elsewhere", "above"] as const)
      askers.set(`${role} ${where}`, await office.as(role, where));
  const counter = of("reception-officer here");
  const head = of("head here");
  const opened = async (kind: "complaint" | "denunciation", values: Record<string, string | boolean>) => {
    const { petitions } = await office.app.reception.recordVisit(counter, {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn: "2026-11-02",
      visitor:
        kind === "complaint" ? { name: "Trần Thị Thử", address: "thôn Hai, xã An Thử", idNumber: "001190000011" } : {},
      kinds: [kind],
      content: "Không đồng ý với quyết định thu hồi đất",
      ...(kind === "complaint"
        ? { contestedAct: "Quyết định số 21/QĐ-UBND", respondent: "Chủ tịch Ủy ban nhân dân xã An Thử" }
        : { respondent: "Trưởng thôn Một" }),
      readBack: true,
    });
    const petitionId = petitions[0]?.id ?? "";
    if (kind === "denunciation") await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const { matterId } = await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values });
    return matterId;
  };
  complaint = await opened("complaint", { signaturesComplete: true });
  denunciation = await opened("denunciation", { violation: "duty", withinCompetence: true, forwarded: false });
});
afterAll(() => office?.close());

const of = (who: string) => askers.get(who) as Asker;

const inside = <T>(asker: Asker, matterId: string | undefined, work: (tx: Trx) => Promise<T>) =>
  transaction(office.app.setting.store, asker, work, { ...(matterId ? { matterId } : {}) });

/** What is claimed under the seal. */
const claimed = (asker: Asker, matterId: string) =>
  inside(asker, matterId, async (tx) => {
    const { rows } = await sql<{ reads: string[]; acts: string[] }>`
      select app.agencies('entered', 'read')::text[] as reads, app.agencies('entered', 'act')::text[] as acts`.execute(
      tx,
    );
    return { reads: rows[0]?.reads.includes(matterId), acts: rows[0]?.acts.includes(matterId) };
  });

/** What the policies give to a transaction that named no matter, or another one. */
const given = (asker: Asker, matterId: string, named?: string) =>
  inside(asker, named, async (tx) => {
    const one = async (lock: boolean) =>
      (await sql`select id from matter where id = ${matterId} ${lock ? sql`for update` : sql``}`.execute(tx)).rows
        .length === 1;
    return { reads: await one(false), acts: await one(true) };
  });

describe("the matter that a transaction is about", () => {
  test("is read and acted on by those whom the policies let, and by nobody else", async () => {
    const answers = new Map<string, unknown>();
    for (const [who, asker] of askers) {
      expect(await claimed(asker, complaint), who).toEqual(await given(asker, complaint));
      answers.set(who, await given(asker, complaint, complaint));
      expect(answers.get(who), who).toEqual(await given(asker, complaint));
    }
    expect(answers.get("settlement-officer here")).toEqual({ reads: true, acts: true });
    expect(answers.get("head elsewhere")).toEqual({ reads: false, acts: false });
  });

  test("is never a denunciation: its policies are asked each time", async () => {
    for (const [who, asker] of askers) {
      expect(await claimed(asker, denunciation), who).toEqual({ reads: false, acts: false });
      expect(await given(asker, denunciation, denunciation), who).toEqual(await given(asker, denunciation));
    }
  });

  test("opens no other matter, and none to whoever writes the claim", async () => {
    const stranger = of("head elsewhere");
    expect(await given(of("head here"), denunciation, complaint)).toEqual(await given(of("head here"), denunciation));
    const forged = await inside(stranger, undefined, async (tx) => {
      await sql`select set_config('minhxet.context', current_setting('minhxet.context') || ${`{${complaint}}=,entered:read,entered:act,|`}, true)`.execute(
        tx,
      );
      return (await sql`select id from matter where id = ${complaint}`.execute(tx)).rows;
    });
    expect(forged).toEqual([]);
  });

  test("is not moved to an agency in which its officer has no right", async () => {
    const moved = inside(of("settlement-officer here"), complaint, (tx) =>
      sql`update matter set agency_id = ${office.otherCommuneId} where id = ${complaint}`.execute(tx),
    );
    await expect(moved).rejects.toMatchObject({ code: "42501" });
  });
});
