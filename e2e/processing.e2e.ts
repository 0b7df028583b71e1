import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { act, clean, goTo, settled, signInForBoth, stateOf } from "./lib/desk.ts";
import { choose, press, type } from "./lib/keyboard.ts";
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

/** An invented complaint, handed in so long ago that the alarm is near. */
async function handedIn(): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-10-12",
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một", idNumber: "001099000001" },
    kinds: ["complaint"],
    content: "Khiếu nại quyết định thu hồi đất ở thôn Một",
    readBack: true,
  });
  return petitions[0]?.id ?? "";
}

async function signInUnit(): Promise<Page> {
  await office.as("petition-officer", "here", "unit");
  const page = await (await openWindow(browser, { baseURL: office.url, language: "vi" })).newPage();
  await page.goto("/sign-in");
  await type(page, "username", "petition-officer.here.unit");
  await type(page, "password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "**/office**");
  await settled(page);
  return page;
}

const newest = "#papers > article:first-of-type";

async function sign(page: Page, matter: string, step: "check" | "approve" | "sign" | "number"): Promise<void> {
  await goTo(page, matter);
  const form = `${newest} form:has(input[name="step"][value="${step}"])`;
  const folded = `${newest} details.confirm:has(input[name="step"][value="${step}"])`;
  if (await page.locator(folded).count()) await press(page, `${folded} > summary`);
  await press(page, `${form} button[type="submit"]`);
  await page.waitForFunction((gone) => !document.querySelector(gone), form);
}

test("a complaint is checked, proposed, sent back, and taken up when the third has signed and the paper has its number", async () => {
  const petitionId = await handedIn();
  const proposer = await signInForBoth(office, browser, "petition-officer");
  await goTo(proposer, "/office");
  await clean(proposer);
  expect(await proposer.locator("main").innerText()).toContain("Cảnh báo: đơn sắp hoặc đã quá 45 ngày");

  await goTo(proposer, `/office/petitions/${petitionId}`);
  await press(proposer, 'form:has(input[name="intent"][value="process"]) button[type="submit"]');
  await arrive(proposer, "**/acts/check");
  await clean(proposer);
  expect(await proposer.isChecked('input[name="class"][value="complaint"]')).toBe(true);
  expect(await proposer.isChecked('input[name="guidedBefore"][value="no"]')).toBe(true);
  const matter = new URL(proposer.url()).pathname.replace("/acts/check", "");
  const yes = ["withinCompetence", "vietnamese", "dated", "nameAndAddress", "signed", "contentStated", "legible"];
  for (const name of [...yes, "firstTime"]) await choose(proposer, name, "yes");
  for (const name of ["sentToCompetentToo", "originals"]) await choose(proposer, name, "no");
  await press(proposer, 'main form button[type="submit"]:not([value="fields"])');
  await arrive(proposer, (url) => url.pathname === matter);
  await act(proposer, matter, "propose", "24/11/2026", () => type(proposer, "proposal", "Đề xuất thụ lý"));

  const unit = await signInUnit();
  await sign(unit, matter, "check");
  const head = await signInForBoth(office, browser, "head");
  await goTo(head, matter);
  await press(head, `${newest} details.fold > summary`);
  await clean(head);
  await type(head, "returnReason", "Nêu rõ căn cứ thẩm quyền");
  await press(head, `${newest} form:has([name="returnReason"]) button[type="submit"]`);
  await arrive(head, "**saved=1**");
  expect(await head.locator(newest).innerText()).toContain("Nêu rõ căn cứ thẩm quyền");

  await goTo(proposer, matter);
  await clean(proposer);
  await press(proposer, `${newest} a[href$="/edit"]`);
  await arrive(proposer, "**/edit");
  await goTo(proposer, proposer.url());
  await clean(proposer);
  await type(proposer, "proposal", "Thuộc thẩm quyền theo Điều 17 Luật Khiếu nại, đề xuất thụ lý");
  await press(proposer, 'main form button[type="submit"]');
  await arrive(proposer, (url) => url.pathname === matter);

  await sign(unit, matter, "check");
  await sign(head, matter, "approve");
  await sign(head, matter, "sign");
  expect(await stateOf(office, matter)).toBe("PROPOSED");
  await sign(head, matter, "number");
  expect(await stateOf(office, matter)).toBe("HANDED_OVER");
  await clean(head);
  expect(await head.locator(newest).innerText()).toContain("01/PĐX-UBND");
});
