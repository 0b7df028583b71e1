import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSmtp, type TestSmtp } from "../src/casework/notices/testing-smtp.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { goTo, signIn } from "./lib/desk.ts";
import { byHand, byKeyboard } from "./lib/hands.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let smtp: TestSmtp;

beforeAll(async () => {
  smtp = await openTestSmtp();
  office = await openServedOffice({
    today: "2026-11-24",
    config: { notices: { smtp: { url: smtp.url, from: "khong-tra-loi@thu.example" } } },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([office?.close(), smtp?.close()]);
});

async function filed() {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-20",
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: ["recommendation"],
    content: "Đường vào thôn ngập nước khi mưa",
    readBack: true,
  });
  const [petition] = petitions;
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  return { id: petition.id, code: petition.code, secret: petition.trackingSecret };
}

const isClean = async (page: Page) => expect(await axeFaults(page)).toEqual([]);
const fold = '#told details:has(input[value="tell"])';

test.each([
  { language: "vi", scripts: true, hands: byKeyboard, by: "by keyboard" },
  { language: "en", scripts: false, hands: byHand, by: "in a browser that runs no script" },
] as const)(
  "the holder of a receipt asks to be told, is told of a letter of the office, and stops, $by ($language)",
  async ({ language, scripts, hands: { press, type } }) => {
    const window = await openWindow(browser, { baseURL: office.url, language, width: 360, scripts });
    const page = await window.newPage();
    const { id, code, secret } = await filed();
    await page.goto("/track");
    await type(page, "code", code);
    await type(page, "secret", secret);
    await page.press('[name="secret"]', "Enter");
    await page.waitForSelector("#told");
    await press(page, `${fold} > summary`);
    await type(page, "tellAt", "lan");
    await press(page, `${fold} button[type="submit"]`);
    expect(await page.locator("#told .error").innerText()).toContain("vn");
    if (scripts) await isClean(page);
    await page.fill("#tellAt", "");
    await type(page, "tellAt", `lan-${language}@vidu.vn`);
    await press(page, `${fold} button[type="submit"]`);
    await page.waitForSelector('#told input[value="hush"]', { state: "attached" });
    expect(await page.locator("#told").innerText()).not.toContain("lan-");
    if (scripts) await isClean(page);

    await office.app.petitions.writeToPetitioner(await office.as("petition-officer"), {
      key: randomUUID(),
      petitionId: id,
      body: "Mời bổ sung giấy tờ",
    });
    await office.app.notices.sendNotices(office.app.task);
    const letter = smtp.letters.find(({ to }) => to === `lan-${language}@vidu.vn`);
    expect(Buffer.from(letter?.source.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8")).toContain(`${code}`);

    await press(page, '#told form:has(input[value="hush"]) button');
    await page.waitForSelector('[role="status"]');
    expect(await page.locator('#told input[value="hush"]').count()).toBe(0);
    await window.close();
  },
  120_000,
);

test("the administrator sees what was not delivered, nothing of whose it was, and sends it again", async () => {
  const { code, secret, id } = await filed();
  const network = "203.0.113.0/24";
  await office.app.notices.setWish({ code, secret, network, tellAt: "khong-co@vidu.vn" });
  await office.app.petitions.writeToPetitioner(await office.as("petition-officer"), {
    key: randomUUID(),
    petitionId: id,
    body: "Mời bổ sung giấy tờ",
  });
  await office.app.notices.sendNotices(office.app.task);
  const page = await signIn(office, browser, "administrator", "vi");
  await goTo(page, "/office/admin/notices");
  const shown = await page.locator("main").innerText();
  expect(shown).toContain("EENVELOPE 550");
  for (const hidden of [code, "khong-co@", "Lê Thị Thử"]) expect(shown).not.toContain(hidden);
  await isClean(page);
  await page.focus("table button");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".empty");
  await isClean(page);
  await page.context().close();
}, 60_000);
