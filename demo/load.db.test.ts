import { armor, Decrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, createApp } from "../src/server/app.ts";
import { readConfig } from "../src/server/config.ts";
import { openTestDatabase } from "../src/store/testing.ts";
import { civilDate } from "../src/time/civil-date.ts";
import { placesEach } from "./book-places.ts";
import { demoPassphrase } from "./custodians.ts";
import { type DemoSignIns, isDemo, loadDemo } from "./load.ts";
import { agencyId } from "./load-agencies.ts";
import { asOfficer } from "./officers.ts";

let app: App;
let signIns: DemoSignIns;

beforeAll(async () => {
  app = await createApp(readConfig({ MINHXET_TODAY: "2026-11-24" }), {
    mode: "serve",
    store: await openTestDatabase(),
  });
  signIns = await loadDemo(app);
}, 300_000);
afterAll(() => app?.close());

const tree = (asOf: string) => app.agencies.agencyTree("nobody", { asOf: civilDate(asOf) });

describe("the invented province", () => {
  test("had three levels on 30 June 2025", async () => {
    const agencies = await tree("2025-06-30");
    const committees = agencies.filter((each) => each.kind === "peoples-committee");
    expect(committees.filter((each) => each.level === "district")).toHaveLength(4);
    expect(committees.filter((each) => each.level === "commune")).toHaveLength(16);
    expect(agencies.find((each) => each.code === "SM.HTV.HL")?.parent).toBe("SM.HTV");
    expect(agencies.some((each) => each.code === "SM.HL")).toBe(false);
  });

  test("has two levels from 1 July 2025, six communes under the province", async () => {
    const agencies = await tree("2025-07-01");
    const communes = agencies.filter((each) => each.level === "commune");
    expect(communes.map((each) => [each.code, each.parent])).toEqual(
      expect.arrayContaining([
        ["SM.HL", "SM"],
        ["SM.NM", "SM"],
      ]),
    );
    expect(communes).toHaveLength(6);
    expect(agencies.some((each) => each.level === "district")).toBe(false);
    expect(
      communes
        .filter((each) => each.remote)
        .map((each) => each.code)
        .toSorted(),
    ).toEqual(["SM.NM", "SM.SV"]);
  });

  test("says what a commune came from and that one was divided in two", async () => {
    const into = await app.agencies.agencySuccessions("nobody", { code: "SM.HL" });
    expect(into.map((each) => each.from)).toEqual(expect.arrayContaining(["SM.HTV.HL", "SM.HTV.LT", "SM.HTV.TL"]));
    const divided = await app.agencies.agencySuccessions("nobody", { code: "SM.HTV.TL" });
    expect(divided.map((each) => each.to).toSorted()).toEqual(["SM.BS", "SM.HL"]);
  });
});

test("every account signs in with the password that is shown, and need not change it", async () => {
  for (const { username, password, displayName } of signIns.accounts) {
    const signedIn = await app.access.signIn({ username, password, network: "test" });
    expect(signedIn.officer.displayName).toBe(displayName);
    expect(signedIn.mustChangePassword).toBe(false);
    expect(signIns.lines.join("\n")).toContain(username);
  }
  expect(await isDemo(app)).toBe(true);
});

test("officers of another commune see none of it", async () => {
  const { asker } = await asOfficer(app, "xulydon.bensuong");
  const page = await app.petitions.listPetitions(asker, { view: "all" });
  expect(page.lines.filter((line) => line.agencyCode !== "SM.BS")).toEqual([]);
});

