import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../src/casework/access/index.ts";
import { testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { type Language, openBrowser, openWindow } from "./lib/browser.ts";
import { clean, settled } from "./lib/desk.ts";
import { freePort } from "./lib/free-port.ts";
import { press, type } from "./lib/keyboard.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
let browser: Browser;
let url: string;
const network = "203.0.113.0/24";

beforeAll(async () => {
  const port = await freePort();
  // Browsers make no passkey for an address without a name.
  url = `http://localhost:${port}`;
  office = await openServedOffice({ today: "2026-11-24", config: { port, publicUrl: url } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** A page of an officer who signed in by password, on a machine that can make passkeys and knows its person. */
async function withAuthenticator(role: Role, language: Language = "vi", width = 1440) {
  await office.as(role);
  const window = await openWindow(browser, { baseURL: url, language, width });
  const page = await window.newPage();
  const client = await window.newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/sign-in");
  await type(page, "username", `${role}.here`);
  await type(page, "password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "**/office**");
  return { page, client, authenticatorId };
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto("/passkeys");
  await settled(page);
  await type(page, "name", name);
  await type(page, "password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, /added=1/);
  await page.getByText(name).first().waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: "minhxet" });
}

const credentials = (client: CDPSession, authenticatorId: string) =>
  client.send("WebAuthn.getCredentials", { authenticatorId });

test.each([
  ["vi", "head", 1440],
  ["en", "clerk", 360],
] as const)(
  "an officer adds passkeys, signs in by one without password and code, and removes one (%s)",
  async (language, role, width) => {
    const { page, client, authenticatorId } = await withAuthenticator(role, language, width);
    await page.goto("/passkeys");
    await settled(page);
    await type(page, "name", "Máy ở phòng làm việc");
    await type(page, "password", "not the password");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#password-error");
    expect((await credentials(client, authenticatorId)).credentials).toHaveLength(0);
    await addPasskey(page, "Máy ở phòng làm việc");
    expect(await page.textContent("ul.changes")).toContain("Máy ở phòng làm việc");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect((await credentials(client, authenticatorId)).credentials).toHaveLength(1);

    await signOut(page);
    await page.goto("/office/list");
    await arrive(page, "**/sign-in?**");
    await press(page, 'a[href^="/sign-in/passkey"]');
    await arrive(page, "**/sign-in/passkey**");
    await settled(page);
    const [sent] = await Promise.all([
      page.waitForRequest((each) => each.method() === "POST" && (each.postData() ?? "").includes("response=")),
      press(page, "#passkey"),
    ]);
    await arrive(page, "**/office/list");

    // What was sent opens nothing a second time.
    const response: unknown = JSON.parse(new URLSearchParams(sent.postData() ?? "").get("response") ?? "");
    await expect(office.app.access.signInWithPasskey({ response, network })).rejects.toMatchObject({
      code: "wrong-password",
    });

    await page.goto("/passkeys");
    await settled(page);
    await press(page, "ul.changes details > summary");
    await type(page, "password", testPassword);
    await page.keyboard.press("Enter");
    await arrive(page, /removed=1/);
    await signOut(page);
    await page.goto("/sign-in/passkey");
    await settled(page);
    await press(page, "#passkey");
    await page.waitForSelector("[role=alert]");
    // Last of all: the check of the page takes the made-up authenticator away.
    await clean(page);
    await page.context().close();
  },
);

test("a made up, changed, unverified or late answer opens nothing; a closed account neither", async () => {
  const { page } = await withAuthenticator("petition-officer");
  await addPasskey(page, "Khóa thử");
  const { access } = office.app;
  const refused = { code: "wrong-password" };
  const enter = (response: unknown) => access.signInWithPasskey({ response, network });
  const answer = async (options: object) =>
    page.evaluate(async (json) => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as PublicKeyCredentialRequestOptionsJSON);
      const made = await navigator.credentials.get({ publicKey });
      return (made as PublicKeyCredential).toJSON();
    }, options);
  type Answer = Awaited<ReturnType<typeof answer>> & { readonly response: Record<string, string> };

  const good = (await answer(await access.passkeyChallenge())) as Answer;
  const flipped = Buffer.from(good.response["signature"] ?? "", "base64url");
  flipped.writeUInt8((flipped.at(-1) ?? 0) ^ 1, flipped.length - 1);
  const changed = { ...good, response: { ...good.response, signature: flipped.toString("base64url") } };
  await expect(enter(changed)).rejects.toMatchObject(refused);
  // The wrong answer used the challenge up.
  await expect(enter(good)).rejects.toMatchObject(refused);

  const unverified = await answer({ ...(await access.passkeyChallenge()), userVerification: "discouraged" });
  const data = Buffer.from((unverified as Answer).response["authenticatorData"] ?? "", "base64url");
  if (((data[32] ?? 0) & 4) === 0) await expect(enter(unverified)).rejects.toMatchObject(refused);
  const own = { ...(await access.passkeyChallenge()), challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };
  await expect(enter(await answer(own))).rejects.toMatchObject(refused);
  for (const nonsense of [undefined, null, 7, {}, { id: "x", response: { clientDataJSON: "!!" } }])
    await expect(enter(nonsense)).rejects.toMatchObject(refused);

  // A registration answers a challenge of its own officer only.
  const asker = await office.as("settlement-officer");
  await expect(access.finishPasskey(asker, { name: "Của người khác", response: good })).rejects.toMatchObject(refused);
  await expect(access.beginPasskey(asker, { password: "not the password", network })).rejects.toMatchObject(refused);

  const fresh = await answer(await access.passkeyChallenge());
  await access.setActive(office.app.command, { officerId: await office.officerId("petition-officer"), active: false });
  await expect(enter(fresh)).rejects.toMatchObject(refused);
  await page.context().close();
});

test("a session by passkey is not asked for the second factor that its role demands", async () => {
  const { page } = await withAuthenticator("inspectorate");
  await addPasskey(page, "Khóa thanh tra");
  await office.app.access.demandSecondFactor(office.app.command, {
    agencyId: office.communeId,
    role: "inspectorate",
    demanded: true,
  });
  await page.goto("/office");
  await arrive(page, "**/second-factor");
  await signOut(page);
  await page.goto("/sign-in/passkey");
  await settled(page);
  await press(page, "#passkey");
  await arrive(page, "**/office**");
  await page.goto("/passkeys");
  await settled(page);
  await clean(page);
  await page.context().close();
});

test("without scripts the page says so and leads back to the password", async () => {
  const window = await openWindow(browser, { baseURL: url, scripts: false });
  const page = await window.newPage();
  await page.goto("/sign-in/passkey");
  expect(await page.locator("noscript").count()).toBe(1);
  await page.click('main a[href="/sign-in"]');
  await page.waitForSelector("#username");
  await window.close();
});
