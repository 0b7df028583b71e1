import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canary, decidedMatter, publish } from "../src/casework/publications/testing-publications.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { goTo, settled, signIn } from "./lib/desk.ts";
import { byHand, byKeyboard } from "./lib/hands.ts";
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

const isClean = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

test("an officer words what was published by keyboard, a citizen finds it without diacritics on a telephone, and it is taken down", async () => {
  const { press, type } = byKeyboard;
  const matterId = await decidedMatter(office, { kind: "complaint", number: "51/QĐ-UBND" });
  const id = await publish(office, matterId);

  const desk = await signIn(office, browser, "clerk", "vi");
  await goTo(desk, `/office/matters/${matterId}`);
  await press(desk, `a[href$="/publications"]`);
  await desk.waitForSelector('[name="extract"]');
  await settled(desk);
  await type(desk, "extract", `Bà ${canary.name} được bồi thường`);
  await desk.check("#nothingPersonal");
  await press(desk, 'form:has([name="extract"]) button[type="submit"]');
  await desk.waitForSelector('[role="alert"]');
  await isClean(desk);
  await desk.fill('[name="extract"]', "Buộc hoàn trả lối đi chung của thôn");
  await desk.check("#nothingPersonal");
  await press(desk, 'form:has([name="extract"]) button[type="submit"]');
  await desk.waitForSelector('[role="status"]');

  const phone = await (
    await openWindow(browser, { baseURL: office.url, language: "vi", width: 360, scripts: false })
  ).newPage();
  await phone.goto("/");
  await byHand.press(phone, 'main a[href="/cong-khai"]');
  await byHand.type(phone, "q", "hoan tra loi di");
  await byHand.press(phone, '.calendar-form button[type="submit"]');
  await byHand.press(phone, `a[href="/cong-khai/${id}"]`);
  const shown = await phone.locator("main").innerText();
  expect(shown).toContain("Buộc hoàn trả lối đi chung của thôn");
  expect(shown).toContain("51/QĐ-UBND");
  for (const secret of Object.values(canary)) expect(shown).not.toContain(secret);

  await office.app.publications.withdraw(await office.as("clerk"), {
    key: randomUUID(),
    id,
    ground: "correction",
    reason: "Ghi nhầm",
  });
  expect((await phone.reload())?.status()).toBe(404);
});

test("the public pages are clean in English and in Vietnamese, empty and full", async () => {
  const id = await publish(office, await decidedMatter(office, { kind: "complaint", number: "52/QĐ-UBND" }));
  for (const language of ["vi", "en"] as const) {
    const page = await (
      await openWindow(browser, { baseURL: office.url, language, width: 360, scripts: true })
    ).newPage();
    for (const path of ["/cong-khai", "/cong-khai?q=khong-co-gi", `/cong-khai/${id}`]) {
      await page.goto(path);
      await isClean(page);
      expect(await page.locator("script[src]").count()).toBe(0);
    }
    expect(await page.locator("h1").innerText()).toContain("52/QĐ-UBND");
  }
});
