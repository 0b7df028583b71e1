import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../../server/testing.ts";
import type { Asker } from "../../setting.ts";

const network = "203.0.113.0/24";
let office: TestOffice;
let counter: Asker;
let here: Asker;
let there: Asker;
let above: Asker;
let headHere: Asker;
let headThere: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  here = await office.as("petition-officer");
  there = await office.as("petition-officer", "elsewhere");
  headHere = await office.as("head");
  headThere = await office.as("head", "elsewhere");
  above = await office.as("head", "above");
});
afterAll(() => office?.close());

async function taken(kind: "complaint" | "denunciation" | "recommendation", receivedOn = "2026-11-20") {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn,
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Việc thu tiền làm đường không có biên lai",
    respondent: "Trưởng thôn Một",
    readBack: true,
  });
  const [petition] = petitions;
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  return { id: petition.id, code: petition.code, secret: petition.trackingSecret };
}

const hand = (asker: Asker, petitionId: string, toAgencyId: string, change: { on?: string; key?: string } = {}) =>
  office.app.transfers.transferPetition(asker, {
    key: randomUUID(),
    petitionId,
    toAgencyId,
    reason: "Vụ việc xảy ra trên địa bàn của cơ quan nhận",
    on: "2026-11-24",
    ...change,
  });
const accept = (asker: Asker, transferId: string) =>
  office.app.transfers.acceptTransfer(asker, { key: randomUUID(), transferId });
const sendBack = (asker: Asker, transferId: string) =>
  office.app.transfers.returnTransfer(asker, { key: randomUUID(), transferId, reason: "Không thuộc địa bàn" });
const decide = (asker: Asker, transferId: string, handlerId: string) =>
  office.app.transfers.decideHandler(asker, {
    key: randomUUID(),
    transferId,
    handlerId,
    reason: "Nơi có công trình là nơi thụ lý",
  });
const open = (asker: Asker, petitionId: string) => office.app.petitions.openPetition(asker, { petitionId });
const sent = async (asker: Asker, petitionId: string) =>
  (await office.app.transfers.listTransfers(asker, { view: "sent" })).lines.find((x) => x.petitionId === petitionId);

