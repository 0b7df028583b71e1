import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Role } from "../src/casework/access/index.ts";
import { codeOfStep, stepAt } from "../src/server/auth/one-time-code.ts";
import { openTestOffice, type TestOffice, testPassword } from "../src/server/testing.ts";
import { arrive } from "./lib/arrive.ts";
import { axeFaults } from "./lib/axe.ts";
import { type Language, openBrowser, openWindow } from "./lib/browser.ts";
import { altered, openSignOnProvider, signedElsewhere, visitor } from "./lib/sign-on-provider.ts";
import { serveOver } from "./security/target.ts";

let provider: Awaited<ReturnType<typeof openSignOnProvider>>;
let office: TestOffice;
let server: Awaited<ReturnType<typeof serveOver>>;
let browser: Browser;

beforeAll(async () => {
  provider = await openSignOnProvider();
  const { issuer, clientId, clientSecret } = provider;
  const singleSignOn = { issuer, clientId, clientSecret, name: "Cổng thử", secondFactor: ["mfa", "urn:two"] };
  office = await openTestOffice({ today: "2026-11-24", config: { singleSignOn } });
  server = await serveOver(office);
  provider.serve(`${server.url}/sign-in/single/back`);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await office?.close();
  await provider?.close();
});
beforeEach(() => {
  provider.state.answer = "deny";
  provider.state.change = (idToken) => idToken;
  provider.state.away = false;
});

type Visitor = ReturnType<typeof visitor>;

async function signedIn(role: Role): Promise<Visitor> {
  const { session } = await office.as(role);
  const person = visitor();
  const [name = "", value = ""] = (server.served.cookie.write(session, new Date()).split(";")[0] ?? "").split("=", 2);
  person.jarOf(server.url).set(name, value);
  return person;
}

/** To the provider and through it; answers the address under which the browser is sent back here. */
async function throughProvider(person: Visitor, address: string): Promise<string> {
  let at = address;
  for (let i = 0; i < 8; i++) {
    if (at.startsWith(server.url)) return at;
    const { to, body, status } = await person.ask(at);
    if (!to) throw new Error(`${status} at the provider: ${body.slice(0, 300)}`);
    at = to;
  }
  throw new Error("the provider sends in circles");
}

async function begun(person: Visitor, path = "/sign-in/single"): Promise<string> {
  const { to } = await person.ask(server.url + path);
  expect(to?.startsWith(`${provider.issuer}/auth?`)).toBe(true);
  return to ?? "";
}

async function linkBegun(person: Visitor): Promise<string> {
  const { body, status } = await person.ask(`${server.url}/single-sign-on`, { password: testPassword });
  expect(status).toBe(200);
  const href = new RegExp(`href="(${provider.issuer}/auth[^"]+)"`).exec(body)?.[1] ?? "";
  return href.replaceAll("&amp;", "&");
}

async function link(role: Role, subject: string): Promise<Visitor> {
  const person = await signedIn(role);
  provider.state.answer = { accountId: subject };
  const { to } = await person.ask(await throughProvider(person, await linkBegun(person)));
  expect(to).toBe(`${server.url}/single-sign-on?linked=1`);
  return person;
}

const session = (person: Visitor) => person.jarOf(server.url).get("minhxet");
async function refusedAt(person: Visitor, back: string, words: RegExp): Promise<void> {
  const { status, body, to } = await person.ask(back);
  expect([status, to]).toEqual([422, null]);
  expect(body).toMatch(words);
  expect(session(person)).toBeUndefined();
  expect(person.jarOf(server.url).has("minhxet-single")).toBe(false);
}
const notAccepted = /Không xác nhận được kết quả từ Cổng thử/;
const beginAgain = /Hãy bắt đầu lại/;

