import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey, opened, type TestKey } from "../../server/testing-custodian.ts";
import type { Asker } from "../setting.ts";

let office: TestOffice;
let custodian: Asker;
let first: TestKey;
let recovery: { readonly recipient: string; readonly key: string };

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  custodian = await office.as("custodian");
  first = await newTestKey();
  await hold(custodian, first);
});
afterAll(() => office?.close());

const hold = (asker: Asker, { recipient, sealedKey }: TestKey) =>
  office.app.identity.becomeCustodian(asker, { agencyId: office.communeId, recipient, sealedKey });

async function denounce(): Promise<void> {
  const taker = await office.as("reception-officer");
  const { fileId } = await office.app.files.addFile(taker, {
    agencyId: office.communeId,
    name: "don.txt",
    bytes: new TextEncoder().encode(`chữ viết ${randomUUID()}`),
  });
  await office.app.reception.recordVisit(taker, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Hà Thị Xoay Vòng", address: "thôn Một" },
    kinds: ["denunciation"],
    content: "Tố cáo việc thu tiền sai",
    items: [{ title: "Đơn", fileId }],
    readBack: true,
  });
}

async function newest(asker: Asker, key: TestKey) {
  const { app, communeId } = office;
  const [line] = (await app.identity.listSealed(asker, { agencyId: communeId })).rows;
  const got = await app.identity.openSealed(asker, { id: line?.id ?? "", purpose: "Kiểm tra sau khi đổi khóa" });
  const file = await app.identity.sealedFile(asker, { fileId: got.files[0]?.id ?? "" });
  const name = JSON.parse((await opened(key.key, got.ciphertext)).toString()).people[0].name;
  return { sealedForMe: line?.sealedForMe, name, scan: (await opened(key.key, file.bytes)).toString() };
}

test("the recovery key is made once, by the operator alone", async () => {
  const { app } = office;
  await expect(app.identity.makeRecoveryKey(await office.as("administrator"))).rejects.toMatchObject({
    code: "not-allowed",
  });
  await denounce();
  recovery = await app.identity.makeRecoveryKey(app.command);
  await expect(app.identity.makeRecoveryKey(app.command)).rejects.toMatchObject({ code: "already-done" });
  expect((await app.identity.custody(custodian)).agencies).toMatchObject([{ recovery: true, custodians: 1 }]);
});

test("a rotation seals for the custodians of the day and the recovery key, scans too", async () => {
  const { app, communeId: agencyId } = office;
  const stranger = await newTestKey();
  const wanted = { agencyId, keys: [first.key] };
  await expect(app.identity.rotate(custodian, wanted)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(app.identity.rotate(app.command, { ...wanted, keys: ["abc"] })).rejects.toMatchObject({
    code: "invalid-input",
  });
  await expect(app.identity.rotate(app.command, { ...wanted, agencyId: office.otherCommuneId })).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(await app.identity.rotate(app.command, { ...wanted, keys: [stranger.key] })).toEqual({
    resealed: 0,
    current: 0,
    unopened: 1,
  });
  expect(await app.identity.rotate(app.command, wanted)).toEqual({ resealed: 1, current: 0, unopened: 0 });
  expect(await app.identity.rotate(app.command, wanted)).toEqual({ resealed: 0, current: 1, unopened: 0 });
  expect(await newest(custodian, first)).toMatchObject({
    sealedForMe: true,
    name: "Hà Thị Xoay Vòng",
    scan: expect.stringContaining("chữ viết"),
  });
  const lines: unknown[] = [];
  for await (const line of app.identity.recover(app.command, { keys: [recovery.key], purpose: "Diễn tập khôi phục" }))
    lines.push(line);
  expect(lines).toMatchObject([{ pseudonym: expect.stringMatching(/^Người tố cáo/), identity: { version: 1 } }]);
});

test("a custodian who leaves is sealed out of what is there, and of all that comes", async () => {
  const { app, communeId: agencyId } = office;
  const officer = await app.access.createOfficer(app.command, {
    username: "giu.hai",
    displayName: "Người giữ hai",
    agencyId,
    role: "custodian",
  });
  const second = await newTestKey();
  const network = "203.0.113.0/24";
  const one = await app.access.signIn({ username: "giu.hai", password: officer.oneTimePassword, network });
  await app.access.changePassword(
    { session: one.secret },
    { current: officer.oneTimePassword, next: "Cụm-từ-riêng-2026-dài", network },
  );
  const { secret } = await app.access.signIn({ username: "giu.hai", password: "Cụm-từ-riêng-2026-dài", network });
  const successor = { session: secret };
  await hold(successor, second);
  expect((await app.identity.listSealed(successor, { agencyId })).rows[0]?.sealedForMe).toBe(false);

  const officerId = await office.officerId("custodian");
  await expect(app.identity.retireCustodian(successor, { officerId })).rejects.toMatchObject({ code: "not-allowed" });
  expect(await app.identity.retireCustodian(app.command, { officerId })).toEqual({ keys: 1, toReseal: 1 });
  expect(await app.identity.rotate(app.command, { agencyId, keys: [recovery.key] })).toEqual({
    resealed: 1,
    current: 0,
    unopened: 0,
  });
  expect(await newest(successor, second)).toMatchObject({ sealedForMe: true, name: "Hà Thị Xoay Vòng" });
  await expect(newest(custodian, first)).rejects.toThrow();
  await denounce();
  await expect(newest(custodian, first)).rejects.toThrow();
  expect(await newest(successor, second)).toMatchObject({ name: "Hà Thị Xoay Vòng" });
});

test("a blacked-out copy hangs on the petition for who may see it; what is not the custodian's own upload does not", async () => {
  const { app, communeId: agencyId } = office;
  const key = await newTestKey();
  await hold(custodian, key);
  await denounce();
  const [line] = (await app.identity.listSealed(custodian, { agencyId })).rows;
  const { files } = await app.identity.openSealed(custodian, { id: line?.id ?? "", purpose: "Làm bản sao đã che" });
  const petitionId = line?.petition?.id ?? "";
  const taker = await office.as("reception-officer");
  const upload = (asker: Asker, text: string) =>
    app.files.addFile(asker, { agencyId, name: "ban-che.txt", bytes: new TextEncoder().encode(text) });
  const wanted = { identityId: line?.id ?? "", fileId: files[0]?.id ?? "" };
  const foreign = await upload(taker, "không phải của người giữ");
  await expect(app.identity.addRedactedCopy(custodian, { ...wanted, uploadId: foreign.fileId })).rejects.toMatchObject({
    code: "not-found",
  });
  const own = await upload(custodian, "■■■ tố cáo trưởng thôn");
  await expect(app.identity.addRedactedCopy(taker, { ...wanted, uploadId: own.fileId })).rejects.toMatchObject({
    code: "not-found",
  });
  await app.identity.addRedactedCopy(custodian, { ...wanted, uploadId: own.fileId });
  await app.petitions.handToHead(taker, { key: randomUUID(), petitionId });
  const head = await office.as("head");
  const seen = await app.petitions.openPetition(head, { petitionId });
  expect(seen.files).toMatchObject([{ fileId: own.fileId, title: "Bản đã che thông tin người tố cáo" }]);
  expect(Buffer.from((await app.files.readFile(head, { fileId: own.fileId })).bytes).toString()).toContain("■■■");
});
