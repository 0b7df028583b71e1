import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { openClient } from "../../store/pool.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let counter: Asker;
let officer: Asker;
let head: Asker;
let elsewhere: Asker;
let settlement: Asker;

const story =
  "Gia đình tôi không đồng ý với phương án bồi thường khi mở đường liên thôn. Tổ kiểm đếm ghi thiếu hai mươi cây bưởi và mái hiên. Thửa đất số 12, tờ bản đồ số 7, xã An Thử.";
const visitor = { name: "Nguyễn Thị Thúy Hòa", address: "thôn Một, xã An Thử", idNumber: "001099000001" };

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  officer = await office.as("petition-officer");
  head = await office.as("head");
  elsewhere = await office.as("petition-officer", "elsewhere");
  settlement = await office.as("settlement-officer");
});
afterAll(() => office?.close());

interface Taken {
  readonly kinds?: readonly ("complaint" | "denunciation" | "recommendation")[];
  readonly content?: string;
  readonly visitor?: Readonly<Record<string, string>>;
  readonly respondent?: string;
  readonly by?: Asker;
  readonly agencyId?: string;
}

async function taken(given: Taken = {}): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(given.by ?? counter, {
    key: randomUUID(),
    agencyId: given.agencyId ?? office.communeId,
    receivedOn: "2026-11-02",
    visitor: given.visitor ?? visitor,
    kinds: [...(given.kinds ?? ["complaint"])],
    content: given.content ?? story,
    readBack: true,
    ...(given.respondent ? { respondent: given.respondent } : {}),
  });
  return petitions[0]?.id ?? "";
}

const question = (more: Readonly<Record<string, unknown>> = {}) => ({
  agencyId: office.communeId,
  people: [{ name: "nguyen thi thuy hoa", address: "thon Mot, x. An Thu", idNumber: "001099000001" }],
  content: "Khieu nai phuong an boi thuong duong lien thon, thua 12 to 7 xa An Thu.",
  ...more,
});
const found = (asker: Asker, more: Readonly<Record<string, unknown>> = {}) =>
  office.app.duplicates.findDuplicates(asker, question(more));
const idsOf = async (asker: Asker, more: Readonly<Record<string, unknown>> = {}) =>
  (await found(asker, more)).flatMap((each) => (each.seen ? [each.petitionId] : []));
const event = async (petitionId: string, asker = officer) =>
  (await office.app.petitions.openPetition(asker, { petitionId })).events[0]?.what;

