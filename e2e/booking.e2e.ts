import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { clean, goTo, settled, signInForBoth } from "./lib/desk.ts";
import { press, tick, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice, serveOn } from "./lib/served-office.ts";

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

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  const before = page.viewportSize();
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** Fits a phone, and holds nothing that a screen reader stumbles over. What was answered is read in a window of its own: the phone runs no scripts, and axe is one. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const reader = await (await openWindow(browser, { baseURL: office.url, width: 360 })).newPage();
  await reader.goto("/lich-tiep/cho-da-dat");
  await reader.setContent(await page.content());
  expect(await axeFaults(reader), page.url()).toEqual([]);
  await reader.context().close();
}

/** A form is answered at its own address. */
async function send(page: Page, button: string): Promise<void> {
  const answered = page.waitForEvent("domcontentloaded");
  await page.click(button);
  await answered;
}

async function plan(on: string, startsAt: string, places: number | null): Promise<string> {
  const { sessions } = await office.app.headSessions.planSessions(await office.as("reception-officer"), {
    key: crypto.randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: [on],
    startsAt,
    endsAt: "17:00",
    place: "Phòng tiếp công dân, trụ sở Ủy ban nhân dân xã An Thử",
    hostName: "Nguyễn Thử Chủ",
    announcedOn: "2026-11-24",
    places,
  });
  return sessions[0]?.id ?? "";
}

async function book(phone: Page, name: string, subject: string): Promise<{ code: string; secret: string }> {
  await phone.fill("#name", name);
  await phone.fill("#contact", "0912 345 678");
  await phone.fill("#subject", subject);
  await phone.fill("#people", "2");
  await send(phone, '.form button[type="submit"]');
  const [code = "", secret = ""] = await phone.locator(".key-values strong").allInnerTexts();
  return { code, secret };
}

test("a citizen books a place on a phone without scripts, the counter takes it up on the day, another one cancels", async () => {
  const id = await plan("2026-12-09", "08:00", 2);
  await plan("2026-12-16", "08:00", null);
  const phone = await (await openWindow(browser, { baseURL: office.url, scripts: false, width: 360 })).newPage();
  await phone.goto("/lich-tiep?agency=TT.A&month=2026-12");
  expect(await phone.locator("main").innerText()).toContain("Còn 2 chỗ");
  await picture(phone, "calendar");
  await fits(phone);
  await phone.click(`a[href$="${id}"]`);
  await picture(phone, "book");
  await fits(phone);
  await phone.fill("#name", "Lê Thị Thử Đặt");
  await phone.fill("#subject", "Bồi thường đất");
  await phone.fill("#contact", "gọi tôi");
  await send(phone, '.form button[type="submit"]');
  expect(await phone.locator(".field.wrong").innerText()).toContain("0912 345 678");
  expect(await phone.inputValue("#subject"), "what was typed is kept").toBe("Bồi thường đất");
  await picture(phone, "book-mend");
  const first = await book(phone, "Lê Thị Thử Đặt", "Bồi thường đất ở thôn Hai");
  expect(first.code).toMatch(/^DC-/);
  expect(await phone.locator("main").innerText()).toContain("Số thứ tự 1");
  expect(phone.url(), "no code in an address").not.toContain("DC-");
  await picture(phone, "booked");
  await fits(phone);
  await phone.goto(`/lich-tiep/dat-cho/${id}`);
  const second = await book(phone, "Trần Văn Thử Hủy", "Đường vào thôn ngập nước");
  await phone.goto(`/lich-tiep/dat-cho/${id}`);
  expect(await phone.locator("main").innerText()).toContain("Các chỗ của buổi tiếp này đã hết");
  await picture(phone, "book-full");
  await fits(phone);

  await phone.goto("/lich-tiep/cho-da-dat");
  await picture(phone, "look");
  await fits(phone);
  await phone.fill("#code", second.code.toLowerCase());
  await phone.fill("#secret", "0000-0000-0000");
  await send(phone, '.form button[type="submit"]');
  expect(await phone.locator("main").innerText()).toContain("Không có chỗ nào với hai mã này");
  await phone.fill("#secret", second.secret);
  await send(phone, '.form button[type="submit"]');
  expect(await phone.locator("main").innerText()).toContain("Đường vào thôn ngập nước");
  await picture(phone, "looked");
  await fits(phone);
  await phone.click(".confirm summary");
  await send(phone, 'button[value="cancel"]');
  expect(await phone.locator("h1").innerText()).toBe("Đã hủy chỗ");
  expect(await phone.locator("main").innerText()).not.toContain("Đường vào thôn");
  await picture(phone, "cancelled");
  await fits(phone);

  const desk = await signInForBoth(office, browser, "reception-officer");
  await goTo(desk, `/office/sessions/${id}`);
  expect(await desk.locator("main").innerText()).toContain("Đã đặt 1 trên 2 chỗ");
  expect(await desk.locator('button[value="came"]').count(), "not before the day").toBe(0);
  await clean(desk);
  await picture(desk, "session-before");

  const day = await serveOn(office, civilDate("2026-12-09"));
  await goTo(desk, `${day.url}/office/sessions/${id}`);
  await picture(desk, "session-on-the-day");
  await press(desk, 'button[value="came"]');
  await arrive(desk, "**/office/reception?booking=*");
  await desk.waitForSelector("#counter");
  expect(desk.url()).not.toContain("Thử");
  expect(await desk.inputValue('[name="visitor.name"]')).toBe("Lê Thị Thử Đặt");
  expect(await desk.inputValue('[name="visitor.phone"]')).toBe("0912345678");
  expect(await desk.inputValue('[name="content"]')).toBe("Bồi thường đất ở thôn Hai");
  await picture(desk, "counter-with-booking");
  await desk.fill('[name="peopleCount"]', "1");
  await type(desk, "visitor.address", "thôn Hai, xã An Thử");
  await type(desk, "visitor.idNumber", "001190000012");
  await tick(desk, "kind.recommendation");
  await desk.keyboard.press("Control+Enter");
  await desk.waitForSelector("#read-back");
  await press(desk, 'button[name="intent"][value="save"]');
  await arrive(desk, "**/office/reception/visits/**");
  await settled(desk);
  await goTo(desk, `${day.url}/office/sessions/${id}`);
  expect(await desk.locator(".bookings").innerText()).toContain("Đã xóa sau khi ghi lượt tiếp");
  await picture(desk, "session-afterwards");
  await day.stop();
});

test("in English, and told of the new day when the session is postponed", async () => {
  const id = await plan("2026-12-17", "08:00", 5);
  const phone = await (
    await openWindow(browser, { baseURL: office.url, scripts: false, width: 360, language: "en" })
  ).newPage();
  await phone.goto(`/lich-tiep/dat-cho/${id}`);
  expect(await phone.locator("h1").innerText()).toBe("Book a place at a session");
  await fits(phone);
  const { code, secret } = await book(phone, "Le Thi Thu", "Flooded road");
  expect(await phone.locator("main").innerText()).toContain("Number 1");
  await office.app.headSessions.recordSession(await office.as("reception-officer"), {
    key: crypto.randomUUID(),
    sessionId: id,
    outcome: "postponed",
    reason: "Họp đột xuất",
    newOn: "2026-12-21",
  });
  await phone.goto("/lich-tiep/cho-da-dat");
  await phone.fill("#code", code);
  await phone.fill("#secret", secret);
  await send(phone, '.form button[type="submit"]');
  const said = await phone.locator("main").innerText();
  expect(said).toContain("Your place and number hold for the new day");
  expect(said).toContain("21");
  await picture(phone, "postponed-en");
  await fits(phone);
});
