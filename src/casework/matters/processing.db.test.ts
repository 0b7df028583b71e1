import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eligible } from "../../../law/petitions/testing-check.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let head: Asker;
let proposer: Asker;
let unit: Asker;
let counter: Asker;
let clerk: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-20" });
  head = await office.as("head");
  proposer = await office.as("petition-officer");
  unit = await office.as("petition-officer", "here", "unit");
  counter = await office.as("reception-officer");
  clerk = await office.as("clerk");
});
afterAll(() => office?.close());

const answers = { ...eligible, inPerson: true };

async function registered(kind: "complaint" | "recommendation", receivedOn = "2026-11-02") {
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

/** A petition whose processing was begun and checked; nobody in it exists. */
async function checked(petitionId: string, more: Partial<typeof answers> = {}) {
  const { matters } = office.app;
  const { matterId } = await matters.openMatter(proposer, {
    key: randomUUID(),
    petitionId,
    procedure: "petition-processing",
  });
  const sheet = (asker = head) => matters.openMatterSheet(asker, { matterId });
  const act = async (name: string, values: Record<string, string | boolean>, asker = proposer) =>
    matters.performAct(asker, {
      key: randomUUID(),
      matterId,
      seq: (await sheet()).seq,
      act: name,
      on: "2026-11-19",
      values,
    });
  const paper = async () => (await sheet()).papers.at(-1);
  const step = async (asker: Asker, name: "check" | "approve" | "sign" | "number" | "send") =>
    matters.stepPaper(asker, { key: randomUUID(), paperId: (await paper())?.id ?? "", step: name, on: "2026-11-20" });
  const issue = async () => {
    await step(unit, "check");
    await step(head, "approve");
    await step(head, "sign");
    return step(clerk, "number");
  };
  await act("check", { ...answers, ...more });
  return { petitionId, matterId, sheet, act, paper, step, issue };
}

describe("a proposal that three people sign", () => {
  test("takes effect with the number, after the proposer, the unit and the head each signed once", async () => {
    const { act, step, paper, sheet } = await checked(await registered("complaint"));
    await act("propose", { proposal: "Đủ điều kiện, đề xuất thụ lý" });
    expect((await sheet()).papers).toHaveLength(1);
    await expect(step(proposer, "check")).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Mẫu số 01 Thông tư 05/2021/TT-TTCP") },
    });
    await step(unit, "check");
    await expect(step(unit, "approve")).rejects.toMatchObject({ code: "not-allowed" });
    await step(head, "approve");
    await step(head, "sign");
    expect((await sheet()).state.id).toBe("PROPOSED");
    const numbered = await step(clerk, "number");
    expect(numbered).toMatchObject({ number: "01/PĐX-UBND", act: { state: "HANDED_OVER" } });
    const signed = (await paper())?.steps.map((each) => [each.step, each.officer !== null]);
    expect(signed).toEqual(["drafted", "check", "approve", "sign", "number"].map((name) => [name, true]));
  });

  test("the head does not approve what the head signed for the unit while somebody else can", async () => {
    const { act, step } = await checked(await registered("complaint"));
    await act("propose", { proposal: "Đề xuất thụ lý" });
    await step(head, "check");
    await expect(step(head, "approve")).rejects.toMatchObject({ code: "law" });
  });

  test("goes back with the reason, and no further before it is written anew", async () => {
    const { act, step, paper, sheet } = await checked(await registered("complaint"));
    await act("propose", { proposal: "Sơ sài" });
    await step(unit, "check");
    const paperId = (await paper())?.id ?? "";
    const back = { paperId, reason: "Nêu rõ căn cứ thẩm quyền" };
    await expect(office.app.matters.returnPaper(counter, { ...back, key: randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
    await office.app.matters.returnPaper(head, { ...back, key: randomUUID() });
    expect(await paper()).toMatchObject({ state: "draft", sentBack: { reason: back.reason } });
    await expect(step(unit, "check")).rejects.toMatchObject({
      code: "law",
      details: { article: "Khoản 3 Điều 10 Nghị định 30/2020/NĐ-CP" },
    });
    const values = { proposal: "Thuộc thẩm quyền theo Điều 17 Luật Khiếu nại" };
    await office.app.matters.rewritePaper(proposer, { key: randomUUID(), paperId, values });
    await step(unit, "check");
    await step(head, "approve");
    await step(head, "sign");
    await expect(office.app.matters.returnPaper(head, { ...back, key: randomUUID() })).rejects.toMatchObject({
      code: "law",
    });
    await step(clerk, "number");
    expect((await sheet()).state.id).toBe("HANDED_OVER");
  });

  test("what the head does not agree to is put aside, and another proposal may follow", async () => {
    const { act, sheet } = await checked(await registered("complaint"));
    await act("propose", { proposal: "Đề xuất thụ lý" });
    await act("decline-proposal", { reason: "Chưa rõ đối tượng" }, head);
    expect((await sheet()).papers.map((each) => each.state)).toEqual(["replaced"]);
    await act("propose", { proposal: "Đề xuất thụ lý, có căn cứ" });
    expect((await sheet()).papers.map((each) => each.state)).toEqual(["replaced", "draft"]);
  });
});

describe("a letter goes once for the same content", () => {
  test("a complaint is guided with the letter's number, and not a second time whatever is answered", async () => {
    const petitionId = await registered("complaint");
    const first = await checked(petitionId, { withinCompetence: false });
    const values = { competentBody: "Sở Thử nghiệm", basis: "Điều 18 Luật Khiếu nại" };
    expect(await first.act("guide", values)).toMatchObject({ state: "CHECKED", papers: [expect.any(String)] });
    expect(await first.issue()).toMatchObject({ number: "01/HD-UBND", act: { state: "GUIDED" } });

    const again = await checked(petitionId, { withinCompetence: false });
    expect(await office.app.matters.knownAnswers(proposer, { matterId: again.matterId, act: "check" })).toMatchObject({
      class: "complaint",
      inPerson: true,
      guidedBefore: true,
    });
    await expect(again.act("guide", values)).rejects.toMatchObject({
      code: "law",
      details: { article: expect.stringContaining("Điều 6"), instead: [{ act: "file" }] },
    });
  });

  test("a transfer by letter counts towards the three hand-overs and is not repeated", async () => {
    const petitionId = await registered("recommendation");
    const change = { class: "recommendation", withinCompetence: false };
    const first = await checked(petitionId, change);
    await first.act("transfer-recommendation", { competentBody: "Sở Thử nghiệm" });
    expect(await first.issue()).toMatchObject({ act: { state: "TRANSFERRED" } });
    const { transfers } = await office.app.petitions.openPetition(head, { petitionId });
    expect(transfers).toMatchObject([{ ordinal: 1, state: "outside", to: "Sở Thử nghiệm" }]);
    const again = await checked(petitionId, change);
    await expect(again.act("transfer-recommendation", { competentBody: "Sở Khác" })).rejects.toMatchObject({
      code: "law",
    });
  });

  test("what was answered on paper is not answered the same way again", async () => {
    const petitionId = await registered("recommendation");
    const route = { petitionId, route: "guide" as const, to: "Sở Thử nghiệm", reason: "Không thuộc", on: "2026-11-19" };
    await office.app.petitions.routePetition(proposer, { ...route, key: randomUUID() });
    await expect(office.app.petitions.routePetition(proposer, { ...route, key: randomUUID() })).rejects.toMatchObject({
      code: "already-done",
      details: { article: expect.stringContaining("Điều 14") },
    });
  });
});

describe("the alarm of 45 days", () => {
  const rings = async () => office.app.petitions.alarmsUntil(proposer, { until: "2026-11-27" });

  test("runs from receipt, is explained, and stops when the petition is processed", async () => {
    const petitionId = await registered("recommendation", "2026-10-08");
    expect((await rings()).find(({ id }) => id === petitionId)).toMatchObject({
      dueOn: "2026-11-22",
      article: "Điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP",
    });
    const { clocks } = await office.app.petitions.openPetition(proposer, { petitionId });
    expect(clocks.find(({ clock }) => clock === "alarm")).toMatchObject({ rule: "TCD-41-1", status: "running" });
    const work = await checked(petitionId, { class: "recommendation", withinCompetence: false });
    expect((await rings()).map(({ id }) => id)).toContain(petitionId);
    await work.act("transfer-recommendation", { competentBody: "Sở Thử nghiệm" });
    await work.issue();
    expect((await rings()).map(({ id }) => id)).not.toContain(petitionId);
  });

  test("does not exist for what was received before 1 July 2026, and stops where a matter is opened", async () => {
    const old = await registered("complaint", "2026-06-15");
    const fresh = await registered("complaint", "2026-10-08");
    const running = async () => (await rings()).map(({ id }) => id);
    expect(await running()).not.toContain(old);
    expect(await running()).toContain(fresh);
    await office.app.matters.openMatter(proposer, {
      key: randomUUID(),
      petitionId: fresh,
      values: { signaturesComplete: true },
    });
    expect(await running()).not.toContain(fresh);
  });
});
