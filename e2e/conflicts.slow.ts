import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { clean, goTo, signInForBoth } from "./lib/desk.ts";
import { choose, pick, press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let petitionId = "";
const page = () => `/office/petitions/${petitionId}/conflicts`;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  const counter = await office.as("reception-officer");
  const { petitions } = await office.app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId: office.communeId,
    visitor: {},
    kinds: ["denunciation"],
    content: "Nhận tiền khi cấp phép",
    readBack: true,
  });
  petitionId = petitions[0]?.id ?? "";
  await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

test("a head declares another's conflict of interest by keyboard, lifts it with a reason, then declares their own", async () => {
  const clerk = await office.officerId("clerk");
  const head = await signInForBoth(office, browser, "head");
  await goTo(head, `/office/petitions/${petitionId}`);
  await press(head, `main a[href="${page()}"]`);
  await arrive(head, `**${page()}`);
  await head.waitForSelector(".empty");
  await clean(head);

  await pick(head, "officerId", clerk);
  await choose(head, "ground", "interest");
  await press(head, 'form:has([value="other"]) details.confirm > summary');
  await press(head, 'form:has([value="other"]) button[type="submit"]');
  await arrive(head, "**/conflicts?done=other");
  await clean(head);
  expect(await head.locator('select[name="officerId"] option').count()).toBeGreaterThan(1);
  expect(await head.locator(`select[name="officerId"] option[value="${clerk}"]`).count()).toBe(0);

  await press(head, ".changes details.confirm > summary");
  const reason = await head.locator('.changes input[name^="reason-"]').getAttribute("name");
  await type(head, reason ?? "", " ");
  await press(head, '.changes button[type="submit"]');
  await head.waitForSelector('[role="alert"]');
  await clean(head);
  await type(head, reason ?? "", "Khai nhầm người trùng tên");
  await press(head, '.changes button[type="submit"]');
  await arrive(head, "**/conflicts?done=lift");
  await press(head, "details.fold > summary");
  expect(await head.locator("details.fold").innerText()).toContain("Khai nhầm người trùng tên");
  await clean(head);

  await choose(head, "ownGround", "relative");
  await press(head, 'form:has([value="own"]) details.confirm > summary');
  await press(head, 'form:has([value="own"]) button[type="submit"]');
  await arrive(head, "**/office/list?conflict=1");
  await head.waitForSelector('[role="status"]');
  await clean(head);
  expect((await head.goto(page()))?.status()).toBe(404);
});

test("works as forms where no script runs, in English", async () => {
  await office.as("head", "here", "deputy");
  const window = await openWindow(browser, { baseURL: office.url, language: "en", scripts: false, width: 360 });
  const plain = await window.newPage();
  await plain.goto("/sign-in");
  await plain.fill('[name="username"]', "head.here.deputy");
  await plain.fill('[name="password"]', testPassword);
  await plain.click('main button[type="submit"]');
  await arrive(plain, "**/office**");
  await plain.goto(page());
  await plain.click(".changes details.confirm > summary");
  await plain.fill('.changes input[name^="reason-"]', "Declared by mistake");
  await plain.click('.changes button[type="submit"]');
  await arrive(plain, "**/conflicts?done=lift");
  expect(await plain.locator(".changes > li").count()).toBe(2);
  expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await window.close();
});
