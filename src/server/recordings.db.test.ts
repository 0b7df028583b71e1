import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Asker } from "../casework/setting.ts";
import { transaction } from "../store/index.ts";
import { openLog } from "./http/log.ts";
import { type Serving, serve } from "./serve.ts";
import { openTestOffice, type TestOffice } from "./testing.ts";
import { firstBox, onlineReception } from "./testing-online-reception.ts";

let office: TestOffice;
let serving: Serving;
let counter: Asker & { readonly session: string };
let matterId: string;

const recording = (bytes: number) => Buffer.concat([firstBox, randomBytes(bytes)]);

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24", config: { recordingBytesMax: 3_000_000 } });
  counter = await office.as("reception-officer");
  matterId = await onlineReception(office);
  serving = await serve(office.app, { log: openLog({ logLevel: "silent" }) });
});
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

async function send(to: string, bytes: Uint8Array<ArrayBuffer>, by: Asker & { readonly session: string }) {
  const { secret } = await office.app.access.createToken(office.app.command, {
    officerId: (await office.app.access.me(by)).officerId ?? "",
    label: "thử",
  });
  const form = new FormData();
  form.set("note", "một ô khác trước tệp");
  form.set("file", new File([bytes], "buổi tiếp 20-11.mp4"));
  return fetch(`http://127.0.0.1:${serving.port}/api/v1/matters/${to}/recordings`, {
    method: "POST",
    body: form,
    headers: { authorization: `Bearer ${secret}` },
  });
}

const act = async (values: Record<string, string | boolean>) => {
  const { seq } = await office.app.matters.openMatterSheet(counter, { matterId });
  const on = "2026-11-24";
  const values_ = { onStateServers: true, signed: true, ...values };
  return office.app.matters.performAct(counter, {
    key: randomUUID(),
    matterId,
    seq,
    act: "store-recording",
    on,
    values: values_,
  });
};

test("the act asks for the recording, which is kept with its digest, downloaded as it was and read on record", async () => {
  await expect(act({})).rejects.toMatchObject({ code: "law", details: { rule: "TCD-24O-1" } });
  const bytes = recording(1_500_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const answer = await send(matterId, bytes, counter);
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { fileId } = await answer.json();
  expect((await send(matterId, bytes, counter)).status).toBe(409);

  const head = await office.as("head");
  const [kept] = (await office.app.matters.openMatterSheet(head, { matterId })).recordings;
  expect(kept).toMatchObject({
    fileId,
    name: "buổi tiếp 20-11.mp4",
    bytes: bytes.byteLength,
    sha256,
    addedBy: "Cán bộ reception-officer.here",
  });
  const opened = await office.app.recordings.openRecording(head, { matterId, fileId });
  const downloaded = new Uint8Array(await new Response(opened.body).arrayBuffer());
  expect(createHash("sha256").update(downloaded).digest("hex")).toBe(sha256);
  await expect(office.app.files.readFile(head, { fileId })).rejects.toMatchObject({ code: "not-found" });
  const stranger = await office.as("head", "elsewhere");
  await expect(office.app.recordings.openRecording(stranger, { matterId, fileId })).rejects.toMatchObject({
    code: "not-found",
  });

  await act({});
  const rows = await transaction(office.app.setting.store, office.app.task, async (tx) => ({
    reads: (await sql`select 1 from read_event where subject_id = ${fileId} and what = 'recording'`.execute(tx)).rows,
    event: (
      await sql<{ files: string[]; seq: number }>`select e.data->'files' as files, x.seq from matter_event e
      join matter_file x on x.matter_id = e.matter_id and x.seq = e.seq where e.matter_id = ${matterId} and e.act = 'store-recording'`.execute(
        tx,
      )
    ).rows,
  }));
  expect(rows.reads).toHaveLength(1);
  expect(rows.event).toMatchObject([{ files: [sha256] }]);
});

test("what is no recording by its content, or too long, is refused and leaves nothing in the file", async () => {
  const before = (await office.app.matters.openMatterSheet(counter, { matterId })).recordings.length;
  const pdf = await send(matterId, Buffer.from(`%PDF-1.7\n${"x".repeat(100_000)}`), counter);
  expect([pdf.status, (await pdf.json()).code]).toEqual([422, "unreadable-file"]);
  const long = await send(matterId, recording(3_500_000), counter);
  expect([long.status, (await long.json()).code]).toEqual([413, "too-large"]);
  expect((await office.app.matters.openMatterSheet(counter, { matterId })).recordings).toHaveLength(before);
});

test("only who may do the act adds one, and never to a denunciation: its voice goes to the custodian", async () => {
  const clerk = await office.as("clerk");
  expect((await send(matterId, recording(100), clerk)).status).toBe(403);
  expect((await send(matterId, recording(100), await office.as("head", "elsewhere"))).status).toBe(404);
  const head = await office.as("head");
  const denounced = await onlineReception(office, "denunciation");
  const refused = await send(denounced, recording(100), head);
  const problem = await refused.json();
  expect([refused.status, problem.code]).toEqual([403, "not-allowed"]);
  expect(problem.detail).toContain("người giữ thông tin người tố cáo");
});
