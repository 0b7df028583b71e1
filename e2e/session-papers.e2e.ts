import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { clean, goTo, signInForBoth } from "./lib/desk.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let sessionId = "";
let visitId = "";

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  const { app, communeId: agencyId } = office;
  const officer = await office.as("reception-officer");
  const visitor = { name: "Nguyễn Văn Thử", address: "thôn Một, xã An Thử", idNumber: "001099000001" };
  const said = { key: randomUUID(), agencyId, visitor, readBack: true };
  const content = "Không đồng ý mức bồi thường khi thu hồi đất vườn";
  visitId = (await app.reception.recordVisit(officer, { ...said, kinds: ["complaint"], content })).visitId;
  const denounced = { ...said, key: randomUUID(), content: "Tố cáo trưởng thôn thu tiền sai quy định" };
  await app.reception.recordVisit(officer, { ...denounced, kinds: ["denunciation"] });
  const { sessions } = await app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId,
    position: "commune-chair",
    dates: ["2026-11-24"],
    startsAt: "07:30",
    endsAt: "16:30",
    place: "Phòng tiếp công dân",
    announcedOn: "2026-11-02",
  });
  sessionId = sessions[0]?.id ?? "";
  await app.headSessions.recordSession(officer, { key: randomUUID(), sessionId, outcome: "held" });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function draftOf(page: Page, name: string): Promise<void> {
  await goTo(page, `/office/sessions/${sessionId}#papers`);
  await page.click(`main a[href$="/papers/${name}"]`);
  await page.waitForSelector("form.session-paper");
}

test("the minutes of the day's session, then the notice, which needs a unit and a time for each conclusion", async () => {
  const page = await signInForBoth(office, browser, "reception-officer");
  await draftOf(page, "minutes");
  expect(await page.locator("main legend").allInnerTexts()).toEqual([
    expect.stringContaining("Nguyễn Văn Thử"),
    expect.stringContaining("Người tố cáo 2026"),
  ]);
  await page.fill("#secretary", "Người Thử Thư Ký");
  await page.fill('[name^="conclusion-"]', "Kiểm tra lại đơn giá bồi thường.");
  await clean(page);
  await page.click("main form.session-paper button[type=submit]");
  await arrive(page, /saved=1/);
  await draftOf(page, "conclusion");
  expect(await page.inputValue('[name^="conclusion-"]')).toBe("Kiểm tra lại đơn giá bồi thường.");
  await page.click("main form.session-paper button[type=submit]");
  await page.waitForSelector(".error-summary, [role=alert]");
  await page.fill('[name^="unit-"]', "Phòng Kinh tế xã An Thử");
  await page.fill('[name^="doBy-"]', "15/12/2026");
  await clean(page);
  await page.click("main form.session-paper button[type=submit]");
  await arrive(page, /saved=1/);
  await clean(page);
  const [minutes] = await page.locator('#papers a[href$=".pdf"]').all();
  const pdf = await page.request.get((await minutes?.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
});

test("a refusal begins at the visit and goes on with the act of the law", async () => {
  const page = await signInForBoth(office, browser, "reception-officer");
  await goTo(page, `/office/reception/visits/${visitId}`);
  await page.click("#refuse > summary");
  await clean(page);
  await page.click('#refuse button[value="written"]');
  await arrive(page, "**/acts/establish-refusal");
  await clean(page);
});
