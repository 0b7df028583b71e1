import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../casework/access/index.ts";
import { openLog } from "../http/log.ts";
import { type Serving, serve } from "../serve.ts";
import { openTestOffice, type TestOffice } from "../testing.ts";

let office: TestOffice;
let serving: Serving;
let origin: string;

beforeAll(async () => {
  office = await openTestOffice();
  serving = await serve(office.app, { log: openLog({ logLevel: "silent" }) });
  origin = `http://127.0.0.1:${serving.port}/api/v1`;
});
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

async function call(route: string, as: Role, init: RequestInit = {}): Promise<Response> {
  const officerId = await office.officerId(as);
  const { secret } = await office.app.access.createToken(office.app.command, { officerId, label: "API" });
  const headers = { "accept-language": "en", ...init.headers, authorization: `Bearer ${secret}` };
  return fetch(origin + route, { ...init, headers });
}

const post = (route: string, as: Role, body: object, headers: Record<string, string> = {}) =>
  call(route, as, { method: "POST", body: JSON.stringify(body), headers });

function form(bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  body.set("agencyId", office.communeId);
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set("file", new File([bytes], name));
  return { method: "POST", body };
}

const sample = () =>
  new Uint8Array(readFileSync(path.resolve(import.meta.dirname, "../../../demo/samples/so-tiep-cong-dan.xlsx")));
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("a command with an Idempotency-Key", () => {
  const visit = () => ({
    agencyId: office.communeId,
    visitor: { name: "Đỗ Văn Lặp", address: "Thôn Một", idNumber: "001085000111" },
    kinds: ["recommendation"],
    content: "Kiến nghị sửa đường liên thôn",
    readBack: true,
  });

  test("is carried out once, also when it arrives many times at once", async () => {
    const key = { "idempotency-key": randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post("/visits", "reception-officer", visit(), key)),
    );
    const bodies = await Promise.all(answers.map((each) => each.json()));
    expect(new Set(bodies.map((each) => each.visitId)).size).toBe(1);
    expect(bodies.filter((each) => each.petitions[0].trackingSecret)).toHaveLength(bodies.length);
  });

  test("cannot be used again for something else", async () => {
    const key = { "idempotency-key": randomUUID() };
    const { petitions } = await (await post("/visits", "reception-officer", visit(), key)).json();
    const other = { route: "answer", reason: "Đã trả lời bằng văn bản", on: "2026-11-24" };
    const answer = await post(`/petitions/${petitions[0].id}/route`, "petition-officer", other, key);
    expect(answer.status).toBe(409);
  });
});

describe("files", () => {
  test("are known by their content, and read by whoever may see what they hang on", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
    const added = await (await call("/files", "reception-officer", form(pdf, "đơn.exe"))).json();
    expect(added).toMatchObject({ mediaType: "application/pdf", bytes: pdf.length });
    const mine = await call(`/files/${added.fileId}`, "reception-officer");
    expect(mine.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(await mine.bytes()).toEqual(pdf);
    expect((await call(`/files/${added.fileId}`, "head")).status).toBe(404);
  });

  test("of a kind that is not taken are refused, and so is a form without one", async () => {
    const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
    const refused = await call("/files", "reception-officer", form(program, "đơn.pdf"));
    expect(await refused.json()).toMatchObject({ code: "unreadable-file" });
    const none = await post("/files", "reception-officer", { agencyId: office.communeId });
    expect(await none.json()).toMatchObject({ fields: [{ field: "file" }] });
  });
});

