import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { clean, settled, signIn } from "./lib/desk.ts";
import { press, tabTo } from "./lib/keyboard.ts";
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

test.each([
  ["vi", "settlement-officer", "clerk"],
  ["en", "petition-officer", "inspectorate"],
] as const)(
  "one administrator proposes a role, another confirms it, by keyboard (%s)",
  async (language, hired, role) => {
    await office.as(hired);
    const proposer = await signIn(office, browser, "administrator", language);
    await office.as("administrator", "above");
    const officer = await office.officerId(hired);
    await proposer.goto(`/office/admin/officers/${officer}`);
    await settled(proposer);
    await press(proposer, 'details:has(input[value="grant"]) > summary');
    await tabTo(proposer, "#role");
    await proposer.selectOption("#role", role);
    await press(proposer, 'form:has(input[value="grant"]) button[type="submit"]');
    await arrive(proposer, /saved=waiting/);
    await clean(proposer);
    await proposer.goto("/office/admin");
    expect(await proposer.locator('.changes button[value="withdraw-change"]').count()).toBe(1);
    expect(await proposer.locator('.changes button[value="confirm-change"]').count()).toBe(0);

    const other = await signIn(office, browser, "administrator", language, "above");
    await other.goto("/office/admin");
    await settled(other);
    await press(other, '.changes details:has(button[value="confirm-change"]) > summary');
    await clean(other);
    await press(other, '.changes button[value="confirm-change"]');
    await arrive(other, /decided=confirmed/);
    await clean(other);
    expect(await other.locator(".changes").count()).toBe(0);
    await proposer.goto(`/office/admin/officers/${officer}`);
    expect(await proposer.locator("ul.grants > li").count()).toBe(2);

    // The end of it is refused, with a reason that is asked for.
    await proposer.locator("ul.grants > li details > summary").last().click();
    await proposer.locator('ul.grants > li form:has(input[value="end"]) button').last().click();
    await arrive(proposer, /saved=waiting/);
    await other.goto("/office/admin");
    await settled(other);
    await press(other, '.changes details:has(input[name="reason"]) > summary');
    await tabTo(other, 'input[name="reason"]');
    await other.keyboard.type("Vẫn còn vụ việc dở dang");
    await press(other, 'button[value="refuse-change"]');
    await arrive(other, /decided=refused/);
    await proposer.goto("/office/admin");
    expect(await proposer.textContent("main")).toContain("Vẫn còn vụ việc dở dang");
    await Promise.all([proposer, other].map((each) => each.context().close()));
  },
);
