import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { type Language, openBrowser, openWindow } from "./lib/browser.ts";
import { clean, settled, signIn } from "./lib/desk.ts";
import { pick, press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
/** The database begins and ends roles by its own day. */
const today = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
const typedToday = today.split("-").toReversed().join("/");

beforeAll(async () => {
  office = await openServedOffice({ today });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** An officer with a title, whose password is changed. */
async function hire(username: string, jobTitle: string): Promise<string> {
  const { access, command } = office.app;
  const account = {
    username,
    jobTitle,
    displayName: `Cán bộ ${username}`,
    agencyId: office.communeId,
    role: "clerk",
  } as const;
  const { officerId, oneTimePassword } = await access.createOfficer(command, account);
  const network = "203.0.113.0/24";
  const first = await access.signIn({ username, password: oneTimePassword, network });
  await access.changePassword({ session: first.secret }, { current: oneTimePassword, next: testPassword, network });
  return officerId;
}

async function open(username: string, language: Language, width: number) {
  const page = await (await openWindow(browser, { baseURL: office.url, language, width })).newPage();
  await page.goto("/sign-in");
  await type(page, "username", username);
  await type(page, "password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "**/office**");
  await settled(page);
  return page;
}

test.each([
  ["vi", "Phó Chủ tịch", "KT"],
  ["en", "Công chức Văn phòng", "TUQ"],
] as const)(
  "a head hands the role over by keyboard, the desk of both says so, and it is given back (%s)",
  async (language, title, form) => {
    const username = `thay.${form.toLowerCase()}`;
    const officerId = await hire(username, title);
    const head = await signIn(office, browser, "head", language);
    await head.goto("/office/delegation");
    await settled(head);
    await clean(head);
    await pick(head, "officerId", officerId);
    await pick(head, "form", form === "KT" ? "TUQ" : "KT");
    await type(head, "to", typedToday);
    await type(head, "reason", "Thông báo số 12/TB-UBND, đi công tác");
    if (form === "TUQ") {
      // In place of the head signs a deputy only.
      await press(head, 'main form button[type="submit"]:not([name])');
      await head.waitForSelector("#form-error");
      await clean(head);
    }
    await pick(head, "form", form);
    await press(head, 'main form button[type="submit"]:not([name])');
    await arrive(head, /saved=1/);
    await clean(head);
    await head.goto("/office");
    expect(await head.textContent("main")).toContain(`Cán bộ ${username}`);

    const acting = await open(username, language, 360);
    expect(await acting.textContent(".duty-home")).toContain(`${form}.`);
    await acting.goto("/office/delegation");
    await settled(acting);
    expect(await acting.locator("#officerId").count(), "what was handed over is not handed on").toBe(0);
    expect(await acting.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await press(acting, ".changes details > summary");
    await clean(acting);
    await press(acting, '.changes button[name="delegationId"]');
    await arrive(acting, /saved=1/);
    await acting.goto("/office");
    expect(await acting.locator(".duty-home").count()).toBe(0);
    await Promise.all([head, acting].map((each) => each.context().close()));
  },
);
