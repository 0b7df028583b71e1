import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { issueBehind, settled, signIn } from "./lib/desk.ts";
import { byHand, byKeyboard } from "./lib/hands.ts";
import * as keyboard from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let folder = "";

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  folder = await mkdtemp(path.join(tmpdir(), "minhxet-after-"));
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function filed(kind: "complaint" | "recommendation", receivedOn = "2026-11-20") {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn,
    visitor: { name: "Lê Thị Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: [kind],
    content: "Đường vào thôn ngập nước khi mưa",
    readBack: true,
  });
  const [petition] = petitions;
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  return { id: petition.id, code: petition.code, secret: petition.trackingSecret };
}

async function track(
  type: typeof keyboard.type,
  page: Page,
  { code, secret }: { readonly code: string; readonly secret: string },
) {
  await page.goto("/track");
  await type(page, "code", code);
  await type(page, "secret", secret);
  await page.press('[name="secret"]', "Enter");
  await page.waitForSelector(".follow-up");
}

const fold = (intent: string) => `.follow-up details:has(input[value="${intent}"])`;
/** Axe is a script itself. */
const isClean = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

test.each([
  { language: "vi", scripts: true, hands: byKeyboard, by: "by keyboard", scope: "withdraw-all" },
  { language: "en", scripts: false, hands: byHand, by: "in a browser that runs no script", scope: "withdraw-part" },
] as const)(
  "the holder of a receipt answers a question, adds documents, asks to withdraw and says it was not solved, $by; a second person reads it ($language)",
  async ({ language, scripts, hands, scope }) => {
    const { press, type, choose } = hands;
    const window = await openWindow(browser, { baseURL: office.url, language, width: 360, scripts });
    const page = await window.newPage();
    const complaint = await filed("complaint");
    await office.app.petitions.writeToPetitioner(await office.as("petition-officer"), {
      key: randomUUID(),
      petitionId: complaint.id,
      body: "Quyết định ông/bà khiếu nại ban hành ngày nào?",
    });
    await track(type, page, complaint);
    expect(await page.locator("#letters").innerText()).toContain("ban hành ngày nào?");
    await type(page, "body", "Ngày 12 tháng 10 năm 2026");
    await press(page, '#letters form button[type="submit"]');
    await page.waitForSelector('[role="status"]');
    await press(page, `${fold("withdraw")} > summary`);
    if (scripts) await isClean(page);
    expect(await page.locator(`${fold("withdraw")} .callout`).innerText()).toContain("Điều 10");
    await choose(page, "scope", scope);
    await type(page, "withdrawn", "Hai bên đã thỏa thuận");
    await page.check("#sure");
    await press(page, `${fold("withdraw")} button[type="submit"]`);
    await page.waitForSelector('[role="status"]');
    expect(await page.locator("#letters").innerText()).toContain("Hai bên đã thỏa thuận");
    const scan = path.join(folder, "anh.pdf");
    writeFileSync(scan, "%PDF-1.4\n%%EOF");
    await press(page, `${fold("add")} > summary`);
    await page.setInputFiles('[name="file"]', scan);
    await press(page, `${fold("add")} button[type="submit"]`);
    await page.waitForSelector('[role="status"]');
    expect(await page.locator("main").innerText()).toContain("anh.pdf");

    const recommendation = await filed("recommendation");
    await office.app.petitions.routePetition(await office.as("petition-officer"), {
      key: randomUUID(),
      petitionId: recommendation.id,
      route: "answer",
      reason: "Đã trả lời bằng văn bản",
      on: "2026-11-24",
    });
    await track(type, page, recommendation);
    await press(page, `${fold("rate")} > summary`);
    await choose(page, "solved", "no");
    await type(page, "unsolved", "Đường vẫn ngập như cũ");
    if (scripts) await isClean(page);
    await press(page, `${fold("rate")} button[type="submit"]`);
    await page.waitForSelector('[role="status"]');
    await window.close();

    const officer = await signIn(office, browser, "petition-officer", language);
    await officer.goto(`/office/petitions/${complaint.id}`);
    await settled(officer);
    const letters = await officer.locator("#letters").innerText();
    for (const said of ["Ngày 12 tháng 10 năm 2026", "Hai bên đã thỏa thuận"]) expect(letters).toContain(said);
    await isClean(officer);
    await officer.context().close();
    const inspector = await signIn(office, browser, "inspectorate", language);
    await inspector.goto("/office/outcomes");
    await settled(inspector);
    expect(await inspector.locator(".outcomes").innerText()).toContain(recommendation.code);
    await isClean(inspector);
    await keyboard.type(inspector, "note", "Yêu cầu kiểm tra lại");
    await keyboard.press(inspector, '.outcomes button[type="submit"]');
    await inspector.waitForSelector(".empty");
    await inspector.context().close();
  },
);

test("a complaint not settled in time: a second one is begun from the receipt, with what is known, in a browser that runs no script", async () => {
  const complaint = await filed("complaint", "2026-09-28");
  const officer = await office.as("petition-officer");
  const { matterId } = await office.app.matters.openMatter(officer, {
    key: randomUUID(),
    petitionId: complaint.id,
    values: { signaturesComplete: true },
  });
  const head = await office.as("head");
  const { seq } = await office.app.matters.openMatterSheet(head, { matterId });
  const accepted = { act: "accept", on: "2026-10-05", values: { eligible: true, content: "Khiếu nại thu hồi đất" } };
  await office.app.matters.performAct(head, { key: randomUUID(), matterId, seq, ...accepted });
  await issueBehind(office, matterId, civilDate("2026-10-05"));
  const window = await openWindow(browser, { baseURL: office.url, language: "vi", width: 360, scripts: false });
  const page = await window.newPage();
  await track(byHand.type, page, complaint);
  expect(await page.locator(".follow-up .next").innerText()).toContain("Điều 33");
  await page.click('.follow-up form:has(input[value="second"]) button');
  await arrive(page, "**/nop-don/noi-nhan");
  expect(await page.inputValue('[name="agency"]')).toBe("TT");
  await byHand.type(page, "respondent", "Chủ tịch Ủy ban nhân dân xã An Thử");
  await page.click('button[name="to"][value="next"]');
  await arrive(page, "**/nop-don/su-viec");
  expect(await page.inputValue('[name="contestedAct"]')).toContain(complaint.code);
  await window.close();
});
