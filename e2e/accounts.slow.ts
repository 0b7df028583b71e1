import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../src/casework/access/index.ts";
import { codeOfStep, stepAt } from "../src/server/auth/one-time-code.ts";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { type Language, openBrowser, openWindow } from "./lib/browser.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function passwordStep(role: Role, options: { language?: Language; width?: number; scripts?: boolean } = {}) {
  await office.as(role);
  const window = await openWindow(browser, { baseURL: office.url, scripts: false, ...options });
  const page = await window.newPage();
  await page.goto("/sign-in");
  await page.fill("#username", `${role}.here`);
  await page.fill("#password", testPassword);
  await page.click('main button[type="submit"]');
  return page;
}

/** The secret as the page spells it for who cannot scan. */
async function secretOn(page: Page): Promise<Buffer> {
  const text = (await page.textContent("code.one-time"))?.replaceAll(" ", "") ?? "";
  const bits = [...text]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

test.each([
  ["vi", "settlement-officer"],
  ["en", "petition-officer"],
] as const)(
  "a role demands a second factor: set up by picture, asked at sign-in, reset by the administrator, without scripts (%s)",
  async (language, role) => {
    const admin = await passwordStep("administrator", { language });
    await arrive(admin, "**/office**");
    await admin.goto("/office/admin");
    await admin.click("details:has(#factor-role) > summary");
    await admin.selectOption("#factor-role", role);
    await admin.click('details:has(#factor-role) button[type="submit"]');
    await admin.waitForSelector("form.inline input[value=factor]", { state: "attached" });

    const page = await passwordStep(role, { language, width: 360 });
    await arrive(page, "**/second-factor");
    await page.goto("/office/list");
    await arrive(page, "**/second-factor");
    expect(await page.getAttribute("img.qr", "src")).toMatch(/^data:image\/svg/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const secret = await secretOn(page);
    const step = stepAt(new Date());
    await page.fill("#code", "12345x");
    await page.fill("#password", testPassword);
    await page.click('form:has(#code) button[type="submit"]');
    await page.waitForSelector("#code-error");
    await page.fill("#code", codeOfStep(secret, step));
    await page.fill("#password", testPassword);
    await page.click('form:has(#code) button[type="submit"]');
    await page.waitForSelector(".recovery-codes");
    const recovery = await page.locator(".recovery-codes code").allTextContents();
    expect(recovery).toHaveLength(10);

    const again = await passwordStep(role, { language, width: 360 });
    await again.waitForSelector('input[name="challenge"]', { state: "attached" });
    await again.goto("/office");
    await arrive(again, "**/sign-in**");
    const second = await passwordStep(role, { language });
    await second.fill("#code", codeOfStep(secret, step));
    await second.click('main button[type="submit"]');
    await second.waitForSelector("[role=alert]");
    await second.fill("#code", codeOfStep(secret, step + 1));
    await second.click('main button[type="submit"]');
    await arrive(second, "**/office**");
    const third = await passwordStep(role, { language });
    await third.fill("#code", recovery[0] ?? "");
    await third.click('main button[type="submit"]');
    await arrive(third, "**/office**");

    await admin.goto(`/office/admin/officers/${await office.officerId(role)}`);
    await admin.click('details:has(button[value="reset-factor"]) > summary');
    await admin.click('button[value="reset-factor"]');
    // The only administrator of the tree: done at once, and said so.
    await arrive(admin, /saved=alone/);
    await third.goto("/office");
    await arrive(third, "**/sign-in**");
    const fresh = await passwordStep(role, { language });
    await arrive(fresh, "**/second-factor");
    await admin.goto("/office/admin");
    await admin.click("form.inline:has(input[value=factor]) button");
    await admin.waitForSelector("form.inline input[value=factor]", { state: "detached" });
    await Promise.all([page, again, second, third, fresh, admin].map((each) => each.context().close()));
  },
);

test("an officer ends a session that is open elsewhere", async () => {
  const here = await passwordStep("head");
  await arrive(here, "**/office**");
  const there = await passwordStep("head");
  await arrive(there, "**/office**");
  await here.goto("/sessions");
  expect(await here.textContent("main")).toContain("Chrome");
  const others = here.locator('form:has(input[name="sessionId"])');
  const before = await others.count();
  await others.first().locator("button").click();
  await arrive(here, /ended=1/);
  expect(await others.count()).toBe(before - 1);
  await there.goto("/office");
  await arrive(there, "**/sign-in**");
  await here.click("details.confirm > summary");
  await here.click('details.confirm button[type="submit"]');
  await arrive(here, /ended=1/);
  expect(await others.count()).toBe(0);
  await Promise.all([here, there].map((each) => each.context().close()));
});

test("whoever hammers a name from the same network keeps out strangers, not the browser that its owner uses", async () => {
  const own = await passwordStep("inspectorate");
  await arrive(own, "**/office**");
  const stranger = await (await openWindow(browser, { baseURL: office.url, scripts: false })).newPage();
  for (let i = 0; i < 7; i++) {
    await stranger.goto("/sign-in");
    await stranger.fill("#username", "inspectorate.here");
    await stranger.fill("#password", i < 6 ? "not the password" : testPassword);
    await stranger.click('main button[type="submit"]');
    await stranger.waitForSelector("[role=alert]");
  }
  expect(new URL(stranger.url()).pathname).toBe("/sign-in");
  await own.goto("/office");
  await own.click("details.user > summary");
  await own.click('form[action="/sign-out"] button');
  await arrive(own, "**/sign-in**");
  await own.fill("#username", "inspectorate.here");
  await own.fill("#password", testPassword);
  await own.click('main button[type="submit"]');
  await arrive(own, "**/office**");
  await Promise.all([own, stranger].map((each) => each.context().close()));
});

test.each([360, 1440])("own account and its administration fit the screen and pass axe (%i px)", async (width) => {
  const page = await passwordStep("administrator", { width, scripts: true });
  await arrive(page, "**/office**");
  const officer = await office.officerId("inspectorate");
  for (const path of ["/second-factor", "/sessions", "/office/admin", `/office/admin/officers/${officer}`]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
    });
    expect(await axeFaults(page), path).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});
