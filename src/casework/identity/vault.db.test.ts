import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import type { Asker } from "../setting.ts";
import { newTestKey, opened, sealedTo, type TestKey } from "./testing-custodian.ts";

let office: TestOffice;
let taker: Asker;
let head: Asker;
let custodian: Asker;
let clerk: Asker;
let key: TestKey;
const identity = () => office.app.identity;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  taker = await office.as("reception-officer");
  head = await office.as("head");
  custodian = await office.as("custodian");
  clerk = await office.as("clerk");
  key = await newTestKey();
});
afterAll(() => office?.close());

const visitor = {
  name: "Vi Thị Kín Tiếng",
  address: "thôn Ẩn, xã An Thử",
  idNumber: "079399000111",
  phone: "0911 222 333",
  birthYear: 1980,
};

async function denounce(more: object = {}) {
  return office.app.reception.recordVisit(taker, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor,
    kinds: ["denunciation"],
    content: `Tôi là ${visitor.name}, tố cáo trưởng thôn thu tiền sai`,
    readBack: true,
    ...more,
  });
}

/** A denunciation in the head's hands. */
async function handedOver() {
  const done = await denounce();
  const petitionId = done.petitions[0]?.id ?? "";
  await office.app.petitions.handToHead(taker, { key: randomUUID(), petitionId });
  return petitionId;
}

const listed = async () => (await identity().listSealed(custodian, { agencyId: office.communeId })).rows;

async function asked(petitionId: string, requester = head) {
  const own = await newTestKey();
  const { releaseId } = await identity().askRelease(requester, {
    petitionId,
    purpose: "Kiểm tra thông tin người tố cáo theo Điều 24",
    kind: "identity-check",
    days: 3,
    recipient: own.recipient,
    sealedKey: own.sealedKey,
  });
  return { releaseId, own };
}

async function approved(petitionId: string) {
  const request = await asked(petitionId);
  const { ciphertext, recipient } = await identity().openForRelease(custodian, { releaseId: request.releaseId });
  const again = await sealedTo(recipient, await opened(key.key, ciphertext));
  await identity().approveRelease(custodian, { releaseId: request.releaseId, ciphertext: again, until: "2026-11-26" });
  return request;
}

