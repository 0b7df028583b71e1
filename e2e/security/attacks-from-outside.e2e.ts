import { connect } from "node:net";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiEndpoints, webEndpoints } from "../../src/server/endpoints.ts";
import routes from "../../src/web/routes.ts";
import { blockedByPolicy, nonceOf } from "./page-policy.ts";
import { openTarget, type Planted, plant, type Target } from "./target.ts";

let target: Target;
let planted: Planted;
let pages: readonly string[];

beforeAll(async () => {
  target = await openTarget();
  planted = await plant(target);
  pages = addresses(routes)
    .filter((each) => !each.endsWith("*"))
    .map(withIds);
});
afterAll(() => target?.close());

function addresses(tree: readonly RouteConfigEntry[], above = ""): string[] {
  return tree.flatMap(({ path, index, children = [] }) => {
    const here = path ? `${above}/${path}` : above;
    const own = path || index ? [here === "" ? "/" : here] : [];
    return [...own, ...addresses(children, here)];
  });
}

/** A page's address with ids of things that are there. */
function withIds(pattern: string): string {
  const { petitionId, matterId, paperId, fileId, visitId, sessionId, runId } = planted;
  const ids: Readonly<Record<string, string>> = {
    "/thu-tuc/:id": "complaint-first",
    "/office/petitions/:id": petitionId,
    "/office/petitions/:id/open/:procedure": petitionId,
    "/office/matters/:id": matterId,
    "/office/matters/:id/acts/:act": matterId,
    "/office/admin/officers/:id": crypto.randomUUID(),
  };
  return pattern
    .replace(":id", ids[pattern] ?? "x")
    .replace(":procedure", "complaint-first")
    .replace(":act", "suspend")
    .replace(":paper", paperId)
    .replace(":file", pattern.includes("papers") ? `${paperId}.pdf` : fileId)
    .replace(":visitId", visitId)
    .replace(":sessionId", sessionId)
    .replace(":runId", runId);
}

const everyHeader = {
  "x-content-type-options": "nosniff",
  "referrer-policy": /^(no-referrer|same-origin)$/,
  "x-frame-options": /^(DENY|SAMEORIGIN)$/,
  "content-security-policy": /frame-ancestors '(none|self)'/,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": /camera=\(\)/,
} as const;

function faultsOf(answer: Response): string[] {
  return Object.entries(everyHeader).flatMap(([name, wanted]) => {
    const value = answer.headers.get(name) ?? "";
    return (typeof wanted === "string" ? value === wanted : wanted.test(value)) ? [] : [`${name}: ${value}`];
  });
}

