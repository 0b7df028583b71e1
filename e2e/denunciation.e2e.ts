import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { act, clean, goTo, issue, issueBehind, signInForBoth, stateOf } from "./lib/desk.ts";
import { choose, pick, press, tick, type } from "./lib/keyboard.ts";
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

describe("a denunciation, by keyboard, each page read in both languages", () => {
  const denouncer = "Trần Thị Kín Đáo";
  let counter: Page;
  let sorter: Page;
  let clerk: Page;
  let chair: Page;
  let petition = "";
  let code = "";
  let matter = "";
  let verifiers: readonly string[] = [];
  const state = () => stateOf(office, matter);

  beforeAll(async () => {
    counter = await signInForBoth(office, browser, "reception-officer");
    sorter = await signInForBoth(office, browser, "petition-officer");
    clerk = await signInForBoth(office, browser, "clerk");
    chair = await signInForBoth(office, browser, "head");
    verifiers = [await office.officerId("settlement-officer"), await office.officerId("head")];
  });
  afterAll(() => Promise.all([counter, sorter, clerk, chair].map((page) => page?.context().close())));

  test("the counter takes it, hands it to the head, and can no longer open it", async () => {
    await goTo(counter, "/office/reception");
    await type(counter, "receivedOn", "19/10/2026");
    await type(counter, "visitor.name", denouncer);
    await type(counter, "visitor.address", "thôn Ba, xã An Thử");
    await type(counter, "content", "Cán bộ địa chính nhận tiền của nhiều hộ khi làm hồ sơ đất");
    await type(counter, "request", "Đề nghị xác minh, xử lý");
    await tick(counter, "kind.denunciation");
    await counter.keyboard.press("Control+Enter");
    await counter.waitForSelector("#read-back");
    await clean(counter);
    await press(counter, 'button[name="intent"][value="save"]');
    await arrive(counter, "**/office/reception/visits/**");
    const link = counter.locator('main a[href^="/office/petitions/"]');
    code = await link.innerText();
    petition = (await link.getAttribute("href")) ?? "";
    await press(counter, `main a[href="${petition}"]`);
    await counter.waitForSelector('form:has([value="hand-over"])', { state: "attached" });
    expect(await counter.locator("main").innerText()).not.toContain(denouncer);
    await clean(counter);
    await press(counter, "main details.confirm > summary");
    await press(counter, 'form:has([value="hand-over"]) button[type="submit"]');
    await arrive(counter, "**/office/list?handed=1");
    await counter.waitForSelector('[role="status"]');
    await clean(counter);
    expect((await counter.goto(petition))?.status()).toBe(404);
  });

  test("the head finds it, checks it and opens the matter", async () => {
    await goTo(chair, "/office/list?view=all");
    await press(chair, `main a[href="${petition}"]`);
    await arrive(chair, `**${petition}`);
    await clean(chair);
    await press(chair, 'main a[href$="/open/denunciation"]');
    await arrive(chair, "**/open/denunciation");
    await chair.waitForSelector('[name="violation"]');
    await clean(chair);
    await choose(chair, "violation", "duty");
    await choose(chair, "withinCompetence", "yes");
    await choose(chair, "forwarded", "no");
    await press(chair, 'main form button[type="submit"]:not([value="fields"])');
    await arrive(chair, "**/office/matters/**");
    matter = new URL(chair.url()).pathname;
    await act(chair, matter, "log-and-check", "19/10/2026");
    await act(chair, matter, "record-check", "21/10/2026", () => choose(chair, "identified", "yes"));
    expect(await state()).toBe("CHECKING");
  });

  test("it is accepted when the decision has its number, not before; both sides are told", async () => {
    await act(chair, matter, "accept", "26/10/2026", async () => {
      for (const field of ["madeAsLawAsks", "capacity", "competent", "basis"]) await choose(chair, field, "yes");
      await choose(chair, "fromComplaint", "no");
      await type(chair, "accused", "Nguyễn Văn Hư Cấu");
      await type(chair, "content", "Nhận tiền khi làm hồ sơ đất");
    });
    expect(await state()).toBe("CHECKING");
    await issue(chair, matter, "26/10/2026");
    expect(await state()).toBe("ACCEPTED");
    await goTo(chair, matter);
    const decision = await chair.locator('#papers a[href$=".pdf"]').first().getAttribute("href");
    const opened = await chair.request.get(decision ?? "");
    expect(opened.status()).toBe(200);
    expect(decodeURIComponent(opened.headers()["content-disposition"] ?? "")).toMatch(/QĐ/);
    await act(chair, matter, "notify-acceptance", "27/10/2026", () => type(chair, "notifiedOn", "27/10/2026"));
    await act(chair, matter, "notify-accused", "27/10/2026", async () => {
      await type(chair, "content", "Nhận tiền khi làm hồ sơ đất");
      await choose(chair, "namesDenouncer", "no");
    });
  });

  test("a team verifies, and the deadline of the settlement says why it is that day, also when extended", async () => {
    await act(chair, matter, "set-up-team", "28/10/2026", async () => {
      for (const verifier of verifiers) await tick(chair, "members", verifier);
      await pick(chair, "leader", verifiers[0] ?? "");
      await choose(chair, "noRelative", "yes");
      await choose(chair, "stripped", "yes");
      await type(chair, "content", "Việc thu tiền ngoài quy định");
      await type(chair, "period", "20 ngày");
    });
    await issueBehind(office, matter, civilDate("2026-10-28"));
    expect(await state()).toBe("VERIFYING");
    await act(chair, matter, "extend", "30/10/2026", async () => {
      await choose(chair, "complexity", "complex");
      await tick(chair, "criteria", "b");
      await type(chair, "days", "20");
      await type(chair, "reason", "Phải làm việc với nhiều hộ");
    });
    await issueBehind(office, matter, civilDate("2026-10-30"));
    await goTo(chair, matter);
    const why = chair.locator(".next-step details.explanation");
    expect(await why.getAttribute("open")).not.toBeNull();
    expect(await why.locator("li.extension").count()).toBe(1);
    await press(chair, ".next-step details.explanation > summary");
    await expect.poll(() => why.getAttribute("open")).toBeNull();
    await press(chair, ".next-step details.explanation > summary");
    await expect.poll(() => why.getAttribute("open")).not.toBeNull();
    await clean(chair);
  });

  test("reported once the accused was heard, then concluded", async () => {
    await goTo(chair, `${matter}/acts/report-team`);
    expect(await chair.locator("main .callout").first().innerText()).toContain("Điều 12");
    await act(chair, matter, "work-with-accused", "02/11/2026", async () => {
      await choose(chair, "explained", "in-writing");
      await type(chair, "summary", "Thừa nhận thu tiền của ba hộ");
      await choose(chair, "signed", "yes");
    });
    await act(chair, matter, "report-team", "09/11/2026", async () => {
      await choose(chair, "conclusion", "partly-right");
      await type(chair, "findings", "Thu tiền của ba hộ");
      await type(chair, "recommendation", "Xem xét kỷ luật");
    });
    await act(chair, matter, "conclude", "12/11/2026", async () => {
      await choose(chair, "conclusion", "partly-right");
      await type(chair, "findings", "Thu tiền của ba hộ");
      await type(chair, "legalBasis", "Luật Cán bộ, công chức");
      await type(chair, "responsibility", "Người bị tố cáo");
      await type(chair, "measures", "Trả lại tiền, xem xét kỷ luật");
    });
    await issueBehind(office, matter, civilDate("2026-11-12"));
    expect(await state()).toBe("CONCLUDED");
  });

  test("sent, acted on, published, closed", async () => {
    await act(chair, matter, "send", "16/11/2026", async () => {
      for (const field of ["allRecipients", "denouncerTold", "safeCopy"]) await choose(chair, field, "yes");
    });
    await act(chair, matter, "handle", "17/11/2026", async () => {
      await choose(chair, "outcome", "recommended");
      await type(chair, "content", "Kiến nghị xem xét kỷ luật");
      await type(chair, "recommendedTo", "Sở Nội vụ");
    });
    await act(chair, matter, "publish", "18/11/2026", async () => {
      await tick(chair, "ways", "posting");
      await type(chair, "publishedOn", "18/11/2026");
      await type(chair, "place", "Bảng niêm yết tại trụ sở");
      await choose(chair, "revealsNothing", "yes");
    });
    expect(await state()).toBe("PUBLISHED");
    await act(chair, matter, "monitor", "20/11/2026", async () => {
      const who = chair.locator('input[name="who"]').first();
      await choose(chair, "who", (await who.getAttribute("value")) ?? "");
    });
    await act(chair, matter, "close", "24/11/2026", async () => {
      await type(chair, "result", "Đã trả lại tiền cho ba hộ");
      await choose(chair, "numbered", "yes");
    });
    expect(await state()).toBe("CLOSED");
    await goTo(chair, matter);
    await clean(chair);
    expect(await chair.content()).not.toContain(denouncer);
  });

  test("nobody else of the unit finds it: not in the list, not by a search, not at its address", async () => {
    const matterCode = (await chair.locator("h1").innerText()).match(/TC-TT\.A-26-\d{4}/)?.[0] ?? "";
    expect({ code, matterCode }).toEqual({ code: expect.stringMatching(/./), matterCode: expect.stringMatching(/./) });
    // What the server answers to the officer's own session: more than the page would show of it.
    const [found] = await answersTo(chair, [`/office/list?view=all&q=${encodeURIComponent(code)}`]);
    const ids = [petition, matter].map((each) => each.split("/").at(-1) ?? each);
    expect(ids.some((id) => found?.html.includes(id))).toBe(true);
    for (const page of [counter, sorter, clerk]) {
      const asked = ["", code, matterCode, "thu tiền", denouncer];
      const lists = asked.map((each) => `/office/list?view=all&q=${encodeURIComponent(each)}`);
      for (const { status, html } of await answersTo(page, lists)) {
        expect(status).toBe(200);
        for (const id of ids) expect(html).not.toContain(id);
      }
      const closed = await answersTo(page, [petition, matter, `${matter}/acts/correct`]);
      expect(closed.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });
});

async function answersTo(page: Page, paths: readonly string[]) {
  return Promise.all(
    paths.map(async (path) => {
      const answer = await page.request.get(path);
      return { status: answer.status(), html: await answer.text() };
    }),
  );
}
