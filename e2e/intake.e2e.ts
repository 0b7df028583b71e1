import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../src/server/testing.ts";
import { newTestKey } from "../src/server/testing-custodian.ts";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { type Language, openBrowser, openWindow } from "./lib/browser.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  const { recipient, sealedKey } = await newTestKey();
  const custodian = await office.as("custodian");
  await office.app.identity.becomeCustodian(custodian, { agencyId: office.communeId, recipient, sealedKey });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function signIn(language: Language, width = 1440): Promise<Page> {
  await office.as("clerk");
  const window = await openWindow(browser, { baseURL: office.url, language, width });
  const page = await window.newPage();
  await page.goto("/sign-in");
  await page.fill("#username", "clerk.here");
  await page.fill("#password", testPassword);
  await page.click('main button[type="submit"]');
  await arrive(page, "**/office**");
  return page;
}

/** Axe finds nothing, and nothing scrolls sideways, at three widths. */
async function fits(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  expect(await axeFaults(page), page.url()).toEqual([]);
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${page.url()} at ${width}`).toBeLessThanOrEqual(0);
    const folder = process.env.MINHXET_PICTURES;
    const name = `${new URL(page.url()).pathname.replace(/\W+/g, "-").slice(0, 26)}-${width}.png`;
    if (folder) await page.screenshot({ path: path.join(folder, name), fullPage: true });
  }
}

test("a clerk enters letters by keyboard, one after the other, and finds them in the book", async () => {
  const page = await signIn("vi");
  await page.goto("/office/post");
  await fits(page);
  for (const [no, name] of ["Lê Văn Thư", "Trần Thị Thử"].entries()) {
    await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "sender.name");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.keyboard.type("Xóm 4, xã An Thử");
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("Không đồng ý với quyết định thu hồi đất.");
    await page.focus('[name="kind.complaint"]');
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");
    await arrive(page, new RegExp(`saved=${no + 1}%2F2026`));
  }
  await page.goto("/office/post/book");
  await page.waitForSelector(".balance");
  expect(await page.textContent("main")).toContain("Trần Thị Thử");
  expect(await page.textContent(".balance")).toContain("khớp");
  await fits(page);
  await page.click("tbody a");
  await arrive(page, "**/entries/**");
  await page.waitForSelector("dl.key-values");
  await fits(page);
});

test("a scan is read, stands beside the form, and is entered only after it was confirmed (English)", async () => {
  const page = await signIn("en");
  await page.goto("/office/post/drafts");
  await fits(page);
  await page.setInputFiles(
    '[name="files"]',
    path.resolve(import.meta.dirname, "../demo/samples/don-khieu-nai-scan.jpg"),
  );
  await page.click('main form[enctype] button[type="submit"]');
  await page.waitForSelector("tbody tr");
  const [draft] = await office.app.intake.listDrafts(await office.as("clerk"));
  const draftId = draft?.draftId ?? "";
  await office.app.intake.readScan(office.app.task, { draftId });
  await page.goto(`/office/post/drafts/${draftId}`);
  expect(await page.inputValue('[name="sender.name"]')).toBe("Đặng Thị Phượng");
  expect(await page.locator(".original svg").count()).toBeGreaterThan(5);
  await fits(page);
  await page.click("button.primary[data-stop]");
  await page.waitForSelector('[role="alert"]');
  await page.check("#confirmed");
  await page.click("button.primary[data-stop]");
  await arrive(page, "**/entries/**");
  await page.waitForSelector("dl.key-values");
  expect(await page.textContent("main")).toContain("035187004321");
});
