import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openWindow } from "../lib/browser.ts";
import { openTarget, type Planted, plant, type Target } from "./target.ts";

let target: Target;
let planted: Planted;
let browser: Browser;
let officer: BrowserContext;
/** The attacker's own page, on another port of the same machine: the same site, another origin. */
let evil: Server;
let evilPort: number;
let evilPage = "";

beforeAll(async () => {
  target = await openTarget();
  planted = await plant(target);
  browser = await openBrowser();
  evil = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(evilPage));
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  evilPort = (evil.address() as AddressInfo).port;
  officer = await openWindow(browser, { baseURL: target.url });
  const [name = "", value = ""] = (await target.cookie("head")).split("=");
  await officer.addCookies([{ name, value, url: target.url, httpOnly: true, sameSite: "Lax" }]);
});
afterAll(async () => {
  await browser?.close();
  evil?.close();
  await target?.close();
});

const attack = (html: string) => {
  evilPage = `<!doctype html><meta charset="utf-8">${html}`;
};

describe("in a real browser, an officer who is signed in opens my page", () => {
  test.each(["127.0.0.1", "localhost"])("my form (from %s) neither signs them out nor does an act", async (host) => {
    attack(`<form method="post" action="${target.url}/sign-out"><button>Xem ảnh</button></form>`);
    const page = await officer.newPage();
    await page.goto(`http://${host}:${evilPort}/`);
    const answered = page.waitForResponse((each) => each.url() === `${target.url}/sign-out`);
    await page.click("button");
    expect((await answered).status()).toBe(403);
    expect((await page.goto(`${target.url}/office`))?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe("/office");
    await page.close();
  });

  test("my script cannot read a word of the API, with their cookie or without", async () => {
    attack("");
    const page = await officer.newPage();
    await page.goto(`http://127.0.0.1:${evilPort}/`);
    const read = await page.evaluate(async (url) => {
      const tries = ["/api/v1/me", "/office/list.data", "/api/v1/agencies"].flatMap((path) =>
        (["cors", "no-cors"] as const).map(async (mode) => {
          const answer = await fetch(url + path, { credentials: "include", mode }).catch(() => undefined);
          return answer ? await answer.text().catch(() => "") : "";
        }),
      );
      return (await Promise.all(tries)).join("");
    }, target.url);
    expect(read).toBe("");
    await page.close();
  });

  test("I can frame no page of theirs, not even a paper", async () => {
    const framed = [
      "/",
      "/sign-in",
      "/office",
      `/office/matters/${planted.matterId}`,
      `/office/papers/${planted.paperId}.pdf`,
    ];
    attack(framed.map((path) => `<iframe src="${target.url}${path}"></iframe>`).join(""));
    const page = await officer.newPage();
    await page.goto(`http://127.0.0.1:${evilPort}/`, { waitUntil: "load" });
    const frames = page.frames().filter((each) => each !== page.mainFrame());
    expect(frames.length).toBe(framed.length);
    for (const frame of frames)
      expect(await frame.evaluate(() => document.body?.innerText ?? "").catch(() => "")).not.toMatch(/Minh Xét/);
    await page.close();
  });

  test("a window that I open on their office tells me nothing and cannot be steered", async () => {
    attack("<button>Mở</button>");
    const page = await officer.newPage();
    await page.goto(`http://127.0.0.1:${evilPort}/`);
    await page.evaluate((url) => {
      document
        .querySelector("button")
        ?.addEventListener("click", () => Object.assign(window, { opened: window.open(`${url}/office`) }));
    }, target.url);
    const opening = officer.waitForEvent("page");
    await page.click("button");
    const opened = await opening;
    await opened.waitForLoadState();
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
    expect(await page.evaluate(() => (window as unknown as { opened: Window | null }).opened?.closed ?? true)).toBe(
      true,
    );
    await opened.close();
    await page.close();
  });
});

test("what I wrote into petition and name runs nothing on any page, and no page asks another host for anything", async () => {
  const order = `<img src=x onerror="document.title='x'"><script>document.title='x'</script>"'>`;
  const { petitions, visitId } = await target.app.reception.recordVisit(await target.as("reception-officer"), {
    key: crypto.randomUUID(),
    agencyId: target.communeId,
    receivedOn: "2026-11-03",
    visitor: { name: `A ${order}`, address: order, idNumber: "001185044444" },
    kinds: ["complaint"],
    content: order,
    request: order,
    respondent: order,
    readBack: true,
  });
  const page = await officer.newPage();
  const hosts = new Set<string>();
  const faults: string[] = [];
  page.on("request", (each) => hosts.add(new URL(each.url()).host));
  page.on("console", (each) => /Content Security Policy|Refused to/.test(each.text()) && faults.push(each.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (each) => faults.push(each.message()));
  for (const path of [
    "/",
    "/track",
    "/thoi-han",
    "/office",
    "/office/list?view=all",
    `/office/list?view=all&q=${encodeURIComponent(order)}`,
    `/office/petitions/${petitions[0]?.id}`,
    `/office/reception/visits/${visitId}`,
    "/office/register",
    `/office/matters/${planted.matterId}`,
  ]) {
    await page.goto(target.url + path, { waitUntil: "load" });
    expect(await page.title(), path).toMatch(/Minh Xét/);
    expect(await page.locator("img[onerror], main script").count(), path).toBe(0);
  }
  expect(faults).toEqual([]);
  expect([...hosts]).toEqual([new URL(target.url).host]);
  await page.close();
});

test("a script put into a page after all would be stopped by its policy", async () => {
  const stopped = async (path: string) => {
    const page: Page = await officer.newPage();
    await page.goto(target.url + path, { waitUntil: "load" });
    const blocked = page.waitForEvent("console", (each) => /Content Security Policy/.test(each.text()));
    // By the debugger's door, as a hole in our own code would.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", `<img src="/x" onerror="document.title='mine'">`);
      document.body.append(Object.assign(document.createElement("script"), { src: "https://evil.example/x.js" }));
    });
    await blocked;
    const title = await page.title();
    await page.close();
    return title;
  };
  for (const path of ["/", "/office/list"]) expect(await stopped(path)).toMatch(/Minh Xét/);
});