describe("the register that exists", () => {
  test("is shown before it is imported, imported with progress, and its errors come back as a workbook", async () => {
    const preview = await (await call("/imports/preview", "reception-officer", form(sample(), "so.xlsx"))).json();
    expect(preview.counts).toMatchObject({ rows: 140, alreadyThere: 0 });
    const { runId } = await (await call("/imports", "reception-officer", form(sample(), "so.xlsx"))).json();
    let run = { state: "running", rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };
    for (let i = 0; i < 300 && run.state === "running"; i++) {
      await sleep(100);
      run = await (await call(`/imports/${runId}`, "reception-officer")).json();
    }
    expect(run).toMatchObject({ state: "done", rows: 140 });
    expect(run.imported + run.alreadyThere + run.rejected).toBe(run.rows);
    const rejections = await (await call(`/imports/${runId}/rejections`, "reception-officer")).json();
    expect(rejections).toHaveLength(run.rejected);
    const errors = await call(`/imports/${runId}/errors?locale=en`, "reception-officer");
    expect(errors.headers.get("content-type")).toBe(workbook);
    expect((await call("/imports", "head", form(sample(), "so.xlsx"))).status).toBe(403);
    const exported = await call(
      `/register/export?agencyId=${office.communeId}&from=2026-01-01&to=2026-11-24`,
      "reception-officer",
    );
    expect(exported.headers.get("content-type")).toBe(workbook);
  });

  test("columns that are chosen by hand must be columns", async () => {
    const bad = await call("/imports/preview", "reception-officer", form(sample(), "so.xlsx", { columns: "H" }));
    expect(await bad.json()).toMatchObject({ code: "invalid-input", fields: [{ field: "columns" }] });
  });
});

describe("administration", () => {
  test("an administrator makes an agency below their own, and accounts in it; nobody else does", async () => {
    const agency = {
      code: "TT.A.1",
      name: "Ban tiếp công dân xã An Thử",
      level: "commune",
      placeName: "xã An Thử",
      parent: "TT.A",
    };
    expect((await post("/agencies", "head", agency)).status).toBe(403);
    const { agencyId } = await (await post("/agencies", "administrator", agency)).json();
    expect(await (await post("/agencies", "administrator", agency)).json()).toMatchObject({
      fields: [{ field: "code" }],
    });
    const elsewhere = await post("/agencies", "administrator", { ...agency, code: "TT.B.1", parent: "TT.B" });
    expect(elsewhere.status).toBe(403);
    expect((await post("/agencies", "administrator", { ...agency, code: "TOP", parent: undefined })).status).toBe(403);
    const officer = { username: "moi.ve", displayName: "Lý Thị Mới", agencyId, role: "clerk" };
    const made = await (await post("/officers", "administrator", officer)).json();
    expect(made.oneTimePassword).toMatch(/^[a-z2-9-]{23}$/);
    expect(await (await post("/officers", "administrator", officer)).json()).toMatchObject({
      fields: [{ field: "username" }],
    });
    const reset = await (await post(`/officers/${made.officerId}/reset-password`, "administrator", {})).json();
    expect(reset.oneTimePassword).not.toBe(made.oneTimePassword);
    const grant = { agencyId, role: "petition-officer", from: "2026-11-24" };
    const { grantId } = await (await post(`/officers/${made.officerId}/grants`, "administrator", grant)).json();
    const ended = await post(`/grants/${grantId}/end`, "administrator", { lastDay: "2026-12-31" });
    expect(await ended.json()).toEqual({ outcome: "done-alone", changeId: null });
    expect(await (await call("/account-changes", "administrator")).json()).toEqual([]);
    expect((await call("/account-changes", "head")).status).toBe(403);
    expect((await post(`/officers/${made.officerId}/active`, "administrator", { active: false })).status).toBe(204);
    const seen = await (await call(`/officers?agencyId=${agencyId}`, "administrator")).json();
    expect(seen).toContainEqual(expect.objectContaining({ username: "moi.ve", active: false }));
  });

  test("a new name holds from its day on, and earlier days keep the old one", async () => {
    const name = { name: "Ủy ban nhân dân xã An Tân", placeName: "xã An Tân", from: "2026-10-01" };
    expect((await post(`/agencies/${office.communeId}/names`, "administrator", name)).status).toBe(204);
    const nameOn = async (day: string) => {
      const tree = await (await fetch(`${origin}/agencies?asOf=${day}`)).json();
      return tree.find((each: { id: string }) => each.id === office.communeId);
    };
    expect(await nameOn("2026-09-30")).toMatchObject({ placeName: "xã An Thử" });
    expect(await nameOn("2026-10-01")).toMatchObject({ name: name.name, placeName: "xã An Tân" });
    const past = await post(`/agencies/${office.communeId}/names`, "administrator", { ...name, from: "2009-01-01" });
    expect(await past.json()).toMatchObject({ fields: [{ field: "from" }] });
  });
});

