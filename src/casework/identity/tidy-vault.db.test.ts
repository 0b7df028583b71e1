import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { civilDate } from "../../time/civil-date.ts";
import type { Asker } from "../setting.ts";
import { tidyVault } from "./index.ts";
import { newTestKey, opened, sealedTo, type TestKey } from "./testing-custodian.ts";

let office: TestOffice;
let taker: Asker;
let head: Asker;
let custodian: Asker;
let key: TestKey;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  taker = await office.as("reception-officer");
  head = await office.as("head");
  custodian = await office.as("custodian");
  key = await newTestKey();
  const { recipient, sealedKey } = key;
  await office.app.identity.becomeCustodian(custodian, { agencyId: office.communeId, recipient, sealedKey });
});
afterAll(() => office?.close());

async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<readonly T[]> {
  const client = openClient(office.app.setting.store.migrator, "test");
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A release that may be looked at to the end of that day. */
async function releasedUntil(until: string): Promise<string> {
  const done = await office.app.reception.recordVisit(taker, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Vi Thị Kín Tiếng", address: "thôn Ẩn, xã An Thử" },
    kinds: ["denunciation"],
    content: "Trưởng thôn thu tiền sai",
    readBack: true,
  });
  const petitionId = done.petitions[0]?.id ?? "";
  await office.app.petitions.handToHead(taker, { key: randomUUID(), petitionId });
  const { recipient, sealedKey } = await newTestKey();
  const { identity } = office.app;
  const wanted = { petitionId, purpose: "Gửi thông báo thụ lý", kind: "letter", days: 5 } as const;
  const { releaseId } = await identity.askRelease(head, { ...wanted, recipient, sealedKey });
  const sealed = await identity.openForRelease(custodian, { releaseId });
  const ciphertext = await sealedTo(recipient, await opened(key.key, sealed.ciphertext));
  await identity.approveRelease(custodian, { releaseId, ciphertext, until });
  return releaseId;
}

const sealedReleases = () =>
  asOwner<{ id: string }>(
    "select release_id as id from vault.release_body where ciphertext is not null order by release_id",
  );
const tidyOn = (day: string, asker: Asker = office.app.task) =>
  tidyVault({ ...office.app.setting, today: () => civilDate(day) }, asker);

test("after its last day what was sealed for the requester is erased, once, with a line in the ledger", async () => {
  const short = await releasedUntil("2026-11-25");
  const long = await releasedUntil("2026-11-29");
  await tidyOn("2026-11-25");
  expect(await sealedReleases()).toEqual([{ id: short }, { id: long }]);
  await tidyOn("2026-11-26");
  await tidyOn("2026-11-26");
  expect(await sealedReleases()).toEqual([{ id: long }]);
  const { rows } = await office.app.identity.ledger(custodian, { agencyId: office.communeId });
  expect(rows.filter(({ what }) => what === "release-expired")).toEqual([
    expect.objectContaining({ who: null, pseudonym: expect.stringMatching(/^Người tố cáo/), purpose: null }),
  ]);
  expect((await office.app.audit.verifyTrail(office.app.command)).faults).toEqual([]);
});

test("no officer ends what has expired; background work writes nothing else into the ledger", async () => {
  for (const asker of [custodian, head, taker])
    await expect(tidyOn("2026-12-31", asker)).rejects.toMatchObject({ code: "42501" });
  expect(await sealedReleases()).toHaveLength(1);
  const forged = transaction(office.app.setting.store, office.app.task, (tx) =>
    sql`insert into vault.ledger (agency_id, seq, what, on_date, prev_hash, hash)
      values (${office.communeId}, 9999, 'opened', '2026-11-26', '', '')`.execute(tx),
  );
  await expect(forged).rejects.toMatchObject({ code: "42501" });
  const read = await transaction(office.app.setting.store, office.app.task, (tx) =>
    sql`select from vault.release_body`.execute(tx),
  );
  expect(read.rows).toEqual([]);
});

test("a scan that hangs on nothing is gone after three days, its bytes too; one that hangs somewhere stays", async () => {
  const add = (words: string) =>
    office.app.files.addFile(taker, {
      agencyId: office.communeId,
      name: "thu.pdf",
      bytes: new Uint8Array(Buffer.from(`%PDF-1.4\n${words}\n%%EOF\n`)),
    });
  const [loose, young, hung] = [await add("bỏ dở"), await add("vừa quét"), await add("đơn khiếu nại")];
  await office.app.reception.recordVisit(taker, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Lê Văn Công Khai", address: "thôn Một, xã An Thử", idNumber: "079399000222" },
    kinds: ["recommendation"],
    content: "Kiến nghị sửa đường liên thôn",
    request: "Đề nghị sửa đường",
    items: [{ title: "Đơn", fileId: hung.fileId }],
    readBack: true,
  });
  const digest = async (fileId: string) =>
    (await asOwner<{ sha256: Buffer }>("select sha256 from file where id = $1", [fileId]))[0]?.sha256.toString("hex");
  const bytesOfLoose = (await digest(loose.fileId)) ?? "";
  await asOwner("update file set added_at = now() - interval '4 days' where id = any($1)", [
    [loose.fileId, hung.fileId],
  ]);
  await tidyOn("2026-11-26");
  expect(await digest(loose.fileId)).toBeUndefined();
  await expect(office.app.setting.files.get(bytesOfLoose)).rejects.toThrow();
  for (const { fileId } of [young, hung]) expect(await digest(fileId)).toBeDefined();
});
