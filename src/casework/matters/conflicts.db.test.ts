import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { systemClock } from "../../time/clock.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let counter: Asker;
let head: Asker;
let deputy: Asker;
let verifier: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  head = await office.as("head");
  deputy = await office.as("head", "here", "deputy");
  verifier = await office.as("settlement-officer");
});
afterAll(() => office?.close());

async function taken(respondent = "Trưởng thôn Một"): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-02",
    visitor: {},
    kinds: ["denunciation"],
    content: "Nhận tiền khi cấp phép",
    respondent,
    readBack: true,
  });
  return petitions[0]?.id ?? "";
}
const handed = async (respondent?: string) => {
  const petitionId = await taken(respondent);
  await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
  return petitionId;
};
const open = (petitionId: string, by: Asker) => office.app.petitions.openPetition(by, { petitionId });
const declare = (by: Asker, petitionId: string, ground: "accused" | "relative" | "interest", officerId?: string) =>
  office.app.petitions.declareConflict(by, {
    key: randomUUID(),
    petitionId,
    ground,
    ...(officerId ? { officerId } : {}),
  });
const matterOf = async (petitionId: string, assigneeId?: string) =>
  office.app.matters.openMatter(head, {
    key: randomUUID(),
    petitionId,
    values: { violation: "duty", withinCompetence: true, forwarded: false },
    ...(assigneeId ? { assigneeId } : {}),
  });
const act = async (matterId: string, name: string, on: string, values: Record<string, string | boolean | string[]>) => {
  const { seq } = await office.app.matters.openMatterSheet(head, { matterId });
  return office.app.matters.performAct(head, { key: randomUUID(), matterId, seq, act: name, on, values });
};
async function accepted(petitionId: string, accused = "Nguyễn Văn Hư Cấu"): Promise<string> {
  const { matterId } = await matterOf(petitionId);
  await act(matterId, "log-and-check", "2026-11-03", {});
  await act(matterId, "record-check", "2026-11-03", { identified: true });
  const { waitsFor } = await act(matterId, "accept", "2026-11-04", {
    madeAsLawAsks: true,
    capacity: true,
    competent: true,
    basis: true,
    fromComplaint: false,
    accused,
    content: "Nhận tiền",
  });
  await issue(waitsFor ?? "", "2026-11-04");
  return matterId;
}
async function issue(paperId: string, on: string) {
  for (const step of ["check", "approve", "sign", "number"] as const)
    await office.app.matters.stepPaper(head, { key: randomUUID(), paperId, step, on });
}
async function asOwner(statement: string, values: readonly string[]): Promise<void> {
  const client = openClient(office.app.setting.store.migrator, "conflicts");
  await client.connect();
  await client.query(statement, [...values]).finally(() => client.end());
}
const giveTitle = (officerId: string) =>
  asOwner("update officer set job_title = 'Phó Chủ tịch' where id = $1", [officerId]);
const team = (members: readonly string[]) => ({
  members: [...members],
  leader: members[0] ?? "",
  noRelative: true,
  stripped: true,
  content: "Việc cấp phép",
  period: "20 ngày",
});

