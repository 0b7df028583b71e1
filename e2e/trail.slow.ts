import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
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

test("a citizen finds the root that covers their petition, in a browser that runs no script", async () => {
  const { app } = office;
  const done = await app.reception.recordVisit(await office.as("reception-officer"), {
    key: crypto.randomUUID(),
    agencyId: office.communeId,
    visitor: { name: "Lò Thị Thử", address: "bản Thử, xã An Thử", idNumber: "001099000001" },
    kinds: ["complaint"],
    content: "Không đồng ý với mức bồi thường khi thu hồi đất vườn",
    request: "Hủy quyết định thu hồi đất",
    contestedAct: "Quyết định số 15/QĐ-UBND",
    respondent: "Chủ tịch UBND xã An Thử",
    readBack: true,
  });
  const [petition] = done.petitions;
  for (const [language, width] of [
    ["vi", 360],
    ["en", 1440],
  ] as const) {
    const window = await openWindow(browser, { baseURL: office.url, language, scripts: false, width });
    const page = await window.newPage();
    const follow = async () => {
      await page.goto("/track");
      await page.fill('[name="code"]', petition?.code ?? "");
      await page.fill('[name="secret"]', petition?.trackingSecret ?? "");
      await page.click('main button[type="submit"]');
      await page.waitForLoadState();
      return page.locator("main").innerText();
    };
    if (language === "vi") expect(await follow()).toContain("chưa nằm dưới gốc nhật ký nào");
    const made = await app.audit.makeRoot(app.command, { daily: false });
    expect(await follow()).toContain(language === "vi" ? "gốc nhật ký số 1 ngày" : "root 1 of");
    await page.click("main details:has(code) summary");
    expect(JSON.parse(await page.locator("main details code").innerText())).toMatchObject({ firstRoot: { no: 1 } });
    await page.click('main a[href="/goc-nhat-ky"]');
    expect(await page.locator(`#root-${made?.no}`).innerText()).toContain(made?.hash);
    expect(await page.locator("script").count()).toBe(0);
    await window.close();
  }
  for (const width of [360, 1440]) {
    const window = await openWindow(browser, { baseURL: office.url, language: "vi", width });
    const page = await window.newPage();
    await page.goto("/goc-nhat-ky");
    expect(await axeFaults(page)).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
    await window.close();
  }
});

test("the roots and the key are open to anyone as data", async () => {
  const get = async (path: string) => (await fetch(`${office.url}/api/v1/trail/${path}`)).json();
  const { roots } = await get("roots");
  expect(roots.map(({ no }: { no: number }) => no)).toEqual([2, 1]);
  expect(roots[0].says).toMatchObject({ after: roots[1].hash, key: (await get("key")).publicKey });
  expect((await get("roots?before=2")).roots).toHaveLength(1);
});