describe("the calendar", () => {
  const notice = {
    kind: "days",
    source: "Thông báo thử",
    days: [{ on: "2027-02-05", kind: "holiday", nameVi: "Nghỉ Tết", nameEn: "Lunar New Year" }],
  };

  test("is read by every officer; below the top of the tree nobody announces", async () => {
    const year = await (await call("/calendar/2026", "head")).json();
    expect(year).toMatchObject({ year: 2026, verified: true, mayAnnounce: false });
    expect(year.days).toContainEqual(expect.objectContaining({ on: "2026-08-22", kind: "worked-saturday" }));
    expect((await call("/calendar/2099", "head")).status).toBe(404);
    expect((await post("/calendar/notices", "head", notice)).status).toBe(403);
    expect((await post("/calendar/notices", "administrator", notice)).status).toBe(403);
  });

  test("takes a notice once from the administrator of the province, and says what is wrong with another", async () => {
    const officerId = await office.officerId("administrator", "above");
    const { secret } = await office.app.access.createToken(office.app.command, { officerId, label: "API" });
    const send = (route: string, body: object, key: string = randomUUID()) =>
      fetch(origin + route, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "accept-language": "en", "idempotency-key": key },
        body: JSON.stringify(body),
      });
    expect(await (await send("/calendar/preview", notice)).json()).toMatchObject({ moved: 0, examples: [] });
    const key = randomUUID();
    const first = await (await send("/calendar/notices", notice, key)).json();
    expect(await (await send("/calendar/notices", notice, key)).json()).toEqual(first);
    const year = await (await call("/calendar/2027", "head")).json();
    expect(year.notices).toMatchObject([
      { id: first.noticeId, by: "Cán bộ administrator.above", recount: { state: "waiting" } },
    ]);
    const wrong = await send("/calendar/notices", { kind: "days", days: notice.days });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).fields).toMatchObject([{ field: "source" }]);
  });
});

describe("what the holder of a receipt does without an account", () => {
  const open = (route: string, body: object) => fetch(origin + route, { method: "POST", body: JSON.stringify(body) });

  test("a withdrawal is asked for once, however often it is sent; wrong codes and what is missing are refused", async () => {
    const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      agencyId: office.communeId,
      visitor: { name: "Lê Thị Rút", address: "Thôn Hai", idNumber: "001085000222" },
      kinds: ["complaint"],
      content: "Khiếu nại quyết định thu hồi đất vườn",
      readBack: true,
    });
    const [petition] = petitions;
    const { code, secret } = { code: petition?.code ?? "", secret: petition?.trackingSecret ?? "" };
    const asked = { key: randomUUID(), code, secret, scope: "withdraw-all", body: "Hai bên đã thỏa thuận" };
    for (const _ of [1, 2]) expect((await open("/track/withdrawal", asked)).status).toBe(200);
    const wanted = (await (await open("/track", { code, secret })).json()).letters;
    expect(wanted.map(({ about }: { about: string }) => about)).toEqual(["withdraw-all"]);
    expect((await open("/track/withdrawal", { ...asked, key: randomUUID(), secret: "AAAA-AAAA-AAAA" })).status).toBe(
      404,
    );
    expect((await open("/track/withdrawal", { code, secret })).status).toBe(422);
    expect((await open("/track/rating", { key: randomUUID(), code, secret, solved: "no" })).status).toBe(409);
    expect(
      (await open("/track/rating", { key: randomUUID(), code, secret: "AAAA-AAAA-AAAA", solved: "no" })).status,
    ).toBe(404);
  });

  test("nobody books a place at a session that is not published", async () => {
    const form = { key: randomUUID(), name: "Lê Thị Hẹn", contact: "", subject: "Hỏi về đường", people: "1" };
    expect((await open(`/reception-calendar/${randomUUID()}/bookings`, form)).status).toBe(404);
    expect((await open(`/reception-calendar/${randomUUID()}/bookings`, {})).status).toBe(422);
  });
});
