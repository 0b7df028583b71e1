import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey } from "../../server/testing-custodian.ts";
import { openClient } from "../../store/pool.ts";

let office: TestOffice;
const from = { network: "203.0.113.7" };

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
});
afterAll(() => office?.close());

const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF TREN-MANH-GIAY");

const complaint = {
  loai: { kind: "complaint" },
  "noi-nhan": { agency: "TT.A", respondent: "Chủ tịch Ủy ban nhân dân xã An Thử", against: "" },
  "su-viec": { content: "Thu hồi đất của gia đình tôi mà không bồi thường đủ", contestedAct: "Quyết định 12/QĐ-UBND" },
  "yeu-cau": { request: "Tính lại tiền bồi thường" },
  "nguoi-gui": { name: "Lê Thị Thử", address: "thôn Hai, xã An Thử", idNumber: "001190000044", phone: "0900000001" },
  "cung-gui": { group: "alone" },
} as const;

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function draftOf(answers: Answers) {
  const { filing } = office.app;
  const access = await filing.startDraft(from);
  for (const step of filing.steps) {
    const typed = answers[step];
    if (typed) await filing.saveStep(access, { step, typed });
  }
  return access;
}

async function rowsOf<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

describe("a complaint filed online", () => {
  test("is in the office's list with its clocks, its people and its file; the receipt opens the tracking page", async () => {
    const { filing } = office.app;
    const access = await draftOf(complaint);
    await filing.addFiles(access, [{ name: "quyet-dinh.pdf", bytes: pdf }], from);
    const sent = await filing.send(access, from, "");
    const receipt = await filing.receipt(access);
    expect(sent).toEqual({ petitionCode: receipt.code });
    const officer = await office.as("petition-officer");
    const { lines } = await office.app.petitions.listPetitions(officer, { q: receipt.code });
    expect(lines[0]).toMatchObject({
      code: receipt.code,
      kind: "complaint",
      petitioner: "Lê Thị Thử",
      source: "online",
    });
    expect(lines[0]?.nextDueOn).not.toBeNull();
    const sheet = await office.app.petitions.openPetition(officer, { petitionId: lines[0]?.id ?? "" });
    expect(sheet).toMatchObject({ source: "online", state: "screening", respondent: complaint["noi-nhan"].respondent });
    expect(sheet.clocks.map((each) => each.status)).toContain("running");
    expect(sheet.files).toMatchObject([{ title: "quyet-dinh.pdf", mediaType: "application/pdf" }]);
    expect((await office.app.files.readFile(officer, { fileId: sheet.files[0]?.fileId ?? "" })).bytes).toEqual(pdf);
    const tracked = await office.app.petitions.track({ code: receipt.code, secret: receipt.trackingSecret, ...from });
    expect(tracked).toMatchObject({ code: receipt.code });
    expect(
      (await office.app.petitions.listPetitions(await office.as("petition-officer", "elsewhere"), { q: receipt.code }))
        .lines,
    ).toEqual([]);
  });

  test("looks the same as the sender's own earlier one to whoever has both codes of that receipt, and to nobody else", async () => {
    const { filing } = office.app;
    const first = await draftOf(complaint);
    await filing.send(first, from, "");
    const { code, trackingSecret: secret } = await filing.receipt(first);
    const earlier = async (answers: Answers, codes = { code, secret }) => {
      const draft = await filing.openDraft(await draftOf(answers));
      return filing.earlierPetition(draft?.filing ?? { fields: {}, files: [], uploads: 0 }, { ...codes, ...from });
    };
    const again = {
      ...complaint,
      "su-viec": { ...complaint["su-viec"], content: "Thu hồi đất nhà tôi mà bồi thường không đủ" },
    };
    expect(await earlier(again)).toMatchObject({ code, same: null });
    await office.app.duplicates.keyMissingPetitions(office.app.task);
    expect(await earlier(again)).toMatchObject({ code, same: true, receivedOn: "2026-11-24" });
    const other = {
      ...complaint,
      "su-viec": { content: "Hàng xóm mở quán hát ồn ào suốt đêm, báo xã nhiều lần", contestedAct: "" },
      "yeu-cau": { request: "Xử lý tiếng ồn" },
    };
    expect(await earlier(other)).toMatchObject({ same: false });
    expect(await earlier(again, { code, secret: "AAAA-AAAA-AAAA" })).toBeNull();
    expect(await earlier(again, { code: "TT.A-26-9999", secret })).toBeNull();
  });

  test("a page that is not answered well says which field and how to mend it; nothing is sent, nothing is lost", async () => {
    const { filing } = office.app;
    const access = await draftOf({
      ...complaint,
      "yeu-cau": { request: "" },
      "nguoi-gui": { name: "Lê Thị Thử", idNumber: "12" },
    });
    await expect(filing.send(access, from, "")).rejects.toMatchObject({
      details: { fields: [{ field: "request" }, { field: "address" }, { field: "idNumber" }] },
    });
    expect((await filing.openDraft(access))?.filing.fields["content"]).toBe(complaint["su-viec"].content);
  });

  test("what is no paper by its content is not taken, whatever it is called", async () => {
    const { filing } = office.app;
    const access = await draftOf(complaint);
    const bytes = new TextEncoder().encode("<script>alert(1)</script>");
    await expect(filing.addFiles(access, [{ name: "anh.jpg", bytes }], from)).rejects.toMatchObject({
      code: "unreadable-file",
    });
  });

  test("a draft opens with both codes only, and not after it was thrown away", async () => {
    const { filing } = office.app;
    const access = await draftOf(complaint);
    expect(await filing.openDraft({ code: access.code, secret: "0000-0000-0000-0000-0000" })).toBeNull();
    expect(
      await filing.findDraft({ code: access.code.toLowerCase(), secret: access.secret.toLowerCase() }, from),
    ).not.toBeNull();
    await filing.forgetDraft(access);
    expect(await filing.openDraft(access)).toBeNull();
  });

  test("two pages saved at the same moment are both kept", async () => {
    const { filing } = office.app;
    const access = await filing.startDraft(from);
    await Promise.all([
      filing.saveStep(access, { step: "su-viec", typed: complaint["su-viec"] }),
      filing.saveStep(access, { step: "yeu-cau", typed: complaint["yeu-cau"] }),
    ]);
    expect((await filing.openDraft(access))?.filing.fields).toMatchObject({
      ...complaint["su-viec"],
      ...complaint["yeu-cau"],
    });
  });
});

