import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import type { Asker } from "../setting.ts";

const network = "203.0.113.0/24";
let office: TestOffice;
let counter: Asker;
let officer: Asker;
let head: Asker;
let clerk: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  officer = await office.as("petition-officer");
  head = await office.as("head");
  clerk = await office.as("clerk");
});
afterAll(() => office?.close());

async function petitionOf(kind: "complaint" | "denunciation", peopleCount = 12) {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-03",
    visitor: { name: "Lê Thị Đầu", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    peopleCount,
    content: "Ông Phạm Văn Khác và các hộ khiếu nại quyết định thu hồi đất",
    readBack: true,
  });
  return petitions[0]?.id ?? "";
}

const add = (
  petitionId: string,
  given: { pasted?: string; person?: { name: string; address: string } },
  bytes?: Uint8Array,
  by = officer,
) => office.app.signatories.addSignatories(by, { key: randomUUID(), petitionId, ...given }, bytes);
const list = (petitionId: string, after = 0, by = officer) =>
  office.app.signatories.listSignatories(by, { petitionId, after });

async function workbookOf(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Danh sách");
  sheet.addRow(["DANH SÁCH NGƯỜI KÝ ĐƠN"]);
  sheet.addRow(["STT", "Họ và tên", "Địa chỉ", "Số CCCD", "Điện thoại"]);
  for (const [i, row] of rows.entries()) sheet.addRow([i + 1, ...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const syllables = ["An", "Bình", "Cúc", "Dung", "Giang", "Hạnh", "Khoa", "Lan", "Minh", "Nga"];
const nameOf = (i: number) =>
  `Trần ${syllables[i % 10]} ${syllables[Math.floor(i / 10) % 10]} ${syllables[Math.floor(i / 100)]}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => [nameOf(i), `thôn ${i + 2}, xã An Thử`, `0350${String(10_000_000 + i)}`, ""]);

/** A complaint accepted for examination: its notice of acceptance, signed and numbered. */
async function withPaper(petitionId: string) {
  const { matterId } = await office.app.matters.openMatter(officer, {
    key: randomUUID(),
    petitionId,
    values: { signaturesComplete: true, representativePaper: true, representativesCount: "1" },
  });
  const { seq } = await office.app.matters.openMatterSheet(head, { matterId });
  const { waitsFor: paperId = "" } = await office.app.matters.performAct(head, {
    key: randomUUID(),
    matterId,
    seq,
    act: "accept",
    on: "2026-11-05",
    values: { eligible: true, content: "Ông Phạm Văn Khác khiếu nại quyết định bồi thường" },
  });
  for (const [by, step] of [
    [officer, "check"],
    [head, "approve"],
    [head, "sign"],
    [clerk, "number"],
  ] as const)
    await office.app.matters.stepPaper(by, {
      key: randomUUID(),
      paperId,
      step,
      ...(step === "number" ? { on: "2026-11-05" } : {}),
    });
  return paperId;
}

const start = (petitionId: string, paperId: string, by = clerk) =>
  office.app.signatories.startReplies(by, { key: randomUUID(), petitionId, paperId });
const replies = (petitionId: string, paperId: string, by = clerk) =>
  office.app.signatories.listReplies(by, { petitionId, paperId, limit: 100 });
const textOf = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
const secretIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text.replaceAll(/NB\S+/g, ""))?.[0] ?? "";

describe("the list of who signed", () => {
  test("a list in Excel is taken in, a bad row is told by row, column, value and reason, and nothing stands there twice", async () => {
    const petitionId = await petitionOf("complaint");
    const bytes = await workbookOf([
      ["Phạm Văn Khác", "thôn Hai, xã An Thử", "001099000002", "0900000001"],
      ["Vũ Thị Thử", "thôn Ba, xã An Thử", 1099000003, ""],
      ["Không Địa Chỉ", "", "", ""],
      ["Sai Số", "thôn Ba", "12", ""],
      ["Phạm Văn Khác", "thôn Hai", "001099000002", ""],
      ["Lê Thị Đầu", "thôn Một, xã An Thử", "001099000001", ""],
    ]);
    const added = await add(petitionId, {}, bytes);
    expect(added).toMatchObject({ rows: 6, added: 2, alreadyThere: 2 });
    expect(added.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [5, "C", ""],
      [6, "D", "12"],
    ]);
    expect(await add(petitionId, {}, bytes)).toMatchObject({ added: 0, alreadyThere: 4 });
    const { lines, people, representatives } = await list(petitionId);
    expect(lines.map(({ name, representative }) => [name, representative])).toEqual([
      ["Lê Thị Đầu", true],
      ["Phạm Văn Khác", false],
      ["Vũ Thị Thử", false],
    ]);
    expect([people, representatives, lines[2]?.idNumber]).toEqual([3, 1, "001099000003"]);
    const { events } = await office.app.petitions.openPetition(officer, { petitionId });
    expect(JSON.stringify(events)).not.toContain("Khác");
    expect((await office.app.audit.verifyTrail(office.app.command)).faults).toEqual([]);
  });

  test("five hundred signatories are entered at once and read page by page", async () => {
    const petitionId = await petitionOf("complaint", 500);
    expect(await add(petitionId, {}, await workbookOf(many(500)))).toMatchObject({ added: 500, rejected: [] });
    const first = await list(petitionId);
    expect([first.people, first.lines.length, first.next]).toEqual([501, 50, 50]);
    expect((await list(petitionId, 500)).lines).toHaveLength(1);
  });

  test("a pasted list goes in the same way; the number of signatories grows with it", async () => {
    const petitionId = await petitionOf("complaint", 2);
    const pasted = "Họ và tên\tĐịa chỉ\nVũ Thị Thử\tthôn Ba\nĐỗ Văn Thử\tthôn Tư\nVũ Thị  Thử\tThôn Ba\n";
    expect(await add(petitionId, { pasted })).toMatchObject({ rows: 3, added: 2, alreadyThere: 1, rejected: [] });
    expect((await list(petitionId)).petition.peopleCount).toBe(3);
    await expect(add(petitionId, { person: { name: "A1", address: "thôn Ba" } })).rejects.toMatchObject({
      details: { fields: [{ field: "name" }] },
    });
  });

  test("of more than ten people at most five represent the others, and a correction keeps its reason", async () => {
    const petitionId = await petitionOf("complaint");
    await add(petitionId, {}, await workbookOf(many(12)));
    const { lines } = await list(petitionId);
    const change = (i: number, given: object, by = officer) =>
      office.app.signatories.changeSignatory(by, { key: randomUUID(), signatoryId: lines[i]?.id ?? "", ...given });
    for (const i of [1, 2, 3, 4]) await change(i, { representative: true });
    await expect(change(5, { representative: true })).rejects.toMatchObject({
      code: "law",
      details: { article: "Điều 29 Luật Tiếp công dân" },
    });
    const person = { name: "Trần Sửa Đúng", address: "thôn 9" };
    await expect(change(6, { person })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(change(6, {})).rejects.toMatchObject({ code: "invalid-input" });
    await change(6, { person, reason: "Ghi sai tên" });
    await change(7, { remove: true, reason: "Không ký đơn" });
    await expect(change(7, { remove: true, reason: "Lần nữa" })).rejects.toMatchObject({ code: "not-found" });
    const now = await list(petitionId);
    expect(now.people).toBe(12);
    expect(now.lines.map(({ name }) => name)).toContain("Trần Sửa Đúng");
    await expect(change(5, { representative: true }, counter)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("a denunciation has none, an unsorted petition none yet, and another office sees nothing", async () => {
    const petitionId = await petitionOf("complaint");
    await add(petitionId, {}, await workbookOf(many(3)));
    for (const asker of [await office.as("petition-officer", "elsewhere"), await office.as("administrator")]) {
      await expect(list(petitionId, 0, asker)).rejects.toMatchObject({ code: "not-found" });
      await expect(add(petitionId, { pasted: "Vũ Thị Thử\tthôn Ba" }, undefined, asker)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    const denounced = await petitionOf("denunciation");
    await expect(add(denounced, { pasted: "Vũ Thị Thử\tthôn Ba" }, undefined, counter)).rejects.toMatchObject({
      code: "law",
    });
  });
});

describe("a reply to each", { timeout: 240_000 }, () => {
  test("each gets a copy that names nobody else, and tracks their own alone", async () => {
    const petitionId = await petitionOf("complaint");
    await add(petitionId, {
      pasted: "Phạm Văn Khác\tthôn Hai, xã An Thử\t001099000002\nVũ Thị Thử\tthôn Ba, xã An Thử",
    });
    const paperId = await withPaper(petitionId);
    await expect(start(petitionId, paperId, counter)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(start(petitionId, randomUUID())).rejects.toMatchObject({ code: "law" });
    const { batchId } = await start(petitionId, paperId);
    const record = (given: object) =>
      office.app.signatories.recordDeliveries(clerk, {
        key: randomUUID(),
        petitionId,
        paperId,
        step: "sent",
        on: "2026-11-24",
        ...given,
      });
    await expect(record({})).rejects.toMatchObject({ code: "invalid-input" });
    expect(await office.app.signatories.makeReplies(office.app.task, { batchId })).toEqual({ made: 3 });
    expect(await office.app.signatories.makeReplies(office.app.task, { batchId })).toEqual({ made: 0 });
    const page = await replies(petitionId, paperId);
    expect(page).toMatchObject({ batch: "done", counts: { made: 3, waiting: 0 } });
    const texts = await Promise.all(
      page.lines.map(async ({ id }) => textOf((await office.app.signatories.openReply(clerk, { replyId: id })).bytes)),
    );
    const names = ["Lê Thị Đầu", "Phạm Văn Khác", "Vũ Thị Thử"];
    for (const [i, text] of texts.entries()) expect(names.filter((name) => text.includes(name))).toEqual([names[i]]);
    const whole = await office.app.signatories.printReplies(clerk, { petitionId, paperId });
    for (const name of names) expect(await textOf(whole.bytes)).toContain(name);

    const { lines } = await list(petitionId);
    const codes = (i: number) => ({ code: lines[i]?.code ?? "", secret: secretIn(texts[i] ?? ""), network });
    const track = (i: number) => office.app.signatories.trackSignatory(codes(i));
    expect(await track(1)).toMatchObject({ replies: [] });
    const [first, second, third] = page.lines.map(({ id }) => id);
    await record({ replyIds: [first, second] });
    expect(await track(1)).toMatchObject({ replies: [{ id: second, state: "sent", sentOn: "2026-11-24" }] });
    expect(JSON.stringify(await track(1))).not.toMatch(/Đầu|Khác|Vũ/);
    expect((await track(2))?.replies).toEqual([]);
    expect(await office.app.signatories.trackSignatory({ ...codes(1), code: codes(0).code })).toBeNull();
    expect(await office.app.petitions.track({ ...codes(1) })).toBeNull();
    expect(await office.app.signatories.replyByCode({ ...codes(1), replyId: first ?? "" })).toBeNull();
    expect(
      await textOf(
        (await office.app.signatories.replyByCode({ ...codes(1), replyId: second ?? "" }))?.bytes ?? new Uint8Array(),
      ),
    ).toContain("Phạm Văn Khác");

    await expect(record({ step: "returned", replyIds: [first, third] })).rejects.toMatchObject({ code: "law" });
    await expect(record({ step: "delivered", replyIds: [first], on: "2026-11-25" })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await record({ step: "returned", replyIds: [first] });
    await record({ step: "delivered", replyIds: [first] });
    expect(await record({})).toEqual({ recorded: 1 });
    const now = await replies(petitionId, paperId);
    expect(now.counts).toMatchObject({ sent: 2, delivered: 1, made: 0 });
    expect(now.lines[0]).toMatchObject({ state: "delivered", outcomeOn: "2026-11-24", changes: 3 });
    const elsewhere = await office.as("clerk", "elsewhere");
    await expect(replies(petitionId, paperId, elsewhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(office.app.signatories.openReply(elsewhere, { replyId: first ?? "" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      office.app.signatories.changeSignatory(officer, {
        key: randomUUID(),
        signatoryId: lines[0]?.id ?? "",
        remove: true,
        reason: "thử",
      }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("a run cut off in the middle goes on, and none is made twice", async () => {
    const petitionId = await petitionOf("complaint", 60);
    expect(await add(petitionId, {}, await workbookOf(many(60)))).toMatchObject({ added: 60, rejected: [] });
    const paperId = await withPaper(petitionId);
    const { batchId, replies: count } = await start(petitionId, paperId);
    expect(count).toBe(61);
    const { setting } = office.app;
    const { makeReplies } = await import("./make-replies.ts");
    let rendered = 0;
    const renderer = {
      ...setting.renderer,
      render: async (...given: Parameters<typeof setting.renderer.render>) => {
        rendered += 1;
        if (rendered === 36) throw new Error("the process ended");
        return setting.renderer.render(...given);
      },
    };
    const key = Buffer.alloc(32, 7);
    await expect(
      makeReplies({ ...setting, renderer, signatoryKey: key }, office.app.task, { batchId }),
    ).rejects.toThrow("ended");
    expect(await replies(petitionId, paperId)).toMatchObject({ batch: "failed", counts: { made: 30, waiting: 31 } });
    expect((await start(petitionId, paperId)).batchId).toBe(batchId);
    await office.app.signatories.resumeReplies(office.app.task);
    const page = await replies(petitionId, paperId);
    expect(page).toMatchObject({ batch: "done", counts: { made: 61, waiting: 0 } });
    await office.app.signatories.printReplies(clerk, { petitionId, paperId, after: 1 });
  });
});
