import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { byHand, byKeyboard, type Hands } from "./lib/hands.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let folder = "";

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  folder = await mkdtemp(path.join(tmpdir(), "minhxet-filing-"));
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const onward = 'button[name="to"][value="next"]';

/** Presses the button and waits for the page it leads to, which ships no script. */
async function onTo(hands: Hands, page: Page, step: string, button = onward): Promise<void> {
  await hands.press(page, button);
  await arrive(page, `**/nop-don/${step}`);
  expect(await page.locator("script").count()).toBe(0);
  const beyond = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(beyond, `${step} scrolls sideways`).toBe(0);
}

async function leave({ press }: Hands, page: Page): Promise<void> {
  await press(page, ".save-box summary");
  await press(page, 'button[value="leave"]');
  await page.waitForSelector('[role="status"]');
}

describe.each([
  { language: "vi", scripts: true, hands: byKeyboard, by: "by keyboard" },
  { language: "en", scripts: false, hands: byHand, by: "in a browser that runs no script" },
] as const)("a farmer files on a phone without an account, $by ($language)", ({ language, scripts, hands }) => {
  const { press, type, choose, pick } = hands;
  // Axe is a script itself.
  const clean = async (page: Page) => {
    if (scripts) expect(await axeFaults(page), new URL(page.url()).pathname).toEqual([]);
  };

  test("one question a page, left and taken up again, looked over, sent; the receipt opens the tracking page and holds", async () => {
    const context = await openWindow(browser, { baseURL: office.url, language, width: 360, scripts });
    const page = await context.newPage();
    await page.goto("/nop-don");
    await clean(page);
    await press(page, 'button[value="start"]');
    await arrive(page, "**/nop-don/loai");
    const [code = "", secret = ""] = await page.locator(".save-box code").allInnerTexts();
    await press(page, onward);
    await page.waitForSelector('[role="alert"] a[href="#kind"]');
    await clean(page);
    await choose(page, "kind", "complaint");
    await onTo(hands, page, "noi-nhan");
    await pick(page, "agency", "TT.A");
    await pick(page, "against", "commune-official");
    await type(page, "respondent", "Chủ tịch Ủy ban nhân dân xã An Thử");
    await clean(page);
    await onTo(hands, page, "su-viec");
    await type(page, "content", "Xã thu hồi đất của tôi mà không bồi thường đủ, tôi khiếu nại quyết định hành chính");
    await onTo(hands, page, "noi-nhan", 'button[value="back"]');
    await onTo(hands, page, "su-viec");
    expect(await page.inputValue('[name="content"]')).toContain("thu hồi đất");
    await leave(hands, page);
    await page.goto("/nop-don/su-viec");
    expect(new URL(page.url()).pathname).toBe("/nop-don");
    await type(page, "code", code.toLowerCase());
    await type(page, "secret", secret.toLowerCase());
    await press(page, 'form.narrow button[type="submit"]');
    await arrive(page, "**/nop-don/kiem-tra");
    await clean(page);
    expect(await page.locator("#send button").count()).toBe(0);
    await page.goto("/nop-don/yeu-cau");
    await type(page, "request", "Tính lại tiền bồi thường");
    await onTo(hands, page, "nguoi-gui");
    await type(page, "name", "Hoàng Thị Thử");
    await type(page, "address", "thôn Hai, xã An Thử");
    await onTo(hands, page, "cung-gui");
    await choose(page, "group", "alone");
    await clean(page);
    await onTo(hands, page, "tai-lieu");
    const scan = path.join(folder, `quyet-dinh-${language}.pdf`);
    writeFileSync(scan, "%PDF-1.4\n%%EOF");
    await page.setInputFiles('[name="file"]', scan);
    await press(page, 'button[value="upload"]');
    await page.waitForSelector(".file-list");
    await clean(page);
    await onTo(hands, page, "kiem-tra");
    await clean(page);
    expect(await page.locator(".callout.info").innerText()).toContain("Điều");
    await press(page, '#send button[type="submit"]');
    await arrive(page, "**/nop-don/bien-nhan");
    await clean(page);
    const [petition = "", tracking = ""] = await page.locator(".key-values strong").allInnerTexts();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/nop-don/bien-nhan");
    const pdf = await (await page.request.get("/nop-don/bien-nhan/tai-ve")).body();
    await page.goto("/kiem-tra-bien-nhan");
    await clean(page);
    const receipt = path.join(folder, `bien-nhan-${language}.pdf`);
    writeFileSync(receipt, pdf);
    await page.setInputFiles('[name="file"]', receipt);
    await press(page, 'main button[type="submit"].primary');
    await page.waitForSelector(".callout.done");
    expect(await page.locator(".callout.done").innerText()).toContain(petition);
    await page.goto("/track");
    await type(page, "code", petition);
    await type(page, "secret", tracking);
    await press(page, 'main button[type="submit"]');
    await page.waitForSelector(".timeline");
    expect(await page.locator(".eyebrow").innerText()).toContain(petition);
    await context.close();
  });
});