describe("a conflict of interest with a denunciation", () => {
  test("declared of oneself takes the denunciation away from a head too, and nothing else", async () => {
    const [petitionId, another] = [await handed(), await handed()];
    expect(await open(petitionId, deputy)).toMatchObject({ restricted: true });
    await declare(deputy, petitionId, "relative");
    await expect(open(petitionId, deputy)).rejects.toMatchObject({ code: "not-found" });
    const { lines } = await office.app.petitions.listPetitions(deputy, { view: "all" });
    expect(lines.map(({ id }) => id)).not.toContain(petitionId);
    expect(lines.map(({ id }) => id)).toContain(another);
    const seen = await open(petitionId, head);
    expect(seen.events.map(({ what }) => what)).toContain("conflict-declared");
    await expect(
      declare(head, petitionId, "relative", await office.officerId("head", "here", "deputy")),
    ).rejects.toMatchObject({ code: "already-done" });
    expect(await office.app.audit.verifyTrail(office.app.command)).toMatchObject({ faults: [] });
  });

  test("of somebody else is declared by who handles it alone", async () => {
    const petitionId = await handed();
    const accused = await office.officerId("head", "here", "deputy");
    await expect(declare(verifier, petitionId, "accused", accused)).rejects.toMatchObject({ code: "not-found" });
    await declare(head, petitionId, "accused", accused);
    const { matterId } = await matterOf(petitionId);
    await expect(office.app.matters.openMatterSheet(deputy, { matterId })).rejects.toMatchObject({ code: "not-found" });
  });

  test("of every head sends it to the agency above instead of handing it to them", async () => {
    const petitionId = await taken();
    await declare(counter, petitionId, "accused", await office.officerId("head"));
    await declare(counter, petitionId, "relative", await office.officerId("head", "here", "deputy"));
    await expect(office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId })).rejects.toMatchObject({
      code: "law",
      details: { article: "Khoản 1 Điều 12 Luật Tố cáo", instead: [{ act: "transfer" }] },
    });
    expect(await open(petitionId, counter)).toMatchObject({ sealed: true });
  });

  test("is not declared of oneself while it is sealed to oneself: nobody would see it any more", async () => {
    const petitionId = await taken();
    await expect(declare(counter, petitionId, "relative")).rejects.toMatchObject({
      code: "law",
      details: { instead: [{ act: "hand-over" }] },
    });
    expect(await open(petitionId, counter)).toMatchObject({ sealed: true });
  });

  test("is not declared of a complaint", async () => {
    const { petitions } = await office.app.reception.recordVisit(counter, {
      key: randomUUID(),
      agencyId: office.communeId,
      visitor: { name: "Lê Thị Thử", address: "thôn Hai", idNumber: "001099000123" },
      kinds: ["complaint"],
      content: "Thu hồi đất",
      readBack: true,
    });
    await expect(declare(head, petitions[0]?.id ?? "", "relative")).rejects.toMatchObject({ code: "law" });
  });
});

describe("a conflict of interest that was declared by mistake", () => {
  const idOf = async (petitionId: string, officerId: string, by = head) => {
    const { lines } = await office.app.petitions.listConflicts(by, { petitionId });
    return lines.find((line) => line.officerId === officerId && line.lifted === null)?.id ?? "";
  };
  const lift = (by: Asker, conflictId: string, reason = "Khai nhầm người trùng tên") =>
    office.app.petitions.liftConflict(by, { key: randomUUID(), conflictId, reason });

  test("is lifted by another head with a reason; the officer sees the denunciation again, and the file says it all", async () => {
    const petitionId = await handed();
    const concerned = await office.officerId("head", "here", "deputy");
    await declare(deputy, petitionId, "relative");
    const conflictId = await idOf(petitionId, concerned);
    await expect(lift(head, conflictId, "  ")).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "reason" }] },
    });
    await lift(head, conflictId);
    const seen = await open(petitionId, deputy);
    expect(seen.events[0]).toMatchObject({
      what: "conflict-lifted",
      data: { officer: concerned, conflict: conflictId },
    });
    expect(JSON.stringify(seen.events)).not.toContain("nhầm");
    await expect(lift(head, conflictId)).rejects.toMatchObject({ code: "already-done" });
    await declare(head, petitionId, "interest", concerned);
    await expect(open(petitionId, deputy)).rejects.toMatchObject({ code: "not-found" });
    const { lines } = await office.app.petitions.listConflicts(head, { petitionId });
    expect(lines).toMatchObject([
      { officerId: concerned, ground: "interest", isSelfDeclared: false, lifted: null, mayLift: true },
      {
        officerId: concerned,
        ground: "relative",
        isSelfDeclared: true,
        lifted: { reason: "Khai nhầm người trùng tên" },
      },
    ]);
    expect(await office.app.audit.verifyTrail(office.app.command)).toMatchObject({ faults: [] });
  });

  test("is lifted by nobody else: not who is concerned, nor who took it, nor a head elsewhere or above, nor who is assigned", async () => {
    const petitionId = await handed();
    await matterOf(petitionId, await office.officerId("settlement-officer"));
    await declare(deputy, petitionId, "relative");
    const conflictId = await idOf(petitionId, await office.officerId("head", "here", "deputy"));
    const strangers = [deputy, counter, await office.as("head", "elsewhere"), await office.as("head", "above")];
    for (const by of strangers) {
      await expect(lift(by, conflictId)).rejects.toMatchObject({ code: "not-found" });
      await expect(office.app.petitions.listConflicts(by, { petitionId })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(lift(verifier, conflictId)).rejects.toMatchObject({ code: "not-allowed" });
    const { lines, mayDeclareOthers } = await office.app.petitions.listConflicts(verifier, { petitionId });
    expect(mayDeclareOthers).toBe(false);
    expect(lines).toMatchObject([{ id: conflictId, mayLift: false }]);
  });

  test("is not lifted by who acts for the officer concerned, and the database holds to it by itself", async () => {
    const petitionId = await handed();
    const day = systemClock.today();
    await giveTitle(await office.officerId("clerk"));
    const { delegationId } = await office.app.access.delegateHead(deputy, {
      agencyId: office.communeId,
      officerId: await office.officerId("clerk"),
      form: "KT",
      from: office.app.today(),
      to: office.app.today(),
      reason: "Thông báo số 1",
    });
    await asOwner("update delegation set valid_from = $1, valid_to = $1 where id = $2", [day, delegationId]);
    const acting = await office.as("clerk");
    await declare(deputy, petitionId, "accused");
    await declare(head, petitionId, "interest", await office.officerId("petition-officer"));
    const conflictId = await idOf(petitionId, await office.officerId("head", "here", "deputy"), acting);
    await expect(lift(acting, conflictId)).rejects.toMatchObject({ code: "not-allowed" });
    const forced = (by: Asker) =>
      transaction(office.app.setting.store, by, async (tx) => {
        const { numAffectedRows } = await sql`update conflict_of_interest set lifted_on = ${day}, lift_reason = 'x',
          lifted_by = app.officer_id() where petition_id = ${petitionId} and ground = 'accused'`.execute(tx);
        return numAffectedRows;
      });
    expect(await forced(acting)).toBe(0n);
    expect(await forced(deputy)).toBe(0n);
    // Of anybody else whoever acts for the head may.
    await lift(acting, await idOf(petitionId, await office.officerId("petition-officer"), acting));
  });
});

