import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey } from "../../server/testing-custodian.ts";
import { openClient } from "../../store/pool.ts";
import type { Asker } from "../setting.ts";

const network = "203.0.113.0/24";
const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF BO-SUNG");
let office: TestOffice;
let counter: Asker;
let officer: Asker;
let head: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  counter = await office.as("reception-officer");
  officer = await office.as("petition-officer");
  head = await office.as("head");
});
afterAll(() => office?.close());

async function petitionOf(kind: "complaint" | "denunciation" | "recommendation") {
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-20",
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Việc thu hồi đất không có quyết định",
    readBack: true,
  });
  const [petition] = petitions;
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  const { id, code, trackingSecret: secret } = petition;
  const codes = { code, secret, network };
  const { afterFiling } = office.app;
  return {
    id,
    codes,
    may: () => afterFiling.followUp(codes),
    withdraw: (scope: "withdraw-all" | "withdraw-part", body = "", key = randomUUID()) =>
      afterFiling.askWithdrawal({ key, ...codes, scope, body }),
    add: (names: readonly string[], key = randomUUID()) =>
      afterFiling.addDocuments(
        { key, ...codes, body: "Gửi thêm" },
        names.map((name) => ({ name, bytes: pdf })),
      ),
    rate: (solved: "yes" | "no", body = "", key = randomUUID()) =>
      afterFiling.rateOutcome({ key, ...codes, solved, body }),
  };
}

const eventsOf = async (petitionId: string, asker = officer) =>
  (await office.app.petitions.openPetition(asker, { petitionId })).events;
const unread = async (id: string) =>
  (await office.app.petitions.listPetitions(officer, { view: "all" })).lines.find((line) => line.id === id)?.unread;

describe("withdrawing", () => {
  test("is asked for with what the law says follows, stands in the office's list, and changes nothing by itself", async () => {
    const { id, may, withdraw, codes } = await petitionOf("complaint");
    const before = await may();
    expect(before?.withdrawal?.scopes).toEqual(["withdraw-all", "withdraw-part"]);
    const said = before?.withdrawal?.consequences.map(({ what }) => what.vi).join("\n");
    expect(said).toContain("chữ ký hoặc điểm chỉ");
    expect(said).toContain("sẽ không được xem xét, giải quyết lại");
    expect(await withdraw("withdraw-all", "Chúng tôi đã thỏa thuận xong")).toBe(true);
    expect(await unread(id)).toBe(true);
    const { letters } = await office.app.petitions.correspondence(officer, { petitionId: id });
    expect(letters).toMatchObject([{ about: "withdraw-all", body: "Chúng tôi đã thỏa thuận xong", fromOffice: false }]);
    expect((await office.app.petitions.track(codes))?.letters).toMatchObject([{ about: "withdraw-all" }]);
    const [event] = await eventsOf(id);
    expect(event?.what).toBe("withdrawal-asked");
    expect(JSON.stringify(event)).not.toContain("thỏa thuận");
    expect((await office.app.petitions.openPetition(officer, { petitionId: id })).state).toBe("screening");
  });

  test("of a part says which part; the same form sent twice asks once", async () => {
    const { withdraw, codes } = await petitionOf("complaint");
    await expect(withdraw("withdraw-part")).rejects.toMatchObject({ code: "invalid-input" });
    const key = randomUUID();
    await Promise.all([withdraw("withdraw-part", "Phần cây cối", key), withdraw("withdraw-part", "Phần cây cối", key)]);
    expect((await office.app.petitions.track(codes))?.letters).toHaveLength(1);
  });

  test("of a denunciation is told that it may still be settled; of a recommendation the law knows none", async () => {
    const denounced = await petitionOf("denunciation");
    const said = (await denounced.may())?.withdrawal?.consequences.map(({ what }) => what.vi).join("\n");
    expect(said).toContain("vẫn phải được giải quyết");
    expect(said).not.toContain("Không ghi");
    const recommended = await petitionOf("recommendation");
    expect((await recommended.may())?.withdrawal).toBeNull();
    await expect(recommended.withdraw("withdraw-all")).rejects.toMatchObject({ code: "law" });
  });

  test("with a wrong secret answers as for a code that does not exist", async () => {
    const { codes } = await petitionOf("complaint");
    const asked = { key: randomUUID(), scope: "withdraw-all" as const, body: "", network };
    expect(await office.app.afterFiling.askWithdrawal({ ...asked, code: codes.code, secret: "0000-0000" })).toBe(false);
    expect(await office.app.afterFiling.askWithdrawal({ ...asked, code: "XX-26-1", secret: "x" })).toBe(false);
  });
});

