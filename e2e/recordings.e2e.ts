import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstBox, onlineReception } from "../src/server/testing-online-reception.ts";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { clean, goTo, signIn, signInForBoth } from "./lib/desk.ts";
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

test("whoever received a citizen online keeps the recording in the file, sees its digest and downloads it; no other agency does", async () => {
  const matterId = await onlineReception(office);
  const matter = `/office/matters/${matterId}`;
  const content = Buffer.concat([firstBox, Buffer.alloc(1_500_000, "buổi tiếp")]);
  const sha256 = createHash("sha256").update(content).digest("hex");

  const page = await signInForBoth(office, browser, "reception-officer");
  await goTo(page, matter);
  await press(page, `a[href="${matter}/recordings"]`);
  await arrive(page, `**${matter}/recordings`);
  await page.waitForSelector('[name="file"]');
  expect(await page.innerText("main")).toContain("Điều 24");
  await clean(page);

  await page.setInputFiles('[name="file"]', {
    name: "biên bản.pdf",
    mimeType: "video/mp4",
    buffer: Buffer.from("%PDF-1.7\nkhông phải bản ghi"),
  });
  await press(page, 'main form button[type="submit"]');
  await page.waitForSelector('main [role="alert"]');
  expect(await page.innerText('main [role="alert"]')).toContain("MP4");
  await clean(page);

  await page.setInputFiles('[name="file"]', { name: "buổi tiếp 20-11.mp4", mimeType: "video/mp4", buffer: content });
  await press(page, 'main form button[type="submit"]');
  await arrive(page, (url) => url.pathname === matter);
  await page.waitForSelector("#recordings article");
  const kept = await page.innerText("#recordings article");
  expect(kept).toContain(sha256);
  expect(kept).toContain("buổi tiếp 20-11.mp4");
  await clean(page);

  const link = "#recordings article a";
  const href = (await page.getAttribute(link, "href")) ?? "";
  await tabTo(page, link);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("buổi tiếp 20-11.mp4");
  expect(
    createHash("sha256")
      .update(await readFile(await download.path()))
      .digest("hex"),
  ).toBe(sha256);

  const stranger = await signIn(office, browser, "reception-officer", "vi", "elsewhere");
  for (const path of [matter, `${matter}/recordings`, href])
    expect((await stranger.request.get(office.url + path)).status(), path).toBe(404);
});
