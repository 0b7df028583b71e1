import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "../../web/routes.ts";
import { databaseThrottle } from "../auth/throttle.ts";
import { signInPath, webEndpoints } from "../endpoints.ts";
import { builtPages } from "../pages.ts";
import { type Serving, serve } from "../serve.ts";
import { openTestOffice, type TestOffice, testPassword } from "../testing.ts";
import { openLog } from "./log.ts";
import { endpointMatcher } from "./match-endpoint.ts";

let office: TestOffice;
let serving: Serving;
let origin: string;

beforeAll(async () => {
  office = await openTestOffice();
  serving = await serve(office.app, { log: openLog({ logLevel: "silent" }), ...(await builtPages(office.app)) });
  origin = `http://127.0.0.1:${serving.port}`;
});
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

const get = (path: string, cookie = "") => fetch(origin + path, { redirect: "manual", headers: { cookie } });

function post(path: string, fields: Readonly<Record<string, string>>, cookie = ""): Promise<Response> {
  return fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
}

const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";

async function signedIn(username: string, password: string): Promise<string> {
  const answer = await post(signInPath, { username, password });
  expect(answer.status).toBe(303);
  return cookieOf(answer);
}

interface Route {
  readonly path?: string;
  readonly index?: boolean;
  readonly children?: readonly Route[];
}

/** Every address of a route tree, with a sample value for each parameter. */
function addresses(tree: readonly Route[], above = ""): string[] {
  return tree.flatMap(({ path, index, children = [] }) => {
    const here = path ? `${above}/${path}` : above;
    const own = path || index ? [here === "" ? "/" : here] : [];
    return [...own, ...addresses(children, here)];
  });
}

describe("the door of the pages", () => {
  test("every page of the web is listed, so that none is 404 for want of a line", () => {
    const match = endpointMatcher(webEndpoints);
    const paths = addresses(routes).filter((each) => !each.endsWith("*"));
    expect(paths.length).toBeGreaterThan(6);
    for (const each of paths) {
      const address = each.replaceAll(/:\w+\??/g, "x");
      expect(match("GET", address) ?? match("POST", address), each).toBeDefined();
    }
  });

  test("an officer's page and its data are shut to strangers, and both show the way to sign in", async () => {
    const page = await get("/office/list");
    expect(page).toMatchObject({ status: 303 });
    expect(page.headers.get("location")).toBe("/sign-in?to=%2Foffice%2Flist");
    const data = await get("/office/list.data");
    expect(data.status).toBe(204);
    expect(data.headers.get("x-remix-redirect")).toBe("/sign-in?to=%2Foffice%2Flist");
    for (const path of ["/office.data", "/office/_.data", "/office/matters/x.data?_routes=officer"])
      expect((await get(path)).headers.get("x-remix-redirect"), path).toContain("/sign-in");
  });

  test("a cookie that was tampered with opens nothing", async () => {
    await office.as("head");
    const cookie = await signedIn("head.here", testPassword);
    expect((await get("/office", cookie)).status).toBe(200);
    expect((await get("/office", `${cookie}x`)).status).toBe(303);
  });
});

describe("signing in by the page", () => {
  test("a wrong password is refused, says nothing of the name, and keeps what was typed but the password", async () => {
    const wrong = await post(signInPath, { username: "head.here", password: "khong phai mat khau" });
    expect(wrong.status).toBe(422);
    expect(cookieOf(wrong)).toBe("");
    const page = await wrong.text();
    expect(page).toContain("head.here");
    expect(page).not.toContain("khong phai mat khau");
  });

  test("a right one opens the office by a cookie that scripts cannot read, and signing out shuts it", async () => {
    await office.as("head");
    const answer = await post(signInPath, { username: "head.here", password: testPassword });
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = cookieOf(answer);
    expect((await get("/office", cookie)).status).toBe(200);
    expect((await get("/office.data", cookie)).status).toBe(200);
    expect((await post("/sign-out", {}, cookie)).status).toBe(303);
    expect((await get("/office", cookie)).status).toBe(303);
  });

  test("with a one-time password the only page is the one that changes it, for data as for pages", async () => {
    const { app, communeId: agencyId } = office;
    const made = await app.access.createOfficer(app.command, {
      username: "lan.dau",
      displayName: "Người Mới",
      agencyId,
      role: "head",
    });
    const cookie = await signedIn("lan.dau", made.oneTimePassword);
    expect((await get("/office", cookie)).headers.get("location")).toBe("/password");
    const data = await get("/office/list.data", cookie);
    expect(data.headers.get("x-remix-redirect")).toBe("/password");
    expect((await get("/password", cookie)).status).toBe(200);
  });

  test("another site's form is refused", async () => {
    const answer = await fetch(`${origin}${signInPath}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ username: "head.here", password: testPassword }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(cookieOf(answer)).toBe("");
  });

  test("trying many names once each from one network grows slow too, and a right one is not counted", async () => {
    const { attempt, succeeded } = databaseThrottle(
      office.app.setting.store.authPool,
      randomBytes(32),
      () => new Date(),
    );
    const network = "198.51.100.7";
    for (let i = 0; i < 150; i++) {
      expect(await attempt(`right-${i}`, { network })).toBe(0);
      await succeeded(`right-${i}`, { network });
    }
    const waits: number[] = [];
    for (let i = 0; i < 103; i++) waits.push(await attempt(`name-${i}`, { network }));
    expect(waits.slice(0, 100).every((wait) => wait === 0)).toBe(true);
    expect(waits.at(-1)).toBeGreaterThan(0);
    expect(await attempt("name-0", { network: "198.51.100.8" })).toBe(0);
  });
});
