import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, createApp } from "../src/server/app.ts";
import { openLog } from "../src/server/http/log.ts";
import { type Jobs, startJobs } from "../src/server/jobs/run-jobs.ts";
import { type Serving, serve } from "../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../src/server/testing.ts";
import { civilDate } from "../src/time/civil-date.ts";

type Role = "reception-officer" | "petition-officer" | "settlement-officer" | "head" | "clerk";
interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire; each test says what it expects of it.
  readonly body: any;
}

let office: TestOffice;
let later: App;
let jobs: Jobs;
const serving: Serving[] = [];
const tokens = new Map<Role, string>();
const origins: { now: string; afterEffect: string } = { now: "", afterEffect: "" };
let day: keyof typeof origins = "now";

beforeAll(async () => {
  const log = openLog({ logLevel: "silent" });
  office = await openTestOffice({ today: "2026-11-24" });
  const { app } = office;
  // The same office four weeks later, when the decision has taken effect.
  const config = { ...app.config, today: civilDate("2026-12-22") };
  later = await createApp(config, { mode: "join", store: app.setting.store });
  serving.push(await serve(app, { log }), await serve(later, { log }));
  [origins.now, origins.afterEffect] = serving.map(({ port }) => `http://127.0.0.1:${port}/api/v1`) as [string, string];
  for (const role of ["reception-officer", "petition-officer", "settlement-officer", "head", "clerk"] as const) {
    const officerId = await office.officerId(role);
    tokens.set(role, (await app.access.createToken(app.command, { officerId, label: "API" })).secret);
  }
  jobs = await startJobs(app, { log });
});
afterAll(async () => {
  await Promise.all(serving.map((each) => each.stop()));
  await jobs?.stop();
  await office?.close();
});

