import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

const network = "203.0.113.0/24";
let office: TestOffice;
let counter: Asker;
let petitionOfficer: Asker;
let head: Asker;
let settlement: Asker;
let elsewhere: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  petitionOfficer = await office.as("petition-officer");
  head = await office.as("head");
  settlement = await office.as("settlement-officer");
  elsewhere = await office.as("head", "elsewhere");
});
afterAll(() => office?.close());

async function petitionOf(kind: "complaint" | "denunciation") {
  const done = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Việc thu tiền làm đường không có biên lai",
    respondent: "Trưởng thôn Một",
    readBack: true,
  });
  const [petition] = done.petitions;
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  const { id, code, trackingSecret: secret } = petition;
  const write = (body: string, change: { key?: string; secret?: string } = {}) =>
    office.app.petitions.writeByCode({ key: randomUUID(), code, secret, body, network, ...change });
  const track = () => office.app.petitions.track({ code, secret, network });
  return { id, code, secret, write, track };
}

const lettersOf = (petitionId: string, asker: Asker) => office.app.petitions.correspondence(asker, { petitionId });
const answer = (petitionId: string, asker: Asker, body = "Xin cho biết ngày nộp tiền.") =>
  office.app.petitions.writeToPetitioner(asker, { key: randomUUID(), petitionId, body });
const listed = async (asker: Asker, id: string) =>
  (await office.app.petitions.listPetitions(asker, { view: "all" })).lines.find((line) => line.id === id);

describe("whoever holds the receipt", () => {
  test("writes to the office, which sees that there is something new, and reads the answer with the same code", async () => {
    const { id, write, track } = await petitionOf("complaint");
    expect(await write("Tôi có thêm một nhân chứng.")).toBe(true);
    expect(await listed(petitionOfficer, id)).toMatchObject({ unread: true });
    expect(await lettersOf(id, petitionOfficer)).toMatchObject({
      mayWrite: true,
      letters: [{ fromOffice: false, body: "Tôi có thêm một nhân chứng.", seenOn: null, officer: null }],
    });
    await answer(id, petitionOfficer);
    expect(await listed(petitionOfficer, id)).toMatchObject({ unread: false });
    expect((await track())?.letters).toEqual([
      expect.objectContaining({ fromOffice: false, body: "Tôi có thêm một nhân chứng.", seenOn: "2026-11-24" }),
      expect.objectContaining({ fromOffice: true, body: "Xin cho biết ngày nộp tiền." }),
    ]);
    expect(JSON.stringify(await track())).not.toContain("petition-officer");
  });

  test("is told that the office has read, also without an answer", async () => {
    const { id, write, track } = await petitionOf("complaint");
    await write("Tôi đã nhận giấy mời.");
    await office.app.petitions.markLettersRead(petitionOfficer, { key: randomUUID(), petitionId: id });
    expect((await track())?.letters).toMatchObject([{ seenOn: "2026-11-24" }]);
    expect(await listed(petitionOfficer, id)).toMatchObject({ unread: false });
  });

  test("writes nothing with a wrong secret, and gets the same answer as for a code that does not exist", async () => {
    const { id, write } = await petitionOf("complaint");
    expect(await write("Không phải tôi", { secret: "0000-0000-0000" })).toBe(false);
    expect(
      await office.app.petitions.writeByCode({ key: randomUUID(), code: "XX-26-1", secret: "x", body: "x", network }),
    ).toBe(false);
    expect((await lettersOf(id, petitionOfficer)).letters).toEqual([]);
  });

  test("sends one letter by sending the same form twice", async () => {
    const { write, track } = await petitionOf("complaint");
    const key = randomUUID();
    await Promise.all([write("Một lần thôi", { key }), write("Một lần thôi", { key })]);
    expect((await track())?.letters).toHaveLength(1);
  });

  test("floods nobody: after ten letters the rest waits for tomorrow; an empty one and an endless one are refused", async () => {
    const { write, track } = await petitionOf("complaint");
    for (let i = 0; i < 10; i++) await write(`Thư ${i}`);
    await expect(write("Thư thứ mười một")).rejects.toMatchObject({ code: "too-many-attempts" });
    expect((await track())?.letters).toHaveLength(10);
    await expect(write("  ")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(write("x".repeat(4001))).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("the letters of a denouncer", () => {
  test("are read and answered by the officer to whom it is sealed, then by the head, and by nobody else", async () => {
    const { id, write, track } = await petitionOf("denunciation");
    await write("Tôi thấy sổ thu tiền ở nhà văn hóa.");
    expect((await lettersOf(id, counter)).letters).toHaveLength(1);
    await expect(lettersOf(id, head)).rejects.toMatchObject({ code: "not-found" });
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId: id });
    await answer(id, head);
    expect((await track())?.letters).toHaveLength(2);
    for (const other of [counter, petitionOfficer, settlement, elsewhere]) {
      await expect(lettersOf(id, other)).rejects.toMatchObject({ code: "not-found" });
      await expect(answer(id, other)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("of a complaint are not answered by an officer who does not work on it, nor seen elsewhere", async () => {
    const { id } = await petitionOf("complaint");
    await expect(answer(id, counter)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await lettersOf(id, counter)).toMatchObject({ mayWrite: false });
    await expect(lettersOf(id, elsewhere)).rejects.toMatchObject({ code: "not-found" });
  });
});

test("the chain of the petition holds who wrote when and a digest, never the words", async () => {
  const { id, write } = await petitionOf("complaint");
  await write("Lời không ai chép vào sổ");
  await answer(id, petitionOfficer, "Câu trả lời riêng");
  const { events } = await office.app.petitions.openPetition(petitionOfficer, { petitionId: id });
  expect(events.map((event) => event.what)).toEqual(["office-wrote", "petitioner-wrote", "registered"]);
  expect(JSON.stringify(events)).not.toMatch(/Lời không ai|Câu trả lời riêng/);
  expect(events[0]?.data).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await office.app.audit.verifyTrail(office.app.command)).toMatchObject({ faults: [] });
});