test("the commune has complaints in every state, and work in every view", async () => {
  const sorter = await asOfficer(app, "xulydon.hoalac");
  const all = await app.petitions.listPetitions(sorter.asker, { view: "all", limit: 100 });
  const states = new Set(all.lines.map((line) => line.matterState));
  for (const state of [
    "KN_SCREEN",
    "NOT_ACCEPTED",
    "ACCEPTED",
    "VERIFYING",
    "VERIFIED",
    "DIALOGUE_SET",
    "DIALOGUED",
    "DECIDED",
    "SENT",
  ]) {
    expect(states, state).toContain(state);
  }
  for (const state of ["PUBLISHED", "ENFORCING", "ENFORCED", "CLOSED", "APPEALED", "SUSPENDED", "TERMINATED"]) {
    expect(states, state).toContain(state);
  }
  const counts = await app.petitions.countPetitions(sorter.asker, {});
  expect(counts).toMatchObject({ unit: expect.any(Number), overdue: expect.any(Number), waiting: expect.any(Number) });
  for (const view of ["unit", "all", "overdue", "waiting"] as const) expect(counts[view], view).toBeGreaterThan(0);
  const verifier = await asOfficer(app, "xacminh.hoalac");
  expect((await app.petitions.countPetitions(verifier.asker, {})).mine).toBeGreaterThan(0);
  expect(all.lines.length).toBeGreaterThanOrEqual(50);
});

test("what was denounced is kept under pseudonyms, without anybody's personal data", async () => {
  const counter = await asOfficer(app, "tiepdan.hoalac");
  const all = await app.petitions.listPetitions(counter.asker, { view: "all", kind: "denunciation" });
  expect(all.lines.length).toBeGreaterThan(0);
  for (const line of all.lines) {
    const sheet = await app.petitions.openPetition(counter.asker, { petitionId: line.id });
    expect(sheet.people).toEqual([]);
    expect(sheet.pseudonym).toBeTruthy();
  }
});

const statesSeenBy = async (username: string) => {
  const { asker, end } = await asOfficer(app, username);
  const { lines } = await app.petitions.listPetitions(asker, { view: "all", limit: 100 });
  await end();
  return { lines, states: new Set(lines.map((line) => line.matterState)) };
};

test("the head alone has denunciations in hand: under check, extended, suspended, published, transferred, of the law before July", async () => {
  const { states, lines } = await statesSeenBy("chutich.hoalac");
  for (const state of ["CHECKING", "VERIFYING", "SUSPENDED", "PUBLISHED", "TRANSFERRED"])
    expect(states, state).toContain(state);
  expect(lines.filter((line) => line.kind === "denunciation").length).toBeGreaterThanOrEqual(7);
  const { lines: others } = await statesSeenBy("xulydon.hoalac");
  expect(others.filter((line) => line.kind === "denunciation" && line.matterId !== null)).toEqual([]);
});

test("the province has second complaints against the commune, one of the law of 2023, and a further denunciation", async () => {
  const { states, lines } = await statesSeenBy("chutich.tinh");
  expect(lines.filter((line) => line.agencyCode === "SM").length).toBeGreaterThanOrEqual(4);
  for (const state of ["KN_SCREEN", "VERIFYING", "REVIEW"]) expect(states, state).toContain(state);
  const { asker } = await asOfficer(app, "chutich.tinh");
  const old = lines.find((line) => line.receivedOn < "2024-01-01");
  const sheet = await app.matters.openMatterSheet(asker, { matterId: old?.matterId ?? "" });
  expect(sheet).toMatchObject({ lawPack: "complaints/2020-12-10", state: { id: "VERIFYING" } });
});

test("recommendations, a reflection on regulations and petitions still being processed stand beside the complaints", async () => {
  const { states } = await statesSeenBy("xulydon.hoalac");
  for (const state of ["ASSIGNED", "ANSWERED", "ASSESSING", "INCOMPLETE"]) expect(states, state).toContain(state);
});

