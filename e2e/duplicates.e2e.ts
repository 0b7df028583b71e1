import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { clean, goTo, signInForBoth } from "./lib/desk.ts";
import { press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
const petitions: { id: string; code: string }[] = [];

const story =
  "Gia đình tôi không đồng ý với phương án bồi thường khi mở đường liên thôn, kiểm đếm thiếu hai mươi cây bưởi. Thửa đất số 12, tờ bản đồ số 7, xã An Thử.";
const visitor = { name: "Nguyễn Thị Thúy Hòa", address: "thôn Một, xã An Thử", idNumber: "001099000001" };

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  for (const receivedOn of ["2026-11-02", "2026-11-20"]) {
    const taken = await office.app.reception.recordVisit(await office.as("reception-officer"), {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn,
      visitor,
      kinds: ["complaint"],
      content: story,
      readBack: true,
    });
    petitions.push(...taken.petitions);
  }
  const [first] = petitions;
  await office.app.matters.openMatter(await office.as("petition-officer"), {
    key: randomUUID(),
    petitionId: first?.id ?? "",
    values: { signaturesComplete: true },
  });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

test("while the officer types at the counter, earlier petitions appear with their reasons; nothing of it is in an address", async () => {
  const page = await signInForBoth(office, browser, "reception-officer");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await goTo(page, "/office/reception");
  await type(page, "visitor.name", "nguyen thi thuy hoa");
  await type(page, "visitor.address", "thon Mot, x. An Thu");
  await type(page, "content", "boi thuong duong lien thon, thua 12 to 7 xa An Thu");
  const panel = page.locator("#possible-duplicates");
  await panel.getByText("cùng thửa đất").first().waitFor();
  expect(await panel.innerText()).toContain(petitions[0]?.code);
  expect(await panel.innerText()).toContain("cùng họ tên và nơi ở");
  expect(asked.filter((url) => /duplicates/.test(url) && /\?/.test(url))).toEqual([]);
  await clean(page);
  await page.context().close();
});

test("without scripts a button looks for them", async () => {
  const signedIn = await office.as("reception-officer");
  const context = await openWindow(browser, { baseURL: office.url, scripts: false });
  const expires = new Date(Date.now() + 3_600_000);
  const [name = "", value = ""] = (office.app.cookie.write(signedIn.session, expires).split(";")[0] ?? "").split("=");
  await context.addCookies([{ name, value, url: office.url }]);
  const page = await context.newPage();
  await page.goto("/office/reception");
  await page.fill('[name="visitor.name"]', visitor.name);
  await page.fill('[name="visitor.address"]', visitor.address);
  await page.fill('[name="content"]', story);
  await page.click('button[value="duplicates"]');
  expect(await page.locator("#possible-duplicates").innerText()).toContain(petitions[0]?.code);
  expect(await page.inputValue('[name="content"]')).toBe(story);
  await context.close();
});

test("one click files the petition with the matter, and a reason takes it out again", async () => {
  const page = await signInForBoth(office, browser, "petition-officer");
  const [first, second] = petitions;
  await goTo(page, `/office/petitions/${second?.id}`);
  await clean(page);
  await press(page, '#duplicates button[type="submit"]');
  await arrive(page, `**/office/petitions/${second?.id}?saved=1`);
  await page.getByRole("heading", { name: "Đơn trùng, đã lưu cùng" }).waitFor();
  await clean(page);
  await goTo(page, `/office/petitions/${first?.id}`);
  expect(await page.locator("main").innerText()).toContain(second?.code);
  await goTo(page, `/office/petitions/${second?.id}`);
  await page.locator("details.fold summary", { hasText: "Gỡ khỏi đơn này" }).press("Enter");
  await type(page, "undoReason", "Hai việc khác nhau");
  await page.locator(".main-panel details.confirm > summary").press("Enter");
  await page.locator(".main-panel details.confirm button").press("Enter");
  await page.locator("#duplicates").waitFor();
  await page.context().close();
});
