import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
  await office.as("administrator", "above");
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function calendar(year: number, options: { language: Language; scripts: boolean; width: number }): Promise<Page> {
  const page = await (await openWindow(browser, { baseURL: office.url, ...options })).newPage();
  await page.goto("/sign-in");
  await page.fill("[name=username]", "administrator.above");
  await page.fill("[name=password]", testPassword);
  await page.locator("[name=password]").press("Enter");
  await arrive(page, "**/office**");
  await page.goto(`/office/admin/calendar?year=${year}`);
  return page;
}

const previewDays = "form:has([name=kind][value=days]) button[value=preview]";

describe("the calendar of a year", () => {
  test("a notice is previewed, saved, shown with its source, and withdrawn, by plain forms", async () => {
    const page = await calendar(2027, { language: "vi", scripts: false, width: 1440 });
    await page.fill("[id='source']", "Thông báo thử, https://example.vn/thong-bao");
    await page.fill("[id='days.0.on']", "30/2/2027");
    await page.fill("[id='days.0.nameVi']", "Nghỉ Tết");
    await page.fill("[id='days.0.nameEn']", "Lunar New Year");
    await page.click(previewDays);
    await page.waitForSelector("[role=alert] a[href='#days.0.on']");
    await page.fill("[id='days.0.on']", "5/2/2027");
    await page.click(previewDays);
    await page.waitForSelector(".notice-preview");
    await page.click("button[value=announce]");
    await arrive(page, "**year=2027&saved=1");
    const row = page.locator(".month tr", { hasText: "05/02/2027" });
    expect(await row.textContent()).toContain("Nghỉ Tết");
    expect(await row.locator("a").getAttribute("href")).toBe("https://example.vn/thong-bao");
    await page.click(".notices summary");
    await page.fill(".notices [id^='reason.']", "Nhập nhầm");
    await page.click(".notices button[value=preview]");
    await page.waitForSelector(".notice-preview");
    await page.click("button[value=announce]");
    await arrive(page, "**saved=1");
    await page.goto("/office/admin/calendar?year=2027");
    expect(await page.locator(".month tr", { hasText: "05/02/2027" }).count()).toBe(0);
    expect(await page.locator(".notices > li").count()).toBe(2);
  });

  test("can be read and used by everyone, on a wide and a narrow screen", async () => {
    for (const [language, width] of [
      ["vi", 1440],
      ["en", 360],
    ] as const) {
      const page = await calendar(2026, { language, scripts: true, width });
      await page.waitForLoadState("networkidle");
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await page.goto("/office/admin/calendar?year=2028");
      await page.waitForLoadState("networkidle");
      expect(await axeFaults(page)).toEqual([]);
      await page.fill("[id='complete.source']", "Thông báo thử");
      await page.click("form:has([name=kind][value=complete]) button");
      await page.waitForSelector("#preview:focus");
      expect(await axeFaults(page)).toEqual([]);
    }
  });
});