describe("I look for a page that runs what I write into it", () => {
  test("no page of citizens or officers holds a script, a handler or a style that its policy would not stop", async () => {
    const nonces: string[] = [];
    let looked = 0;
    for (const role of [undefined, "head", "administrator", "reception-officer"] as const) {
      const cookie = role ? await target.cookie(role) : "";
      for (const path of pages) {
        const answer = await fetch(target.url + path, { headers: { cookie }, redirect: "manual" });
        expect(answer.status, path).toBeLessThan(500);
        if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
        looked++;
        const policy = answer.headers.get("content-security-policy") ?? "";
        expect(policy, path).toMatch(/^default-src 'none'/);
        expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
        expect(blockedByPolicy(await answer.text(), policy), `${role} ${path}`).toEqual([]);
        nonces.push(...nonceOf(policy));
      }
    }
    expect(looked).toBeGreaterThan(40);
    expect(nonces.length).toBeGreaterThan(20);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test("citizens' pages, and the sign-in by password, let no script run at all", async () => {
    const officers = (path: string) => path.startsWith("/office") || path === "/sign-in/passkey";
    for (const path of pages.filter((each) => !officers(each))) {
      const answer = await fetch(target.url + path, { redirect: "manual" });
      expect(answer.headers.get("content-security-policy") ?? "", path).not.toContain("script-src");
    }
  });

  test("(the look at a page can see each of them)", () => {
    const policy = "default-src 'none'; script-src 'self' 'nonce-abc'; style-src 'self'";
    const bad = `<script>1</script><script nonce="abd">1</script><b onclick="x"><i style="a:b"></i><style>a{}</style>
      <a href="javascript:x">x</a><script src="https://evil.example/x.js"></script><iframe src="//evil.example"></iframe><base href="/x">`;
    expect(blockedByPolicy(bad, policy)).toHaveLength(9);
    expect(blockedByPolicy('<script nonce="abc">1</script><link href="/a.css">', policy)).toEqual([]);
  });

  test.each(["/thoi-han?start=", "/phap-luat?on=", "/lich-tiep?agency=", "/thu-tuc/", "/sign-in?to=", "/track?code="])(
    "what I put into %s comes back as text",
    async (path) => {
      const mine = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
      const answer = await fetch(target.url + path + encodeURIComponent(mine));
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toContain("<script>alert(1)");
    },
  );
});

describe("I frame you, sniff you and read over shoulders", () => {
  test("every answer, of errors and files too, forbids frames of others, sniffing and referrers", async () => {
    const cookie = await target.cookie("head");
    const asked: [string, RequestInit?][] = [
      ...pages.map((path): [string, RequestInit] => [path, { headers: { cookie } }]),
      ...pages.map((path): [string, RequestInit] => [
        `${path === "/" ? "/_root" : path}.data`,
        { headers: { cookie } },
      ]),
      ...apiEndpoints.map(({ method, pattern }): [string, RequestInit] => [
        pattern.replaceAll(/:\w+/g, "x"),
        { method },
      ]),
      ["/nowhere"],
      ["/.env"],
      ["/healthz"],
      ["/readyz"],
      ["/robots.txt"],
      ["/favicon.ico"],
      ["/assets/nothing.js"],
      ["/api/v1/nothing"],
      ["/track", { method: "POST", body: "x".repeat(600_000) }],
      ["/office/list", { method: "DELETE" }],
      ["/sign-in", { method: "POST", headers: { origin: "https://evil.example" }, body: "" }],
    ];
    for (const [path, init] of asked) {
      const answer = await fetch(target.url + path, { redirect: "manual", ...init });
      expect(faultsOf(answer), `${init?.method ?? "GET"} ${path} ${answer.status}`).toEqual([]);
      for (const told of ["server", "x-powered-by"]) expect(answer.headers.get(told), path).toBeNull();
    }
  });

  test("(the look at headers can see what is missing)", () => {
    expect(faultsOf(new Response("", { headers: { "x-frame-options": "ALLOWALL" } }))).toHaveLength(7);
  });

  test("nothing personal may stay in a cache of the browser or of a proxy", async () => {
    const cookie = await target.cookie("head");
    for (const path of pages.flatMap((each) => (each === "/" ? [each] : [each, `${each}.data`]))) {
      const answer = await fetch(target.url + path, { headers: { cookie }, redirect: "manual" });
      expect(answer.headers.get("cache-control") ?? "", path).toMatch(/no-store/);
    }
    const { code, secret } = planted;
    const tracked = await fetch(`${target.url}/api/v1/track`, {
      method: "POST",
      body: JSON.stringify({ code, secret }),
    });
    expect(tracked.status).toBe(200);
    expect(tracked.headers.get("cache-control")).toBe("no-store");
    const authorization = await target.bearer("head");
    for (const path of ["/me", `/matters/${planted.matterId}`, `/files/${planted.fileId}`, "/petitions", "/nothing"]) {
      const answer = await fetch(`${target.url}/api/v1${path}`, { headers: { authorization } });
      expect(answer.headers.get("cache-control"), path).toBe("no-store");
    }
  });
});

describe("I ask for what is not there to be asked for", () => {
  test.each([
    "/assets/../package.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/..%2f..%2fpackage.json",
    "/assets/..%5c..%5cpackage.json",
    "/assets/%252e%252e%252fpackage.json",
    "/assets//etc/passwd",
    "/assets/....//....//package.json",
    "/assets/\0/../package.json",
    "/../../etc/passwd",
    "//etc/passwd",
    "/secrets/command",
    "/build/server/index.js",
    "/.git/config",
    "/office/../secrets",
    "/office%2Flist",
    "/%6fffice/list",
    "/OFFICE/list",
    "/office;x/list",
    "/office/list/..%2f",
    "/api/v1/../../office",
    "/api//v1/petitions",
    "/api/v1/petitions.data",
    "/__manifest?p=/office&p=/../../etc",
  ])("%s", async (path) => {
    const { status, text } = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/"name": "minhxet"|root:x|BEGIN .*KEY|createHandler|repositoryformatversion/);
    if (!path.startsWith("/__manifest")) expect([303, 400, 401, 404]).toContain(status);
  });

  test("a verb that no page has, or a verb in disguise, is no way in", async () => {
    const cookie = await target.cookie("head");
    const url = `${target.url}/api/v1/officers`;
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "get"]) {
      const answer = await fetch(url, { method, headers: { cookie, "sec-fetch-site": "same-origin" } });
      expect([200, 404], method).toContain(answer.status);
      expect(answer.headers.get("access-control-allow-origin"), method).toBeNull();
      if (method !== "get") expect(answer.status, method).toBe(404);
    }
    for (const disguise of ["x-http-method-override", "x-http-method", "x-method-override"]) {
      const path = `/api/v1/me/sessions/${crypto.randomUUID()}`;
      const answer = await fetch(target.url + path, {
        headers: { cookie, "sec-fetch-site": "same-origin", [disguise]: "DELETE" },
      });
      expect(answer.status, disguise).toBe(404);
    }
    for (const { pattern } of webEndpoints.filter(({ method }) => method === "GET")) {
      const path = pattern.replace("*", "list").replace(":id", "x");
      expect((await fetch(target.url + path, { method: "PUT", headers: { cookie } })).status, path).toBe(404);
    }
    expect((await raw("TRACE / HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\nConnection: close\r\n\r\n")).text).not.toContain(
      "a=b",
    );
    expect((await raw("CONNECT evil.example:80 HTTP/1.1\r\nHost: x\r\n\r\n")).status).not.toBe(200);
  });

  test("requests within requests: two lengths, a length and pieces, folded and broken headers are refused whole", async () => {
    const smuggled = "GET /office HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const lines of [
      ["Content-Length: 5", `Content-Length: ${smuggled.length}`],
      ["Content-Length: 5, 6"],
      [`Content-Length: ${smuggled.length}`, "Transfer-Encoding: chunked"],
      ["Transfer-Encoding: xchunked"],
      ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
      ["Content-Length: +5"],
      ["Transfer-Encoding : chunked"],
      ["X: a\r\n b: c\rTransfer-Encoding: chunked"],
    ]) {
      const { status, answers } = await raw(
        `POST /track HTTP/1.1\r\nHost: x\r\n${lines.join("\r\n")}\r\n\r\n${smuggled}`,
      );
      expect(status, lines.join(" | ")).toBe(400);
      expect(answers, lines.join(" | ")).toBe(1);
    }
  });

  test("a header without end is cut off, and the server goes on", async () => {
    expect((await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(70_000)}\r\n\r\n`)).status).toBe(431);
    expect((await raw(`GET /${"a".repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).status).toBe(431);
    expect((await fetch(`${target.url}/readyz`)).status).toBe(200);
  });

  test("another host in the request is never believed: no answer names it", async () => {
    for (const path of ["/", "/sign-in", "/office/list", "/track", "/api/v1/me"]) {
      const { text } = await raw(
        `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n`,
      );
      expect(text, path).not.toContain("evil.example");
    }
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/%09/evil.example",
    "/%5cevil.example",
    "///evil.example",
    "/office@evil.example",
    "http:evil.example",
    "/\r\nSet-Cookie: x=y",
  ])("after signing in or choosing a language I am not sent to %j", async (to) => {
    const answer = await fetch(`${target.url}/language`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: target.url },
      body: new URLSearchParams({ locale: "en", to }),
    });
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get("location") ?? "", target.url);
    expect(location.origin).toBe(target.url);
    expect(answer.headers.getSetCookie().join()).not.toContain("x=y");
  });
});

interface Raw {
  readonly status: number;
  readonly text: string;
  /** How many answers came. */
  readonly answers: number;
}

/** Bytes as they are, over a connection of its own. */
function raw(request: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(new URL(target.url).port as unknown as number, "127.0.0.1");
    let text = "";
    const done = () => {
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
      resolve({ status, text, answers: text.match(/^HTTP\/1\.1 /gm)?.length ?? 0 });
    };
    socket.setTimeout(1500, done);
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", done);
    socket.on("error", (error) => (text === "" ? reject(error) : done()));
    socket.write(request);
  });
}
