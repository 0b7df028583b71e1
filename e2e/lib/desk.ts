import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Role } from "../../src/casework/access/index.ts";
import { testPassword } from "../../src/server/testing.ts";
import type { CivilDate } from "../../src/time/civil-date.ts";
import { arrive, stands } from "./arrive.ts";
import { axeFaults } from "./axe.ts";
import { type Language, openWindow } from "./browser.ts";
import { press, tabTo, type } from "./keyboard.ts";
import type { ServedOffice } from "./served-office.ts";

/** Signs an officer of the commune (or of the other one, or of the province above both) in by the page, with the keyboard. */
export async function signIn(
  office: ServedOffice,
  browser: Browser,
  role: Role,
  language: Language,
  where: "here" | "elsewhere" | "above" = "here",
): Promise<Page> {
  await office.as(role, where);
  const page = await (await openWindow(browser, { baseURL: office.url, language })).newPage();
  page.on("pageerror", (error) => expect.soft(String(error)).toBe("no error in the page"));
  await page.goto("/sign-in");
  await type(page, "username", `${role}.${where}`);
  await type(page, "password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "**/office**");
  await settled(page);
  expect(await page.getAttribute("html", "lang")).toBe(language);
  return page;
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await stands(page);
}

/** An officer's page is there and React has taken it over: nothing typed from now on is lost. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await taken(page);
}

async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return main !== null && Object.keys(main).some((key) => key.startsWith("__react"));
  });
}

/** The same officer's English window beside the Vietnamese one, where a journey is walked once and read in both languages. */
const englishOf = new WeakMap<Page, Page>();

/** As `signIn`, in Vietnamese; `clean` then looks at each page in English too, in a window of its own. */
export async function signInForBoth(
  office: ServedOffice,
  browser: Browser,
  role: Role,
  where: "here" | "elsewhere" | "above" = "here",
): Promise<Page> {
  const page = await signIn(office, browser, role, "vi", where);
  const window = await openWindow(browser, { baseURL: office.url, language: "en" });
  const language = "minhxet-lang";
  await window.addCookies((await page.context().cookies()).filter(({ name }) => name !== language));
  const english = await window.newPage();
  english.on("pageerror", (error) => expect.soft(String(error)).toBe("no error in the page"));
  englishOf.set(page, english);
  page.context().once("close", () => void window.close().catch(() => undefined));
  return page;
}

export async function clean(page: Page): Promise<void> {
  expect(await axeFaults(page), new URL(page.url()).pathname).toEqual([]);
  const english = englishOf.get(page);
  if (!english) return;
  await goTo(english, page.url());
  expect(await english.getAttribute("html", "lang")).toBe("en");
  expect(await axeFaults(english), `${new URL(page.url()).pathname} in English`).toEqual([]);
}

/** Opens the act's form from the matter, answers it and sends it, all by keyboard. */
export async function act(
  page: Page,
  matter: string,
  id: string,
  on: string,
  answer: () => Promise<void> = async () => {},
): Promise<void> {
  await goTo(page, matter);
  await press(page, `a[href$="/acts/${id}"]`);
  await arrive(page, `**/acts/${id}`);
  await page.waitForSelector('main form [name="on"]');
  await clean(page);
  await type(page, "on", on);
  await answer();
  if (await page.locator("main details.confirm").count()) await press(page, "main details.confirm > summary");
  await press(page, 'main form button[type="submit"]:not([value="fields"])');
  await arrive(page, (url) => url.pathname === matter);
}

/** Takes the newest paper's next step. */
async function step(
  page: Page,
  matter: string,
  name: "check" | "approve" | "sign" | "number",
  on?: string,
): Promise<void> {
  await goTo(page, matter);
  const newest = "#papers > article:first-of-type";
  const form = `${newest} form:has(input[name="step"][value="${name}"])`;
  await page.waitForSelector(form, { state: "attached" });
  const folded = page.locator(`${newest} details.confirm:has(input[name="step"][value="${name}"])`);
  if (await folded.count())
    await press(page, `${newest} details.confirm:has(input[name="step"][value="${name}"]) > summary`);
  if (on) {
    await tabTo(page, `${form} [name="on"]`);
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(on);
  }
  await press(page, `${form} button[type="submit"]`);
  await page.waitForFunction((gone) => !document.querySelector(gone), form);
}

/** Takes the newest paper from its draft to its number. */
export async function issue(page: Page, matter: string, on: string): Promise<void> {
  for (const name of ["check", "approve", "sign"] as const) await step(page, matter, name);
  await step(page, matter, "number", on);
}

/** Takes the newest paper to its number as the head would, without the pages: the road shows these steps by keyboard. */
export async function issueBehind(
  office: ServedOffice,
  matter: string,
  on: CivilDate,
  where: "here" | "above" = "here",
): Promise<void> {
  const head = await office.as("head", where);
  const sheet = await office.app.matters.openMatterSheet(head, { matterId: matter.split("/").at(-1) ?? "" });
  const paper = sheet.papers.findLast((each) => each.state === "draft");
  if (!paper) throw new Error("no draft waits");
  for (const name of ["check", "approve", "sign", "number"] as const)
    await office.app.matters.stepPaper(head, { key: randomUUID(), paperId: paper.id, step: name, on });
}

/** The state of the matter at that address, as an officer of that place who may open it sees it. */
export async function stateOf(office: ServedOffice, matter: string, where: "here" | "above" = "here"): Promise<string> {
  const { state } = await office.app.matters.openMatterSheet(await office.as("head", where), {
    matterId: matter.split("/").at(-1) ?? "",
  });
  return state.id;
}