describe("the signed receipt", () => {
  test("proves offline what was filed and when; a changed one and a stranger's do not hold", async () => {
    const { filing } = office.app;
    const access = await draftOf(complaint);
    await filing.send(access, from, "");
    const receipt = await filing.receipt(access);
    const { bytes } = await filing.renderReceipt(access);
    for (const given of [bytes, receipt.signed ?? "", `https://minhxet.example/kiem-tra-bien-nhan?q=${receipt.signed}`])
      expect(filing.verifyReceipt(given)).toMatchObject({
        valid: true,
        statement: { code: receipt.code, at: receipt.at, agency: "TT.A", digest: receipt.digest },
      });
    const [mark, body = "", signature] = (receipt.signed ?? "").split(".");
    const said = Buffer.from(body, "base64url").toString();
    for (const personal of ["Lê Thị Thử", "0900000001", receipt.trackingSecret]) expect(said).not.toContain(personal);
    const forged = [mark, Buffer.from(said.replace("00", "01")).toString("base64url"), signature].join(".");
    expect(filing.verifyReceipt(forged)).toMatchObject({ valid: false, fault: "signature" });
    expect(filing.verifyReceipt(new TextEncoder().encode("%PDF-1.7 nothing"))).toEqual({
      valid: false,
      fault: "no-receipt",
    });
  });
});

