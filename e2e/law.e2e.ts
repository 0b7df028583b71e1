import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { press, tabTo, type } from "./lib/keyboard.ts";
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

test("anyone asks for a deadline from the first page, in a browser that runs no script", async () => {
  const window = await openWindow(browser, { baseURL: office.url, scripts: false, width: 360 });
  const page = await window.newPage();
  await page.goto("/");
  await page.click('main a[href="/thoi-han"]');
  await page.selectOption('[name="rule"]', "KN-27-1");
  await page.fill('[name="start"]', "02/07/2026");
  await page.click('main button[type="submit"]');
  await arrive(page, "**/thoi-han?rule=KN-27-1&start=02%2F07%2F2026");
  expect(await page.locator(".answer time").getAttribute("datetime")).toBe("2026-07-13");
  expect(await page.locator("script").count()).toBe(0);
  await window.close();
});

test.each(["vi", "en"] as const)("by keyboard, from the list of everything with a deadline (%s)", async (language) => {
  const window = await openWindow(browser, { baseURL: office.url, language });
  const page = await window.newPage();
  await page.goto("/thoi-han");
  await press(page, "details.catalog:first-of-type > summary");
  await tabTo(page, 'a[href="/thoi-han?rule=KN-44-1"]');
  await page.keyboard.press("Enter");
  await arrive(page, "**/thoi-han?rule=KN-44-1");
  await type(page, "start", "02/07/2026");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".answer");
  expect(await page.locator(".answer time").getAttribute("datetime")).toBe("2026-08-04");
  expect(await page.getAttribute("html", "lang")).toBe(language);
  await window.close();
});

test("its pages are clean for axe and none scrolls sideways, at every width and in both languages", async () => {
  const paths = [
    "/thoi-han",
    "/thoi-han?rule=KN-28-4&start=02/07/2029",
    "/thoi-han?rule=&start=32/13/2026",
    "/thu-tuc",
    "/thu-tuc/complaint-first",
    "/phap-luat",
  ];
  for (const [language, width] of [
    ["vi", 360],
    ["en", 768],
    ["vi", 1440],
  ] as const) {
    const window = await openWindow(browser, { baseURL: office.url, language, width });
    const page = await window.newPage();
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect(await axeFaults(page), path).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await window.close();
  }
});
