import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { civilDate } from "../../time/civil-date.ts";
import { addPeople } from "../people/index.ts";
import { type NewPetition, registerPetitions } from "../petitions/index.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let head: Asker;
let petitionOfficer: Asker;
let settlementOfficer: Asker;
let clerk: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  head = await office.as("head");
  petitionOfficer = await office.as("petition-officer");
  settlementOfficer = await office.as("settlement-officer");
  clerk = await office.as("clerk");
});
afterAll(() => office?.close());

async function complaint(overrides: Partial<NewPetition> = {}) {
  const { setting, command } = office.app;
  return transaction(setting.store, command, async (tx) => {
    const personId = randomUUID();
    await addPeople(tx, [
      {
        id: personId,
        agencyId: office.communeId,
        sealedTo: null,
        fullName: "Nguyễn Văn Thử",
        address: "thôn Một, xã An Thử",
        idKind: "citizen-card",
        idNumber: "001099000001",
      },
    ]);
    const [made] = await registerPetitions(tx, setting, null, [
      {
        agencyId: office.communeId,
        visitId: null,
        source: "counter",
        receivedOn: civilDate("2026-11-02"),
        kind: "complaint",
        sealedTo: null,
        pseudonym: null,
        peopleCount: 1,
        parties: [{ personId, role: "petitioner" }],
        content: "Không đồng ý với quyết định bồi thường khi thu hồi đất vườn",
        request: "Hủy quyết định",
        contestedAct: "Quyết định số 15/QĐ-UBND",
        respondent: "Chủ tịch UBND xã An Thử",
        files: [],
        namesForSearch: ["Nguyễn Văn Thử"],
        giveTrackingSecret: true,
        ...overrides,
      },
    ]);
    if (!made) throw new Error("nothing was registered");
    return { ...made, trackingSecret: made.trackingSecret ?? "" };
  });
}

async function opened(overrides: Partial<NewPetition> = {}) {
  const petition = await complaint(overrides);
  const matter = await office.app.matters.openMatter(petitionOfficer, {
    key: randomUUID(),
    petitionId: petition.id,
    values: { signaturesComplete: true },
  });
  return { petition, ...matter };
}

const sheet = (matterId: string, asker: Asker = head) => office.app.matters.openMatterSheet(asker, { matterId });

async function act(
  matterId: string,
  id: string,
  on: string,
  values: Record<string, string | boolean | string[]> = {},
  asker: Asker = head,
) {
  const { seq } = await sheet(matterId);
  return office.app.matters.performAct(asker, { key: randomUUID(), matterId, seq, act: id, on, values });
}

/** Draft, checked, approved, signed, numbered on that day. */
async function issue(paperId: string, on: string) {
  const step = (asker: Asker, name: "check" | "approve" | "sign" | "number") =>
    office.app.matters.stepPaper(asker, {
      key: randomUUID(),
      paperId,
      step: name,
      ...(name === "number" ? { on } : {}),
    });
  await step(petitionOfficer, "check");
  await step(head, "approve");
  await step(head, "sign");
  return step(clerk, "number");
}

async function accepted() {
  const matter = await opened();
  const draft = await act(matter.matterId, "accept", "2026-11-05", {
    eligible: true,
    content: "Khiếu nại quyết định bồi thường",
  });
  await issue(draft.waitsFor ?? "", "2026-11-05");
  return matter;
}

async function verifying() {
  const matter = await accepted();
  const draft = await act(matter.matterId, "order-verification", "2026-11-06", {
    verifiers: [await office.officerId("settlement-officer")],
    content: "Diện tích đất",
    period: "10 ngày",
  });
  await issue(draft.waitsFor ?? "", "2026-11-06");
  return matter;
}

