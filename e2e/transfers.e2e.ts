import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { clean, goTo, signInForBoth } from "./lib/desk.ts";
import { pick, press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

const reason = "Vụ việc xảy ra trên địa bàn của cơ quan nhận";
const network = "203.0.113.0/24";
let office: ServedOffice;
let browser: Browser;
let thirdCommune: string;
let inThird: { readonly session: string };

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  const { app } = office;
  const commune = { code: "TT.C", name: "Ủy ban nhân dân xã Châu Thử", placeName: "xã Châu Thử", from: "2010-01-01" };
  const made = await app.agencies.createAgency(app.command, { ...commune, level: "commune", parent: "TT" });
  thirdCommune = made.agencyId;
  const username = "petition-officer.third";
  const { oneTimePassword } = await app.access.createOfficer(app.command, {
    username,
    displayName: "Cán bộ xã Châu Thử",
    agencyId: thirdCommune,
    role: "petition-officer",
  });
  const first = await app.access.signIn({ username, password: oneTimePassword, network });
  await app.access.changePassword({ session: first.secret }, { current: oneTimePassword, next: testPassword, network });
  inThird = { session: (await app.access.signIn({ username, password: testPassword, network })).secret };
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function filed() {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-11-20",
    visitor: { name: "Nguyễn Văn Thử", address: "thôn Một", idNumber: "001099000001" },
    kinds: ["recommendation"],
    content: "Kiến nghị sửa đoạn đường liên xã bị hư hỏng",
    readBack: true,
  });
  const petition = petitions[0];
  if (!petition?.trackingSecret) throw new Error("a petition without a secret");
  return { id: petition.id, code: petition.code, secret: petition.trackingSecret };
}

/** By the form of the petition's page, with the keyboard; answers with the address of the transfer. */
async function handOver(page: Page, petitionId: string, to: string): Promise<string> {
  await goTo(page, `/office/petitions/${petitionId}`);
  await press(page, "#transfer > summary");
  await clean(page);
  await pick(page, "toAgencyId", to);
  await type(page, "transferReason", reason);
  await press(page, "#transfer details.confirm > summary");
  await press(page, '#transfer details.confirm button[type="submit"]');
  await arrive(page, "**/office/transfers/**");
  await clean(page);
  return new URL(page.url()).pathname;
}

async function takeIn(page: Page, transfer: string): Promise<void> {
  await goTo(page, "/office/transfers");
  await clean(page);
  await press(page, `main a[href="${transfer}"]`);
  await arrive(page, `**${transfer}`);
  await press(page, 'form:has(input[name="intent"][value="accept"]) button[type="submit"]');
  await arrive(page, "**/office/petitions/**");
}

test("a petition sent round three agencies stops, and the citizen reads where it is and why", {
  timeout: 120_000,
}, async () => {
  const { id, code, secret } = await filed();
  const here = await signInForBoth(office, browser, "petition-officer");
  const there = await signInForBoth(office, browser, "petition-officer", "elsewhere");
  const above = await signInForBoth(office, browser, "head", "above");

  await goTo(above, "/office/transfers?view=deciding");
  await clean(above);
  expect(await above.locator("tbody").count()).toBe(0);

  await takeIn(there, await handOver(here, id, office.otherCommuneId));
  await handOver(there, id, thirdCommune);
  const { app } = office;
  const [second] = (await app.transfers.listTransfers(inThird, {})).lines;
  await app.transfers.acceptTransfer(inThird, { key: randomUUID(), transferId: second?.id ?? "" });
  const third = await app.transfers.transferPetition(inThird, {
    key: randomUUID(),
    petitionId: id,
    toAgencyId: office.communeId,
    reason,
    on: "2026-11-24",
  });
  expect(third.referred).toBe(true);
  await goTo(here, "/office/transfers");
  expect(await here.locator("main").innerText()).not.toContain(code);

  await goTo(above, "/office/transfers?view=deciding");
  await press(above, `main a[href="/office/transfers/${third.transferId}"]`);
  await arrive(above, "**/office/transfers/**");
  await clean(above);
  await pick(above, "handlerId", office.otherCommuneId);
  await type(above, "reason", "Đoạn đường nằm trên địa bàn xã Bình Thử");
  await press(above, "details.confirm > summary");
  await press(above, 'details.confirm button[type="submit"]');
  await arrive(above, "**saved=decide");

  await goTo(there, `/office/petitions/${id}`);
  expect(await there.locator("#transfer").count()).toBe(0);
  expect(await there.locator("main").innerText()).toContain("đơn không chuyển tiếp được");
  await clean(there);

  const citizen = await (await openWindow(browser, { baseURL: office.url, scripts: false, width: 360 })).newPage();
  await citizen.goto("/track");
  await citizen.fill('[name="code"]', code);
  await citizen.fill('[name="secret"]', secret);
  await citizen.click('main button[type="submit"]');
  const told = await citizen.locator("main").innerText();
  expect(told).toContain("Ủy ban nhân dân xã Bình Thử, từ 24/11/2026");
  expect(told).toContain("Đoạn đường nằm trên địa bàn xã Bình Thử");
  for (const page of [here, there, above, citizen]) await page.context().close();
});
