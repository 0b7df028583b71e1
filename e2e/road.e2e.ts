import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser, openWindow } from "./lib/browser.ts";
import { act, clean, goTo, issue, issueBehind, settled, signInForBoth, stateOf } from "./lib/desk.ts";
import { choose, press, tick, type } from "./lib/keyboard.ts";
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

const state = (matter: string) => stateOf(office, matter);

describe("the whole road, by keyboard, each page read in both languages", () => {
  const windows: BrowserContext[] = [];
  let reception: Page;
  let petitions: Page;
  let chair: Page;
  let code = "";
  let secret = "";
  let matter = "";

  beforeAll(async () => {
    reception = await signInForBoth(office, browser, "reception-officer");
    petitions = await signInForBoth(office, browser, "petition-officer");
    chair = await signInForBoth(office, browser, "head");
    await office.officerId("settlement-officer");
    windows.push(reception.context(), petitions.context(), chair.context());
  });
  afterAll(() => Promise.all(windows.map((each) => each.close())));

  test("the counter: one screen, read back, saved once, with a code and a secret for the visitor", async () => {
    await goTo(reception, "/office/reception");
    await clean(reception);
    await type(reception, "receivedOn", "02/11/2026");
    await type(reception, "visitor.name", "Trần Thị Thử Một");
    await type(reception, "visitor.address", "thôn Hai, xã An Thử");
    await type(reception, "visitor.idNumber", "001190000011");
    await type(reception, "content", "Gia đình tôi không đồng ý với quyết định thu hồi đất và mức bồi thường");
    await type(reception, "request", "Đề nghị hủy quyết định và bồi thường đúng quy định");
    await type(reception, "contestedAct", "Quyết định số 21/QĐ-UBND ngày 15/10/2026");
    await type(reception, "respondent", "Chủ tịch Ủy ban nhân dân xã An Thử");
    await tick(reception, "kind.complaint");
    await reception.keyboard.press("Control+Enter");
    await reception.waitForSelector("#read-back");
    await clean(reception);
    await press(reception, 'button[name="intent"][value="save"]');
    await arrive(reception, "**/office/reception/visits/**");
    await settled(reception);
    await clean(reception);
    const text = await reception.locator("main").innerText();
    code = text.match(/TT\.A-26-\d{5}/)?.[0] ?? "";
    secret = text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? "";
    expect({ code, secret }).toEqual({ code: expect.stringMatching(/^TT/), secret: expect.stringMatching(/^\S{14}$/) });
  });

  test("the receipt 02/TCD prints, and the visit stands in the register", async () => {
    const answered = reception.context().waitForEvent("response", (response) => response.url().includes("/receipt"));
    await press(reception, 'form[action*="/receipt"] button[type="submit"]');
    const receipt = await answered;
    expect(receipt.status()).toBe(200);
    expect(receipt.headers()["content-type"]).toContain("application/pdf");
    await goTo(reception, "/office/register?from=01%2F11%2F2026&to=30%2F11%2F2026");
    await clean(reception);
    expect(await reception.locator("main").innerText()).toContain("Trần Thị Thử");
  });

  test("the petition officer finds it without diacritics, checks the conditions and opens the matter", async () => {
    await goTo(petitions, "/office/list");
    const unit = petitions.locator('.tabs a[aria-current="page"] .count');
    expect(Number(await unit.innerText())).toBe(await petitions.locator(".work-list .line-link").count());
    await clean(petitions);
    await goTo(petitions, `/office/list?view=all&q=${encodeURIComponent("tran thi thu")}`);
    await press(petitions, 'main a[href^="/office/petitions/"]');
    await arrive(petitions, "**/office/petitions/**");
    await settled(petitions);
    await clean(petitions);
    await press(petitions, 'main a[href$="/open/complaint-first"]');
    await arrive(petitions, "**/open/complaint-first");
    await settled(petitions);
    await clean(petitions);
    await choose(petitions, "signaturesComplete", "yes");
    await press(petitions, 'main form button[type="submit"]');
    await arrive(petitions, "**/office/matters/**");
    await settled(petitions);
    await clean(petitions);
    matter = new URL(petitions.url()).pathname;
    expect(await state(matter)).toBe("KN_SCREEN");
  });

  test("accepted when the notice is signed and numbered, not before", async () => {
    await act(petitions, matter, "accept", "05/11/2026", async () => {
      await choose(petitions, "eligible", "yes");
      await type(petitions, "content", "Khiếu nại quyết định thu hồi đất");
    });
    expect(await state(matter)).toBe("KN_SCREEN");
    await issue(chair, matter, "05/11/2026");
    expect(await state(matter)).toBe("ACCEPTED");
  });

  test("verification is ordered and reported", async () => {
    await act(chair, matter, "order-verification", "06/11/2026", async () => {
      await tick(chair, "verifiers", await office.officerId("settlement-officer"));
      await type(chair, "content", "Diện tích và nguồn gốc đất");
      await type(chair, "period", "10 ngày");
    });
    await issueBehind(office, matter, civilDate("2026-11-06"));
    await act(chair, matter, "report", "09/11/2026", async () => {
      await choose(chair, "conclusion", "partly-right");
      await choose(chair, "requestDiffers", "yes");
      await type(chair, "findings", "Diện tích đo lại lớn hơn 12 m²");
      await type(chair, "recommendation", "Bồi thường bổ sung");
    });
    expect(await state(matter)).toBe("VERIFIED");
  });

  test("a dialogue with less than five days' notice is refused with its article; with five days it is called and held", async () => {
    const invite = (day: string) => async () => {
      await type(chair, "dialogueOn", day);
      await type(chair, "time", "8 giờ");
      await type(chair, "place", "Trụ sở Ủy ban nhân dân xã");
      await type(chair, "content", "Mức bồi thường");
      await type(chair, "invitees", "Người khiếu nại");
    };
    await goTo(chair, `${matter}/acts/invite-dialogue`);
    await type(chair, "on", "10/11/2026");
    await invite("12/11/2026")();
    await press(chair, 'main form button[type="submit"]:not([value="fields"])');
    await chair.waitForSelector('[role="alert"]');
    expect(await chair.locator('[role="alert"]').innerText()).toMatch(/28|30/);
    await act(chair, matter, "invite-dialogue", "10/11/2026", invite("17/11/2026"));
    await issueBehind(office, matter, civilDate("2026-11-10"));
    await act(chair, matter, "hold-dialogue", "17/11/2026", async () => {
      await choose(chair, "attendance", "attended");
      await type(chair, "agreed", "Thống nhất đo lại đất");
      await type(chair, "disputed", "Đơn giá");
    });
    expect(await state(matter)).toBe("DIALOGUED");
  });

  test("decided, sent, received, published", async () => {
    await act(chair, matter, "decide", "18/11/2026", async () => {
      await choose(chair, "conclusion", "partly-right");
      const measure = chair.locator('input[type="radio"][name="measure"]').first();
      await choose(chair, "measure", (await measure.getAttribute("value")) ?? "");
      await type(chair, "content", "Bồi thường bổ sung 12 m²");
      await type(chair, "legalBasis", "Luật Đất đai");
    });
    await issueBehind(office, matter, civilDate("2026-11-18"));
    expect(await state(matter)).toBe("DECIDED");
    await act(chair, matter, "send", "19/11/2026", async () => {
      await choose(chair, "way", "post");
      await choose(chair, "allRecipients", "yes");
    });
    await act(chair, matter, "record-receipt", "20/11/2026", async () => {
      await type(chair, "receivedOn", "20/11/2026");
      await choose(chair, "proof", "postal");
    });
    expect(await state(matter)).toBe("SENT");
    await act(chair, matter, "publish", "23/11/2026", async () => {
      await choose(chair, "way", "posting");
      await type(chair, "publishedOn", "20/11/2026");
      await type(chair, "place", "Bảng niêm yết tại trụ sở");
    });
    expect(await state(matter)).toBe("PUBLISHED");
    await goTo(chair, matter);
    await clean(chair);
    const sheet = await office.app.matters.openMatterSheet(await office.as("head"), {
      matterId: matter.split("/").at(-1) ?? "",
    });
    expect(sheet.papers.find((paper) => paper.template === "kn-15")).toMatchObject({
      state: "sent",
      issuedOn: "2026-11-18",
    });
    expect(
      sheet.clocks.find((clock) => clock.clock === "second-complaint" && clock.status === "running"),
    ).toMatchObject({ startOn: "2026-11-20" });
  });

  test("the citizen follows it with code and secret, without scripts and without any script tag", async () => {
    for (const language of ["vi", "en"] as const) {
      const window = await openWindow(browser, { baseURL: office.url, language, scripts: false, width: 360 });
      const page = await window.newPage();
      await page.goto("/track");
      expect(await page.getAttribute("html", "lang")).toBe(language);
      await page.fill('[name="code"]', code);
      await page.fill('[name="secret"]', secret);
      await page.click('main button[type="submit"]');
      await page.waitForLoadState();
      expect(await page.locator("main").innerText()).toContain(code);
      expect(await page.locator("script").count()).toBe(0);
      expect(page.url()).not.toContain(secret);
      await window.close();
    }
  });
});

test("the citizen's pages and the sign-in are clean for axe at 360 pixels, in both languages", async () => {
  for (const language of ["vi", "en"] as const) {
    const window = await openWindow(browser, { baseURL: office.url, language, width: 360 });
    const page = await window.newPage();
    for (const path of ["/", "/track", "/sign-in", "/nowhere"]) {
      await page.goto(path);
      await clean(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await window.close();
  }
});
