import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive } from "./lib/arrive.ts";
import { openBrowser } from "./lib/browser.ts";
import { ask, denouncer, forTheRequest, passphrase, typeAt } from "./lib/custody.ts";
import { clean, goTo, signIn } from "./lib/desk.ts";
import { choose, press, tabTo, tick, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";
import { recordWire } from "./lib/wire.ts";

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
    await arrive(custodian, "**/office/custodian?**made=1", { timeout: 30_000 });
    await custodian.waitForSelector(".callout.done");
    expect(await custodian.locator(".empty-title").count()).toBe(1);
    await clean(custodian);
  });

  test("the counter takes a denunciation in and hands it to the head", async () => {
    const counter = await signIn(office, browser, "reception-officer", "vi");
    await goTo(counter, "/office/reception");
    await type(counter, "receivedOn", "19/10/2026");
    await type(counter, "visitor.name", denouncer.name);
    await type(counter, "visitor.address", denouncer.address);
    await type(counter, "content", "Cán bộ địa chính nhận tiền của nhiều hộ khi làm hồ sơ đất");
    await type(counter, "request", "Đề nghị xác minh, xử lý");
    await tick(counter, "kind.denunciation");
    await counter.keyboard.press("Control+Enter");
    await counter.waitForSelector("#read-back");
    await press(counter, 'button[name="intent"][value="save"]');
    await arrive(counter, "**/office/reception/visits/**");
    petition = await idOf(counter, 'main a[href^="/office/petitions/"]');
    await goTo(counter, petition);
    await press(counter, "main details.confirm > summary");
    await press(counter, 'form:has([value="hand-over"]) button[type="submit"]');
    await arrive(counter, "**/office/list?handed=1");
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
    await arrive(custodian, `**${identity}`);
    await type(custodian, "purpose", "Kiểm tra thông tin trước khi thụ lý");
    await typeAt(custodian, "#passphrase", "con trâu gặm cỏ úa");
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector("#passphrase-error", { timeout: 30_000 });
    expect(await custodian.locator("main").innerText()).not.toContain(denouncer.name);
    await typeAt(custodian, "#passphrase", passphrase);
    await press(custodian, 'main form button[type="submit"]');
    await custodian.waitForSelector(".watermarked", { timeout: 30_000 });
    expect(await custodian.locator(".watermarked h2").innerText()).toBe(denouncer.name);
    expect(await custodian.locator(".watermarked").first().getAttribute("data-watermark")).toContain("custodian.here");
    await clean(custodian);
    await press(custodian, ".opened-person .button");
    const letter = await custodian.locator(".letter").innerText();
    for (const words of [denouncer.name, "thôn Kín Tiếng"]) expect(letter).toContain(words);
    // The custodian reads no papers of the case: what goes with the sheet is printed by who settles it.
    expect(await custodian.locator(".letter-paper").count()).toBe(0);
    await clean(custodian);
    await press(custodian, ".opened-bar .button");
    await custodian.waitForSelector(".opened", { state: "detached" });
    expect(await custodian.content()).not.toContain(denouncer.name);
  });

  test("the head asks with a purpose; the custodian lets them look; the head sees it under their own name", async () => {
    await goTo(head, petition);
    expect(await head.content()).not.toContain(denouncer.name);
    await press(head, `main a[href="${petition}/release"]`);
    await arrive(head, `**${petition}/release`);
    await clean(head);
    await choose(head, "kind", "letter");
    await type(head, "purpose", "The notice of acceptance must reach the denouncer");
    await type(head, "days", "3");
    await typeAt(head, "#new-passphrase", forTheRequest);
    await typeAt(head, "#passphrase-again", forTheRequest);
    await press(head, 'main form button[type="submit"]');
    await arrive(head, "**/release?asked=1", { timeout: 30_000 });

    await goTo(custodian, "/office/custodian?view=releases");
    expect(await custodian.locator('.tabs [aria-current="page"] .count').innerText()).toBe("1");
    await clean(custodian);
    await press(custodian, ".decide details:first-child > summary");
    await typeAt(custodian, '.decide input[id^="passphrase-"]', passphrase);
    await press(custodian, '.decide details:first-child form button[type="submit"]');
    await custodian.waitForSelector(".release .badge.green", { timeout: 30_000 });

    await goTo(head, `${petition}/release`);
    await typeAt(head, 'input[id^="view-"]', "another passphrase of mine");
    await press(head, '.release form button[type="submit"]');
    await head.waitForSelector('.release [role="alert"]', { timeout: 30_000 });
    await typeAt(head, 'input[id^="view-"]', forTheRequest);
    await press(head, '.release form button[type="submit"]');
    await head.waitForSelector(".watermarked", { timeout: 30_000 });
    expect(await head.locator(".watermarked h2").innerText()).toBe(denouncer.name);
    expect(await head.locator(".watermarked").getAttribute("data-watermark")).toContain("head.here");
    await clean(head);
  });

  test("no other officer sees it, and after its end the head no more; a refusal is shown with its reason", async () => {
    const { rows } = await office.app.identity.releases(await office.as("head"), { which: "mine" });
    const [released] = rows;
    if (!released) throw new Error("nothing was released");
    const stranger = await signIn(office, browser, "clerk", "vi");
    for (const path of [`${petition}/release`, identity, "/office/custodian"])
      expect((await stranger.request.get(path)).status(), path).toBe(404);
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

    await ask(office, petition.split("/").at(-1) ?? "", 3);
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
    for (const view of ["ledger", "key", "look-up"]) {
      await goTo(custodian, `/office/custodian?view=${view}`);
      await clean(custodian);
    }
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
      for (const secret of [denouncer.name, "Kín Tiếng", passphrase, forTheRequest])
        expect(bytes.includes(secret), secret).toBe(false);
    }
  });
});
