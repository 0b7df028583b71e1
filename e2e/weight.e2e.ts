import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./lib/browser.ts";
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

/** Bytes over the wire of a first visit, headers included, after a look at the whole page. */
async function weigh(page: Page, path: string): Promise<{ readonly fonts: number; readonly rest: number }> {
  const network = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  const bytes = { fonts: 0, rest: 0 };
  network.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes[types.get(requestId) === "Font" ? "fonts" : "rest"] += encodedDataLength;
  });
  await network.send("Network.enable");
  await page.goto(path, { waitUntil: "networkidle" });
  return bytes;
}

test.each(["/", "/nop-don", "/track"])(
  "a first visit to %s, without scripts, costs a telephone at most 60 kB of fonts and 60 kB of the rest",
  async (path) => {
    for (const language of ["vi", "en"] as const) {
      const window = await openWindow(browser, { baseURL: office.url, language, width: 360, scripts: false });
      const { fonts, rest } = await weigh(await window.newPage(), path);
      expect(fonts, language).toBeGreaterThan(10_000);
      expect(fonts, language).toBeLessThanOrEqual(60_000);
      expect(rest, language).toBeGreaterThan(2_000);
      expect(rest, language).toBeLessThanOrEqual(60_000);
      await window.close();
    }
  },
);