describe("from the petition to the matter", () => {
  test("the acceptance clock runs from the day of receipt and says so: seven working days, Điều 27", async () => {
    const { matterId } = await opened();
    const { clocks, state } = await sheet(matterId);
    expect(state.id).toBe("KN_SCREEN");
    const clock = clocks.find((each) => each.clock === "acceptance");
    expect(clock).toMatchObject({ rule: "KN-27-1", startOn: "2026-11-02", dueOn: "2026-11-11", status: "running" });
    expect(clock?.article).toContain("Điều 27");
    expect(clock?.steps.length).toBeGreaterThan(1);
  });

  test("a complaint received before 1 July 2026 is settled under the law of that day", async () => {
    const { matterId } = await opened({ receivedOn: civilDate("2026-06-29") });
    expect((await sheet(matterId)).lawPack).toBe("complaints/2025-07-01");
  });

  test("the same petition does not open a second matter", async () => {
    const { petition } = await opened();
    await expect(
      office.app.matters.openMatter(petitionOfficer, {
        key: randomUUID(),
        petitionId: petition.id,
        values: { signaturesComplete: true },
      }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("a recommendation opens no complaint matter, and the refusal offers to classify", async () => {
    const petition = await complaint({ kind: "recommendation" });
    const refused = office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId: petition.id,
      procedure: "complaint-first",
      values: { signaturesComplete: true },
    });
    await expect(refused).rejects.toMatchObject({
      code: "law",
      details: { instead: expect.arrayContaining([expect.objectContaining({ act: "classify" })]) },
    });
  });

  test("an officer of another commune finds neither petition nor matter", async () => {
    const { petition, matterId } = await opened();
    const stranger = await office.as("head", "elsewhere");
    await expect(office.app.petitions.openPetition(stranger, { petitionId: petition.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(sheet(matterId, stranger)).rejects.toMatchObject({ code: "not-found" });
    const page = await office.app.petitions.listPetitions(stranger, { view: "all" });
    expect(page.lines).toEqual([]);
  });
});

describe("an act that stands by a signed and numbered document", () => {
  test("nothing happens in law until the number is issued; then the act is recorded on that day", async () => {
    const { matterId } = await opened();
    const draft = await act(
      matterId,
      "accept",
      "2026-11-05",
      { eligible: true, content: "Khiếu nại quyết định bồi thường" },
      petitionOfficer,
    );
    expect((await sheet(matterId)).state.id).toBe("KN_SCREEN");
    const numbered = await issue(draft.waitsFor ?? "", "2026-11-06");
    expect(numbered.number).toMatch(/^\d+\/TB-UBND$/);
    expect(numbered.act?.state).toBe("ACCEPTED");
    const after = await sheet(matterId);
    expect(after.acceptedOn).toBe("2026-11-06");
    expect(after.clocks.find((each) => each.clock === "settlement" && each.status === "running")).toMatchObject({
      rule: "KN-28-1",
      startOn: "2026-11-06",
      dueOn: "2026-12-07",
    });
    expect(after.clocks.find((each) => each.clock === "acceptance")).toMatchObject({
      status: "met",
      metOn: "2026-11-06",
    });
    expect(after.clocks.find((each) => each.clock === "answer")).toMatchObject({ status: "met" });
  });

  test("steps are taken in order and by those whose step it is", async () => {
    const { matterId } = await opened();
    const { waitsFor = "" } = await act(matterId, "accept", "2026-11-05", { eligible: true, content: "x" });
    await expect(
      office.app.matters.stepPaper(head, { key: randomUUID(), paperId: waitsFor, step: "sign" }),
    ).rejects.toMatchObject({ code: "law" });
    await office.app.matters.stepPaper(petitionOfficer, { key: randomUUID(), paperId: waitsFor, step: "check" });
    await expect(
      office.app.matters.stepPaper(petitionOfficer, { key: randomUUID(), paperId: waitsFor, step: "approve" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("numbers of one series follow each other without a gap", async () => {
    const first = await accepted();
    const second = await accepted();
    const number = async (id: string) =>
      Number((await sheet(id)).papers.find((paper) => paper.template === "kn-03")?.number?.split("/")[0]);
    expect(await number(second.matterId)).toBe((await number(first.matterId)) + 1);
  });

  test("a group without all signatures is not accepted; the refusal cites Điều 16 and offers what is possible", async () => {
    const petition = await complaint({ peopleCount: 7 });
    const { matterId } = await office.app.matters.openMatter(petitionOfficer, {
      key: randomUUID(),
      petitionId: petition.id,
      values: { signaturesComplete: false, representativePaper: true, representativesCount: "2" },
    });
    const refused = act(matterId, "accept", "2026-11-05", { eligible: true, content: "x" });
    await expect(refused).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Điều 16") },
    });
    await refused.catch((error) =>
      expect(error.details.instead.map((each: { act: string }) => each.act)).toContain("refuse"),
    );
  });

  test("the paper is a real document with the matter in it", async () => {
    const { matterId } = await accepted();
    const paper = (await sheet(matterId)).papers.find((each) => each.template === "kn-03");
    const pdf = await office.app.papers.renderPaper(head, { paperId: paper?.id ?? "", format: "pdf" });
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    const word = await office.app.papers.renderPaper(head, { paperId: paper?.id ?? "", format: "docx" });
    expect(Buffer.from(word.bytes.slice(0, 2)).toString()).toBe("PK");
  });
});

describe("acts while the matter is verified", () => {
  test("a working session is recorded at once and its record is drafted", async () => {
    const { matterId } = await verifying();
    const done = await act(
      matterId,
      "hold-working-session",
      "2026-11-10",
      { with: "complainant", place: "Trụ sở UBND", summary: "Người khiếu nại trình bày bí mật ZQX" },
      settlementOfficer,
    );
    expect(done.papers).toHaveLength(1);
    const after = await sheet(matterId);
    expect(after.papers.map((paper) => paper.template)).toContain("kn-06");
    expect(after.timeline[0]).toMatchObject({ act: "hold-working-session", on: "2026-11-10" });
  });

  test("what was said stands in a row of its own; the event holds only its digest", async () => {
    const { matterId } = await verifying();
    await act(
      matterId,
      "hold-working-session",
      "2026-11-10",
      { with: "complainant", place: "Trụ sở", summary: "Lời khai duy nhất QWERTZ" },
      settlementOfficer,
    );
    const { rows } = await asOwner("select data::text as data from matter_event where matter_id = $1", [matterId]);
    expect(rows.map((row) => row.data).join()).not.toContain("QWERTZ");
    const texts = await asOwner("select body from matter_text where matter_id = $1 and field = 'summary'", [matterId]);
    expect(texts.rows.map((row) => row.body)).toEqual(["Lời khai duy nhất QWERTZ"]);
  });

  test("the same key again gives the same answer and no second act", async () => {
    const { matterId } = await verifying();
    const { seq } = await sheet(matterId);
    const once = {
      key: randomUUID(),
      matterId,
      seq,
      act: "hold-working-session",
      on: "2026-11-10",
      values: { with: "complainant", place: "Trụ sở", summary: "Một lần" },
    };
    const first = await office.app.matters.performAct(settlementOfficer, once);
    expect(await office.app.matters.performAct(settlementOfficer, once)).toEqual(first);
    expect((await sheet(matterId)).seq).toBe(first.seq);
  });

  test("two officers at once: one is recorded, the other is told what stands now", async () => {
    const { matterId } = await verifying();
    const { seq } = await sheet(matterId);
    const attempt = (asker: Asker) =>
      office.app.matters.performAct(asker, {
        key: randomUUID(),
        matterId,
        seq,
        act: "hold-working-session",
        on: "2026-11-10",
        values: { with: "complainant", place: "Trụ sở", summary: "Cùng lúc" },
      });
    const results = await Promise.allSettled([attempt(settlementOfficer), attempt(head)]);
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    const lost = results.find((each) => each.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict", details: { current: { seq: seq + 1 } } });
  });

  test("an act of another state is refused with the article and the acts that are possible", async () => {
    const { matterId } = await verifying();
    await expect(act(matterId, "send", "2026-11-10", { way: "post", allRecipients: true })).rejects.toMatchObject({
      code: "law",
      details: { article: expect.any(String) },
    });
    expect((await sheet(matterId)).acts.find((each) => each.act.id === "send")?.refusal?.message.vi).toBeTruthy();
  });

  test("an empty required field is named", async () => {
    const { matterId } = await verifying();
    await expect(
      act(matterId, "hold-working-session", "2026-11-10", { with: "complainant", place: "" }),
    ).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ field: expect.any(String) }] } });
  });
});

describe("suspended time is not counted (Điều 11a.4)", () => {
  test("the limit moves by the days of the suspension, and the old date stays with its reason", async () => {
    const { matterId } = await accepted();
    const suspend = await act(matterId, "suspend", "2026-11-10", suspendValues);
    await issue(suspend.waitsFor ?? "", "2026-11-10");
    expect((await sheet(matterId)).state.id).toBe("SUSPENDED");
    const resume = await act(matterId, "resume", "2026-11-20", {
      groundEndedOn: "2026-11-19",
      reason: "Đã hết bão lũ",
    });
    await issue(resume.waitsFor ?? "", "2026-11-20");
    const after = await sheet(matterId);
    expect(after.state.id).toBe("ACCEPTED");
    expect(after.clocks.find((each) => each.clock === "settlement" && each.status === "running")).toMatchObject({
      dueOn: "2026-12-15",
    });
    expect(
      after.clocks.some(
        (each) => each.clock === "settlement" && each.status === "replaced" && each.replacedReason !== null,
      ),
    ).toBe(true);
  });
});

const suspendValues = {
  ground: "a",
  obstacle: "disaster",
  reason: "Bão lũ, người khiếu nại không thể tham gia",
  evidence: "Xác nhận của Ủy ban nhân dân xã",
};

describe("a wrong entry is corrected (settled 26)", () => {
  test("the right day of receipt moves the acceptance limit; the old day stays in the trail", async () => {
    const { matterId, petition } = await opened();
    await act(matterId, "correct", "2026-11-24", {
      what: "received-on",
      oldValue: "ghi nhầm",
      newDate: "2026-11-04",
      reason: "Dấu công văn đến ghi ngày 04/11",
    });
    const after = await sheet(matterId);
    expect(after.receivedOn).toBe("2026-11-04");
    expect(after.clocks.find((each) => each.clock === "acceptance" && each.status === "running")).toMatchObject({
      startOn: "2026-11-04",
      dueOn: "2026-11-13",
    });
    expect(after.timeline[0]?.answers.find((each) => each.field === "oldValue")?.value.vi).toBe("2026-11-02");
    const listed = await office.app.petitions.listPetitions(petitionOfficer, { view: "all", q: petition.code });
    expect(listed.lines[0]).toMatchObject({ receivedOn: "2026-11-04", nextDueOn: "2026-11-13" });
  });

  test("a misspelt name is mended everywhere it is shown, and the name that stood there is kept", async () => {
    const { matterId } = await opened();
    await act(matterId, "correct", "2026-11-24", {
      what: "name",
      oldValue: "x",
      newValue: "Nguyễn Văn Thứ",
      reason: "Ghi sai dấu so với căn cước",
    });
    const after = await sheet(matterId);
    expect(after.people[0]?.name).toBe("Nguyễn Văn Thứ");
    expect(after.timeline[0]?.answers.find((each) => each.field === "oldValue")?.value.vi).toBe("Nguyễn Văn Thử");
  });
});

describe("the trail", () => {
  test("every chain holds; a row changed behind the application's back is found", async () => {
    const { matterId } = await verifying();
    expect((await office.app.audit.verifyTrail(office.app.command)).faults).toEqual([]);
    await asOwner("update matter_event set on_date = on_date + 1 where matter_id = $1 and seq = 1", [matterId]);
    expect((await office.app.audit.verifyTrail(office.app.command)).faults).toMatchObject([
      { subjectId: matterId, seq: 1, fault: "changed" },
    ]);
    await asOwner("update matter_event set on_date = on_date - 1 where matter_id = $1 and seq = 1", [matterId]);
  });

  test("the application's own role can neither change nor delete an event", async () => {
    const { matterId } = await verifying();
    for (const statement of [
      sql`update matter_event set act = 'x' where matter_id = ${matterId}`,
      sql`delete from matter_event where matter_id = ${matterId}`,
    ]) {
      await expect(transaction(office.app.setting.store, head, (tx) => statement.execute(tx))).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  test("a context that was not given by the database opens nothing", async () => {
    const rows = await transaction(office.app.setting.store, "nobody", async (tx) => {
      await sql`select set_config('minhxet.context', ${`officer:${randomUUID()}:${"0".repeat(64)}`}, true)`.execute(tx);
      return (await sql`select id from petition`.execute(tx)).rows;
    });
    expect(rows).toEqual([]);
  });
});

describe("the list and the search", () => {
  test("each line says what comes next and by when; found by name without marks, by code and by content", async () => {
    const { petition } = await opened();
    const find = async (q: string) =>
      (await office.app.petitions.listPetitions(petitionOfficer, { view: "all", q, limit: 100 })).lines.map(
        (line) => line.id,
      );
    expect(await find("nguyen van thu")).toContain(petition.id);
    expect(await find(petition.code)).toEqual([petition.id]);
    expect(await find("boi thuong dat vuon")).toContain(petition.id);
    expect(await find("không có chữ nào như thế này")).toEqual([]);
    const line = (await office.app.petitions.listPetitions(petitionOfficer, { view: "unit", q: petition.code }))
      .lines[0];
    expect(line).toMatchObject({
      nextAct: "accept",
      nextDueOn: "2026-11-11",
      petitioner: "Nguyễn Văn Thử",
      matterState: "KN_SCREEN",
    });
  });

  test("a search in one view finds what lies behind newer matches of other views", async () => {
    const word = "cầu khỉ bắc ngang";
    const wanted = await complaint({ content: `Lối đi qua ${word} bị rào`, receivedOn: civilDate("2026-10-01") });
    for (let i = 0; i < 4; i++) {
      const newer = await complaint({ content: `Tranh chấp ${word}`, kind: "recommendation" });
      await office.app.petitions.routePetition(petitionOfficer, {
        key: randomUUID(),
        petitionId: newer.id,
        route: "file",
        reason: "Trùng nội dung đã trả lời",
        on: "2026-11-20",
      });
    }
    const page = await office.app.petitions.listPetitions(petitionOfficer, { view: "unit", q: word, limit: 2 });
    expect(page.lines.map((line) => line.id)).toEqual([wanted.id]);
    const counts = await office.app.petitions.countPetitions(petitionOfficer, { q: word });
    expect(counts).toMatchObject({ unit: 1, all: 5 });
  });

  test("the counts equal the lists, and pages follow each other without a gap", async () => {
    const counts = await office.app.petitions.countPetitions(petitionOfficer, {});
    for (const view of ["mine", "unit", "all", "overdue", "waiting"] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await office.app.petitions.listPetitions(petitionOfficer, { view, limit: 3, after });
        seen.push(...page.lines.map((line) => line.id));
        after = page.next;
      } while (after);
      expect(new Set(seen).size, view).toBe(seen.length);
      expect(seen.length, view).toBe(counts[view]);
    }
  });
});

describe("the citizen with the receipt", () => {
  test("sees plain words, the office, the next date and why; a wrong secret shows nothing", async () => {
    const { petition } = await opened();
    const network = "203.0.113.0/24";
    const seen = await office.app.petitions.track({
      code: petition.code,
      secret: petition.trackingSecret.toLowerCase().replaceAll("-", " "),
      network,
    });
    expect(seen).toMatchObject({
      code: petition.code,
      holder: "Ủy ban nhân dân xã An Thử",
      next: { on: "2026-11-11" },
    });
    expect(seen?.next?.why.length).toBeGreaterThan(1);
    expect(await office.app.petitions.track({ code: petition.code, secret: "0000-0000-0000", network })).toBeNull();
  });
});

async function asOwner(text: string, values: readonly unknown[]) {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
