import type { Browser, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { becomeCustodian, denounced, passphrase, plainName, typeAt } from "./lib/custody.ts";
import { clean, goTo, signIn } from "./lib/desk.ts";
import { press, tabTo, type } from "./lib/keyboard.ts";
import { letterAsPdf, scanWithExif } from "./lib/sealed-papers.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let custodian: Page;

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  await becomeCustodian(office);
  custodian = await signIn(office, browser, "custodian", "vi");
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

describe("the working copy of a sealed paper", () => {
  let petitionId = "";

  test("a letter with scans turns out to be a denunciation: its papers are sealed with it", async () => {
    const { app, communeId: agencyId } = office;
    const counter = await office.as("reception-officer");
    const scan = await scanWithExif(custodian, plainName);
    const add = (name: string, bytes: Uint8Array) =>
      app.files.addFile(counter, { agencyId, name, bytes: new Uint8Array(bytes) });
    const files = [await add("thu.jpg", scan), await add("thu.pdf", letterAsPdf(plainName))];
    ({ petitionId } = await denounced(office, files));
    await goTo(custodian, "/office/custodian");
    await press(custodian, "main tbody tr:first-child a");
    await arrive(custodian, "**/office/custodian/*-*");
    await type(custodian, "purpose", "Làm bản đã che cho hồ sơ");
    await typeAt(custodian, "#passphrase", passphrase);
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector(".sealed-files li", { timeout: 30_000 });
  });

  test("a picture: the box is added and moved by keyboard; the saved copy is black there and keeps no EXIF", async () => {
    await press(custodian, ".sealed-files li:nth-child(1) .button");
    await custodian.waitForSelector(".scan-page canvas");
    await press(custodian, ".copy-tools .button:first-child");
    await tabTo(custodian, ".black-box");
    for (const key of ["ArrowRight", "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowDown"])
      await custodian.keyboard.press(key);
    await clean(custodian);
    const copy = await saveCopy(1);
    expect(copy.mediaType).toBe("image/jpeg");
    expect(Buffer.from(copy.bytes).includes("Exif")).toBe(false);
    expect(Buffer.from(copy.bytes).includes(plainName)).toBe(false);
    const pixels = await pixelsIn(copy.bytes, "image/jpeg", [
      [400, 285],
      [290, 275],
      [510, 295],
      [100, 100],
    ]);
    expect(pixels).toEqual([true, true, true, false]);
  });

  test("a PDF: a box is drawn by mouse, undone, drawn again; the copy is pictures without a text layer", async () => {
    await press(custodian, ".sealed-files li:nth-child(2) .button");
    await custodian.waitForSelector(".copy-pages");
    const canvas = custodian.locator(".scan-page canvas");
    const inked = await canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const paint = (element as HTMLCanvasElement).getContext("2d");
      const { data } = paint?.getImageData(0, 0, width, height) ?? { data: [] };
      return data.filter((value, i) => i % 4 === 0 && value < 100).length;
    });
    expect(inked).toBeGreaterThan(500);
    for (const again of [false, true]) {
      await drag({ x: 0.25, y: 0.46 }, { x: 0.85, y: 0.54 });
      expect(await custodian.locator(".black-box").count()).toBe(1);
      if (!again) await press(custodian, ".copy-tools .button:nth-child(2)");
    }
    await press(custodian, '.copy-tools [aria-pressed="false"]');
    await custodian.waitForSelector(".scan-page.preview");
    await clean(custodian);
    const copy = await saveCopy(2);
    expect(copy.mediaType).toBe("application/pdf");
    expect(Buffer.from(copy.bytes).includes(plainName)).toBe(false);
    const document = await getDocumentProxy(new Uint8Array(copy.bytes));
    expect(document.numPages).toBe(2);
    expect((await extractText(document, { mergePages: true })).text.trim()).toBe("");
    const jpegs = jpegsIn(copy.bytes);
    expect(jpegs.length).toBe(2);
    const [first] = jpegs;
    const pixels = await pixelsIn(first ?? new Uint8Array(), "image/jpeg", [
      [0.5, 0.5],
      [0.3, 0.51],
      [0.8, 0.53],
      [0.5, 0.3],
    ]);
    expect(pixels).toEqual([true, true, true, false]);
    // The fax scan on the second page was decoded, and only where it lies.
    const fax = await pixelsIn(jpegs[1] ?? new Uint8Array(), "image/jpeg", [
      [0.5, 0.3],
      [0.5, 0.7],
    ]);
    expect(fax).toEqual([true, false]);
  });

  async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const stage = custodian.locator(".scan-page");
    await stage.scrollIntoViewIfNeeded();
    const frame = await stage.boundingBox();
    if (!frame) throw new Error("no page");
    // The wheel brings the middle of the page into the window, where the mouse can reach it.
    await custodian.mouse.move(frame.x + 10, frame.y + 10);
    const middle = frame.y + frame.height / 2 - 450;
    await custodian.mouse.wheel(0, middle);
    await custodian.waitForTimeout(200);
    const now = (await stage.boundingBox()) ?? frame;
    await custodian.mouse.move(now.x + from.x * now.width, now.y + from.y * now.height);
    await custodian.mouse.down();
    await custodian.mouse.move(now.x + to.x * now.width, now.y + to.y * now.height, { steps: 4 });
    await custodian.mouse.up();
  }

  /** Saves by keyboard and reads what became a file of the petition. */
  async function saveCopy(count: number) {
    await press(custodian, ".save-copy summary");
    await press(custodian, ".save-working-copy");
    await custodian.waitForSelector(".save-copy .callout.done", { timeout: 20_000 });
    const asHead = await office.as("head");
    const { files } = await office.app.petitions.openPetition(asHead, { petitionId });
    expect(files.length).toBe(count);
    return office.app.files.readFile(asHead, { fileId: files[count - 1]?.fileId ?? "" });
  }

  /** Whether each point is black; points within 0 and 1 are parts of the picture. */
  function pixelsIn(bytes: Uint8Array, mediaType: string, points: readonly (readonly [number, number])[]) {
    return custodian.evaluate(
      async ({ base64, type, at }) => {
        const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([raw], { type }));
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const paint = canvas.getContext("2d");
        if (!paint) throw new Error("no canvas");
        paint.drawImage(picture, 0, 0);
        return at.map(([x, y]) => {
          const [px, py] = x < 1 ? [x * picture.width, y * picture.height] : [x, y];
          const { data } = paint.getImageData(Math.round(px), Math.round(py), 1, 1);
          return (data[0] ?? 255) + (data[1] ?? 255) + (data[2] ?? 255) < 12;
        });
      },
      { base64: Buffer.from(bytes).toString("base64"), type: mediaType, at: points },
    );
  }

  function jpegsIn(pdf: Uint8Array): Uint8Array[] {
    const whole = Buffer.from(pdf);
    const text = whole.toString("latin1");
    return [...text.matchAll(/\/DCTDecode \/Length (\d+) >>\nstream\n/g)].map((match) => {
      const start = match.index + match[0].length;
      return whole.subarray(start, start + Number(match[1]));
    });
  }
});
