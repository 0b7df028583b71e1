import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "../../src/time/civil-date.ts";
import { openTarget, type Planted, plant, root, type Target } from "./target.ts";

let target: Target;
let planted: Planted;

beforeAll(async () => {
  target = await openTarget();
  planted = await plant(target);
});
afterAll(() => target?.close());

const roles = [
  "reception-officer",
  "petition-officer",
  "settlement-officer",
  "clerk",
  "head",
  "administrator",
] as const;

/** What is answered, without the id that was asked for. */
async function answerTo(authorization: string, method: string, address: string, id: string, body?: object) {
  const answer = await fetch(`${target.url}/api/v1${address}`, {
    method,
    headers: { authorization, "accept-language": "en" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, text: (await answer.text()).replaceAll(id, "ID") };
}

describe("I am an officer of the next commune and know ids that are not mine", () => {
  test.each(roles)("%s: an id of another agency in a path answers as one that does not exist", async (role) => {
    const authorization = await target.bearer(role, "elsewhere");
    const { visitId, petitionId, matterId, paperId, personId, fileId, runId, sessionId } = planted;
    const officerId = await target.officerId("clerk");
    const values = { values: {} };
    const asked: readonly (readonly [string, string, string, object?])[] = [
      ["GET", "/visits/{id}", visitId],
      ["POST", "/visits/{id}/classify", visitId, { kinds: ["recommendation"] }],
      ["POST", "/visits/{id}/correct", visitId, { reason: "Ghi nhầm", content: "Khác" }],
      ["POST", "/visits/{id}/receipt", visitId, {}],
      ["GET", "/people/{id}/history", personId],
      ["GET", "/petitions/{id}", petitionId],
      ["POST", "/petitions/{id}/classify", petitionId, { kind: "recommendation" }],
      ["POST", "/petitions/{id}/route", petitionId, { route: "file", reason: "x", on: "2026-11-20" }],
      ["POST", "/petitions/{id}/correct", petitionId, { peopleCount: 2, reason: "x" }],
      ["POST", "/petitions/{id}/matter", petitionId, values],
      ["GET", "/petitions/{id}/openings/complaint-first", petitionId],
      ["POST", "/petitions/{id}/hand-over", petitionId, {}],
      ["GET", "/petitions/{id}/competence", petitionId],
      ["POST", "/petitions/{id}/competence", petitionId, { against: "x", agrees: true }],
      ["GET", "/matters/{id}", matterId],
      ["POST", "/matters/{id}/acts", matterId, { act: "suspend", on: "2026-11-20", seq: 0, values: {} }],
      ["POST", "/papers/{id}/steps", paperId, { step: "check" }],
      ["POST", "/papers/{id}/rewrite", paperId, values],
      ["POST", "/papers/{id}/receipts", paperId, { recipient: "petitioner", receivedOn: "2026-11-20" }],
      ["GET", "/papers/{id}/document", paperId],
      ["GET", "/files/{id}", fileId],
      ["GET", "/imports/{id}", runId],
      ["POST", "/imports/{id}/cancel", runId],
      ["GET", "/imports/{id}/rejections", runId],
      ["GET", "/imports/{id}/errors", runId],
      ["GET", "/head-sessions/{id}", sessionId],
      ["POST", "/head-sessions/{id}/outcome", sessionId, { outcome: "held" }],
      ["POST", "/officers/{id}/reset-password", officerId],
      ["POST", "/officers/{id}/active", officerId, { active: false }],
      ["POST", "/officers/{id}/reset-second-factor", officerId],
      ["POST", "/officers/{id}/end-sessions", officerId],
      ["GET", "/officers/{id}/account", officerId],
    ];
    let reached = 0;
    for (const [method, address, id, body] of asked) {
      const nothing = crypto.randomUUID();
      const real = await answerTo(authorization, method, address.replace("{id}", id), id, body);
      const none = await answerTo(authorization, method, address.replace("{id}", nothing), nothing, body);
      expect(real, `${method} ${address}`).toEqual(none);
      expect(real.status, `${method} ${address}`).toBeGreaterThanOrEqual(400);
      if (real.status === 404) reached++;
    }
    // Most questions come past the door, so that it is the row that is not found.
    expect(reached).toBeGreaterThan(2);
  });

  test("an id of another agency in a body or a query answers as one that does not exist", async () => {
    const counter = await target.bearer("reception-officer", "elsewhere");
    const visit = {
      agencyId: target.otherCommuneId,
      receivedOn: "2026-11-03",
      visitor: { name: "Lê Văn Đoán", address: "Thôn Ba", idNumber: "001185011111" },
      kinds: ["recommendation"],
      content: "Đường hỏng",
      readBack: true,
    };
    const period = (agencyId: string) => `agencyId=${agencyId}&from=2026-10-01&to=2026-11-20`;
    const asked: readonly (readonly [string, string, (id: string) => string, ((id: string) => object)?])[] = [
      ["POST", target.communeId, () => "/visits", (agencyId) => ({ ...visit, agencyId })],
      ["POST", planted.personId, () => "/visits", (personId) => ({ ...visit, visitor: { personId } })],
      ["POST", planted.fileId, () => "/visits", (fileId) => ({ ...visit, items: [{ title: "Đơn", fileId }] })],
      ["POST", target.communeId, () => "/people/search", (agencyId) => ({ agencyId, query: "Trần" })],
      ["GET", target.communeId, (id) => `/register?${period(id)}`],
      ["GET", target.communeId, (id) => `/register/export?${period(id)}`],
      ["GET", target.communeId, (id) => `/head-sessions?${period(id)}`],
      ["GET", target.communeId, (id) => `/head-duties?agencyId=${id}&year=2026`],
      ["GET", target.communeId, (id) => `/officers?agencyId=${id}`],
    ];
    for (const [method, id, address, body] of asked) {
      const nothing = crypto.randomUUID();
      const real = await answerTo(counter, method, address(id), id, body?.(id));
      const none = await answerTo(counter, method, address(nothing), nothing, body?.(nothing));
      expect(real, `${method} ${address("ID")}`).toEqual(none);
    }
  });

  test("an administrator elsewhere takes over no account whose roles have ended here", async () => {
    const { app, communeId: agencyId } = target;
    const { officerId } = await app.access.createOfficer(app.command, {
      username: "da.nghi",
      displayName: "Đã nghỉ",
      agencyId,
      role: "head",
    });
    const lines = await app.access.listOfficers(app.command, { agencyId });
    const grantId = lines.find(({ id }) => id === officerId)?.grants[0]?.id ?? "";
    await app.access.endRole(app.command, { grantId, lastDay: civilDate("2026-11-01") });
    for (const [where, status] of [
      ["elsewhere", 404],
      ["here", 200],
    ] as const) {
      const authorization = await target.bearer("administrator", where);
      const answer = await answerTo(authorization, "POST", `/officers/${officerId}/reset-password`, officerId);
      expect(answer.status, where).toBe(status);
    }
  });

  test("pages do not tell either", async () => {
    const cookie = await target.cookie("head", "elsewhere");
    const { petitionId, matterId, paperId, fileId, visitId, sessionId, runId } = planted;
    for (const [address, id] of [
      ["/office/petitions/", petitionId],
      ["/office/matters/", matterId],
      ["/office/papers/", `${paperId}.pdf`],
      ["/office/files/", fileId],
      ["/office/reception/visits/", visitId],
      ["/office/sessions/", sessionId],
      ["/office/register/import/", runId],
    ] as const) {
      const statuses = await Promise.all(
        [id, id.replace(/^[0-9a-f-]{36}/, crypto.randomUUID())].map(async (each) => {
          const answer = await fetch(target.url + address + each, { headers: { cookie }, redirect: "manual" });
          return answer.status;
        }),
      );
      expect(statuses, address).toEqual([404, 404]);
    }
  });
});

describe("I guess codes and names", () => {
  const track = async (code: string, secret: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${target.url}/api/v1/track`, {
      method: "POST",
      headers,
      body: JSON.stringify({ code, secret }),
    });
    return { status: answer.status, text: await answer.text() };
  };

  test("a code that exists is throttled and answered as one that does not, and the true secret waits too", async () => {
    const [real, none]: { status: number; text: string }[][] = [[], []];
    for (let i = 0; i < 8; i++) {
      real?.push(await track(planted.code, `SAI${i}-SAI0-SAI0`));
      none?.push(await track("TT.A-2026-9999", `SAI${i}-SAI0-SAI0`));
    }
    const withoutWait = (answers: typeof real) =>
      answers?.map(({ status, text }) => [status, text.replaceAll(/\d+/g, "N")]);
    expect(withoutWait(real)).toEqual(withoutWait(none));
    expect(real?.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
    expect((await track(planted.code, planted.secret)).status).toBe(429);
    // A header that anybody can write makes nobody another network.
    const disguised = { "x-forwarded-for": "198.51.100.1", forwarded: "for=198.51.100.2", "x-real-ip": "198.51.100.3" };
    expect((await track(planted.code, planted.secret, disguised)).status).toBe(429);
    // Nor does writing the code another way.
    expect((await track(` ${planted.code.toLowerCase()} `, planted.secret)).status).toBe(429);
  });

  test("on the page the two look the same too", async () => {
    const page = async (code: string) => {
      const answer = await fetch(`${target.url}/track`, {
        method: "POST",
        headers: { origin: target.url },
        body: new URLSearchParams({ code, secret: "SAI" }),
      });
      return `${answer.status} ${(await answer.text()).replaceAll(code, "CODE").replaceAll(/\d+/g, "N")}`;
    };
    const { petitions } = await target.app.reception.recordVisit(await target.as("reception-officer"), {
      key: crypto.randomUUID(),
      agencyId: target.communeId,
      visitor: { name: "Lê Văn Dò", address: "Thôn Ba", idNumber: "001185055555" },
      kinds: ["recommendation"],
      content: "Đường hỏng",
      readBack: true,
    });
    expect(await page(petitions[0]?.code ?? "")).toBe(await page("TT.A-2026-9998"));
  });

  const knock = async (username: string, password = "khong phai mat khau") => {
    const answer = await fetch(`${target.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: target.url },
      body: new URLSearchParams({ username, password }),
    });
    return `${answer.status} ${(await answer.text()).replaceAll(username, "NAME")}`;
  };

  test("a user name that exists is refused like one that does not", async () => {
    await target.officerId("inspectorate");
    expect(await knock("inspectorate.here")).toBe(await knock("inspectorate.nope"));
  });

  test.each([
    ["in capitals", "TRUNG.TEN"],
    ["in full-width letters", "ｔｒｕｎｇ.ｔｅｎ"],
    ["with a Cyrillic letter", "trung.tеn"],
    ["with a letter without width", "trung\u200b.ten"],
    ["with a turned direction", "\u202etrung.ten"],
    ["with a mark that composes", "trung.te\u0301n"],
    ["with a blank behind", "trung.ten "],
    ["with a character zero", "trung.ten\u0000"],
  ])("a user name that looks like another's (%s) is not given", async (_, username) => {
    const { app, communeId: agencyId } = target;
    const make = (name: string) =>
      app.access.createOfficer(app.command, { username: name, displayName: "Ai đó", agencyId, role: "clerk" });
    await make("trung.ten").catch(() => undefined);
    await expect(make(username)).rejects.toMatchObject({ code: "invalid-input" });
    expect(await knock(username)).toMatch(/^(422|429) /);
  });
});

