import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestKey } from "../src/server/testing-custodian.ts";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { agree, ask, becomeCustodian, denounced, denouncer, forTheRequest, typeAt } from "./lib/custody.ts";
import { clean, goTo, issueBehind, signIn } from "./lib/desk.ts";
import { press } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice, serveOn } from "./lib/served-office.ts";
import { recordWire } from "./lib/wire.ts";

let office: ServedOffice;
let browser: Browser;
let head: Page;
let key: TestKey;
let petition = "";
let matter = "";

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  key = await becomeCustodian(office);
  const { petitionId } = await denounced(office);
  petition = `/office/petitions/${petitionId}`;
  matter = `/office/matters/${await accepted(petitionId)}`;
  head = await signIn(office, browser, "head", "vi");
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** The matter of the denunciation, accepted, and its Mẫu số 05 with a number. */
async function accepted(petitionId: string): Promise<string> {
  const asHead = await office.as("head");
  const values = { violation: "duty", withinCompetence: true, forwarded: false };
  const { matters } = office.app;
  const { matterId } = await matters.openMatter(asHead, { key: randomUUID(), petitionId, values });
  const act = async (id: string, on: string, given: Record<string, string | boolean>) => {
    const { seq } = await matters.openMatterSheet(asHead, { matterId });
    await matters.performAct(asHead, { key: randomUUID(), matterId, act: id, seq, on, values: given });
  };
  await act("log-and-check", "2026-11-02", {});
  await act("record-check", "2026-11-03", { identified: true });
  const yes = { madeAsLawAsks: true, capacity: true, competent: true, basis: true, fromComplaint: false };
  await act("accept", "2026-11-05", { ...yes, accused: "Nguyễn Văn Hư Cấu", content: "Thu tiền ngoài quy định" });
  await issueBehind(office, matterId, civilDate("2026-11-05"));
  await act("notify-acceptance", "2026-11-06", { notifiedOn: "2026-11-06" });
  await issueBehind(office, matterId, civilDate("2026-11-06"));
  return matterId;
}

test("the matter leads to the identity, and says how the newest request stands", async () => {
  await goTo(head, matter);
  expect(await head.locator(".ask-identity .badge").count()).toBe(0);
  await press(head, `.ask-identity a[href="${petition}/release"]`);
  await arrive(head, `**${petition}/release`);
  const releaseId = await ask(office, petition.split("/").at(-1) ?? "", 3);
  await goTo(head, matter);
  expect(await head.locator(".ask-identity").innerText()).toContain("Chờ quyết định");
  await agree(office, key, releaseId, "2026-11-26");
  await goTo(head, matter);
  expect(await head.locator(".ask-identity").innerText()).toContain("26/11/2026");
  await clean(head);
});

test("a release shows Mẫu số 05 first; sheet and paper are put together in the browser, and nothing of it goes to the server", async () => {
  await head.clock.install();
  await goTo(head, `${petition}/release`);
  await typeAt(head, 'input[id^="view-"]', forTheRequest);
  await press(head, '.release form button[type="submit"]');
  await head.waitForSelector(".watermarked", { timeout: 30_000 });
  const wire = recordWire(head);
  await press(head, ".opened-person .button");
  const papers = await head.locator(".letter-paper").allInnerTexts();
  expect(papers.length).toBeGreaterThan(1);
  expect(papers[0]).toContain("Thông báo việc thụ lý");
  await press(head, ".letter-paper");
  await head.waitForSelector(".letter-page canvas");
  expect(await head.locator(".letter-to").innerText()).toContain(denouncer.address);
  await clean(head);
  const bytes = await wire.bytes();
  expect(bytes.byteLength).toBeGreaterThan(1000);
  for (const secret of [denouncer.name, "Kín Tiếng", forTheRequest]) expect(bytes.includes(secret)).toBe(false);
});

test("what is open locks itself after five minutes", async () => {
  await head.clock.fastForward("04:00");
  expect(await head.locator(".watermarked").count()).toBe(1);
  await head.clock.fastForward("01:05");
  await head.waitForSelector(".watermarked", { state: "detached" });
  expect(await head.content()).not.toContain(denouncer.name);
  expect(await head.locator('.release [role="status"]').first().innerText()).toContain("Đã khóa lại");
});

test("after its last day it opens no more; the night erases it and the ledger says so", async () => {
  const last = await serveOn(office, civilDate("2026-11-26"));
  const after = await serveOn(office, civilDate("2026-11-27"));
  try {
    await goTo(head, `${last.url}${petition}/release`);
    expect(await head.locator(".release .badge.green").count()).toBe(1);
    await goTo(head, `${after.url}${petition}/release`);
    expect(await head.locator(".release input").count()).toBe(0);
    expect(await head.locator(".release").innerText()).toContain("26/11/2026");
    await clean(head);
    await after.app.housekeeping.tidyVault(after.app.task);
    await goTo(head, `${after.url}/office/custodian?view=ledger`);
    const first = await head.locator("main tbody tr").first().innerText();
    for (const words of ["Hết hạn", "Hệ thống"]) expect(first).toContain(words);
  } finally {
    await last.stop();
    await after.stop();
  }
});