test("an officer links the own account with the password, and signs in by it to the page that was wanted", async () => {
  const owner = await signedIn("clerk");
  const wrong = await owner.ask(`${server.url}/single-sign-on`, { password: "not the password" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).not.toContain(`${provider.issuer}/auth`);
  await link("clerk", "s-clerk");

  const person = visitor();
  const page = await person.ask(`${server.url}/sign-in?to=/office/list`);
  expect(page.body).toContain('href="/sign-in/single?to=%2Foffice%2Flist"');
  const address = await begun(person, "/sign-in/single?to=%2Foffice%2Flist");
  const sent = new URL(address).searchParams;
  expect(sent.get("code_challenge_method")).toBe("S256");
  expect(sent.get("scope")).toBe("openid");
  provider.state.answer = { accountId: "s-clerk" };
  const back = await throughProvider(person, address);
  expect(await person.ask(back)).toMatchObject({ status: 303, to: `${server.url}/office/list` });
  expect((await person.ask(`${server.url}/office/list`)).status).toBe(200);

  // Neither the same answer again nor the same cookie opens anything.
  const code = new URL(back).searchParams.get("code") ?? "";
  const thief = visitor();
  await refusedAt(thief, back, beginAgain);
  for (const secret of [code, sent.get("state") ?? "", sent.get("nonce") ?? "", "s-clerk"])
    expect(server.log.join("\n")).not.toContain(secret);
});

test("what the person wanted leads to pages of ours only", async () => {
  const person = visitor();
  provider.state.answer = { accountId: "s-clerk" };
  const back = await throughProvider(person, await begun(person, "/sign-in/single?to=https%3A%2F%2Fevil.example"));
  expect((await person.ask(back)).to).toBe(`${server.url}/office`);
});

test("an account that nobody linked opens nothing, and none is made", async () => {
  const before = (await office.app.access.listOfficers(office.app.command, {})).length;
  const person = visitor();
  provider.state.answer = { accountId: "somebody-else" };
  await refusedAt(person, await throughProvider(person, await begun(person)), /chưa liên kết với tài khoản nào/);
  expect((await office.app.access.listOfficers(office.app.command, {})).length).toBe(before);
});

test("a changed state, a used cookie, a used code, a late answer and a refusal there open nothing", async () => {
  provider.state.answer = { accountId: "s-clerk" };
  const one = visitor();
  const back = new URL(await throughProvider(one, await begun(one)));
  const flow = one.jarOf(server.url).get("minhxet-single") ?? "";
  const other = new URL(back);
  other.searchParams.set("state", "another");
  await refusedAt(one, other.href, notAccepted);
  one.jarOf(server.url).set("minhxet-single", flow);
  await refusedAt(one, back.href, beginAgain);

  const two = visitor();
  const right = new URL(await throughProvider(two, await begun(two)));
  expect((await two.ask(right.href)).status).toBe(303);
  const three = visitor();
  const third = new URL(await throughProvider(three, await begun(three)));
  third.searchParams.set("code", right.searchParams.get("code") ?? "");
  await refusedAt(three, third.href, notAccepted);

  const late = visitor();
  const lateBack = await throughProvider(late, await begun(late));
  const { signOnCookie } = server.served;
  const cookie = `minhxet-single=${late.jarOf(server.url).get("minhxet-single")}`;
  const carried = signOnCookie.read(new Request(server.url, { headers: { cookie } }), new Date());
  if (!carried) throw new Error("no flow");
  const old = signOnCookie.write({ ...carried.flow, until: Date.now() - 1 }, "/office");
  late.jarOf(server.url).set("minhxet-single", /=([^;]+)/.exec(old)?.[1] ?? "");
  await refusedAt(late, lateBack, beginAgain);
  const forger = visitor();
  const forged = await throughProvider(forger, await begun(forger));
  forger.jarOf(server.url).set("minhxet-single", `${cookie.split("=")[1]?.split(".")[0]}.AAAA`);
  await refusedAt(forger, forged, beginAgain);

  const four = visitor();
  provider.state.answer = "deny";
  await refusedAt(four, await throughProvider(four, await begun(four)), /chưa xác nhận tại Cổng thử/);
});

test("a token for another nonce, of another issuer or audience, altered or signed by somebody else opens nothing", async () => {
  provider.state.answer = { accountId: "s-clerk" };
  const person = visitor();
  const address = new URL(await begun(person));
  address.searchParams.set("nonce", "of-another-flow");
  await refusedAt(person, await throughProvider(person, address.href), notAccepted);
  provider.state.answer = { accountId: "somebody-else" };
  for (const change of [
    (token: string) => altered(token, { sub: "s-clerk" }),
    (token: string) => signedElsewhere(token, { sub: "s-clerk" }),
    (token: string) => signedElsewhere(token, { sub: "s-clerk", iss: "https://id.example" }),
    (token: string) => altered(token, { iss: "https://id.example" }),
    (token: string) => altered(token, { aud: "another" }),
    () => "",
  ]) {
    provider.state.change = change;
    const each = visitor();
    await refusedAt(each, await throughProvider(each, await begun(each)), notAccepted);
  }
  const mixed = visitor();
  provider.state.change = (token) => token;
  const back = new URL(await throughProvider(mixed, await begun(mixed)));
  back.searchParams.set("iss", "https://id.example");
  await refusedAt(mixed, back.href, notAccepted);
});

test("a link belongs to one officer, to who began it, and a closed account's opens nothing", async () => {
  await link("head", "s-head");
  const clerk = await signedIn("petition-officer");
  provider.state.answer = { accountId: "s-head" };
  const taken = await clerk.ask(await throughProvider(clerk, await linkBegun(clerk)));
  expect(taken.status).toBe(422);
  expect(taken.body).toContain("đã được liên kết");

  // Another officer's browser comes back with it: of them nothing is linked.
  const lured = await signedIn("settlement-officer");
  const back = await throughProvider(clerk, await linkBegun(clerk));
  lured.jarOf(server.url).set("minhxet-single", clerk.jarOf(server.url).get("minhxet-single") ?? "");
  expect((await lured.ask(back)).status).toBe(422);
  const ownLink = await office.app.access.mySingleSignOn(await office.as("settlement-officer"));
  expect(ownLink.since).toBeNull();

  const officerId = await office.officerId("head");
  await office.app.access.setActive(office.app.command, { officerId, active: false });
  const person = visitor();
  await refusedAt(person, await throughProvider(person, await begun(person)), /chưa liên kết với tài khoản nào/);
  await office.app.access.setActive(office.app.command, { officerId, active: true });
});

test("the second factor is asked as after a password, unless the provider says that it saw one", async () => {
  const role = "inspectorate";
  await link(role, "s-inspector");
  const asker = await office.as(role);
  const { secret } = await office.app.access.beginSecondFactor(asker);
  const key = base32(secret);
  const step = stepAt(new Date());
  const set = { password: testPassword, code: codeOfStep(key, step), network: "203.0.113.0/24" };
  await office.app.access.confirmSecondFactor(asker, set);

  const person = visitor();
  provider.state.answer = { accountId: "s-inspector", amr: ["pwd"], acr: "urn:one" };
  const asked = await person.ask(
    await throughProvider(person, await begun(person, "/sign-in/single?to=%2Foffice%2Flist")),
  );
  expect(asked.status).toBe(200);
  expect(session(person)).toBeUndefined();
  const challenge = /name="challenge" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
  const to = `${server.url}/sign-in?to=%2Foffice%2Flist`;
  expect((await person.ask(to, { challenge, code: "12345x" })).status).toBe(422);
  const entered = await person.ask(to, { challenge, code: codeOfStep(key, step + 1) });
  expect(entered).toMatchObject({ status: 303, to: `${server.url}/office/list` });

  for (const seen of [{ amr: ["pwd", "mfa"] }, { acr: "urn:two" }]) {
    const strong = visitor();
    provider.state.answer = { accountId: "s-inspector", ...seen };
    const answer = await strong.ask(await throughProvider(strong, await begun(strong)));
    expect(answer).toMatchObject({ status: 303, to: `${server.url}/office` });
  }
});

test("a role that demands a second factor shuts the office to a session by one factor, not to one by two", async () => {
  const role = "settlement-officer";
  await link(role, "s-settler");
  const rule = { agencyId: office.communeId, role, demanded: true } as const;
  await office.app.access.demandSecondFactor(office.app.command, rule);
  const enter = async (amr: string[]) => {
    const person = visitor();
    provider.state.answer = { accountId: "s-settler", amr };
    await person.ask(await throughProvider(person, await begun(person)));
    return person.ask(`${server.url}/office/list`);
  };
  expect((await enter(["pwd"])).to).toBe(`${server.url}/second-factor`);
  expect((await enter(["mfa"])).status).toBe(200);
  await office.app.access.demandSecondFactor(office.app.command, { ...rule, demanded: false });
});

test("a removed link opens nothing: by its owner with the password, by the administrator with all sessions", async () => {
  const owner = await link("reception-officer", "s-counter");
  const wrong = await owner.ask(`${server.url}/single-sign-on`, { intent: "unlink", password: "not the password" });
  expect(wrong.status).toBe(422);
  const away = await owner.ask(`${server.url}/single-sign-on`, { intent: "unlink", password: testPassword });
  expect(away.to).toBe(`${server.url}/single-sign-on?unlinked=1`);
  provider.state.answer = { accountId: "s-counter" };
  const person = visitor();
  await refusedAt(person, await throughProvider(person, await begun(person)), /chưa liên kết/);

  await link("reception-officer", "s-counter");
  const inside = visitor();
  await inside.ask(await throughProvider(inside, await begun(inside)));
  expect((await inside.ask(`${server.url}/office/reception`)).status).toBe(200);
  const officerId = await office.officerId("reception-officer");
  const { access } = office.app;
  const stranger = await office.as("administrator", "elsewhere");
  await expect(access.unlinkSingleSignOnOf(stranger, { officerId })).rejects.toMatchObject({ code: "not-found" });
  const admin = await office.as("administrator");
  expect((await access.accountSheet(admin, { officerId })).singleSignOnSince).not.toBeNull();
  await access.unlinkSingleSignOnOf(admin, { officerId });
  await expect(access.unlinkSingleSignOnOf(admin, { officerId })).rejects.toMatchObject({ code: "not-found" });
  const { singleSignOnSince, openSessions, events } = await access.accountSheet(admin, { officerId });
  expect([singleSignOnSince, openSessions]).toEqual([null, 0]);
  expect(events.slice(0, 3).map(({ what }) => what)).toEqual([
    "single-sign-on-unlinked",
    "single-sign-on-linked",
    "single-sign-on-unlinked",
  ]);
  expect((await inside.ask(`${server.url}/office`)).to).toContain("/sign-in");
});

test("a provider that is away keeps nobody out of the password; without one nothing of it is there", async () => {
  const away = { issuer: "http://127.0.0.1:9", clientId: "x", name: "Cổng vắng", secondFactor: [] };
  const broken = await serveOver({
    ...office,
    app: { ...office.app, config: { ...office.app.config, singleSignOn: away } },
  });
  const person = visitor();
  const answer = await person.ask(`${broken.url}/sign-in/single`);
  expect(answer.status).toBe(503);
  expect(answer.body).toContain("đăng nhập bằng mật khẩu");
  const fields = { username: "clerk.here", password: testPassword };
  expect((await person.ask(`${broken.url}/sign-in`, fields)).status).toBe(303);
  await broken.stop();

  const { singleSignOn: _, ...config } = office.app.config;
  const without = await serveOver({ ...office, app: { ...office.app, config } });
  const before = provider.state.asked;
  expect((await visitor().ask(`${without.url}/sign-in`)).body).not.toContain("/sign-in/single");
  for (const path of ["/sign-in/single", "/sign-in/single/back?code=a&state=b"])
    expect((await visitor().ask(without.url + path)).status).toBe(404);
  expect(provider.state.asked).toBe(before);
  await without.stop();
});

test.each([
  ["vi", "custodian", 360],
  ["en", "administrator", 1440],
] as const)("button and page of the link fit the screen and pass axe (%s)", async (language: Language, role, width) => {
  await office.as(role);
  const window = await openWindow(browser, { baseURL: server.url, language, width });
  const page = await window.newPage();
  const looks = async () => {
    expect(await axeFaults(page), page.url()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  provider.state.answer = { accountId: `s-${role}` };
  await page.goto("/sign-in");
  await looks();
  await page.click('a[href="/sign-in/single"]');
  await page.waitForSelector("[role=alert]");
  await looks();
  await page.click('main a[href="/sign-in"]');
  await page.fill("#username", `${role}.here`);
  await page.fill("#password", testPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "**/office**");
  await page.goto("/single-sign-on");
  await looks();
  await page.fill("#password", testPassword);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`main a[href^="${provider.issuer}"]`);
  await looks();
  await page.click(`main a[href^="${provider.issuer}"]`);
  await arrive(page, "**/single-sign-on?linked=1");
  await page.click("details.confirm > summary");
  await looks();
  await window.clearCookies({ name: "minhxet" });
  await page.goto("/sign-in");
  await page.click('a[href="/sign-in/single"]');
  await arrive(page, "**/office**");
  await window.close();
});

function base32(text: string): Buffer {
  const bits = [...text.replaceAll(" ", "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
