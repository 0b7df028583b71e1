import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { clean, goTo, settled, signInForBoth } from "./lib/desk.ts";
import { press, tick, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let device: BrowserContext;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  device = await openWindow(browser, { baseURL: office.url, scripts: false, width: 768 });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
}

/** How a page of the waiting room fares with a screen reader, and that it fits a phone. */
async function looksRight(path: string): Promise<void> {
  const window = await openWindow(browser, { baseURL: office.url, width: 360 });
  await window.addCookies(await device.cookies());
  const page = await window.newPage();
  await page.goto(path);
  expect(await axeFaults(page), path).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await window.close();
}

test("a citizen takes a number without scripts, the screen calls it, the desk records the visit", async () => {
  const desk = await signInForBoth(office, browser, "reception-officer");
  await goTo(desk, "/office/queue?desk=3");
  await clean(desk);
  await picture(desk, "queue-empty");
  const screen = await (await openWindow(browser, { baseURL: office.url, scripts: false })).newPage();
  const answer = await screen.goto("/phong-cho/TT.A");
  expect(answer?.headers().refresh).toBe("5");
  await picture(screen, "screen-empty");
  await looksRight("/phong-cho/TT.A");

  await press(desk, 'button[value="open-kiosk"]');
  const deviceCode = await desk.locator(".queue-code").innerText();
  await picture(desk, "queue-code");
  const kiosk = await device.newPage();
  await kiosk.goto("/phong-cho/TT.A/lay-so");
  await picture(kiosk, "kiosk-locked");
  await looksRight("/phong-cho/TT.A/lay-so");
  await kiosk.fill("#code", "AAAA-AAAA");
  await kiosk.click('button[value="unlock"]');
  expect(await kiosk.locator("main").innerText()).toContain("Mã không đúng");
  await kiosk.fill("#code", deviceCode);
  await kiosk.click('button[value="unlock"]');
  await picture(kiosk, "kiosk-open");
  await looksRight("/phong-cho/TT.A/lay-so");
  for (const intent of ["plain", "plain", "priority"]) {
    await kiosk.goto("/phong-cho/TT.A/lay-so");
    await kiosk.click(`button[value="${intent}"]`);
  }
  expect(await kiosk.locator(".kiosk-big").innerText()).toBe("3");
  await picture(kiosk, "kiosk-number");

  await goTo(desk, "/office/queue?desk=3");
  await press(desk, 'button[value="next"]');
  await desk.waitForSelector(".queue-number");
  expect(await desk.locator(".queue-number").innerText(), "priority first").toContain("Số 3");
  await goTo(desk, "/office/queue?desk=3");
  await clean(desk);
  await picture(desk, "queue-called");
  await screen.goto("/phong-cho/TT.A");
  expect(await screen.locator("tbody tr").first().innerText()).toMatch(/^3\s+3$/);
  await picture(screen, "screen-called");
  await looksRight("/phong-cho/TT.A");

  await press(desk, 'a[href*="/office/reception?ticket="]');
  await arrive(desk, "**/office/reception?ticket=*");
  await desk.waitForSelector("#counter");
  expect(await desk.locator(".page-head").innerText()).toContain("Số 3, bàn 3");
  await picture(desk, "counter-with-number");
  await type(desk, "visitor.name", "Trần Thị Thử Chờ");
  await type(desk, "visitor.address", "thôn Hai, xã An Thử");
  await type(desk, "visitor.idNumber", "001190000012");
  await type(desk, "content", "Đề nghị sửa cống thoát nước");
  await tick(desk, "kind.recommendation");
  await desk.keyboard.press("Control+Enter");
  await desk.waitForSelector("#read-back");
  await press(desk, 'button[name="intent"][value="save"]');
  await arrive(desk, "**/office/reception/visits/**");
  await settled(desk);
  const code = (await desk.locator("main").innerText()).match(/TT\.A-26-\d{5}/)?.[0] ?? "";
  expect(code, "the visit is shown with its petition").toMatch(/^TT/);
  await goTo(desk, "/office/queue?desk=3");
  expect(await desk.locator("main").innerText()).toContain("Đã tiếp xong hôm nay: 1");
  await screen.goto("/phong-cho/TT.A");
  expect(await screen.locator("tbody tr").count(), "its number is gone from the wall").toBe(0);

  const { sessions } = await office.app.headSessions.planSessions(await office.as("reception-officer"), {
    key: crypto.randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-11-27"],
    startsAt: "08:00",
    endsAt: "11:30",
    place: "Phòng tiếp công dân",
    announcedOn: "2026-11-24",
  });
  await goTo(desk, `/office/sessions/${sessions[0]?.id}`);
  await desk.click("summary:has-text('Thêm đơn vào danh sách')");
  await desk.fill("#case-code", code);
  await desk.fill("#case-prepare", "Bản vẽ hệ thống thoát nước");
  await desk.click('button[value="case"]');
  await arrive(desk, "**/office/sessions/*saved=1");
  await clean(desk);
  await picture(desk, "session-with-case");
  await press(desk, 'a[href$="/file"]');
  await desk.waitForSelector(".session-case");
  await clean(desk);
  expect(await desk.locator("main").innerText()).toContain("Bản vẽ hệ thống thoát nước");
  await picture(desk, "session-file");
  await looksRight("/lich-tiep?agency=TT.A&month=2026-11");
  await screen.goto("/lich-tiep?agency=TT.A&month=2026-11");
  expect(await screen.locator("main").innerText()).toContain("Công bố chậm");
  await picture(screen, "calendar-late");
});
