import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { settled, signIn } from "./lib/desk.ts";
import * as keyboard from "./lib/keyboard.ts";
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

/** A complaint of so many, taken in at the counter. */
async function complaint(peopleCount: number) {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-03",
    visitor: { name: "Lê Thị Đầu", address: "thôn Một, xã An Thử", idNumber: "001099000001" },
    kinds: ["complaint"],
    peopleCount,
    content: "Khiếu nại quyết định thu hồi đất",
    readBack: true,
  });
  return petitions[0]?.id ?? "";
}

/** A complaint of three, accepted: its notice of acceptance is signed and numbered. */
async function accepted() {
  const { matters } = office.app;
  const [officer, head] = [await office.as("petition-officer"), await office.as("head")];
  const petitionId = await complaint(3);
  const values = { signaturesComplete: true, representativePaper: true, representativesCount: "1" };
  const { matterId } = await matters.openMatter(officer, { key: randomUUID(), petitionId, values });
  const { seq } = await matters.openMatterSheet(head, { matterId });
  const act = { act: "accept", on: "2026-11-05", values: { eligible: true, content: "Quyết định bồi thường" } };
  const { waitsFor: paperId = "" } = await matters.performAct(head, { key: randomUUID(), matterId, seq, ...act });
  for (const step of ["check", "approve", "sign", "number"] as const)
    await matters.stepPaper(head, { key: randomUUID(), paperId, step, on: "2026-11-05" });
  return petitionId;
}

const everybodyHasOne = { vi: "Mọi người trong danh sách đã có phiếu.", en: "Everybody on the list has a slip." };

test("the page of one person's petition asks whether others signed, and leads to the list of who did", async () => {
  const petitionId = await complaint(1);
  const page = await signIn(office, browser, "petition-officer", "vi");
  await page.goto(`/office/petitions/${petitionId}`);
  await settled(page);
  expect(await page.locator("main").innerText()).toContain("Đơn này có nhiều người ký?");
  await keyboard.press(page, 'a[href$="/signatories"]');
  await arrive(page, /\/signatories$/);
  await page.waitForSelector('[name="pasted"]');
  await page.context().close();
});

test.each(["vi", "en"] as const)(
  "a clerk enters who signed, has a reply made for each and writes down that all were sent; each reads their own alone (%s)",
  async (language) => {
    const petitionId = await accepted();
    const page = await signIn(office, browser, "head", language);
    await page.goto(`/office/petitions/${petitionId}`);
    await settled(page);
    await keyboard.press(page, 'a[href$="/signatories"]');
    await page.waitForSelector(".empty");
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.fill('[name="pasted"]', "Phạm Văn Khác\tthôn Hai, xã An Thử\nVũ Thị Thử\tthôn Ba, xã An Thử\nSai\t");
    await keyboard.press(page, 'form:has([name="pasted"]) button[type="submit"]');
    await page.waitForSelector(".callout.done");
    await page.getByText("Vũ Thị Thử").first().waitFor();
    expect(await page.locator("main").innerText()).toContain("Vũ Thị Thử");
    expect(await axeFaults(page)).toEqual([]);
    const [slips] = await Promise.all([
      page.context().waitForEvent("response", { predicate: (each) => each.url().endsWith("/slips") }),
      keyboard.press(page, 'form[action$="/slips"] button[value="all"]'),
    ]);
    expect([slips.status(), slips.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    await page.reload();
    await settled(page);
    expect(await page.locator('form[action$="/slips"] button[value="all"]').count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain(everybodyHasOne[language]);
    await keyboard.press(page, 'form:has([value="start"]) button[type="submit"]');
    await page.waitForSelector("progress");
    await office.app.signatories.resumeReplies(office.app.task);
    await page.waitForSelector("progress", { state: "detached" });
    await keyboard.press(page, "details.fold > summary");
    await keyboard.press(page, 'form:has([value="send-all"]) button[type="submit"]');
    await arrive(page, /saved/);
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    const pdf = await page.request.get(
      (await page.locator('a[href^="/office/replies/"]').nth(2).getAttribute("href")) ?? "",
    );
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true });
    expect(text).toContain("Vũ Thị Thử");
    expect(text).not.toMatch(/Khác|Đầu/);
    await page.context().close();

    const [code = ""] = /TT\.A-26-\d{5}-[0-9A-Z]{5}/.exec(text) ?? [];
    const [secret = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text) ?? [];
    const window = await openWindow(browser, { baseURL: office.url, language, width: 360, scripts: false });
    const own = await window.newPage();
    await own.goto("/track");
    await own.fill('[name="code"]', code);
    await own.fill('[name="secret"]', secret);
    await own.press('[name="secret"]', "Enter");
    await own.waitForSelector('form[action="/track/tra-loi"]');
    expect(await own.locator("main").innerText()).not.toMatch(/Khác|Đầu/);
    const [download] = await Promise.all([
      own.waitForEvent("download"),
      own.locator('form[action="/track/tra-loi"] button').click(),
    ]);
    expect(download.suggestedFilename()).toBe("tra-loi.pdf");
    await window.close();
  },
);
