import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./lib/browser.ts";
import { clean, goTo, signIn } from "./lib/desk.ts";
import { choose, press, tabTo, tick, type } from "./lib/keyboard.ts";
import { letterAsPdf, scanWithExif } from "./lib/sealed-papers.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";
import { recordWire } from "./lib/wire.ts";

const denouncer = "Trần Thị Kín Đáo";
const plainName = "Tran Thi Kin Dao";
const passphrase = "con trâu gặm cỏ non";
const forTheRequest = "mây trắng bay ngang đồi chè";

let office: ServedOffice;
let browser: Browser;
let custodian: Page;
let head: Page;
const wires: ReturnType<typeof recordWire>[] = [];

beforeAll(async () => {
  office = await openServedOffice({ today: "2026-11-24" });
  browser = await openBrowser();
  custodian = await signIn(office, browser, "custodian", "vi");
  head = await signIn(office, browser, "head", "en");
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** A passphrase field has no name, so that nothing can send it. */
async function typeAt(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

const idOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .getAttribute("href")
    .then((href) => href ?? "");

describe("the identity of a denouncer, from the counter to a release, by keyboard", () => {
  let petition = "";
  let identity = "";

  test("a custodian makes a key on the first visit; an easy passphrase is refused", async () => {
    expect(new URL(custodian.url()).pathname).toBe("/office/custodian");
    await clean(custodian);
    await typeAt(custodian, "#new-passphrase", "matkhau");
    await typeAt(custodian, "#passphrase-again", "matkhau");
    await tabTo(custodian, "#kept");
    await custodian.keyboard.press("Space");
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector("#new-passphrase-error");
    await clean(custodian);
    await typeAt(custodian, "#new-passphrase", passphrase);
    await typeAt(custodian, "#passphrase-again", passphrase);
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForURL("**/office/custodian?**made=1", { timeout: 30_000 });
    await custodian.waitForSelector(".callout.done");
    expect(await custodian.locator(".empty-title").count()).toBe(1);
    await clean(custodian);
  });

  test("the counter takes a denunciation in and hands it to the head", async () => {
    const counter = await signIn(office, browser, "reception-officer", "vi");
    await goTo(counter, "/office/reception");
    await type(counter, "receivedOn", "19/10/2026");
    await type(counter, "visitor.name", denouncer);
    await type(counter, "visitor.address", "thôn Kín Tiếng, xã An Thử");
    await type(counter, "content", "Cán bộ địa chính nhận tiền của nhiều hộ khi làm hồ sơ đất");
    await type(counter, "request", "Đề nghị xác minh, xử lý");
    await tick(counter, "kind.denunciation");
    await counter.keyboard.press("Control+Enter");
    await counter.waitForSelector("#read-back");
    await press(counter, 'button[name="intent"][value="save"]');
    await counter.waitForURL("**/office/reception/visits/**");
    petition = await idOf(counter, 'main a[href^="/office/petitions/"]');
    await goTo(counter, petition);
    await press(counter, "main details.confirm > summary");
    await press(counter, 'form:has([value="hand-over"]) button[type="submit"]');
    await counter.waitForURL("**/office/list?handed=1");
    expect((await counter.goto(`${petition}/release`))?.status()).toBe(404);
    await counter.context().close();
    for (const page of [custodian, head]) wires.push(recordWire(page));
  });

  test("the custodian finds it by its pseudonym; only purpose and passphrase open it, under a watermark", async () => {
    await goTo(custodian, "/office/custodian");
    expect(await custodian.locator("main tbody tr").count()).toBe(1);
    await clean(custodian);
    identity = await idOf(custodian, "main tbody a");
    await press(custodian, "main tbody a");
    await custodian.waitForURL(`**${identity}`);
    await type(custodian, "purpose", "Kiểm tra thông tin trước khi thụ lý");
    await typeAt(custodian, "#passphrase", "con trâu gặm cỏ úa");
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector("#passphrase-error", { timeout: 30_000 });
    await clean(custodian);
    expect(await custodian.locator("main").innerText()).not.toContain(denouncer);
    await typeAt(custodian, "#passphrase", passphrase);
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector(".watermarked", { timeout: 30_000 });
    expect(await custodian.locator(".watermarked h2").innerText()).toBe(denouncer);
    expect(await custodian.locator(".watermarked").first().getAttribute("data-watermark")).toContain("custodian.here");
    await clean(custodian);
    await press(custodian, ".opened-person .button");
    expect(await custodian.locator(".letter").innerText()).toContain("thôn Kín Tiếng");
    await press(custodian, ".opened-bar .button");
    await custodian.waitForSelector(".opened", { state: "detached" });
    expect(await custodian.content()).not.toContain(denouncer);
  });

  test("the head asks with a purpose; the custodian lets them look; the head sees it under their own name", async () => {
    await goTo(head, petition);
    expect(await head.content()).not.toContain(denouncer);
    await press(head, `main a[href="${petition}/release"]`);
    await head.waitForURL(`**${petition}/release`);
    await clean(head);
    await choose(head, "kind", "letter");
    await type(head, "purpose", "The notice of acceptance must reach the denouncer");
    await type(head, "days", "3");
    await typeAt(head, "#new-passphrase", forTheRequest);
    await typeAt(head, "#passphrase-again", forTheRequest);
    await press(head, 'main form button[type="submit"]');
    await head.waitForURL("**/release?asked=1", { timeout: 30_000 });
    await clean(head);

    await goTo(custodian, "/office/custodian?view=releases");
    expect(await custodian.locator('.tabs [aria-current="page"] .count').innerText()).toBe("1");
    await clean(custodian);
    await press(custodian, ".decide details:first-child > summary");
    await typeAt(custodian, '.decide input[id^="passphrase-"]', passphrase);
    await press(custodian, '.decide details:first-child form button[type="submit"]');
    await custodian.waitForSelector(".release .badge.green", { timeout: 30_000 });
    await clean(custodian);

    await goTo(head, `${petition}/release`);
    await typeAt(head, 'input[id^="view-"]', "another passphrase of mine");
    await press(head, '.release form button[type="submit"]');
    await head.waitForSelector('.release [role="alert"]', { timeout: 30_000 });
    await typeAt(head, 'input[id^="view-"]', forTheRequest);
    await press(head, '.release form button[type="submit"]');
    await head.waitForSelector(".watermarked", { timeout: 30_000 });
    expect(await head.locator(".watermarked h2").innerText()).toBe(denouncer);
    expect(await head.locator(".watermarked").getAttribute("data-watermark")).toContain("head.here");
    await clean(head);
  });

  test("no other officer sees it, and after its end the head no more; a refusal is shown with its reason", async () => {
    const { rows } = await office.app.identity.releases(await office.as("head"), { which: "mine" });
    const [released] = rows;
    if (!released) throw new Error("nothing was released");
    const stranger = await signIn(office, browser, "clerk", "vi");
    for (const path of [`${petition}/release`, identity, "/office/custodian"])
      expect((await stranger.goto(path))?.status(), path).toBe(404);
    const asked = await stranger.request.post("/office/custodian/desk", {
      headers: { origin: office.url },
      multipart: { intent: "view", releaseId: released.id },
    });
    expect(await asked.json()).toEqual({ problem: expect.any(String) });
    await stranger.context().close();
    for (const role of ["settlement-officer", "petition-officer", "custodian"] as const) {
      const seen = office.app.identity.viewRelease(await office.as(role), { releaseId: released.id });
      await expect(seen, role).rejects.toMatchObject({ details: { code: "not-found" } });
    }
    await goTo(custodian, "/office/custodian?view=releases");
    await press(custodian, ".release details.confirm > summary");
    await press(custodian, '.release details.confirm button[type="submit"]');
    await custodian.waitForSelector(".release .badge.green", { state: "detached" });
    await goTo(head, `${petition}/release`);
    expect(await head.locator(".release form").count()).toBe(0);
    const view = office.app.identity.viewRelease(await office.as("head"), { releaseId: released.id });
    await expect(view).rejects.toMatchObject({ details: { code: "not-allowed" } });

    await press(head, "main details.fold > summary");
    await choose(head, "kind", "other");
    await type(head, "purpose", "I would like to know who it is");
    await typeAt(head, "#new-passphrase", forTheRequest);
    await typeAt(head, "#passphrase-again", forTheRequest);
    await press(head, 'main details.fold form button[type="submit"]');
    await head.waitForURL("**/release?asked=1", { timeout: 30_000 });
    await goTo(custodian, "/office/custodian?view=releases");
    await press(custodian, ".decide details:last-child > summary");
    await typeAt(custodian, ".decide textarea", "Không phải việc cần đến danh tính");
    await press(custodian, '.decide details:last-child button[type="submit"]');
    await custodian.waitForSelector(".release .badge.red");
    await goTo(head, `${petition}/release`);
    expect(await head.locator(".release .callout").innerText()).toContain("Không phải việc cần đến danh tính");
    await clean(head);
  });

  test("look-up by exact keys, the ledger and the key: each part of the page is clean, in both languages", async () => {
    for (const view of ["look-up", "ledger", "key"]) {
      await goTo(custodian, `/office/custodian?view=${view}`);
      await clean(custodian);
    }
    await goTo(custodian, "/office/custodian?view=look-up");
    await type(custodian, "number", "001099000123");
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector(".callout.done");
    await goTo(head, "/office/custodian?view=ledger");
    await clean(head);
    const ledger = await head.locator("main tbody").innerText();
    for (const did of ["Looked up", "Refused the look", "Looked at a released identity", "Opened the identity"])
      expect(ledger).toContain(did);
    expect(ledger).toContain("Kiểm tra thông tin trước khi thụ lý");
  });

  test("over the wire, after the counter, the name never went in clear", async () => {
    for (const wire of wires) {
      const bytes = await wire.bytes();
      expect(bytes.byteLength).toBeGreaterThan(10_000);
      for (const secret of [denouncer, "Kín Tiếng", passphrase, forTheRequest])
        expect(bytes.includes(secret), secret).toBe(false);
    }
  });
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
    petitionId = await sealLetter(counter, files);
    await goTo(custodian, "/office/custodian");
    await press(custodian, "main tbody tr:first-child a");
    await custodian.waitForURL("**/office/custodian/*-*");
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

  async function sealLetter(
    counter: Awaited<ReturnType<ServedOffice["as"]>>,
    files: readonly { readonly fileId: string }[],
  ): Promise<string> {
    const { reception } = office.app;
    const { visitId, petitions } = await reception.recordVisit(counter, {
      key: randomUUID(),
      agencyId: office.communeId,
      visitor: { name: denouncer, address: "thôn Kín Tiếng, xã An Thử", idNumber: "079388123457" },
      kinds: [],
      content: "Cán bộ thu tiền ngoài quy định",
      items: files.map(({ fileId }, i) => ({ title: `Thư ${i + 1}`, fileId, pages: 1 })),
      readBack: true,
    });
    await reception.classifyVisit(counter, { key: randomUUID(), visitId, kinds: ["denunciation"] });
    const id = petitions[0]?.id ?? "";
    await office.app.petitions.handToHead(counter, { key: randomUUID(), petitionId: id });
    return id;
  }
});