describe("every way in has something to look at", () => {
  test("places at sessions to come, some taken and some sessions full", async () => {
    const sessions = await app.headSessions.publishedCalendar({
      agency: "SM.HL",
      from: "2026-11-24",
      to: "2026-12-31",
    });
    const free = sessions.flatMap(({ placesFree }) => placesFree ?? []);
    expect(free.some((each) => each > 0 && each < placesEach)).toBe(true);
    expect(free).toContain(0);
  });

  test("published decisions with extracts, and one that leads to what replaced it", async () => {
    const { lines } = await app.publications.list({ agency: "SM.HL", limit: 100 });
    expect(lines.filter(({ extract }) => extract !== "").length).toBeGreaterThanOrEqual(3);
    expect(lines.some(({ shows }) => shows === "existence")).toBe(true);
    const { asker, end } = await asOfficer(app, "xulydon.hoalac");
    const seen = await app.petitions.listPetitions(asker, { view: "all", limit: 100 });
    const matters = seen.lines.flatMap(({ matterId }) => matterId ?? []);
    const all = await Promise.all(matters.map((matterId) => app.publications.ofMatter(asker, { matterId })));
    const replaced = all.flatMap(({ publications }) => publications).find(({ replacedBy }) => replacedBy !== null);
    expect(lines.map(({ id }) => id)).toContain(replaced?.replacedBy?.id);
    expect(lines.map(({ id }) => id)).not.toContain(replaced?.id);
    await end();
  });

  test("a dozen signatories whose replies are partly delivered", async () => {
    const { asker, end } = await asOfficer(app, "vanthu.hoalac");
    const { lines } = await app.petitions.listPetitions(asker, { view: "all", q: "Mười hai hộ" });
    const petitionId = lines[0]?.id ?? "";
    const signed = await app.signatories.listSignatories(asker, { petitionId });
    expect(signed.lines).toHaveLength(12);
    const { papers } = await app.matters.openMatterSheet(asker, { matterId: lines[0]?.matterId ?? "" });
    const paperId = papers.find(({ template }) => template === "kn-15")?.id ?? "";
    const replies = await app.signatories.listReplies(asker, { petitionId, paperId });
    expect(new Set(replies.lines.map(({ state }) => state))).toEqual(
      new Set(["made", "sent", "delivered", "refused", "returned"]),
    );
    await end();
  });

  test("proposals waiting for each of three signatures, an online reception, a transfer that came back twice", async () => {
    const { lines, states } = await statesSeenBy("xulydon.hoalac");
    const { asker, end } = await asOfficer(app, "xulydon.hoalac");
    const waiting = new Set<string>();
    for (const { matterId, matterState } of lines) {
      if (!matterId || matterState !== "PROPOSED") continue;
      const { papers } = await app.matters.openMatterSheet(asker, { matterId });
      for (const { state } of papers) waiting.add(state);
    }
    expect(waiting).toEqual(new Set(["draft", "checked", "approved"]));
    expect(states).toContain("CHECKED_IN");
    expect(lines.some(({ transfers }) => transfers === 2)).toBe(true);
    await end();
  });

  test("the panel of duplicates finds the other commune's and the own petition about one parcel", async () => {
    const { asker, end } = await asOfficer(app, "tiepdan.hoalac");
    const found = await app.duplicates.findDuplicates(asker, {
      agencyId: agencyId("SM.HL"),
      people: [],
      content: "Bồi thường đường liên thôn Gò Sậy, kiểm đếm thiếu bưởi, thửa 215 tờ 12 xã Hoa Lạc",
    });
    expect(JSON.stringify(found)).toContain("SM.HL-");
    await end();
  });
});

test("whoever tries it opens a sealed identity with the custodian's passphrase that the start shows", async () => {
  expect(signIns.lines.some((line) => line.includes(demoPassphrase) && line.includes("synthetic"))).toBe(true);
  const { asker, end } = await asOfficer(app, "giudanhtinh.hoalac");
  const [place] = (await app.identity.custody(asker)).agencies;
  expect(place).toMatchObject({ agencyId: agencyId("SM.HL"), custodians: 1 });
  const [line] = (await app.identity.listSealed(asker, { agencyId: agencyId("SM.HL") })).rows;
  const got = await app.identity.openSealed(asker, { id: line?.id ?? "", purpose: "Xem thử dữ liệu minh họa" });
  const unlock = new Decrypter();
  unlock.addPassphrase(demoPassphrase);
  const decrypter = new Decrypter();
  decrypter.addIdentity(await unlock.decrypt(armor.decode(place?.mine?.sealedKey ?? ""), "text"));
  const payload = JSON.parse(await decrypter.decrypt(armor.decode(got.ciphertext), "text"));
  expect(payload.people[0].address).toContain("tỉnh Sông Mây");
  await end();
});