describe("a petition handed to another agency", () => {
  test("goes with its people, its text and its history; the sender keeps that it went, and the answer", async () => {
    const { id, code, secret } = await taken("complaint");
    const before = await open(here, id);
    const done = await hand(here, id, office.otherCommuneId);
    expect(done).toMatchObject({ agencyId: office.otherCommuneId, referred: false });
    await expect(open(here, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await sent(here, id)).toMatchObject({ code, state: "proposed", ordinal: 1, answeredOn: null });

    const incoming = await office.app.transfers.listTransfers(there, { view: "incoming" });
    expect(incoming.lines.map((line) => line.petitionId)).toContain(id);
    expect(incoming.waiting.incoming).toBeGreaterThan(0);
    const got = await open(there, id);
    expect(got.content).toBe(before.content);
    expect(got.people.map(({ name }) => name)).toEqual(["Lê Thị Thử"]);
    expect(got.events.map(({ what }) => what)).toEqual(["handed-over", "registered"]);
    expect(got).toMatchObject({ mayProcess: false, mayTransfer: false, openings: [] });

    await accept(there, done.transferId);
    expect(await open(there, id)).toMatchObject({ state: "screening", mayProcess: true });
    expect(await sent(here, id)).toMatchObject({ state: "accepted", answeredOn: "2026-11-24" });
    await expect(accept(there, done.transferId)).rejects.toMatchObject({ code: "already-done" });
    const followed = await office.app.petitions.track({ code, secret, network });
    expect(followed?.holder).toBe("Ủy ban nhân dân xã Bình Thử");
    expect(followed?.moves.map(({ what }) => what)).toEqual(["taken-in", "handed-over"]);
    const found = await office.app.petitions.listPetitions(there, { view: "all", q: "Lê Thị Thử" });
    expect(found.lines.find((line) => line.id === id)?.transfers).toBe(1);
  });

  test("waits: before the recipient answers nobody does anything with it", async () => {
    const { id } = await taken("complaint");
    await hand(here, id, office.otherCommuneId);
    await expect(
      office.app.petitions.classifyPetition(there, { key: randomUUID(), petitionId: id, kind: "recommendation" }),
    ).rejects.toMatchObject({ code: "law" });
    await expect(
      office.app.matters.openMatter(headThere, {
        key: randomUUID(),
        petitionId: id,
        values: { signaturesComplete: true },
      }),
    ).rejects.toMatchObject({ code: "law" });
    await expect(hand(there, id, office.provinceId)).rejects.toMatchObject({ code: "law" });
  });

  test("starts the recipient's limits on the day it got there, and its clock goes on into the matter", async () => {
    const { id } = await taken("complaint", "2026-11-02");
    const { transferId } = await hand(here, id, office.otherCommuneId);
    await accept(there, transferId);
    const running = (await open(there, id)).clocks.filter(({ status }) => status === "running");
    expect(running.map(({ clock, startOn }) => [clock, startOn]).sort()).toEqual([
      ["acceptance", "2026-11-24"],
      ["alarm", "2026-11-24"],
      ["answer", "2026-11-24"],
    ]);
    const { matterId } = await office.app.matters.openMatter(headThere, {
      key: randomUUID(),
      petitionId: id,
      values: { signaturesComplete: true },
    });
    const sheet = await office.app.matters.openMatterSheet(headThere, { matterId });
    expect(sheet.clocks.find(({ clock }) => clock === "acceptance")?.startOn).toBe("2026-11-24");
  });

  test("comes back with the reason: the same people, the first limits, and it counts", async () => {
    const { id } = await taken("recommendation");
    const known = async () =>
      (await office.app.people.findPeople(there, { agencyId: office.otherCommuneId, idNumber: "001099000001" })).length;
    const knownBefore = await known();
    const before = await open(here, id);
    const { transferId } = await hand(here, id, office.otherCommuneId);
    await sendBack(there, transferId);
    await expect(open(there, id)).rejects.toMatchObject({ code: "not-found" });
    const back = await open(here, id);
    expect(back.people).toEqual(before.people);
    expect(back.transfers).toMatchObject([{ state: "returned", answer: "Không thuộc địa bàn" }]);
    const due = (sheet: typeof back) => sheet.clocks.filter((x) => x.status === "running").map((x) => x.dueOn);
    expect(due(back)).toEqual(due(before));
    expect(await known()).toBe(knownBefore);
  });

  test("has its letter in the normal chain, once for each agency: addressed anew until somebody signs it", async () => {
    const { id } = await taken("recommendation");
    const first = await hand(here, id, office.otherCommuneId);
    await sendBack(there, first.transferId);
    const second = await hand(here, id, office.provinceId);
    const sheet = await office.app.transfers.transferSheet(headHere, { transferId: second.transferId });
    const paperId = sheet.letter?.paperId ?? "";
    expect(sheet.letter).toMatchObject({ state: "draft", step: { id: "check", may: true } });
    expect((await office.app.transfers.transferSheet(headHere, { transferId: first.transferId })).letter?.paperId).toBe(
      paperId,
    );
    const waiting = await office.app.papers.papersWaiting(headHere);
    expect(waiting.find((paper) => paper.id === paperId)).toMatchObject({
      matterId: null,
      transferId: second.transferId,
    });
    for (const step of ["check", "approve", "sign", "number"] as const)
      await office.app.matters.stepPaper(headHere, { key: randomUUID(), paperId, step });
    await expect(
      office.app.matters.stepPaper(above, { key: randomUUID(), paperId, step: "send" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const sentPaper = await office.app.matters.stepPaper(headHere, { key: randomUUID(), paperId, step: "send" });
    expect(sentPaper.number).toMatch(/PC-UBND$/);
    const { bytes } = await office.app.papers.renderPaper(headHere, { paperId, format: "docx" });
    expect(bytes.byteLength).toBeGreaterThan(1000);
  });
});

describe("a petition sent round", () => {
  test("goes to the common superior the third time, and nobody passes it on before or after the decision", async () => {
    const { id, code, secret } = await taken("complaint");
    const first = await hand(here, id, office.otherCommuneId);
    await accept(there, first.transferId);
    const second = await hand(there, id, office.communeId);
    await accept(here, second.transferId);
    await expect(
      office.app.petitions.routePetition(here, {
        key: randomUUID(),
        petitionId: id,
        route: "transfer",
        to: "Tòa án",
        reason: "Không thuộc thẩm quyền",
        on: "2026-11-24",
      }),
    ).rejects.toMatchObject({ code: "law", details: { instead: [{ act: "refer-to-superior" }, {}] } });
    const third = await hand(here, id, office.otherCommuneId);
    expect(third).toMatchObject({ referred: true, agencyId: office.provinceId });
    await expect(hand(above, id, office.communeId)).rejects.toMatchObject({ code: "law" });
    await expect(accept(above, third.transferId)).rejects.toMatchObject({ code: "already-done" });
    await expect(decide(headThere, third.transferId, office.communeId)).rejects.toMatchObject({ code: "not-found" });
    const waiting = await office.app.transfers.listTransfers(above, { view: "deciding" });
    expect(waiting.lines).toMatchObject([{ code, ordinal: 3, wished: "Ủy ban nhân dân xã Bình Thử" }]);
    expect((await open(above, id)).clocks.filter(({ status }) => status === "running")).toEqual([]);

    await decide(above, third.transferId, office.otherCommuneId);
    expect(await open(there, id)).toMatchObject({ state: "screening", mayProcess: true });
    await expect(hand(there, id, office.communeId)).rejects.toMatchObject({ code: "law" });
    await expect(
      office.app.petitions.routePetition(there, {
        key: randomUUID(),
        petitionId: id,
        route: "transfer",
        to: "Sở Xây dựng",
        reason: "Không thuộc thẩm quyền",
        on: "2026-11-24",
      }),
    ).rejects.toMatchObject({ code: "law" });
    const followed = await office.app.petitions.track({ code, secret, network });
    expect(followed?.moves[0]).toMatchObject({
      what: "decided",
      to: "Ủy ban nhân dân xã Bình Thử",
      why: "Nơi có công trình là nơi thụ lý",
    });
  });

  test("a letter to a body outside counts too", async () => {
    const { id } = await taken("recommendation");
    await office.app.petitions.routePetition(here, {
      key: randomUUID(),
      petitionId: id,
      route: "transfer",
      to: "Công ty Điện lực",
      reason: "Việc của công ty",
      on: "2026-11-24",
    });
    const sheet = await open(here, id);
    expect(sheet.transfers).toMatchObject([{ ordinal: 1, state: "outside", to: "Công ty Điện lực" }]);
    await expect(hand(here, id, office.otherCommuneId)).rejects.toMatchObject({ code: "already-done" });
  });
});

describe("a denunciation", () => {
  test("is handed over by the head, and seen by the recipient's head alone", async () => {
    const { id } = await taken("denunciation");
    await expect(hand(counter, id, office.otherCommuneId)).rejects.toMatchObject({
      code: "law",
      details: { instead: [{ act: "hand-over" }] },
    });
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId: id });
    const { transferId } = await hand(headHere, id, office.otherCommuneId);
    for (const asker of [there, here, counter]) {
      await expect(open(asker, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(office.app.transfers.transferSheet(asker, { transferId })).rejects.toMatchObject({
        code: "not-found",
      });
      expect(await sent(asker, id)).toBeUndefined();
    }
    expect(await sent(headHere, id)).toMatchObject({ state: "proposed" });
    await accept(headThere, transferId);
    expect(await open(headThere, id)).toMatchObject({ restricted: true, people: [] });
    await expect(open(headHere, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await sent(headHere, id)).toMatchObject({ state: "accepted" });
  });

  test("goes up from the officer it is sealed to where the only head is the accused, and back to that officer", async () => {
    const { id } = await taken("denunciation");
    const conflict = {
      key: randomUUID(),
      petitionId: id,
      officerId: await office.officerId("head"),
      ground: "accused" as const,
    };
    await office.app.petitions.declareConflict(counter, conflict);
    const { transferId } = await hand(counter, id, office.provinceId);
    await expect(open(counter, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await open(above, id)).toMatchObject({ restricted: true });
    await expect(office.app.transfers.transferSheet(headHere, { transferId })).rejects.toMatchObject({
      code: "not-found",
    });
    await sendBack(above, transferId);
    expect(await open(counter, id)).toMatchObject({ sealed: true, restricted: false });
  });
});

describe("what cannot be handed over", () => {
  test("is refused with the reason and the way out", async () => {
    const complaint = (await taken("complaint", "2026-06-20")).id;
    await expect(hand(here, complaint, office.otherCommuneId)).rejects.toMatchObject({
      code: "law",
      details: { instead: [{ act: "guide" }] },
    });
    const { id } = await taken("recommendation");
    await expect(hand(here, id, office.communeId)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(hand(here, id, randomUUID())).rejects.toMatchObject({ code: "invalid-input" });
    await expect(hand(here, id, office.otherCommuneId, { on: "2026-11-19" })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(hand(there, id, office.provinceId)).rejects.toMatchObject({ code: "not-found" });
    await expect(hand(counter, id, office.otherCommuneId)).rejects.toMatchObject({ code: "not-allowed" });
    const key = randomUUID();
    const done = await hand(here, id, office.otherCommuneId, { key });
    expect(await hand(here, id, office.otherCommuneId, { key })).toEqual(done);
  });
});