describe("what was handed in before", () => {
  test("is found without marks, by whoever may see it, with the reasons", async () => {
    const first = await taken();
    const [candidate] = await found(counter);
    expect(candidate).toMatchObject({ seen: true, petitionId: first, name: "Nguyễn Thị Thúy Hòa" });
    expect(candidate?.reasons.map((each) => each.why)).toEqual(
      expect.arrayContaining(["same-identity-number", "same-name-and-place", "same-parcel"]),
    );
    expect(await idsOf(officer)).toContain(first);
  });

  test("is refused to whoever neither takes in nor processes, and in an agency that is not one's own", async () => {
    await expect(found(settlement)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(found(elsewhere)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(found("nobody")).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("in another agency is shown by code, agency, day and kind, and only to the same person", async () => {
    const there = { agencyId: office.otherCommuneId };
    const same = await found(elsewhere, there);
    expect(same).toHaveLength(1);
    expect(Object.keys(same[0] ?? {}).toSorted()).toEqual(["agency", "code", "kind", "reasons", "receivedOn", "seen"]);
    expect(same[0]).toMatchObject({ seen: false, kind: "complaint", receivedOn: "2026-11-02" });
    expect(same[0]?.reasons.map((each) => each.why)).not.toContain("same-parcel");
    const stranger = [{ name: "Lê Văn Khác", address: "thôn Một, xã An Thử", idNumber: "001099000999" }];
    expect(await found(elsewhere, { ...there, people: stranger, content: story })).toEqual([]);
  });

  test("while it is unclassified is shown to its officer alone", async () => {
    const person = { name: "Đỗ Quý Riêng", address: "thôn Ba, xã An Thử", idNumber: "001099000333" };
    const sealed = await taken({ kinds: [], visitor: person, content: `${story} Phần riêng.` });
    const asked = { people: [person], content: `${story} Phần riêng.` };
    expect(await idsOf(counter, asked)).toContain(sealed);
    expect(await idsOf(officer, asked)).not.toContain(sealed);
    expect(await idsOf(head, asked)).not.toContain(sealed);
    expect(await found(elsewhere, { ...asked, agencyId: office.otherCommuneId })).toEqual([]);
  });
});

describe("a denunciation", () => {
  const denouncer = { name: "Phạm Kín Đáo", address: "thôn Hai, xã An Thử", idNumber: "001099000777" };
  const accusation =
    "Ông trưởng ban nhận tiền của nhiều hộ khi lập danh sách hỗ trợ, mỗi hộ hai triệu đồng, giao tại nhà văn hóa vào buổi tối.";
  const accused = "Trần Văn Bị Cáo";

  test("is never found by who denounced; the same look goes to the custodians", async () => {
    const petitionId = await taken({
      kinds: ["denunciation"],
      visitor: denouncer,
      content: accusation,
      respondent: accused,
    });
    const asked = { people: [denouncer], content: "Tôi hỏi về đơn đã gửi lần trước của gia đình tôi." };
    for (const asker of [officer, head]) expect(await found(asker, asked)).toEqual([]);
    expect(
      await found(officer, { people: [{ ...denouncer, idNumber: "001099000778" }], content: asked.content }),
    ).toEqual([]);
    const client = openClient(office.app.setting.store.migrator, "duplicates");
    await client.connect();
    const { rows } = await client.query("select keys::text[], marks::text[] from petition_key where petition_id = $1", [
      petitionId,
    ]);
    const { rows: asking } = await client.query("select count(*)::int as n from vault.query where agency_id = $1", [
      office.communeId,
    ]);
    await client.end();
    // Kinds 1 to 6 and 18 are of people (keys.ts).
    const kinds = [...rows[0].keys, ...rows[0].marks].map((key: string) => Number(BigInt(key) >> 56n));
    expect(kinds.filter((kind) => kind <= 6 || kind === 18)).toEqual([]);
    expect(asking[0].n).toBeGreaterThan(2);
  });

  test("is found by its accused and its content by the head it was handed to, and by nobody else", async () => {
    const petitionId = await taken({
      kinds: ["denunciation"],
      visitor: denouncer,
      content: `${accusation} Lần hai.`,
      respondent: accused,
    });
    const asked = { kind: "denunciation", people: [denouncer], content: `${accusation} Lần hai.`, respondent: accused };
    expect(await idsOf(counter, asked)).toContain(petitionId);
    expect(await idsOf(head, asked)).not.toContain(petitionId);
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    expect(await idsOf(head, asked)).toContain(petitionId);
    expect((await found(head, asked))[0]?.reasons.map((each) => each.why)).toContain("same-accused");
    for (const asker of [counter, officer]) expect(await idsOf(asker, asked)).not.toContain(petitionId);
    expect(await found(elsewhere, { ...asked, agencyId: office.otherCommuneId })).toEqual([]);
  });

  test("is not found by whoever must keep away from it", async () => {
    const petitionId = await taken({
      kinds: ["denunciation"],
      visitor: denouncer,
      content: `${accusation} Lần ba.`,
      respondent: accused,
    });
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const deputy = await office.as("head", "here", "deputy");
    const asked = { kind: "denunciation", content: `${accusation} Lần ba.`, respondent: accused };
    expect(await idsOf(deputy, asked)).toContain(petitionId);
    await office.app.petitions.declareConflict(deputy, { key: randomUUID(), petitionId, ground: "relative" });
    expect(await idsOf(deputy, asked)).not.toContain(petitionId);
  });
});

describe("a duplicate", () => {
  const file = (petitionId: string, firstId: string, by = officer) =>
    office.app.duplicates.fileAsDuplicate(by, { key: randomUUID(), petitionId, firstId });

  test("is filed with the first petition and its matter; two petitions, one matter; and taken out again with a reason", async () => {
    const [first, second] = [await taken(), await taken()];
    const { matterId } = await office.app.matters.openMatter(officer, {
      key: randomUUID(),
      petitionId: first,
      values: { signaturesComplete: true },
    });
    await file(second, first);
    const filed = await office.app.petitions.openPetition(officer, { petitionId: second });
    expect(filed).toMatchObject({ state: "filed", matterId: null, duplicateOf: { id: first, matterId } });
    expect(filed.clocks.filter((clock) => clock.status === "running")).toEqual([]);
    expect(await event(second)).toBe("filed-as-duplicate");
    const route = {
      key: randomUUID(),
      petitionId: second,
      route: "answer",
      reason: "Trả lời",
      on: "2026-11-24",
    } as const;
    await expect(office.app.petitions.routePetition(officer, route)).rejects.toMatchObject({ code: "already-done" });
    expect(await event(first)).toBe("duplicate-filed");
    const sheet = await office.app.matters.openMatterSheet(officer, { matterId });
    expect(sheet.petitions.map((each) => each.id).toSorted()).toEqual([first, second].toSorted());

    await expect(
      office.app.duplicates.undoDuplicate(officer, { key: randomUUID(), petitionId: second, reason: "" }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    await office.app.duplicates.undoDuplicate(officer, {
      key: randomUUID(),
      petitionId: second,
      reason: "Hai việc khác nhau",
    });
    const undone = await office.app.petitions.openPetition(officer, { petitionId: second });
    expect(undone).toMatchObject({ state: "screening", duplicateOf: null, mayFileAsDuplicate: true });
    expect(undone.clocks.filter((clock) => clock.status === "running").length).toBeGreaterThan(0);
    await expect(
      office.app.duplicates.undoDuplicate(officer, { key: randomUUID(), petitionId: second, reason: "Lần nữa xem" }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("of a duplicate is filed with the first; nothing goes round in a circle", async () => {
    const [first, second, third] = [await taken(), await taken(), await taken()];
    await file(third, second);
    await file(second, first);
    const opened = await office.app.petitions.openPetition(officer, { petitionId: third });
    expect(opened.duplicateOf?.id).toBe(first);
    await expect(file(first, third)).rejects.toMatchObject({ code: "law" });
    await expect(file(first, first)).rejects.toMatchObject({ code: "law" });
  });

  test("is refused across kinds and agencies, twice, and to whoever does not process", async () => {
    const [first, second] = [await taken(), await taken()];
    const other = await taken({ kinds: ["recommendation"] });
    await expect(file(other, first)).rejects.toMatchObject({ code: "law" });
    await expect(file(second, first, settlement)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(file(second, first, elsewhere)).rejects.toMatchObject({ code: "not-found" });
    const theirs = await taken({
      by: await office.as("reception-officer", "elsewhere"),
      agencyId: office.otherCommuneId,
    });
    await expect(file(second, theirs)).rejects.toMatchObject({ code: "not-found" });
    await file(second, first);
    await expect(file(second, first)).rejects.toMatchObject({ code: "already-done" });
  });
});

test("keys that are missing are written in the background", async () => {
  const person = { name: "Vũ Chưa Khóa", address: "thôn Năm, xã An Thử", idNumber: "001099000555" };
  const petitionId = await taken({ visitor: person });
  const client = openClient(office.app.setting.store.migrator, "duplicates");
  await client.connect();
  await client.query("delete from petition_key where petition_id = $1", [petitionId]);
  await client.end();
  expect(await office.app.duplicates.keyMissingPetitions(office.app.task)).toEqual({ keyed: 1 });
  expect(await office.app.duplicates.keyMissingPetitions(office.app.task)).toEqual({ keyed: 0 });
  expect(await idsOf(officer, { people: [person] })).toContain(petitionId);
});

test("what too many petitions say is not looked for; among few, nothing is too common", async () => {
  const person = { name: "Bùi Quá Thường", address: "thôn Sáu, xã An Thử", idNumber: "001099000556" };
  const petitionId = await taken({ visitor: person });
  const client = openClient(office.app.setting.store.migrator, "duplicates");
  await client.connect();
  await client.query(
    "insert into common_key (key) select distinct unnest(keys) from petition_key where petition_id = $1",
    [petitionId],
  );
  await client.end();
  expect(await idsOf(officer, { people: [person] })).not.toContain(petitionId);
  await office.app.duplicates.keyMissingPetitions(office.app.task);
  expect(await idsOf(officer, { people: [person] })).toContain(petitionId);
});