describe("while nobody holds identities", () => {
  test("nothing of a denouncer is kept, and the answer says so", async () => {
    const done = await denounce();
    expect(done.sealedNotice?.vi).toContain("hệ thống không lưu họ tên");
    expect((await office.app.reception.visit(taker, { visitId: done.visitId })).identitySealedFor).toBe(0);
    expect(await identity().custodianCount(taker, { agencyId: office.communeId })).toBe(0);
    expect(await listed()).toEqual([]);
    expect((await identity().custody(custodian)).agencies).toMatchObject([{ mine: null, custodians: 0, sealed: 0 }]);
  });

  test("nobody becomes a custodian without the role, or elsewhere", async () => {
    const wanted = { agencyId: office.communeId, recipient: key.recipient, sealedKey: key.sealedKey };
    await expect(identity().becomeCustodian(head, wanted)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      identity().becomeCustodian(custodian, { ...wanted, agencyId: office.otherCommuneId }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(identity().becomeCustodian(custodian, { ...wanted, recipient: key.key })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(identity().custody(head)).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("with a custodian", () => {
  beforeAll(async () => {
    await identity().becomeCustodian(custodian, {
      agencyId: office.communeId,
      recipient: key.recipient,
      sealedKey: key.sealedKey,
    });
  });

  test("the key is made once; its passphrase changes without it", async () => {
    const wanted = { agencyId: office.communeId, recipient: key.recipient, sealedKey: key.sealedKey };
    await expect(identity().becomeCustodian(custodian, wanted)).rejects.toMatchObject({ code: "already-done" });
    const renewed = await newTestKey("một cụm mật khẩu khác hẳn");
    await identity().changeSealedKey(custodian, { agencyId: office.communeId, sealedKey: renewed.sealedKey });
    const [place] = (await identity().custody(custodian)).agencies;
    expect(place?.mine).toMatchObject({ recipient: key.recipient, sealedKey: renewed.sealedKey });
    await expect(
      identity().changeSealedKey(head, { agencyId: office.communeId, sealedKey: renewed.sealedKey }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("an identity is listed by its pseudonym and opens with the custodian's key alone", async () => {
    const done = await denounce();
    expect(done.sealedNotice?.vi).toContain("đã được mã hóa");
    expect((await office.app.reception.visit(taker, { visitId: done.visitId })).identitySealedFor).toBe(1);
    expect(await identity().custodianCount(taker, { agencyId: office.communeId })).toBe(1);
    for (const other of [head, clerk, await office.as("reception-officer", "elsewhere")])
      await expect(identity().custodianCount(other, { agencyId: office.communeId })).rejects.toMatchObject({
        code: "not-allowed",
      });
    const [line] = await listed();
    expect(line).toMatchObject({
      from: "counter",
      sealedForMe: true,
      files: 0,
      petition: { code: done.petitions[0]?.code },
    });
    expect(line?.pseudonym).toMatch(/^Người tố cáo 2026-/);
    const got = await identity().openSealed(custodian, {
      id: line?.id ?? "",
      purpose: "Gửi thông báo cho người tố cáo",
    });
    const payload = JSON.parse((await opened(key.key, got.ciphertext)).toString());
    expect(payload).toMatchObject({
      version: 1,
      people: [
        {
          name: visitor.name,
          address: visitor.address,
          identityNumber: visitor.idNumber,
          birthYear: 1980,
          role: "visitor",
        },
      ],
    });
    expect(payload.words).toContain(visitor.name);
    await expect(opened((await newTestKey()).key, got.ciphertext)).rejects.toThrow();
  });

  test("nobody else opens it, and not without a purpose", async () => {
    const [line] = await listed();
    const id = line?.id ?? "";
    const elsewhere = await office.as("custodian", "elsewhere");
    const purpose = "Muốn xem tên người tố cáo";
    for (const other of [head, taker, clerk, elsewhere, await office.as("administrator"), office.app.task])
      await expect(identity().openSealed(other, { id, purpose })).rejects.toMatchObject({ code: "not-found" });
    await expect(identity().openSealed("nobody", { id, purpose })).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(identity().openSealed(custodian, { id, purpose: "xem" })).rejects.toMatchObject({
      code: "invalid-input",
    });
    for (const other of [head, taker, elsewhere])
      await expect(identity().listSealed(other, { agencyId: office.communeId })).rejects.toMatchObject({
        code: "not-allowed",
      });
  });

  test("the database itself gives no ciphertext without a line in the ledger of the same transaction", async () => {
    const bodies = (asker: Asker) =>
      transaction(office.app.setting.store, asker, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from vault.identity_body`.execute(tx);
        return rows[0]?.n;
      });
    for (const asker of [custodian, head, taker, office.app.task, office.app.command])
      expect(await bodies(asker)).toBe(0);
    for (const asker of [custodian, office.app.command])
      await expect(
        transaction(office.app.setting.store, asker, (tx) => sql`update vault.ledger set what = 'nothing'`.execute(tx)),
      ).rejects.toMatchObject({ code: "42501" });
  });

  test("the ledger tells who looked and why, to custodians and the head alone", async () => {
    const { rows } = await identity().ledger(custodian, { agencyId: office.communeId });
    expect(rows.find((line) => line.what === "opened")).toMatchObject({
      who: "Cán bộ custodian.here",
      pseudonym: expect.stringMatching(/^Người tố cáo/),
      purpose: "Gửi thông báo cho người tố cáo",
    });
    const seen = await identity().ledger(head, { agencyId: office.communeId });
    expect(seen.rows.map((line) => line.what)).toEqual(rows.map((line) => line.what));
    // Which denunciation, the head learns only once it is handed over.
    expect(seen.rows.every((line) => line.pseudonym === null)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ seq: 1, what: "custodian-joined" });
    await expect(identity().ledger(taker, { agencyId: office.communeId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const report = await office.app.audit.verifyTrail(office.app.command);
    expect(report.faults).toEqual([]);
  });
});

describe("a release", () => {
  test("is asked by who sees the denunciation, approved by a custodian, and seen by the requester while it lasts", async () => {
    const petitionId = await handedOver();
    const { releaseId, own } = await approved(petitionId);
    const seen = await identity().viewRelease(head, { releaseId });
    expect(JSON.parse((await opened(own.key, seen.ciphertext)).toString()).people[0].name).toBe(visitor.name);
    expect(seen).toMatchObject({
      until: "2026-11-26",
      watermark: { viewer: "Cán bộ head.here" },
      sealedKey: own.sealedKey,
    });
    await expect(identity().viewRelease(clerk, { releaseId })).rejects.toMatchObject({ code: "not-found" });
    await expect(identity().viewRelease(custodian, { releaseId })).rejects.toMatchObject({ code: "not-found" });
    expect((await identity().releases(head, { which: "mine" })).rows[0]).toMatchObject({
      state: "approved",
      decidedBy: "Cán bộ custodian.here",
    });

    await identity().endRelease(custodian, { releaseId });
    await expect(identity().viewRelease(head, { releaseId })).rejects.toMatchObject({ code: "not-allowed" });
    const { rows } = await identity().ledger(custodian, { agencyId: office.communeId });
    expect(rows.slice(0, 6).map((line) => line.what)).toEqual([
      "release-view-refused",
      "release-ended",
      "release-viewed",
      "release-approved",
      "opened-for-release",
      "release-asked",
    ]);
  });

  test("is not open before the decision, nor after its last day, nor when it was refused", async () => {
    const petitionId = await handedOver();
    const first = await asked(petitionId);
    await expect(identity().viewRelease(head, { releaseId: first.releaseId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(asked(petitionId)).rejects.toMatchObject({ code: "already-done" });
    await identity().refuseRelease(custodian, { releaseId: first.releaseId, reason: "Chưa rõ vì sao cần" });
    await expect(identity().viewRelease(head, { releaseId: first.releaseId })).rejects.toMatchObject({
      code: "not-allowed",
      details: { message: { vi: expect.stringContaining("Chưa rõ vì sao cần") } },
    });
    await expect(
      identity().refuseRelease(custodian, { releaseId: first.releaseId, reason: "lần nữa" }),
    ).rejects.toMatchObject({
      code: "already-done",
    });

    const second = await approved(petitionId);
    await transaction(office.app.setting.store, custodian, (tx) =>
      sql`update vault.release set until = '2026-11-23' where id = ${second.releaseId}`.execute(tx),
    );
    await expect(identity().viewRelease(head, { releaseId: second.releaseId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect((await identity().releases(head, { which: "mine" })).rows[0]?.state).toBe("expired");
  });

  test("cannot be asked for what one does not see, nor decided for longer than was asked", async () => {
    const petitionId = await handedOver();
    await expect(asked(petitionId, clerk)).rejects.toMatchObject({ code: "not-found" });
    await expect(asked(petitionId, taker)).rejects.toMatchObject({ code: "not-allowed" });
    const { releaseId } = await asked(petitionId);
    const ciphertext = await sealedTo((await newTestKey()).recipient, "{}");
    await expect(
      identity().approveRelease(custodian, { releaseId, ciphertext, until: "2026-11-28" }),
    ).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(identity().approveRelease(head, { releaseId, ciphertext, until: "2026-11-25" })).rejects.toMatchObject(
      {
        code: "not-found",
      },
    );
    await expect(
      identity().openForRelease(await office.as("custodian", "elsewhere"), { releaseId }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("is never decided by who asked for it, not even as a custodian", async () => {
    const petitionId = await handedOver();
    const { releaseId } = await asked(petitionId);
    await office.app.access.grantRole(office.app.command, {
      officerId: await office.officerId("head"),
      agencyId: office.communeId,
      role: "custodian",
      from: office.app.today(),
    });
    const both = head;
    await expect(identity().openForRelease(both, { releaseId })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(identity().refuseRelease(both, { releaseId, reason: "tự quyết" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const { numAffectedRows } = await transaction(office.app.setting.store, both, (tx) =>
      sql`update vault.release set state = 'approved' where id = ${releaseId}`.execute(tx),
    );
    expect(numAffectedRows).toBe(0n);
  });
});

describe("the blind look-up", () => {
  const byNumber = (number: string) => ({ agencyId: office.communeId, by: "identity-number" as const, number });

  test("tells the counter nothing, hit or not, and the custodians of a hit", async () => {
    await denounce();
    const [line] = await listed();
    const hit = await identity().lookUp(taker, byNumber(visitor.idNumber));
    const miss = await identity().lookUp(taker, byNumber("079300000000"));
    expect(hit).toEqual({ asked: true });
    expect(miss).toEqual(hit);
    const { rows } = await identity().queue(custodian, { agencyId: office.communeId });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ by: "identity-number", askedBy: "Cán bộ reception-officer.here" });
    expect(rows[0]?.hits.map((each) => each.id)).toContain(line?.id);
    await expect(identity().queue(taker, { agencyId: office.communeId })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("goes by telephone, and by the whole name with the year of birth, never by part of a name", async () => {
    const hits = async (wanted: object) =>
      (await identity().lookUp(custodian, { agencyId: office.communeId, ...wanted } as never)).hits?.length ?? 0;
    expect(await hits({ by: "phone", phone: "+84 911-222-333" })).toBeGreaterThan(0);
    expect(await hits({ by: "name-and-birth-year", name: "vi thi kin tieng", birthYear: 1980 })).toBeGreaterThan(0);
    expect(await hits({ by: "name-and-birth-year", name: "kín tiếng", birthYear: 1980 })).toBe(0);
    expect(await hits({ by: "name-and-birth-year", name: visitor.name, birthYear: 1981 })).toBe(0);
    await expect(
      identity().lookUp(await office.as("reception-officer", "elsewhere"), byNumber(visitor.idNumber)),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("the counter's search of people asks too, and answers as if it had not", async () => {
    const before = (await identity().queue(custodian, { agencyId: office.communeId })).rows.length;
    const search = (idNumber: string) => office.app.people.findPeople(taker, { agencyId: office.communeId, idNumber });
    expect(await search(visitor.idNumber)).toEqual([]);
    expect(await search("079300000000")).toEqual([]);
    expect((await identity().queue(custodian, { agencyId: office.communeId })).rows).toHaveLength(before + 1);
  });
});
