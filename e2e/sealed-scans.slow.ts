import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { opened, type TestKey } from "../src/server/testing-custodian.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { becomeCustodian, denouncer, plainName } from "./lib/custody.ts";
import { clean, goTo, signIn } from "./lib/desk.ts";
import { press, tick, type } from "./lib/keyboard.ts";
import { letterAsPdf } from "./lib/sealed-papers.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let key: TestKey;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function fillIn(counter: Page): Promise<void> {
  await goTo(counter, "/office/reception");
  await type(counter, "visitor.name", denouncer.name);
  await type(counter, "visitor.address", denouncer.address);
  await type(counter, "content", "Cán bộ địa chính nhận tiền của nhiều hộ khi làm hồ sơ đất");
  await type(counter, "request", "Đề nghị xác minh, xử lý");
}

const scan = () => ({ name: "thu.pdf", mimeType: "application/pdf", buffer: Buffer.from(letterAsPdf(plainName)) });

async function review(counter: Page): Promise<void> {
  await counter.keyboard.press("Control+Enter");
  await counter.waitForSelector("#read-back");
}

async function save(counter: Page): Promise<void> {
  await press(counter, 'button[name="intent"][value="save"]');
  await arrive(counter, "**/office/reception/visits/**");
  await counter.waitForSelector("h1");
}

/** What the custodian finds sealed with the newest identity. */
async function newestSealed(): Promise<{ readonly name: string; readonly files: readonly string[] }> {
  const custodian = await office.as("custodian");
  const { identity } = office.app;
  const id = (await identity.listSealed(custodian, { agencyId: office.communeId })).rows[0]?.id ?? "";
  const got = await identity.openSealed(custodian, { id, purpose: "Kiểm tra bản quét đã niêm phong" });
  const payload = JSON.parse((await opened(key.key, got.ciphertext)).toString());
  const files = got.files.map(async ({ id: fileId }) => {
    const { bytes } = await identity.sealedFile(custodian, { fileId });
    return (await opened(key.key, bytes)).toString("latin1");
  });
  return { name: payload.people[0].name, files: await Promise.all(files) };
}

test.each(["vi", "en"] as const)(
  "without a custodian no scan is taken and nothing is kept, and the screen says so (%s)",
  async (language) => {
    const words = { vi: "phong bì niêm phong", en: "put the letter in its envelope" }[language];
    const counter = await signIn(office, browser, "reception-officer", language);
    await fillIn(counter);
    expect(await counter.locator('[name="files"]').count()).toBe(0);
    await tick(counter, "kind.denunciation");
    expect(await counter.locator(".when-denounced").innerText()).toContain(words);
    expect(await counter.locator('[name="files"]').count()).toBe(0);
    await clean(counter);
    // A form that was opened elsewhere and sends a scan all the same.
    await counter.evaluate(() => {
      const field = Object.assign(document.createElement("input"), { type: "file", name: "files" });
      document.querySelector("form#counter")?.append(field);
    });
    await counter.setInputFiles('[name="files"]', scan());
    await counter.keyboard.press("Control+Enter");
    await counter.waitForSelector("#files");
    await counter.waitForSelector('.error-summary, [role="alert"]');
    await goTo(counter, "/office/reception");
    await fillIn(counter);
    await tick(counter, "kind.denunciation");
    await review(counter);
    await save(counter);
    expect(await counter.locator("main .callout").allInnerTexts()).toContainEqual(expect.stringContaining(words));
    await clean(counter);
    await counter.context().close();
  },
);

test.each(["vi", "en"] as const)(
  "with a custodian the scan of a denunciation is sealed on saving, and the visit says for how many (%s)",
  async (language) => {
    key ??= await becomeCustodian(office);
    const words = { vi: "niêm phong cho 1 người giữ danh tính", en: "sealed for custodians (1)" }[language];
    const counter = await signIn(office, browser, "reception-officer", language);
    await fillIn(counter);
    await tick(counter, "kind.denunciation");
    await counter.setInputFiles('[name="files"]', scan());
    await clean(counter);
    await review(counter);
    expect(await counter.locator(".read-back .callout").innerText()).toContain(words);
    await save(counter);
    expect(await counter.locator("main .callout").allInnerTexts()).toContainEqual(expect.stringContaining(words));
    await clean(counter);
    expect(await counter.content()).not.toContain(denouncer.name);
    await counter.context().close();
    const sealed = await newestSealed();
    expect(sealed).toEqual({ name: denouncer.name, files: [expect.stringContaining(plainName)] });
  },
);

test("an unclassified letter with its scan: sealed when it turns out to be a denunciation", async () => {
  const counter = await signIn(office, browser, "reception-officer", "vi");
  await fillIn(counter);
  await type(counter, "visitor.idNumber", denouncer.idNumber);
  await counter.setInputFiles('[name="files"]', scan());
  await review(counter);
  await save(counter);
  expect(await counter.locator("form.classify").innerText()).toContain("niêm phong cho 1 người giữ danh tính");
  await clean(counter);
  await tick(counter, "kind.denunciation");
  await press(counter, 'form.classify button[type="submit"]');
  await arrive(counter, "**?classified");
  expect(await counter.locator("main .callout").allInnerTexts()).toContainEqual(
    expect.stringContaining("niêm phong cho 1 người giữ danh tính"),
  );
  await clean(counter);
  const sealed = await newestSealed();
  expect(sealed).toEqual({ name: denouncer.name, files: [expect.stringContaining(plainName)] });
});