test("secrets are compared in constant time or by their digest, never letter by letter", () => {
  const source = (file: string) => readFileSync(path.join(root, "src", file), "utf8");
  for (const file of ["server/auth/session-cookie.ts", "server/auth/device-cookie.ts"])
    expect(source(file), file).toMatch(/timingSafeEqual\(/);
  expect(source("casework/petitions/track.ts")).toMatch(/app\.track\(\$\{code\}, \$\{secretHash\}\)/);
  expect(source("store/transaction.ts")).toMatch(/"token" in caller \? sha256\(caller\.token\)/);
});

test("texts made to keep a parser busy keep none of ours busy", async () => {
  const { preferredLanguage } = await import("../../src/server/http/problem.ts");
  const { endpointMatcher } = await import("../../src/server/http/match-endpoint.ts");
  const { networkOf } = await import("../../src/server/http/network.ts");
  const { parseCivilDate } = await import("../../src/time/civil-date.ts");
  const { browserFamily } = await import("../../src/web/account/browser-family.ts");
  const { safePath } = await import("../../src/web/ui/form-data.ts");
  const { typedDate } = await import("../../src/web/ui/typed-date.ts");
  const { parsed, visit } = await import("../../src/casework/reception/register/register-fixture.ts");
  const match = endpointMatcher([]);
  for (const unit of [
    "a",
    " ",
    "0",
    "0 ",
    "1/",
    "a, ",
    "Ông ",
    "\n",
    "a\n",
    "(",
    "/",
    "/%",
    ";q=",
    ".",
    "-",
    "=",
    "Nguyễn Văn ",
    "(1) ",
    "à ",
  ]) {
    const long = `${unit.repeat(30_000 / unit.length)}!`;
    preferredLanguage(long);
    match("GET", long);
    networkOf({ headers: { "x-forwarded-for": long }, socket: {} as never }, 1);
    parseCivilDate(long);
    browserFamily(long);
    safePath(long, "/");
    typedDate(long);
    for (const column of ["date", "person", "id", "content", "kind", "count", "guided", "note"] as const)
      parsed([visit({ [column]: long })]);
    parsed([visit({ kind: "TC", content: long, person: long })]);
  }
}, 60_000);