describe("the verification team", () => {
  test("is refused with a declared relative of the accused, and its members see the matter while they are in it", async () => {
    const petitionId = await handed();
    const [leader, second, other] = await Promise.all([
      office.officerId("settlement-officer"),
      office.officerId("settlement-officer", "here", "second"),
      office.officerId("settlement-officer", "here", "third"),
    ]);
    await declare(head, petitionId, "relative", other);
    const matterId = await accepted(petitionId);
    await expect(act(matterId, "set-up-team", "2026-11-05", team([leader, other]))).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Điều 10") },
    });
    const member = await office.as("settlement-officer", "here", "second");
    const sheet = (by: Asker) => office.app.matters.openMatterSheet(by, { matterId });
    await expect(sheet(member)).rejects.toMatchObject({ code: "not-found" });
    const { waitsFor } = await act(matterId, "set-up-team", "2026-11-05", team([leader, second]));
    await issue(waitsFor ?? "", "2026-11-05");
    expect(await sheet(member)).toMatchObject({ restricted: true, state: { id: "VERIFYING" } });
    await declare(member, petitionId, "interest");
    await expect(sheet(member)).rejects.toMatchObject({ code: "not-found" });
  });

  test("and who is assigned do not bear the name of the accused as the file has it", async () => {
    const named = await office.officerId("settlement-officer");
    const matterId = await accepted(await handed(), "Ông CÁN BỘ settlement-officer.here, công chức địa chính");
    const second = await office.officerId("settlement-officer", "here", "second");
    await expect(act(matterId, "reassign", "2026-11-05", { officer: named, reason: "Thay" })).rejects.toMatchObject({
      code: "law",
    });
    await act(matterId, "reassign", "2026-11-05", { officer: second, reason: "Thay" });
    const byRespondent = await handed("Cán bộ settlement-officer.here");
    await expect(matterOf(byRespondent, named)).rejects.toMatchObject({ code: "law" });
  });
});
