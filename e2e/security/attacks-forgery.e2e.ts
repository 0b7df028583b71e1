import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiEndpoints, webEndpoints } from "../../src/server/endpoints.ts";
import { testPassword } from "../../src/server/testing.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { openTarget, type Planted, plant, serveOver, type Target } from "./target.ts";

let target: Target;
let planted: Planted;

beforeAll(async () => {
  target = await openTarget();
  planted = await plant(target);
});
afterAll(() => target?.close());

const cookieOf = (answer: Response, name = "minhxet="): string =>
  answer.headers
    .getSetCookie()
    .find((each) => each.startsWith(name))
    ?.split(";")[0] ?? "";

function signIn(username: string, headers: Record<string, string> = {}, url = target.url): Promise<Response> {
  return fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: target.url, ...headers },
    body: new URLSearchParams({ username, password: testPassword }),
  });
}

/** What a browser sends when a page elsewhere makes it send a form. */
const elsewhere: readonly (readonly [string, Record<string, string>])[] = [
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site, in an old browser", { origin: "https://evil.example" }],
  ["a neighbour under the same domain", { origin: "https://blog.example.gov.vn", "sec-fetch-site": "same-site" }],
  ["another port of the same machine", { origin: "http://127.0.0.1:9", "sec-fetch-site": "same-site" }],
  ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["a sandboxed frame, in an old browser", { origin: "null" }],
  ["a page that hides where it is", { "sec-fetch-site": "cross-site" }],
  ["an origin that begins like ours", { origin: "http://127.0.0.1.evil.example" }],
  ["nowhere", {}],
];

describe("I make an officer's browser send what I want", () => {
  const posts = webEndpoints.filter(({ method }) => method === "POST");
  const matterAct = () => `/office/matters/${planted.matterId}/acts/suspend`;

  test.each(elsewhere)("a form of %s changes nothing on any page", async (_, headers) => {
    const cookie = await target.cookie("head");
    const before = await eventsInAll();
    for (const path of [
      ...posts.map(({ pattern }) => pattern.replace("*", "list")),
      matterAct(),
      `/office/petitions/${planted.petitionId}`,
      "/office/admin",
    ])
      for (const each of [path, `${path === "/" ? "/_root" : path}.data`]) {
        const answer = await fetch(target.url + each, {
          method: "POST",
          redirect: "manual",
          headers: { ...headers, cookie },
          body: new URLSearchParams({
            locale: "en",
            intent: "end-others",
            username: "head.here",
            password: testPassword,
          }),
        });
        expect(answer.status, each).toBe(403);
        expect(answer.headers.getSetCookie(), each).toEqual([]);
      }
    expect(await eventsInAll()).toEqual(before);
    expect((await fetch(`${target.url}/office`, { headers: { cookie }, redirect: "manual" })).status).toBe(200);
  });

  test.each(elsewhere)("a request of %s to the API is a stranger's, cookie or not", async (_, headers) => {
    const cookie = await target.cookie("administrator");
    for (const { method, pattern } of apiEndpoints.filter(({ access }) => access !== "public")) {
      const answer = await fetch(target.url + pattern.replaceAll(/:\w+/g, randomUUID()), {
        method,
        headers: { ...headers, cookie, "content-type": "text/plain" },
        ...(method === "GET" ? {} : { body: "{}" }),
      });
      expect(answer.status, `${method} ${pattern}`).toBe(401);
    }
  });

  test("our own pages are let in, also behind a proxy that ends TLS", async () => {
    expect((await signIn("head.here")).status).toBe(303);
    expect((await signIn("head.here", { "sec-fetch-site": "same-origin" })).status).toBe(303);
  });

  test("no page does anything by a GET: a picture or a link signs nobody out", async () => {
    const cookie = await target.cookie("head");
    const before = await eventsInAll();
    for (const path of [
      "/sign-out",
      "/language?locale=en",
      "/sessions?intent=end-others",
      `${matterAct()}?intent=save`,
    ])
      await fetch(target.url + path, { headers: { cookie, "sec-fetch-site": "cross-site" }, redirect: "manual" });
    expect((await fetch(`${target.url}/office`, { headers: { cookie }, redirect: "manual" })).status).toBe(200);
    expect(await eventsInAll()).toEqual(before);
  });
});

