import { randomUUIDv7 } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClient } from "../../store/pool.ts";
import { openTestDatabase } from "../../store/testing.ts";
import { openApiDocument, operations } from "../api/routes.ts";
import { type App, createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { apiEndpoints } from "../endpoints.ts";
import { type Serving, serve } from "../serve.ts";
import { openLog } from "./log.ts";

let app: App;
let serving: Serving;
let origin: string;
const logged: string[] = [];
const agencyId = randomUUIDv7();

beforeAll(async () => {
  const store = await openTestDatabase();
  const config = { ...readConfig({ MINHXET_TODAY: "2026-11-24" }), port: 0 };
  app = await createApp(config, { mode: "join", store });
  const client = openClient(store.migrator, "test");
  await client.connect();
  await client.query("insert into agency (id, code) values ($1, 'XA-A')", [agencyId]);
  await client.end();
  serving = await serve(app, { log: openLog({ logLevel: "debug" }, { write: (line) => void logged.push(line) }) });
  origin = `http://127.0.0.1:${serving.port}`;
});
afterAll(async () => {
  await serving?.stop();
  await app?.close();
});

const api = (route: string, init?: RequestInit) => fetch(`${origin}/api/v1${route}`, init);
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, "accept-language": "en" });

async function officer(username: string, role: "head" | "reception-officer", changed = true) {
  const network = "192.0.2.1";
  const made = await app.access.createOfficer(app.command, {
    username,
    displayName: "Nguyễn Thị Bí Mật",
    agencyId,
    role,
  });
  const { secret: token } = await app.access.createToken(app.command, { officerId: made.officerId, label: "kiểm thử" });
  if (changed) {
    const { secret } = await app.access.signIn({ username, password: made.oneTimePassword, network });
    await app.access.changePassword(
      { session: secret },
      { current: made.oneTimePassword, next: "thuyền nan qua sông rộng", network },
    );
  }
  return token;
}

describe("the door", () => {
  test.each(apiEndpoints.filter(({ access }) => access !== "public"))(
    "$method $pattern is shut to strangers",
    async ({ method, pattern }) => {
      const answer = await fetch(origin + pattern.replace(/:\w+/g, randomUUIDv7()), { method });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      const forged = await fetch(origin + pattern.replace(/:\w+/g, randomUUIDv7()), {
        method,
        headers: bearer(`mx_${"A".repeat(43)}`),
      });
      expect(forged.status).toBe(401);
    },
  );

  test("lists every operation of the API once, and nothing else", () => {
    const described = operations.map(
      ({ method, path: route }) => `${method.toUpperCase()} /api/v1${route.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    );
    const listed = apiEndpoints
      .map(({ method, pattern }) => `${method} ${pattern}`)
      .filter((each) => !each.endsWith("/openapi.json"));
    expect(described.sort()).toEqual(listed.sort());
    expect(
      operations
        .filter(({ isPublic }) => isPublic)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      "askWithdrawal",
      "bookPlace",
      "checkLaw",
      "compareVersions",
      "computeDeadline",
      "describeProcedure",
      "findCompetence",
      "listAgainstKinds",
      "listAgencies",
      "listDeadlineRules",
      "listGaps",
      "listProcedures",
      "listPublications",
      "listReceptionDuties",
      "listSuccessions",
      "listTrailRoots",
      "listTransitions",
      "openPublication",
      "publishedCalendar",
      "rateOutcome",
      "readCalendarYear",
      "readReceiptKey",
      "readTrailKey",
      "readWaitingRoom",
      "setNoticeWish",
      "takeNumberAtKiosk",
      "track",
      "trackSignatory",
      "verifyReceipt",
      "writeByCode",
    ]);
  });

  test("answers 404 where nothing is listed, with the same headers as everywhere", async () => {
    for (const route of ["/api/v1/secrets", "/api/v2/me", "/.env"]) {
      const answer = await fetch(origin + route);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("stays shut while the one-time password has not been changed", async () => {
    const token = await officer("chua.doi", "head", false);
    const answer = await api("/me", { headers: bearer(token) });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      code: "not-allowed",
      detail: expect.stringContaining("one-time password"),
    });
  });

  test("opens only what the role may do", async () => {
    const token = await officer("tiep.dan", "reception-officer");
    expect((await api("/me", { headers: bearer(token) })).status).toBe(200);
    expect((await api("/petitions", { headers: bearer(token) })).status).toBe(200);
    const route = await api(`/petitions/${randomUUIDv7()}/route`, {
      method: "POST",
      headers: bearer(token),
      body: "{}",
    });
    expect(route.status).toBe(403);
  });
});

describe("answers", () => {
  test("are problem documents in the caller's language, citing what is wrong", async () => {
    const wrong = await api("/law/deadline?rule=KN-27-1&start=yesterday", { headers: { "accept-language": "en" } });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      type: "urn:minhxet:problem:invalid-input",
      fields: [{ field: "start" }],
    });
    const beyond = await api("/law/deadline?rule=KN-27-1&start=2029-07-02");
    expect(await beyond.json()).toMatchObject({ code: "law", title: "Pháp luật không cho phép" });
  });

  test("say when the law's deadline falls and why, to anyone", async () => {
    const answer = await api("/law/deadline?rule=KN-27-1&start=2026-07-02");
    expect(await answer.json()).toMatchObject({ dueOn: "2026-07-13", version: "2026-07-01", provisional: false });
  });

  test("do not tell a wrong code from a wrong secret, and slow guessing down", async () => {
    const guess = () =>
      api("/track", { method: "POST", body: JSON.stringify({ code: "XA-A-2026-1", secret: "AAAA" }) });
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await guess()).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429]);
  });

  test("refuse a key that is no key and a body that is too large", async () => {
    const token = await officer("khoa.sai", "head");
    const bad = await api(`/petitions/${randomUUIDv7()}/route`, {
      method: "POST",
      headers: { ...bearer(token), "idempotency-key": "again" },
      body: "{}",
    });
    expect(await bad.json()).toMatchObject({ fields: [{ field: "Idempotency-Key" }] });
    const large = await api("/track", { method: "POST", body: "x".repeat(600 * 1024) });
    expect(large.status).toBe(413);
  });

  test("tell whether the process lives and whether the database answers", async () => {
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: "ready" });
  });
});

test("logs hold route patterns and no personal data", async () => {
  const token = await officer("nhat.ky", "head");
  await api("/people/search", {
    method: "POST",
    headers: bearer(token),
    body: JSON.stringify({ agencyId, query: "Trần Văn Kín" }),
  });
  await api(`/petitions/${randomUUIDv7()}?q=${encodeURIComponent("Trần Văn Kín")}`, { headers: bearer(token) });
  const all = logged.join("");
  expect(all).toContain("/api/v1/petitions/:id");
  for (const secret of ["Kín", "K%C3%ADn", "Bí Mật", "nhat.ky", token, "127.0.0.1", agencyId])
    expect(all).not.toContain(secret);
});

test("docs/openapi.json is what the API says of itself; -u writes it anew", async () => {
  const file = path.resolve(import.meta.dirname, "../../../docs/openapi.json");
  await expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toMatchFileSnapshot(file);
});
