import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { clean, goTo, signIn } from "./lib/desk.ts";
import { pick, press, tick } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  for (const [kind, receivedOn] of [
    ["complaint", "2026-11-20"],
    ["denunciation", "2026-10-01"],
  ] as const) {
    const [counter, head] = [await office.as("reception-officer"), await office.as("head")];
    const { petitions } = await office.app.reception.recordVisit(counter, {
      key: randomUUID(),
      agencyId: office.communeId,
      receivedOn,
      visitor: { name: "Nguyễn Văn Thử", address: "thôn Một", idNumber: "001099000001" },
      kinds: [kind],
      content: "Nội dung kín của vụ việc",
      readBack: true,
    });
    const petitionId = petitions[0]?.id ?? "";
    if (kind === "denunciation") await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId });
    const values: Record<string, string | boolean> =
      kind === "complaint"
        ? { signaturesComplete: true }
        : { violation: "duty", withinCompetence: true, forwarded: false };
    await office.app.matters.openMatter(head, { key: randomUUID(), petitionId, values });
  }
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

describe.each(["vi", "en"] as const)("the matters of subordinate agencies (%s)", (language) => {
  test("are seen from above by what they are and when they are due, and narrowed by keyboard", async () => {
    const page = await signIn(office, browser, "inspectorate", language, "above");
    await goTo(page, "/office/subordinates");
    await clean(page);
    expect(await page.locator("tbody tr").count()).toBe(2);
    const shown = await page.content();
    expect(shown).not.toContain("Nguyễn Văn Thử");
    expect(shown).not.toContain("Nội dung kín");
    await pick(page, "agency", office.communeId);
    await tick(page, "overdue");
    await press(page, 'main form button[type="submit"]');
    await arrive(page, `**/office/subordinates?agency=${office.communeId}&overdue=1`);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    expect(await page.locator("tbody").innerText()).toContain(language === "vi" ? "Tố cáo" : "Denunciation");
    await goTo(page, `/office/subordinates?agency=${office.otherCommuneId}`);
    await clean(page);
    expect(await page.locator("tbody").count()).toBe(0);
    await page.context().close();
  });

  test("are none below a commune, and the page says so", async () => {
    const page = await signIn(office, browser, "head", language);
    await goTo(page, "/office/subordinates");
    await clean(page);
    expect(await page.locator("tbody").count()).toBe(0);
    await page.context().close();
  });
});