describe("documents", () => {
  test("of a complaint hang on it for those who work on it, each sending once", async () => {
    const { id, add } = await petitionOf("complaint");
    const key = randomUUID();
    expect(await add(["anh.pdf", "quyet-dinh.pdf"], key)).toBe(true);
    expect(await add(["anh.pdf", "quyet-dinh.pdf"], key)).toBe(true);
    const sheet = await office.app.petitions.openPetition(officer, { petitionId: id });
    expect(sheet.files.map(({ title }) => title)).toEqual(["anh.pdf", "quyet-dinh.pdf"]);
    expect((await office.app.files.readFile(officer, { fileId: sheet.files[0]?.fileId ?? "" })).bytes).toEqual(pdf);
    expect(sheet.events[0]).toMatchObject({ what: "documents-added", data: { files: 2 } });
    expect(await unread(id)).toBe(true);
    const elsewhere = await office.as("petition-officer", "elsewhere");
    await expect(office.app.files.readFile(elsewhere, { fileId: sheet.files[0]?.fileId ?? "" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("of a denunciation are sealed for the custodians alone, or not taken where there are none", async () => {
    const { id, codes, add } = await petitionOf("denunciation");
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId: id });
    await expect(add(["nhat-ky.pdf"])).rejects.toMatchObject({ code: "unavailable" });
    const custodian = await office.as("custodian");
    const { recipient, sealedKey } = await newTestKey();
    await office.app.identity.becomeCustodian(custodian, { agencyId: office.communeId, recipient, sealedKey });
    const again = await petitionOf("denunciation");
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId: again.id });
    expect(await again.add(["nhat-ky-cua-toi.pdf"])).toBe(true);
    const sheet = await office.app.petitions.openPetition(head, { petitionId: again.id });
    expect(sheet.files).toEqual([]);
    expect(JSON.stringify(sheet.events)).not.toContain("nhat-ky");
    expect(sheet.events[0]).toMatchObject({ what: "documents-added", data: { files: 1 } });
    expect((await office.app.petitions.track(codes))?.papers).toEqual([]);
  });

  test("are checked by content and counted", async () => {
    const { codes, add } = await petitionOf("complaint");
    await expect(
      office.app.afterFiling.addDocuments({ key: randomUUID(), ...codes }, [
        { name: "anh.jpg", bytes: new TextEncoder().encode("MZ\u0000\u0000\u0001\u0002chay-ngay") },
      ]),
    ).rejects.toMatchObject({ code: "unreadable-file" });
    await expect(add([])).rejects.toMatchObject({ code: "too-large" });
    for (let i = 0; i < 4; i++) await add(Array.from({ length: 10 }, (_, n) => `trang-${i}-${n}.pdf`));
    await expect(add(["mot-nua.pdf"])).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("the outcome", () => {
  async function answered() {
    const petition = await petitionOf("recommendation");
    expect((await petition.may())?.mayRate).toBe(false);
    await expect(petition.rate("no")).rejects.toMatchObject({ code: "already-done" });
    await office.app.petitions.routePetition(officer, {
      key: randomUUID(),
      petitionId: petition.id,
      route: "answer",
      reason: "Đã trả lời bằng văn bản",
      on: "2026-11-24",
    });
    expect((await petition.may())?.mayRate).toBe(true);
    return petition;
  }

  test("is judged once there is one, read by a second person, and by nobody else", async () => {
    const { id, codes, rate, may } = await answered();
    const key = randomUUID();
    expect(await rate("no", "Đường vẫn ngập như cũ", key)).toBe(true);
    expect(await rate("no", "Đường vẫn ngập như cũ", key)).toBe(true);
    const inspector = await office.as("inspectorate");
    for (const reader of [inspector, head]) {
      const { lines } = await office.app.afterFiling.listOutcomes(reader, { unread: true });
      expect(lines).toMatchObject([{ code: codes.code, solved: "no", body: "Đường vẫn ngập như cũ", readOn: null }]);
    }
    for (const other of [officer, counter, await office.as("settlement-officer")])
      await expect(office.app.afterFiling.listOutcomes(other, {})).rejects.toMatchObject({ code: "not-allowed" });
    expect((await office.app.afterFiling.listOutcomes(await office.as("head", "elsewhere"), {})).lines).toEqual([]);
    const [line] = (await office.app.afterFiling.listOutcomes(inspector, {})).lines;
    const outcomeId = line?.id ?? "";
    await expect(
      office.app.afterFiling.readOutcome(officer, { key: randomUUID(), outcomeId, note: "" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await office.app.afterFiling.readOutcome(inspector, { key: randomUUID(), outcomeId, note: "Yêu cầu kiểm tra lại" });
    expect((await office.app.afterFiling.listOutcomes(head, { unread: true })).lines).toEqual([]);
    expect((await office.app.afterFiling.listOutcomes(head, {})).lines).toMatchObject([
      { note: "Yêu cầu kiểm tra lại", readOn: "2026-11-24" },
    ]);
    const events = await eventsOf(id);
    expect(events.map(({ what }) => what).slice(0, 2)).toEqual(["outcome-read", "outcome-rated"]);
    expect(JSON.stringify(events)).not.toMatch(/ngập|kiểm tra lại/);
    expect((await may())?.mayRate).toBe(true);
  });

  async function assignToHead(petitionId: string): Promise<void> {
    const client = openClient(office.app.setting.store.migrator, "test");
    await client.connect();
    await client.query(
      `update petition set assignee_id = (select officer_id from role_grant where role = 'head' and agency_id = petition.agency_id limit 1)
        where id = $1`,
      [petitionId],
    );
    await client.end();
  }

  test("is not read by the head who settles the matter", async () => {
    const { rate, id } = await answered();
    await rate("yes", "Cảm ơn");
    const count = async () =>
      (await office.app.afterFiling.listOutcomes(head, {})).lines.filter(({ body }) => body === "Cảm ơn").length;
    expect(await count()).toBe(1);
    await assignToHead(id);
    expect(await count()).toBe(0);
  });
});

test("the chains hold after all of it", async () => {
  expect(await office.app.audit.verifyTrail(office.app.command)).toMatchObject({ faults: [] });
});
