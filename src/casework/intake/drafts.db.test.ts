import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { newTestKey } from "../../server/testing-custodian.ts";
import { transaction } from "../../store/index.ts";
import type { Asker } from "../setting.ts";
import type { RecordPostInput } from "./index.ts";

let office: TestOffice;
let clerk: Asker;
let jpeg: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  clerk = await office.as("clerk");
  jpeg = new Uint8Array(
    await readFile(path.resolve(import.meta.dirname, "../../../demo/samples/don-khieu-nai-scan.jpg")),
  );
});
afterAll(() => office?.close());

const add = async () =>
  (await office.app.files.addFile(clerk, { agencyId: office.communeId, name: "quet.jpg", bytes: jpeg })).fileId;
const start = async (fileIds: readonly string[]) =>
  office.app.intake.startDrafts(clerk, { key: randomUUID(), agencyId: office.communeId, fileIds: [...fileIds] });
const letter = (more: Partial<RecordPostInput>): RecordPostInput => ({
  key: randomUUID(),
  agencyId: office.communeId,
  source: "post",
  sender: { name: "Đặng Thị Phượng", address: "phường Châu Sơn" },
  kinds: ["complaint"],
  content: "Thu hồi đất.",
  ...more,
});
const rowsOf = async (draftId: string) => {
  const { rows } = await transaction(office.app.setting.store, office.app.task, (tx) =>
    sql<{ texts: number; files: number }>`select
      (select count(*)::int from intake_draft_text where draft_id = ${draftId}) as texts,
      (select count(*)::int from intake_draft_file where draft_id = ${draftId}) as files`.execute(tx),
  );
  return rows[0];
};

test("a scan is no draft where nobody holds identities; with a custodian it is read, confirmed, and nothing read is left", async () => {
  const fileId = await add();
  await expect(start([fileId])).rejects.toMatchObject({ details: { fields: [{ field: "files" }] } });
  const { recipient, sealedKey } = await newTestKey();
  const agencyId = office.communeId;
  await office.app.identity.becomeCustodian(await office.as("custodian"), { agencyId, recipient, sealedKey });

  const [draftId = ""] = (await start([fileId])).draftIds;
  expect((await office.app.intake.listDrafts(clerk)).map((each) => [each.draftId, each.state])).toEqual([
    [draftId, "waiting"],
  ]);
  const petitionOfficer = await office.as("petition-officer");
  expect(await office.app.intake.listDrafts(petitionOfficer)).toEqual([]);
  await expect(office.app.intake.openDraft(petitionOfficer, { draftId })).rejects.toMatchObject({ code: "not-found" });
  await expect(office.app.files.readFile(petitionOfficer, { fileId })).rejects.toMatchObject({ code: "not-found" });

  await office.app.intake.readScan(office.app.task, { draftId });
  const draft = await office.app.intake.openDraft(clerk, { draftId });
  expect(draft).toMatchObject({ state: "read", pages: 1, pagesRead: 1 });
  const read = Object.fromEntries(draft.suggestions.map(({ field, value }) => [field, value]));
  expect(read).toMatchObject({
    "sender.name": "Đặng Thị Phượng",
    "sender.idNumber": "035187004321",
    kind: "complaint",
    writtenOn: "06/07/2026",
  });
  expect((await office.app.intake.draftPicture(clerk, { draftId, page: 0 })).mediaType).toBe("image/jpeg");

  // Nothing became an entry by being read.
  const before = await office.app.intake.postBook(clerk, { agencyId, from: "2026-11-24", to: "2026-11-24" });
  expect(before.lines).toEqual([]);
  await expect(office.app.intake.recordPost(clerk, letter({ draftId }))).rejects.toMatchObject({
    details: { fields: [{ field: "confirmed" }] },
  });
  const made = await office.app.intake.recordPost(clerk, letter({ draftId, confirmed: true }));
  expect(await rowsOf(draftId)).toEqual({ texts: 0, files: 0 });
  expect((await office.app.intake.openPostEntry(clerk, { entryId: made.entryId })).files).toHaveLength(1);
  await expect(office.app.intake.recordPost(clerk, letter({ draftId, confirmed: true }))).rejects.toMatchObject({
    code: "already-done",
  });
});

test("the scan of a denunciation goes to the vault, that of a draft given up is erased", async () => {
  const [first, second] = [await add(), await add()];
  const { draftIds } = await start([first, second]);
  const [denounced = "", dropped = ""] = draftIds;
  await office.app.intake.stopReading(clerk, { draftId: denounced });
  await office.app.intake.readScan(office.app.task, { draftId: denounced });
  expect((await office.app.intake.openDraft(clerk, { draftId: denounced })).state).toBe("unread");

  const made = await office.app.intake.recordPost(
    clerk,
    letter({ draftId: denounced, confirmed: true, kinds: ["denunciation"] }),
  );
  expect(made.sealedNotice?.vi).toContain("mã hóa");
  await expect(office.app.files.readFile(clerk, { fileId: first })).rejects.toMatchObject({ code: "not-found" });
  await office.app.intake.giveUpDraft(clerk, { draftId: dropped });
  await expect(office.app.files.readFile(clerk, { fileId: second })).rejects.toMatchObject({ code: "not-found" });
  await expect(office.app.intake.giveUpDraft(clerk, { draftId: dropped })).rejects.toMatchObject({
    code: "already-done",
  });
  expect(await office.app.intake.listDrafts(clerk)).toEqual([]);
});
