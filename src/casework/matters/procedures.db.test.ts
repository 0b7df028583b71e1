import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let counter: Asker;
let head: Asker;
let petitionOfficer: Asker;
let settlementOfficer: Asker;
let clerk: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  head = await office.as("head");
  petitionOfficer = await office.as("petition-officer");
  settlementOfficer = await office.as("settlement-officer");
  clerk = await office.as("clerk");
});
afterAll(() => office?.close());

type Kind = "complaint" | "denunciation" | "recommendation";

/** A visit at the counter with one petition of that kind; nobody in it exists. */
async function petitionOf(kind: Kind, receivedOn: string): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn,
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Nội dung trình bày để thử",
    readBack: true,
  });
  return petitions[0]?.id ?? "";
}

const sheet = (matterId: string, asker: Asker) => office.app.matters.openMatterSheet(asker, { matterId });

async function act(
  matterId: string,
  name: string,
  on: string,
  values: Record<string, string | boolean | string[]>,
  by = head,
) {
  const { seq } = await sheet(matterId, head);
  return office.app.matters.performAct(by, { key: randomUUID(), matterId, seq, act: name, on, values });
}

/** Takes the newest draft of the matter to its number, with which the act it carries exists. */
async function issue(matterId: string, on: string) {
  const paper = (await sheet(matterId, head)).papers.findLast((each) => each.state === "draft");
  for (const step of ["check", "approve", "sign", "number"] as const)
    await office.app.matters.stepPaper(head, { key: randomUUID(), paperId: paper?.id ?? "", step, on });
}

const opening = { violation: "duty", withinCompetence: true, forwarded: false };
const acceptance = {
  madeAsLawAsks: true,
  capacity: true,
  competent: true,
  basis: true,
  fromComplaint: false,
  accused: "Nguyễn Văn Hư Cấu",
  content: "Nhận tiền khi cấp phép",
};

describe("a denunciation", () => {
  test("is handed to the head by the officer who took it, and then seen by the head and those assigned by name alone", async () => {
    const petitionId = await petitionOf("denunciation", "2026-11-02");
    const open = (asker: Asker) => office.app.petitions.openPetition(asker, { petitionId });
    expect(await open(counter)).toMatchObject({ sealed: true, mayHandOver: true, openings: [] });
    await expect(open(head)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      office.app.petitions.handToHead(petitionOfficer, { key: randomUUID(), petitionId }),
    ).rejects.toMatchObject({ code: "not-found" });

    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    for (const nobody of [counter, petitionOfficer, clerk, settlementOfficer])
      await expect(open(nobody)).rejects.toMatchObject({ code: "not-found" });
    const seen = await open(head);
    expect(seen).toMatchObject({ sealed: false, restricted: true, people: [] });
    expect(seen.openings.map((each) => each.procedure)).toEqual([
      "denunciation",
      "denunciation-again",
      "reception",
      "petition-processing",
      "denouncer-protection",
    ]);

    const { matterId, code } = await office.app.matters.openMatter(head, {
      key: randomUUID(),
      petitionId,
      values: opening,
      assigneeId: await office.officerId("settlement-officer"),
    });
    expect(code).toMatch(/^TC-TT\.A-26-\d{4}$/);
    expect(await sheet(matterId, settlementOfficer)).toMatchObject({
      restricted: true,
      lawPack: "denunciations/2026-07-01",
    });
    expect(await open(settlementOfficer)).toMatchObject({ restricted: true });
    for (const nobody of [counter, petitionOfficer, clerk])
      await expect(sheet(matterId, nobody)).rejects.toMatchObject({ code: "not-found" });
    for (const nobody of [petitionOfficer, clerk]) {
      const { lines } = await office.app.petitions.listPetitions(nobody, { view: "all" });
      expect(lines.map((line) => line.id)).not.toContain(petitionId);
    }
    const { lines } = await office.app.petitions.listPetitions(head, { view: "all", q: "trình bày để thử" });
    expect(lines.map((line) => line.id)).not.toContain(petitionId);
  });

  test("is checked within 7 working days from receipt, accepted by a numbered decision, and extended once or twice by its complexity", async () => {
    const petitionId = await petitionOf("denunciation", "2026-09-07");
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const { matterId } = await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values: opening });
    const due = async (clock: string) =>
      (await sheet(matterId, head)).clocks.find((each) => each.clock === clock && each.status === "running");
    expect(await due("acceptance")).toMatchObject({ rule: "TC-24-1", dueOn: "2026-09-16" });
    await act(matterId, "log-and-check", "2026-09-07", {});
    await act(matterId, "record-check", "2026-09-08", { identified: true });
    await act(matterId, "accept", "2026-09-14", acceptance);
    expect((await sheet(matterId, head)).state.id).toBe("CHECKING");
    await issue(matterId, "2026-09-14");
    expect((await sheet(matterId, head)).state.id).toBe("ACCEPTED");
    expect(await due("settlement")).toMatchObject({ dueOn: "2026-10-14" });

    const extension = { days: "20", reason: "Nhiều nội dung" };
    const paper = await act(matterId, "extend", "2026-10-12", {
      ...extension,
      complexity: "complex",
      criteria: ["b"],
    }).catch((error) => error);
    expect(paper).toMatchObject({ waitsFor: expect.any(String) });
    await issue(matterId, "2026-10-12");
    expect(await due("settlement")).toMatchObject({ dueOn: "2026-11-03" });
    await expect(
      act(matterId, "extend", "2026-10-13", { ...extension, complexity: "complex", criteria: ["b"] }),
    ).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Điều 30") },
    });
  });

  test("accepted before 1 July 2026 goes on under the new version, and the history says so", async () => {
    const petitionId = await petitionOf("denunciation", "2026-06-01");
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const { matterId } = await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values: opening });
    await act(matterId, "log-and-check", "2026-06-01", {});
    await act(matterId, "record-check", "2026-06-02", { identified: true });
    await act(matterId, "accept", "2026-06-08", acceptance);
    await issue(matterId, "2026-06-08");
    const before = await sheet(matterId, head);
    expect(before.lawMove).toMatchObject({ article: "Khoản 1 Điều 10 Nghị định 156/2026/NĐ-CP" });

    await act(matterId, "reassign", "2026-07-02", {
      officer: await office.officerId("settlement-officer"),
      reason: "Thay người",
    });
    const after = await sheet(matterId, head);
    expect(after).toMatchObject({ lawPack: "denunciations/2026-07-01", lawMove: null });
    expect(after.timeline.map((each) => [each.act, each.on])).toContainEqual(["law-moved", "2026-07-01"]);
    expect(await office.app.audit.verifyTrail(office.app.command)).toMatchObject({ faults: [] });
  });
});

