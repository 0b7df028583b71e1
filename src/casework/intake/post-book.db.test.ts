import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { sql } from "kysely";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey } from "../../server/testing-custodian.ts";
import { transaction } from "../../store/index.ts";
import type { Asker } from "../setting.ts";
import type { RecordPostInput } from "./index.ts";

let office: TestOffice;
let clerk: Asker;
let colleague: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  clerk = await office.as("clerk");
  colleague = await office.as("petition-officer");
});
afterAll(() => office?.close());

const letter = (more: Partial<RecordPostInput> = {}): RecordPostInput => ({
  key: randomUUID(),
  agencyId: office.communeId,
  receivedOn: "2026-11-23",
  source: "post",
  sender: { name: "Lê Văn Thư", address: "Xóm 4, xã An Thử", idNumber: "036185004211" },
  kinds: ["complaint"],
  content: "Không đồng ý với quyết định thu hồi đất số 12.",
  ...more,
});
const record = (more: Partial<RecordPostInput> = {}, asker = clerk) =>
  office.app.intake.recordPost(asker, letter(more));
const open = (entryId: string, asker = clerk) => office.app.intake.openPostEntry(asker, { entryId });
const book = (asker = clerk, day = "2026-11-23") =>
  office.app.intake.postBook(asker, { agencyId: office.communeId, from: day, to: day });
