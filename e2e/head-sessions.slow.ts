import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../src/casework/access/index.ts";
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

interface Window {
  readonly language?: Language;
  readonly scripts?: boolean;
  readonly width?: number;
}

async function signIn(role: Role, options: Window): Promise<{ window: BrowserContext; page: Page }> {
  await office.as(role);
  const window = await openWindow(browser, { baseURL: office.url, ...options });
  const page = await window.newPage();
  await page.goto("/sign-in");
  await page.fill("#username", `${role}.here`);
  await page.fill("#password", testPassword);
  await page.click('main button[type="submit"]');
  await arrive(page, "**/office**");
  return { window, page };
}

/** With scripts only: axe waits for timers that a window without them never runs. */
async function fits(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
  });
  expect(await axeFaults(page), page.url()).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

test.each(["vi", "en"] as const)(
  "a month of reception without scripts: drafted, announced, postponed, seen by a citizen (%s)",
  async (language) => {
    const month = language === "vi" ? "2027-01" : "2027-03";
    const { window, page } = await signIn("reception-officer", { language, scripts: false, width: 360 });
    await page.goto(`/office/sessions?month=${month}`);
    await page.click("details.fold > summary");
    await page.check('[name="how"][value="monthly"]');
    await page.fill("#days", "5, 20");
    await page.fill("#from", `01/${month.slice(5)}/2027`);
    await page.fill("#until", "32/13/2027");
    await page.fill("#place", "Phòng tiếp công dân");
    await page.click('button[value="plan"]');
    await page.waitForSelector("#until-error");
    expect(await page.inputValue("#place")).toBe("Phòng tiếp công dân");
    await page.fill("#until", `28/${month.slice(5)}/2027`);
    await page.click('button[value="plan"]');
    await arrive(page, /saved=2/);
    expect(await page.locator('[name="sessionIds"]').count()).toBe(2);

    const citizen = await (
      await openWindow(browser, { baseURL: office.url, language, scripts: false, width: 360 })
    ).newPage();
    await citizen.goto("/");
    await citizen.click('main a[href="/lich-tiep"]');
    await citizen.goto(`/lich-tiep?agency=TT.A&month=${month}`);
    expect(await citizen.locator(".calendar-list > li").count()).toBe(0);

    await page.click('button[value="announce"]');
    await arrive(page, /announced=1/);
    await page.click(".session-list li:first-child a");
    await page.click("details.fold:has([name='postponed-newOn']) > summary");
    await page.fill('[name="postponed-newOn"]', `04/${month.slice(5)}/2027`);
    await page.fill('[name="postponed-reason"]', "Họp tỉnh");
    await page.click('button[value="postponed"]');
    expect(await page.textContent("main [role=alert]")).toContain(
      language === "vi" ? "Chỉ lùi" : "after the one announced",
    );
    await page.fill('[name="postponed-newOn"]', `12/${month.slice(5)}/2027`);
    await page.click('button[value="postponed"]');
    await arrive(page, /saved=1/);

    await citizen.reload();
    expect(await citizen.locator(".calendar-list > li").count()).toBe(3);
    expect(await citizen.textContent(".calendar-moved")).toContain(language === "vi" ? "12/0" : "12 ");
    expect(await citizen.locator("script").count()).toBe(0);
    await citizen.context().close();
    await window.close();
  },
);

test("the head sees the duty on the morning page, records the day, and the duty follows", async () => {
  const clerk = await office.as("clerk");
  await office.app.headSessions.planSessions(clerk, {
    key: crypto.randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-11-05", "2026-11-26"],
    startsAt: "08:00",
    endsAt: "11:30",
    place: "Phòng tiếp công dân",
    announcedOn: "2026-10-20",
  });
  const { window, page } = await signIn("head", { width: 1440 });
  expect(await page.textContent(".duty-home")).toContain("Tháng 11/2026: 2 ngày theo luật, 0 đã tiếp, 2 còn thiếu");
  await page.click(".duty-home a");
  await arrive(page, "**/office/sessions**");
  await page.waitForLoadState("networkidle");
  await page.click(".session-list li:first-child a");
  await arrive(page, /sessions\/[0-9a-f-]{36}/);
  await page.click("details.fold:has(button[value='held-without-visitors']) > summary");
  await page.click("button[value='held-without-visitors']");
  await arrive(page, /saved=1/);
  await page.waitForLoadState("networkidle");
  await fits(page);
  await page.goto("/office/sessions");
  expect(await page.textContent(".duty-line")).toContain("2 ngày theo luật, 1 đã tiếp, 1 còn thiếu");
  await page.waitForLoadState("networkidle");
  await fits(page);
  expect(await page.textContent(".duties")).toContain("Điểm c khoản 2 Điều 15 Luật Tiếp công dân");
  await window.close();
});

test("its pages are clean for axe and none scrolls sideways, at every width and in both languages", async () => {
  const officer = await office.as("reception-officer");
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: crypto.randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-12-21", "2026-12-22"],
    startsAt: "13:30",
    endsAt: "16:30",
    place: "Phòng tiếp công dân",
    topics: "Đất đai",
  });
  await office.app.headSessions.announceSessions(officer, {
    key: crypto.randomUUID(),
    sessionIds: sessions.slice(0, 1).map((each) => each.id),
  });
  const paths = [
    "/lich-tiep",
    "/lich-tiep?agency=TT.A&month=2026-12",
    "/lich-tiep?agency=KHONG-CO",
    "/office/sessions?month=2026-12",
    ...sessions.map((each) => `/office/sessions/${each.id}`),
  ];
  for (const [language, width] of [
    ["vi", 360],
    ["en", 768],
    ["vi", 1440],
  ] as const) {
    const { window, page } = await signIn("reception-officer", { language, width });
    for (const path of paths) {
      await page.goto(path);
      await fits(page);
    }
    await window.close();
  }
});