async function call(method: "GET" | "POST", path: string, as?: Role, body?: object, key?: string): Promise<Answer> {
  const answer = await fetch(origins[day] + path, {
    method,
    headers: {
      "accept-language": "en",
      ...(as ? { authorization: `Bearer ${tokens.get(as)}` } : {}),
      ...(body ? { "content-type": "application/json", "idempotency-key": key ?? randomUUID() } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** The answer of a call that must succeed. */
async function done(method: "GET" | "POST", path: string, as?: Role, body?: object, key?: string) {
  const answer = await call(method, path, as, body, key);
  expect(answer.body, path).not.toHaveProperty("code", expect.stringMatching(/^(law|not-|invalid|conflict)/));
  expect(answer.status, path).toBe(200);
  return answer.body;
}

const visit = () => ({
  agencyId: office.communeId,
  receivedOn: "2026-10-05",
  visitor: { name: "Trần Thị Thử", address: "Thôn Hai, xã An Thử", idNumber: "001185012345" },
  kinds: ["complaint"],
  content: "Khiếu nại quyết định thu hồi đất vườn, đề nghị đo đạc lại ranh giới.",
  request: "Hủy quyết định thu hồi đất",
  contestedAct: "Quyết định số 15/QĐ-UBND ngày 01/9/2026",
  respondent: "Chủ tịch Ủy ban nhân dân xã An Thử",
  hasPetitionPaper: true,
  items: [{ title: "Đơn khiếu nại", pages: 2 }],
  readBack: true,
});

describe("a complaint by the API alone, from the counter to enforcement", () => {
  let petition: { id: string; code: string; trackingSecret: string };
  let matterId: string;

  const sheet = () => done("GET", `/matters/${matterId}`, "head");
  const stateOf = async () => (await sheet()).state.id;
  async function act(id: string, on: string, values: object, as: Role): Promise<Answer> {
    const { seq } = await sheet();
    return call("POST", `/matters/${matterId}/acts`, as, { act: id, on, seq, values });
  }
  async function acted(id: string, on: string, values: object, as: Role) {
    const { status, body } = await act(id, on, values, as);
    expect(body, id).toMatchObject({ matterId });
    expect(status).toBe(200);
    return body;
  }
  const step = (paperId: string, as: Role, name: string, more: object = {}) =>
    call("POST", `/papers/${paperId}/steps`, as, { step: name, ...more });

  /** Draft, checked, approved, signed, numbered. */
  async function issued(id: string, on: string, values: object, preparedBy: Role = "head") {
    const { waitsFor } = await acted(id, on, values, preparedBy);
    for (const [as, name] of [
      ["petition-officer", "check"],
      ["head", "approve"],
      ["head", "sign"],
    ] as const)
      expect(await step(waitsFor, as, name)).toMatchObject({ status: 200 });
    const { body } = await step(waitsFor, "clerk", "number", { on });
    expect(body, id).toMatchObject({ paperId: waitsFor, state: "numbered", number: expect.stringMatching(/^\d+\//) });
    return body as { paperId: string; number: string; act: { state: string } };
  }

  test("the reception officer records the visit, and sending it twice records it once", async () => {
    const key = randomUUID();
    const first = await done("POST", "/visits", "reception-officer", visit(), key);
    expect(first.petitions).toHaveLength(1);
    const again = await done("POST", "/visits", "reception-officer", visit(), key);
    expect(again).toMatchObject({ visitId: first.visitId, registerNo: first.registerNo });
    [petition] = first.petitions;
    expect(petition.trackingSecret).toBeTruthy();
    const receipt = await fetch(`${origins.now}/visits/${first.visitId}/receipt`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokens.get("reception-officer")}` },
      body: JSON.stringify({ trackingSecret: petition.trackingSecret }),
    });
    expect(new TextDecoder().decode((await receipt.bytes()).subarray(0, 5))).toBe("%PDF-");
    const period = `agencyId=${office.communeId}&from=2026-10-01&to=2026-10-31`;
    const register = await done("GET", `/register?${period}`, "reception-officer");
    expect(register).toMatchObject({ count: 1, lines: [{ visitId: first.visitId }] });
  });

  test("a visit without identity is refused by the article, field by field", async () => {
    const { status, body } = await call("POST", "/visits", "reception-officer", {
      ...visit(),
      visitor: { name: "Lê Văn Không Giấy", address: "Thôn Ba" },
    });
    expect(status).toBe(422);
    expect(body.fields).toEqual([{ field: "visitor.idNumber", detail: expect.stringContaining("Law 136/2025") }]);
  });

  test("the settlement officer may not open the matter; the petition officer does, under the law of the day of receipt", async () => {
    const path = `/petitions/${petition.id}/matter`;
    expect((await call("POST", path, "settlement-officer", { values: { signaturesComplete: true } })).status).toBe(403);
    ({ matterId } = await done("POST", path, "petition-officer", { values: { signaturesComplete: true } }));
    const opened = await sheet();
    expect(opened).toMatchObject({ lawPack: "complaints/2026-07-01", state: { id: "KN_SCREEN" } });
    expect(opened.clocks).toContainEqual(
      expect.objectContaining({ clock: "acceptance", rule: "KN-27-1", dueOn: "2026-10-14" }),
    );
    const twice = await call("POST", path, "petition-officer", { values: { signaturesComplete: true } });
    expect(twice).toMatchObject({ status: 409, body: { code: "already-done" } });
  });

  test("no decision before verification: refused with the article and with what is possible instead", async () => {
    const { status, body } = await act(
      "decide",
      "2026-10-06",
      { conclusion: "wrong", measure: "keep", content: "x", legalBasis: "x" },
      "head",
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "law", article: expect.stringContaining("Điều") });
    expect(body.instead.map((each: { act: string }) => each.act)).toContain("accept");
  });

  test("acceptance is a draft until it is checked, approved, signed and numbered, by those whose step it is", async () => {
    const { waitsFor } = await acted(
      "accept",
      "2026-10-08",
      {
        eligible: true,
        content: "Khiếu nại quyết định thu hồi đất",
        assignedTo: await office.officerId("settlement-officer"),
      },
      "petition-officer",
    );
    expect(await stateOf()).toBe("KN_SCREEN");
    expect((await step(waitsFor, "head", "sign")).body).toMatchObject({ code: "law" });
    const draft = await fetch(`${origins.now}/papers/${waitsFor}/document?format=pdf`, {
      headers: { authorization: `Bearer ${tokens.get("head")}` },
    });
    expect(draft.headers.get("content-type")).toBe("application/pdf");
    expect(new TextDecoder().decode((await draft.bytes()).subarray(0, 5))).toBe("%PDF-");
    expect((await step(waitsFor, "petition-officer", "check")).status).toBe(200);
    expect((await step(waitsFor, "petition-officer", "approve")).status).toBe(403);
    await step(waitsFor, "head", "approve");
    await step(waitsFor, "head", "sign");
    const numbered = await step(waitsFor, "clerk", "number", { on: "2026-10-08" });
    expect(numbered.body).toMatchObject({
      number: expect.stringMatching(/^\d+\/TB-UBND$/),
      act: { state: "ACCEPTED" },
    });
    const { acceptedOn, clocks } = await sheet();
    expect(acceptedOn).toBe("2026-10-08");
    expect(clocks).toContainEqual(
      expect.objectContaining({ clock: "settlement", rule: "KN-28-1", dueOn: "2026-11-09", status: "running" }),
    );
  });

  test("whoever saw an older version is told what stands now", async () => {
    const { status, body } = await call("POST", `/matters/${matterId}/acts`, "head", {
      act: "order-verification",
      on: "2026-10-09",
      seq: 0,
      values: {},
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: "conflict", current: { seq: 1, state: "ACCEPTED" } });
  });

  test("verification is ordered, held and reported; its words are found by the search", async () => {
    await issued("order-verification", "2026-10-09", {
      verifiers: [await office.officerId("settlement-officer")],
      content: "Ranh giới và diện tích đất",
      period: "10 ngày",
    });
    await acted(
      "hold-working-session",
      "2026-10-13",
      { with: "complainant", place: "Trụ sở Ủy ban nhân dân xã", summary: "Người khiếu nại trình bày về mốc giới cũ" },
      "settlement-officer",
    );
    await acted(
      "report",
      "2026-10-19",
      {
        conclusion: "partly-right",
        requestDiffers: true,
        findings: "Bản đồ địa chính lệch so với thực địa bảy mét vuông",
        recommendation: "Sửa một phần quyết định",
      },
      "settlement-officer",
    );
    expect(await stateOf()).toBe("VERIFIED");
    let lines: { id: string }[] = [];
    for (let i = 0; i < 100 && lines.length === 0; i++) {
      await sleep(100);
      ({ lines } = await done("POST", "/petitions/search", "head", { q: "ban do dia chinh" }));
    }
    expect(lines.map(({ id }) => id)).toEqual([petition.id]);
  });

  test("where request and result differ there is no decision without a dialogue, announced five days before", async () => {
    const decision = { conclusion: "partly-right", measure: "amend", content: "x", legalBasis: "x" };
    expect((await act("decide", "2026-10-20", decision, "head")).body).toMatchObject({
      code: "law",
      article: expect.stringContaining("Điều"),
    });
    const dialogue = { time: "8 giờ 30", place: "Hội trường xã", content: "Ranh giới", invitees: "Người khiếu nại" };
    const hasty = await act("invite-dialogue", "2026-10-20", { ...dialogue, dialogueOn: "2026-10-22" }, "head");
    expect(hasty.body).toMatchObject({ article: expect.stringContaining("Điều 28") });
    await issued("invite-dialogue", "2026-10-20", { ...dialogue, dialogueOn: "2026-10-28" });
    await acted(
      "hold-dialogue",
      "2026-10-28",
      { attendance: "attended", agreed: "Đo lại ranh giới phía đông", disputed: "Mức bồi thường" },
      "head",
    );
    expect(await stateOf()).toBe("DIALOGUED");
  });

  test("the head decides; the clerk sends, writes down the receipt and publishes", async () => {
    const { number, paperId } = await issued("decide", "2026-10-30", {
      conclusion: "partly-right",
      measure: "amend",
      content: "Sửa một phần Quyết định số 15/QĐ-UBND",
      legalBasis: "Luật Khiếu nại; Luật Đất đai",
    });
    expect(number).toMatch(/^\d+\/QĐ-UBND$/);
    const rewritten = await call("POST", `/papers/${paperId}/rewrite`, "head", { values: { content: "Khác" } });
    expect(rewritten.body).toMatchObject({ code: "law", article: expect.stringContaining("30/2020") });
    await acted("send", "2026-11-02", { way: "post", allRecipients: true }, "clerk");
    await acted("record-receipt", "2026-11-05", { receivedOn: "2026-11-04", proof: "postal" }, "clerk");
    await acted(
      "publish",
      "2026-11-06",
      { way: "posting", publishedOn: "2026-11-06", noticeOn: "2026-11-02", place: "Trụ sở Ủy ban nhân dân xã" },
      "clerk",
    );
    expect(await stateOf()).toBe("PUBLISHED");
    const { papers } = await sheet();
    expect(papers.find((paper: { id: string }) => paper.id === paperId).deliveries).toContainEqual(
      expect.objectContaining({ recipient: "petitioner", sentOn: "2026-11-02", receivedOn: "2026-11-04" }),
    );
  });

  test("nobody enforces before the decision has taken effect; then it is enforced and the file closed", async () => {
    const direction = {
      executor: "Công chức địa chính xã",
      content: "Đo lại và sửa quyết định",
      doneBy: "2027-01-15",
      reportBy: "2027-01-20",
    };
    const early = await act("direct-enforcement", "2026-11-23", direction, "head");
    expect(early.body).toMatchObject({ code: "law", article: expect.stringContaining("Điều") });
    day = "afterEffect";
    await issued("direct-enforcement", "2026-12-21", direction);
    await acted(
      "record-execution",
      "2026-12-22",
      { how: "complied", summary: "Đã đo lại và sửa quyết định" },
      "settlement-officer",
    );
    await acted("close", "2026-12-22", { pagesNumbered: true }, "settlement-officer");
    expect(await stateOf()).toBe("CLOSED");
    expect((await sheet()).timeline).toHaveLength(13);
  });

  test("the citizen follows it with code and secret, and nobody without", async () => {
    const { code, trackingSecret } = petition;
    const seen = await done("POST", "/track", undefined, { code, secret: trackingSecret });
    expect(seen).toMatchObject({ code, receivedOn: "2026-10-05", holder: expect.stringContaining("An Thử") });
    expect(seen.events.length).toBeGreaterThan(5);
    expect((await call("POST", "/track", undefined, { code, secret: "SAI-SAI-SAI" })).status).toBe(404);
    expect((await call("GET", `/matters/${matterId}`)).status).toBe(401);
  });

  test("the trail of all of it holds together", async () => {
    expect((await later.audit.verifyTrail(later.command)).faults).toEqual([]);
  });
});