const count = async (statement: ReturnType<typeof sql>) => {
  const { rows } = await transaction(office.app.setting.store, office.app.task, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from (${statement}) x`.execute(tx),
  );
  return rows[0]?.n;
};

describe("the post book", () => {
  test("a letter gets the next number of the year and its petition; the same key again is the same letter", async () => {
    const wanted = letter({ postmarkOn: "2026-11-20", originalCount: 2 });
    const first = await office.app.intake.recordPost(clerk, wanted);
    const again = await office.app.intake.recordPost(clerk, wanted);
    expect(again).toEqual(first);
    const next = await record();
    expect(next.bookNo).toBe(first.bookNo + 1);
    const sheet = await office.app.petitions.openPetition(colleague, { petitionId: first.petitions[0]?.id ?? "" });
    expect(sheet).toMatchObject({ source: "post", kind: "complaint", postEntryId: first.entryId });
    expect(sheet.clocks.length).toBeGreaterThan(0);
  });

  test("what cannot be is refused field by field", async () => {
    await expect(record({ receivedOn: "2026-11-25" })).rejects.toMatchObject({
      details: { code: "invalid-input", fields: [{ field: "receivedOn" }] },
    });
    await expect(record({ source: "forwarded" })).rejects.toMatchObject({
      details: { fields: [{ field: "forwarder" }, { field: "forwarderName" }] },
    });
    await expect(record({ postmarkOn: "2026-11-24" })).rejects.toMatchObject({
      details: { fields: [{ field: "postmarkOn" }] },
    });
    await expect(record({}, await office.as("settlement-officer"))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(record({}, await office.as("clerk", "elsewhere"))).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("a mixed letter becomes petitions that keep their origin, and the books agree to the last petition", async () => {
    const mixed = await record({ kinds: ["complaint", "recommendation"] });
    expect(mixed.petitions.map(({ kind }) => kind)).toEqual(["complaint", "recommendation"]);
    await office.app.reception.recordVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn: "2026-11-23",
      visitor: { name: "Bà Thử", address: "xã An Thử", idNumber: "036185004299" },
      kinds: ["recommendation"],
      content: "Đề nghị sửa đường.",
      readBack: true,
    });
    const page = await book();
    const doors = Object.fromEntries(page.balance.map((each) => [each.door, each]));
    expect(doors.register).toMatchObject({ entries: 1, petitions: 1, withoutPetition: 0, withoutEntry: 0 });
    expect(doors.post).toMatchObject({ entries: page.lines.length, withoutPetition: 0, withoutEntry: 0 });
    expect(doors.post?.petitions).toBe(page.lines.flatMap(({ codes }) => codes).length);
    const all = await office.app.petitions.countPetitions(colleague, {
      view: "all",
      from: "2026-11-23",
      to: "2026-11-23",
    });
    expect(page.balance.reduce((sum, { petitions }) => sum + petitions, 0)).toBe(all.all);
  });

  test("the workbook holds the rows of the book, oldest first, as text", async () => {
    await record({ receivedOn: "2026-10-05", content: "=HYPERLINK(1)" });
    const bytes = await office.app.intake.exportPostBook(clerk, {
      agencyId: office.communeId,
      from: "2026-10-05",
      to: "2026-10-05",
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const row = workbook.worksheets[0]?.getRow(7);
    expect(row?.getCell(2).value).toBe("05/10/2026");
    expect(row?.getCell(8).value).toBe("=HYPERLINK(1)");
    expect(row?.getCell(8).numFmt).toBe("@");
  });
});

describe("conditions and what goes back", () => {
  test("a letter without name and signature lacks two conditions, and the law's letters are named", async () => {
    const { entryId } = await record({ sender: {}, signatureCount: 0, unmet: ["dated"], originalCount: 1 });
    const sheet = await open(entryId);
    expect(sheet.missing.map(({ fact }) => fact).sort()).toEqual(["dated", "nameAndAddress", "signed"]);
    expect(sheet.conditionsArticle).toContain("Thông tư");
    const acts = sheet.ways.map(({ act }) => act);
    expect(acts).toContain("ask-to-complete");
    expect(acts).toContain("return-originals");
    expect(acts).not.toContain("propose");
    expect(sheet.ways.find(({ act }) => act === "ask-to-complete")?.letters.length).toBe(1);
  });

  test("originals go back once, and only where there are any", async () => {
    const { entryId } = await record({ originalCount: 1 });
    const back = { key: randomUUID(), entryId, what: "originals" as const, on: "2026-11-24", words: "Giấy chứng nhận" };
    await office.app.intake.giveBack(clerk, back);
    expect(await open(entryId)).toMatchObject({ originalsReturnedOn: "2026-11-24", returnedPapers: "Giấy chứng nhận" });
    await expect(office.app.intake.giveBack(clerk, { ...back, key: randomUUID() })).rejects.toMatchObject({
      code: "already-done",
    });
    const without = await record();
    await expect(
      office.app.intake.giveBack(clerk, { ...back, key: randomUUID(), entryId: without.entryId }),
    ).rejects.toMatchObject({ code: "law" });
  });

  test("what a deputy forwarded goes back to the deputy with reasons; a citizen's own letter does not", async () => {
    const forwarded = await record({
      source: "forwarded",
      forwarder: "na-deputy",
      forwarderName: "Đoàn đại biểu Quốc hội tỉnh Thử Nghiệm",
      letterNumber: "55/ĐĐBQH",
      letterOn: "2026-11-18",
      originalCount: 1,
    });
    expect((await open(forwarded.entryId)).ways.map(({ act }) => act)).toContain("return-to-forwarder");
    const back = {
      key: randomUUID(),
      entryId: forwarded.entryId,
      what: "to-forwarder" as const,
      on: "2026-11-24",
      words: "Thuộc thẩm quyền của xã khác",
      papers: "Giấy chứng nhận quyền sử dụng đất (bản gốc, 02 trang)",
    };
    await office.app.intake.giveBack(clerk, back);
    const returned = await open(forwarded.entryId);
    expect(returned).toMatchObject({
      returnReason: "Thuộc thẩm quyền của xã khác",
      returnedPapers: "Giấy chứng nhận quyền sử dụng đất (bản gốc, 02 trang)",
      letter: { state: "draft", number: null, step: { id: "check" } },
    });
    const paperId = returned.letter?.paperId ?? "";
    const { bytes } = await office.app.papers.renderPaper(clerk, { paperId, format: "pdf" });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    const letter = text.normalize("NFC").replaceAll(/\s+/gu, " ");
    for (const said of [
      "Đoàn đại biểu Quốc hội tỉnh Thử Nghiệm",
      "số 55/ĐĐBQH ngày 18 tháng 11 năm 2026",
      "Thuộc thẩm quyền của xã khác",
      "02 trang",
    ])
      expect(letter).toContain(said);
    const head = await office.as("head");
    for (const [by, step] of [
      [await office.as("petition-officer"), "check"],
      [head, "approve"],
      [head, "sign"],
      [clerk, "number"],
      [clerk, "send"],
    ] as const) {
      expect((await office.app.papers.papersWaiting(by)).map(({ postEntryId }) => postEntryId)).toContain(
        forwarded.entryId,
      );
      await office.app.matters.stepPaper(by, {
        key: randomUUID(),
        paperId,
        step,
        ...(step === "send" ? { recipients: ["other" as const] } : {}),
      });
    }
    const receipt = await office.app.intake.originalsReceipt(clerk, { entryId: forwarded.entryId });
    const signed = await extractText(await getDocumentProxy(new Uint8Array(receipt)), { mergePages: true });
    expect(signed.text.normalize("NFC").replaceAll(/\s+/gu, " ")).toMatch(/Đoàn đại biểu Quốc hội.*02 trang/);
    const elsewhere = await office.as("clerk", "elsewhere");
    await expect(office.app.intake.originalsReceipt(elsewhere, { entryId: forwarded.entryId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await open(forwarded.entryId)).letter).toMatchObject({
      state: "sent",
      number: expect.any(String),
      step: null,
    });
    const own = await record();
    await expect(
      office.app.intake.giveBack(clerk, { ...back, key: randomUUID(), entryId: own.entryId }),
    ).rejects.toMatchObject({ code: "law" });
  });
});

describe("letters that denounce", () => {
  const denouncer = { name: "Phùng Quyzzơ Lạ", address: "Ngõ Kỳ Lân, xã An Thử", idNumber: "036185009977" };
  const traces = ["quyzzo", "ky lan", "036185009977"];
  const stored = () =>
    count(sql`
      select 1 from petition_text t where app.fold(t::text) like any (${traces.map((each) => `%${each}%`)}::text[])
      union all select 1 from person_detail t where app.fold(t::text) like any (${traces.map((each) => `%${each}%`)}::text[])
      union all select 1 from post_entry_text t where app.fold(t::text) like any (${traces.map((each) => `%${each}%`)}::text[])
      union all select 1 from intake_draft_text t where app.fold(t::text) like any (${traces.map((each) => `%${each}%`)}::text[])
      union all select 1 from petition_event t where app.fold(t::text) like any (${traces.map((each) => `%${each}%`)}::text[])`);

  test("is stored under a pseudonym, seen by the officer alone, and by the head after the handing over", async () => {
    const made = await record({
      kinds: ["denunciation"],
      sender: denouncer,
      content: `Tôi là ${denouncer.name} tố cáo trưởng thôn.`,
      note: `Gửi cho ${denouncer.name}`,
    });
    expect(made.sealedNotice?.vi).toContain("tố cáo");
    expect(await stored()).toBe(0);
    expect((await open(made.entryId)).pseudonym).toMatch(/^Người tố cáo 2026-/);
    await expect(open(made.entryId, colleague)).rejects.toMatchObject({ code: "not-found" });
    expect((await book(colleague)).lines.map(({ entryId }) => entryId)).not.toContain(made.entryId);
    await office.app.petitions.handToHead(clerk, { key: randomUUID(), petitionId: made.petitions[0]?.id ?? "" });
    expect((await open(made.entryId)).content).toBeNull();
    const doors = (await book()).balance.find(({ door }) => door === "post");
    expect(doors).toMatchObject({ withoutPetition: 0, withoutEntry: 0 });
  });

  test("an unclassified letter is the officer's alone; named a denunciation its sender goes to the vault", async () => {
    const made = await record({ kinds: [], sender: denouncer, content: `${denouncer.name} kể việc của xã.` });
    await expect(open(made.entryId, colleague)).rejects.toMatchObject({ code: "not-found" });
    const petitionId = made.petitions[0]?.id ?? "";
    await expect(
      office.app.petitions.classifyPetition(clerk, { key: randomUUID(), petitionId, kind: "complaint" }),
    ).rejects.toMatchObject({ details: { instead: [{ act: "classify-post" }] } });

    const custodian = await office.as("custodian");
    const { recipient, sealedKey } = await newTestKey();
    await office.app.identity.becomeCustodian(custodian, {
      agencyId: office.communeId,
      recipient,
      sealedKey,
    });
    const kind = "denunciation" as const;
    const sealed = await office.app.intake.classifyPost(clerk, { key: randomUUID(), entryId: made.entryId, kind });
    expect(sealed.sealedNotice?.vi).toContain("mã hóa");
    expect(await stored()).toBe(0);
    expect((await open(made.entryId)).identitySealedFor).toBe(1);
    await expect(
      office.app.intake.classifyPost(clerk, { key: randomUUID(), entryId: made.entryId, kind }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("named a complaint it opens to the agency", async () => {
    const made = await record({ kinds: [] });
    const entryId = made.entryId;
    await office.app.intake.classifyPost(clerk, { key: randomUUID(), entryId, kind: "complaint" });
    expect(await open(entryId, colleague)).toMatchObject({ kinds: ["complaint"], people: [{ name: "Lê Văn Thư" }] });
  });
});