describe("I come by a cookie", () => {
  test("over http it is out of reach of scripts and of other sites; over https it is bound to this host and to TLS", async () => {
    const plain = (await signIn("head.here")).headers.getSetCookie();
    expect(plain.length).toBe(2);
    for (const each of plain) expect(each).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
    const tls = await serveOver(target, "https://minhxet.example");
    try {
      const headers = { host: "minhxet.example", origin: "https://minhxet.example" };
      const { status, cookies, sts } = await asHost(tls.url, headers, `username=head.here&password=${testPassword}`);
      expect(status).toBe(303);
      expect(cookies.length).toBe(2);
      for (const each of cookies) expect(each).toMatch(/^__Host-[^;]+; Path=\/; HttpOnly; SameSite=Lax.*; Secure/);
      for (const each of cookies) expect(each).not.toMatch(/domain=/i);
      expect(sts).toMatch(/max-age=31536000; includeSubDomains/);
      // The name without the prefix, which a neighbour could set, is not read there.
      const { session } = await target.as("head");
      const value = tls.served.cookie.write(session, new Date()).split(";")[0] ?? "";
      const stripped = value.replace("__Host-", "");
      const asked = (cookie: string) => fetch(`${tls.url}/office`, { headers: { cookie }, redirect: "manual" });
      expect((await asked(value)).status).toBe(200);
      expect((await asked(stripped)).status).toBe(303);
    } finally {
      await tls.stop();
    }
  });

  test("a session that I chose for the officer is not taken: signing in makes another", async () => {
    const mine = "minhxet=chosen-by-me.AAAA";
    const answer = await signIn("head.here", { cookie: mine });
    expect(cookieOf(answer)).not.toContain("chosen-by-me");
    const stranger = await target.cookie("clerk");
    const other = await signIn("head.here", { cookie: stranger });
    expect(cookieOf(other)).not.toBe(stranger);
    const me = await fetch(`${target.url}/api/v1/me`, {
      headers: { cookie: stranger, "sec-fetch-site": "same-origin" },
    });
    expect(await me.json()).toMatchObject({ displayName: "Cán bộ clerk.here" });
  });

  test.each([
    ["cut", (c: string) => c.slice(0, -1)],
    ["longer", (c: string) => `${c}A`],
    ["without its signature", (c: string) => c.split(".")[0] ?? ""],
    ["with an empty signature", (c: string) => `${c.split(".")[0]}.`],
    ["with another's signature", (c: string) => `${c.split(".")[0]}x.${c.split(".")[1]}`],
    ["twice, a wrong one first", (c: string) => `minhxet=x.y; ${c}`],
  ])("a cookie %s opens nothing", async (_, change) => {
    const cookie = change(await target.cookie("head"));
    expect((await fetch(`${target.url}/office`, { headers: { cookie }, redirect: "manual" })).status).toBe(303);
  });

  test("after signing out, an old cookie that I kept opens nothing, on pages and in the API", async () => {
    const cookie = cookieOf(await signIn("head.here"));
    const asked = () => fetch(`${target.url}/api/v1/me`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
    expect((await asked()).status).toBe(200);
    await fetch(`${target.url}/sign-out`, {
      method: "POST",
      headers: { cookie, origin: target.url },
      redirect: "manual",
    });
    expect((await asked()).status).toBe(401);
    expect((await fetch(`${target.url}/office`, { headers: { cookie }, redirect: "manual" })).status).toBe(303);
  });
});

describe("I was an officer here", () => {
  const role = "petition-officer";

  async function leaver(username: string) {
    const { app, communeId: agencyId } = target;
    const made = await app.access.createOfficer(app.command, { username, displayName: "Người Cũ", agencyId, role });
    const network = "203.0.113.9";
    const first = await app.access.signIn({ username, password: made.oneTimePassword, network });
    await app.access.changePassword(
      { session: first.secret },
      { current: made.oneTimePassword, next: testPassword, network },
    );
    const { secret } = await app.access.createToken(app.command, { officerId: made.officerId, label: "cũ" });
    const headers = { authorization: `Bearer ${secret}` };
    return {
      ...made,
      secret,
      session: { session: first.secret },
      get: (path: string) => fetch(`${target.url}/api/v1${path}`, { headers }),
    };
  }

  test("once my account is closed, token and session open nothing, and my password neither", async () => {
    const { officerId, get, session } = await leaver("nguoi.cu");
    expect((await get(`/petitions/${planted.petitionId}`)).status).toBe(200);
    await target.app.access.setActive(target.app.command, { officerId, active: false });
    expect((await get("/me")).status).toBe(401);
    await expect(target.app.access.me(session)).rejects.toMatchObject({ code: "not-signed-in" });
    expect((await signIn("nguoi.cu")).status).toBe(422);
  });

  test("once my role is over, the token shows none of the agency's files", async () => {
    const { officerId, get } = await leaver("het.vai");
    const lines = await target.app.access.listOfficers(target.app.command, { agencyId: target.communeId });
    const grant = lines.find(({ id }) => id === officerId)?.grants[0];
    await target.app.access.endRole(target.app.command, { grantId: grant?.id ?? "", lastDay: civilDate("2026-11-23") });
    expect((await get("/me")).status).toBe(200);
    for (const path of [
      `/petitions/${planted.petitionId}`,
      "/petitions",
      `/matters/${planted.matterId}`,
      `/papers/${planted.paperId}/document`,
    ])
      expect([403, 404], path).toContain((await get(path)).status);
  });

  test("a token that was revoked opens nothing, and a token makes no other token", async () => {
    const { get, session, secret } = await leaver("thu.hoi");
    const [line] = await (await get("/me/tokens")).json();
    const { access } = target.app;
    await expect(access.createToken({ token: secret }, { label: "nữa" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await access.revokeToken(session, { tokenId: line.id });
    expect((await get("/me")).status).toBe(401);
  });

  test("an idempotency key that another officer used shows me nothing and repeats nothing", async () => {
    const key = randomUUID();
    const body = {
      agencyId: target.communeId,
      receivedOn: "2026-11-03",
      visitor: { name: "Lê Văn Khóa", address: "Thôn Ba", idNumber: "001185011111" },
      kinds: ["recommendation"],
      content: "Đường hỏng",
      readBack: true,
    };
    const record = async (authorization: string) => {
      const answer = await fetch(`${target.url}/api/v1/visits`, {
        method: "POST",
        headers: { authorization, "idempotency-key": key },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    };
    const first = await record(await target.bearer("reception-officer"));
    expect(first.status).toBe(200);
    const elsewhereOfficer = await target.bearer("reception-officer", "elsewhere");
    const stolen = await fetch(`${target.url}/api/v1/visits`, {
      method: "POST",
      headers: { authorization: elsewhereOfficer, "idempotency-key": key },
      body: JSON.stringify({ ...body, agencyId: target.otherCommuneId }),
    });
    expect(stolen.status).toBe(409);
    expect(await stolen.text()).not.toContain(first.body.visitId);
    expect((await record(await target.bearer("reception-officer"))).body.visitId).toBe(first.body.visitId);
  });
});

/** How much was ever done: every chain's count, and open sessions. */
async function eventsInAll(): Promise<readonly unknown[]> {
  const { store } = target.app.setting;
  const { rows } = await store.authPool.query("select count(*)::int as n from auth.session");
  const { events } = await target.app.matters
    .openMatterSheet(await target.as("head"), { matterId: planted.matterId })
    .then((sheet) => ({ events: sheet.timeline.length }));
  return [rows[0], events];
}

/** A request under a host name that no resolver knows. */
async function asHost(url: string, headers: Record<string, string>, body: string) {
  const { request } = await import("node:http");
  return new Promise<{ status: number; cookies: readonly string[]; sts: string }>((resolve, reject) => {
    const { port } = new URL(url);
    const type = "application/x-www-form-urlencoded";
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        method: "POST",
        path: "/sign-in",
        headers: { ...headers, "content-type": type, "content-length": Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        const { statusCode = 0, headers: got } = answer;
        resolve({
          status: statusCode,
          cookies: got["set-cookie"] ?? [],
          sts: String(got["strict-transport-security"] ?? ""),
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
