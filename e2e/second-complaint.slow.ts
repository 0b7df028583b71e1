import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "../src/time/civil-date.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { act, clean, goTo, issueBehind, signIn, stateOf } from "./lib/desk.ts";
import { choose, pick, press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let provinceId = "";

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  provinceId =
    (await office.app.agencies.agencyTree("nobody", { asOf: office.app.today() })).find((each) => each.code === "TT")
      ?.id ?? "";
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** A complaint that somebody brought to that office; the first test of the road shows the counter's own page. */
async function complaintTo(where: "here" | "above", name: string): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer", where), {
    key: randomUUID(),
    agencyId: where === "here" ? office.communeId : provinceId,
    receivedOn: "2026-11-16",
    visitor: { name, address: "thôn Hai, xã An Thử", idNumber: "001190000033" },
    kinds: ["complaint"],
    content: "Không đồng ý với quyết định thu hồi đất",
    respondent: "Chủ tịch Ủy ban nhân dân xã An Thử",
    readBack: true,
  });
  return `/office/petitions/${petitions[0]?.id ?? ""}`;
}

describe.each(["vi", "en"] as const)("who is competent, by keyboard (%s)", (language) => {
  test("the law's proposal is seen; the petition officer agrees, or differs with a reason and not without", async () => {
    const petition = await complaintTo("here", "Trần Thị Thử");
    const sorter: Page = await signIn(office, browser, "petition-officer", language);
    await goTo(sorter, petition);
    await pick(sorter, "against", "commune-official");
    await press(sorter, '#competence form[method="get"] button[type="submit"]');
    await sorter.waitForSelector("#competence .proposal");
    await clean(sorter);
    expect(await sorter.locator("#competence .proposal").innerText()).toContain(
      language === "vi" ? "Chủ tịch Ủy ban nhân dân cấp xã" : "commune",
    );
    const settle = '#competence form[method="post"] button[type="submit"]';
    await choose(sorter, "agrees", "no");
    await press(sorter, settle);
    await sorter.waitForSelector('[role="alert"]');
    expect(await sorter.locator('[role="alert"] li').count()).toBe(2);
    await clean(sorter);
    await type(sorter, "chosen", "Chủ tịch Ủy ban nhân dân xã Bình Thử");
    await type(sorter, "competenceReason", "Người bị khiếu nại đã chuyển công tác");
    await press(sorter, settle);
    await arrive(sorter, "**?saved=1");
    await sorter.waitForSelector('[role="status"]');
    const said = await sorter.locator("#competence").innerText();
    expect(said).toContain("Chủ tịch Ủy ban nhân dân xã Bình Thử");
    expect(said).toContain("đã chuyển công tác");
    await clean(sorter);
    await sorter.context().close();
  });
});

describe.each(["vi", "en"] as const)("a second complaint to the province, by keyboard (%s)", (language) => {
  test("is opened with what became of the first, and accepted within 7 working days, with a settlement of 45 days", async () => {
    const petition = await complaintTo("above", "Lê Thị Tiếp Tục");
    const sorter = await signIn(office, browser, "petition-officer", language, "above");
    await goTo(sorter, petition);
    await press(sorter, ".main-panel details.fold > summary");
    await press(sorter, 'main a[href$="/open/complaint-second"]');
    await sorter.waitForSelector('[name="signaturesComplete"]');
    await clean(sorter);
    await choose(sorter, "signaturesComplete", "yes");
    await choose(sorter, "firstOverdue", "no");
    await sorter.waitForSelector('[name="firstDecisionReceivedOn"]');
    expect(await sorter.locator('[name="firstLimitEndedOn"]').count()).toBe(0);
    await type(sorter, "firstDecisionReceivedOn", "02/11/2026");
    await press(sorter, 'main form button[type="submit"]:not([value="fields"])');
    await arrive(sorter, "**/office/matters/**");
    const matter = new URL(sorter.url()).pathname;
    await act(sorter, matter, "accept", "18/11/2026", async () => {
      await choose(sorter, "eligible", "yes");
      await type(sorter, "content", "Khiếu nại lần hai quyết định thu hồi đất");
    });
    await issueBehind(office, matter, civilDate("2026-11-18"), "above");
    expect(await stateOf(office, matter, "above")).toBe("ACCEPTED");
    await goTo(sorter, matter);
    expect(await sorter.locator("main").innerText()).toMatch(language === "vi" ? /lần hai/ : /second complaint/i);
    const why = sorter.locator("details.explanation").filter({ hasText: "Điều 37" });
    expect(await why.count()).toBeGreaterThan(0);
    await clean(sorter);
    await sorter.context().close();
  });
});