describe("a denunciation filed online", () => {
  const denunciation = {
    ...complaint,
    loai: { kind: "denunciation" },
    "su-viec": { content: "Trần Văn Mật thấy cán bộ xã nhận tiền. Gọi 0912345678." },
    "nguoi-gui": { name: "Trần Văn Mật", address: "xóm Kín, xã An Thử", idNumber: "001190000055", phone: "0912345678" },
  } as const;

  test("is refused by an office that cannot keep who denounces, before anything is sent", async () => {
    const access = await draftOf({ ...denunciation, "noi-nhan": { ...complaint["noi-nhan"], agency: "TT.B" } });
    await expect(office.app.filing.send(access, from, "")).rejects.toMatchObject({
      details: { fields: [{ field: "agency" }] },
    });
  });

  test("leaves no name, address, number or file in the clear; the head alone sees it, the custodian holds who", async () => {
    const { filing } = office.app;
    const { recipient, sealedKey } = await newTestKey();
    await office.app.identity.becomeCustodian(await office.as("custodian"), {
      agencyId: office.communeId,
      recipient,
      sealedKey,
    });
    const access = await draftOf(denunciation);
    await filing.addFiles(access, [{ name: "don-cua-toi.pdf", bytes: pdf }], from);
    await filing.send(access, from, "");
    const { code } = await filing.receipt(access);
    for (const role of ["petition-officer", "reception-officer", "clerk"] as const)
      expect((await office.app.petitions.listPetitions(await office.as(role), { q: code })).lines).toEqual([]);
    const head = await office.as("head");
    const line = (await office.app.petitions.listPetitions(head, { q: code })).lines[0];
    expect(line).toMatchObject({ code, kind: "denunciation", source: "online" });
    expect(line?.petitioner).toMatch(/^Người tố cáo 2026-/);
    const sheet = await office.app.petitions.openPetition(head, { petitionId: line?.id ?? "" });
    expect(sheet.files).toEqual([]);
    expect(JSON.stringify(sheet)).not.toMatch(/Mật|0912345678|xóm Kín/);
    const held = await rowsOf<{ origin: string }>("select origin from vault.identity where petition_code = $1", [code]);
    expect(held).toEqual([{ origin: "online" }]);
    expect((await rowsOf<{ n: number }>("select count(*)::int as n from vault.sealed_file"))[0]?.n).toBe(1);
    const dump = await rowsOf<{ t: string }>(
      "select t.content || coalesce(t.request, '') || coalesce(t.respondent, '') as t from petition_text t union all select full_name || coalesce(address, '') from person_detail union all select encode(sealed, 'escape') from filing_draft union all select name from file_name",
    );
    expect(dump.map((row) => row.t).join("\n")).not.toMatch(/Mật|0912345678|xóm Kín|don-cua-toi/);
  });

  test("the bytes of a draft's file lie encrypted from the first upload", async () => {
    const access = await draftOf(denunciation);
    const mark = "CHI-NGUOI-GUI-BIET";
    await office.app.filing.addFiles(access, [{ name: "anh.txt", bytes: new TextEncoder().encode(mark) }], from);
    const folder = path.join(office.app.setting.store.dataDir, "files");
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (name.isFile()) expect(readFileSync(path.join(name.parentPath, name.name)).includes(mark)).toBe(false);
  });
});

describe("more than the usual number", () => {
  test("each filing is asked for once more, and goes through some seconds later with the same draft", async () => {
    const rushed = await createApp(
      { ...office.app.config, filingsAnHour: 1 },
      { mode: "join", store: office.app.setting.store },
    );
    const elsewhere = { network: "203.0.113.99" };
    const [first, second] = [await draftOf(complaint), await draftOf(complaint)];
    await rushed.filing.send(first, elsewhere, "");
    const asked = await rushed.filing.send(second, elsewhere, "");
    const confirm = "confirm" in asked ? asked.confirm : "";
    expect(await rushed.filing.send(second, elsewhere, confirm)).toHaveProperty("confirm");
    expect(await rushed.filing.send(second, elsewhere, confirm.replace(/^\d/, "9"))).toHaveProperty("confirm");
    await sleep(3_100);
    expect(await rushed.filing.send(second, elsewhere, confirm)).toHaveProperty("petitionCode");
  });
});