describe("a complaint", () => {
  test("is examined again as a second complaint when the first ended, with the limits of the second", async () => {
    const petitionId = await petitionOf("complaint", "2026-11-02");
    const { matterId } = await office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId,
      procedure: "complaint-second",
      values: { signaturesComplete: true, firstOverdue: true, firstLimitEndedOn: "2026-10-20" },
    });
    const opened = await sheet(matterId, head);
    expect(opened.clocks.filter((each) => each.clock === "acceptance").map((each) => [each.rule, each.status])).toEqual(
      [
        ["KN-36-1", "running"],
        ["KN-27-1", "replaced"],
      ],
    );
    expect(opened.stated.map((each) => each.value.vi)).toContain("20/10/2026");
  });

  test("opens with the answers that the law asks for, or says which is missing", async () => {
    const petitionId = await petitionOf("complaint", "2026-11-02");
    const refused = office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId,
      procedure: "complaint-second",
      values: { signaturesComplete: true, firstOverdue: true },
    });
    await expect(refused).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ field: "firstLimitEndedOn" }] },
    });
  });

  test("is first processed as a petition, whose clock of the answer the complaint takes over", async () => {
    const petitionId = await petitionOf("complaint", "2026-11-02");
    const processing = await office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId,
      procedure: "petition-processing",
    });
    expect(processing.code).toMatch(/^XLD-/);
    const main = await office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId,
      values: { signaturesComplete: true },
    });
    const shown = await sheet(main.matterId, head);
    expect(shown.related.map((each) => each.code)).toEqual([processing.code]);
    expect(shown.clocks.filter((each) => each.status === "running").map((each) => each.clock)).toContain("answer");
    await expect(
      office.app.matters.openMatter(petitionOfficer, {
        key: randomUUID(),
        petitionId,
        procedure: "complaint-disciplinary",
      }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("has its competence proposed by the law; the officer takes it, or differs with a reason", async () => {
    const petitionId = await petitionOf("complaint", "2026-11-02");
    const { kinds } = await office.app.petitions.competenceTable(petitionOfficer, { petitionId });
    expect(kinds.find((each) => each.id === "commune-chair")).toMatchObject({
      rule: "KN-C-1",
      article: expect.stringContaining("Điều 17"),
      confidence: "text",
      second: { vi: expect.stringContaining("Chủ tịch Ủy ban nhân dân cấp tỉnh") },
    });
    const settle = (values: object) =>
      office.app.petitions.settleCompetence(petitionOfficer, {
        key: randomUUID(),
        petitionId,
        against: "commune-chair",
        agrees: true,
        ...values,
      });
    await expect(settle({ agrees: false })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(settle({ against: "nobody" })).rejects.toMatchObject({ code: "invalid-input" });
    await settle({});
    await settle({ agrees: false, chosen: "Chủ tịch UBND xã Bình Thử", reason: "Việc xảy ra trước khi sáp nhập" });
    const { competence, events } = await office.app.petitions.openPetition(petitionOfficer, { petitionId });
    expect(competence).toMatchObject({ rule: "KN-C-1", agrees: false, chosen: "Chủ tịch UBND xã Bình Thử" });
    const told = events.filter((each) => each.what === "competence-settled");
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain("Bình Thử");
  });
});

describe("a recommendation", () => {
  test("goes its own way, with an internal target that says it is internal", async () => {
    const petitionId = await petitionOf("recommendation", "2026-11-02");
    const { matterId, code } = await office.app.matters.openMatter(petitionOfficer, { key: randomUUID(), petitionId });
    expect(code).toMatch(/^KNPA-/);
    const shown = await sheet(matterId, head);
    expect(shown.clocks.map((each) => each.clock)).toContain("answer");
    expect(shown.acts.some((each) => !each.refusal)).toBe(true);
  });
});

describe("a reception", () => {
  test("is followed by the counter itself, which opens no other procedure and sees no other matter", async () => {
    const petitionId = await petitionOf("recommendation", "2026-11-02");
    const seen = await office.app.petitions.openPetition(counter, { petitionId });
    expect(seen.openings.map((each) => each.procedure)).toEqual(["reception"]);
    const { matterId, code } = await office.app.matters.openMatter(counter, {
      key: randomUUID(),
      petitionId,
      procedure: "reception",
    });
    expect(code).toMatch(/^TCD-/);
    const opened = await sheet(matterId, counter);
    const possible = opened.acts.filter((each) => !each.refusal).map((each) => each.act.id);
    expect(possible).toContain("record");
    const recorded = await office.app.matters.performAct(counter, {
      key: randomUUID(),
      matterId,
      seq: opened.seq,
      act: "record",
      on: "2026-11-02",
      values: {
        takenInOn: "2026-11-02",
        identityGiven: true,
        capacity: "own",
        content: "Đề nghị sửa đường",
      },
    });
    expect(recorded).toMatchObject({ state: "RECORDED" });
    const line = (await office.app.petitions.listPetitions(counter, { view: "all" })).lines.find(
      (each) => each.id === petitionId,
    );
    expect(line).toMatchObject({ matterState: "RECORDED", nextAct: "answer" });
    await expect(
      office.app.matters.openMatter(counter, { key: randomUUID(), petitionId, procedure: "recommendation" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const other = await petitionOf("complaint", "2026-11-02");
    const main = await office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId: other,
      values: { signaturesComplete: true },
    });
    await expect(sheet(main.matterId, counter)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the rows of a denunciation", () => {
  test("are not reached by an officer of the unit behind the use cases either", async () => {
    const petitionId = await petitionOf("denunciation", "2026-11-03");
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const { matterId } = await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values: opening });
    const seen = (asker: Asker) =>
      transaction(office.app.setting.store, asker, async (tx) => {
        const { rows } = await sql<{ n: number }>`
          select (select count(*) from matter where id = ${matterId})::int + (select count(*) from petition_text where petition_id = ${petitionId})::int
            + (select count(*) from matter_event where matter_id = ${matterId})::int + (select count(*) from deadline where matter_id = ${matterId})::int as n`.execute(
          tx,
        );
        return rows[0]?.n;
      });
    expect(await seen(head)).toBeGreaterThan(0);
    for (const nobody of [counter, petitionOfficer, clerk, settlementOfficer]) expect(await seen(nobody)).toBe(0);
  });
});
