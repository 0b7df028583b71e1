import { describe, expect, test } from "vitest";
import type { ActCommand } from "../../src/rules/decide.ts";
import { lawPacks } from "../index.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

type Values = ActCommand["values"];

const open = (received: string) => openIn("reception", "reception", received);
const acts = (refusal: ReturnType<typeof refusalOf>) => refusal.instead.map((each) => each.act);
const visit = (on: string, more: Values = {}): Values => ({
  takenInOn: on,
  identityGiven: true,
  capacity: "own",
  content: "Nội dung thử",
  ...more,
});

describe("who cannot be taken in yet", () => {
  test("is guided, not refused: a missing name is no ground of Article 9 of the law", () => {
    const { pack, matter } = open("2026-07-02");
    const unnamed = attempt(pack, matter, "record", "2026-07-02", visit("2026-07-02", { identityGiven: false }));
    expect(acts(refusalOf(unnamed))).toEqual(["guide"]);
    const guided = perform(pack, matter, "guide", "2026-07-02", { missing: "identity", guidance: "Bổ sung" });
    expect(guided.state).toBe("GUIDED");
  });

  test("without an authorisation was only guided before Decree 154/2026 (Article 9 of Circular 06/2014), and may be refused since", () => {
    const noPaper = (on: string) => {
      const { pack, matter } = open(on);
      return acts(refusalOf(attempt(pack, matter, "record", on, visit(on, { capacity: "without-paper" }))));
    };
    expect(noPaper("2016-03-01")).toEqual(["guide"]);
    expect(noPaper("2026-07-02")).toEqual(["guide", "refuse-oral"]);
    const { pack, matter } = open("2016-03-01");
    const guided = attempt(pack, matter, "guide", "2016-03-01", { missing: "authority", guidance: "Bổ sung" });
    expect(guided).toMatchObject({ ok: true, act: { article: expect.stringContaining("Điều 9"), confidence: "text" } });
  });
});

describe("a refusal in writing", () => {
  const ground = (on: string, id: string): Values => ({ ground: id, groundOn: on, reason: "Kéo dài" });

  test("was issued by the reception officer under Circular 06/2014, and is the head's under Article 4.3 of Decree 154/2026", () => {
    const issuedBy = (on: string) => {
      const { pack, matter } = open(on);
      const due = perform(pack, matter, "establish-refusal", on, ground(on, "3"));
      return attempt(pack, due, "refuse-written", on, { reason: "Kéo dài" }, ["reception-officer"]);
    };
    expect(issuedBy("2016-03-01")).toMatchObject({ ok: true, act: { confidence: "text" } });
    expect(issuedBy("2022-03-01")).toMatchObject({ ok: true, act: { confidence: "inference" } });
    expect(refusalOf(issuedBy("2026-07-02")).code).toBe("wrong-actor");
  });

  test("had the two grounds of Articles 25 and 26 of Circular 06/2014 while it was in force", () => {
    const with26 = (on: string) => {
      const { pack, matter } = open(on);
      return attempt(pack, matter, "establish-refusal", on, ground(on, "tt-26")).ok;
    };
    expect([with26("2014-12-14"), with26("2014-12-15"), with26("2021-11-14"), with26("2021-11-15")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("whose day of ground was entered wrongly is counted again", () => {
    const { pack, matter } = open("2026-07-02");
    const now = perform(pack, matter, "establish-refusal", "2026-07-03", ground("2026-07-03", "3"));
    const corrected = attempt(pack, now, "correct", "2026-07-06", {
      what: "ground-on",
      oldValue: "03/7",
      newDate: "2026-07-02",
      reason: "Nhầm",
    });
    expect(due(corrected, "refusal-notice")).toBe("2026-07-07");
  });
});

test("the papers bear the numbers of Circular 06/2014 while it was in force, and of Decree 154/2026 since", () => {
  const forms = (on: string) => open(on).pack.procedures[0]?.documents.map((each) => each.form);
  expect(forms("2014-07-01")).toEqual([null, null, null, null, null, null]);
  expect(forms("2014-12-15")).toEqual(["02-TCD", "01-TCD", null, null, null, "04-TCD"]);
  expect(forms("2021-11-15")).toEqual([null, null, null, null, null, null]);
  expect(forms("2026-07-01")).toEqual(["02/TCD", "01/TCD", null, null, null, null]);
});

test("an online reception whose connection fails is held in person", () => {
  const { pack, matter } = open("2026-07-02");
  const set = perform(pack, matter, "decide-online", "2026-07-13", {
    onlineGround: "2",
    networkStable: true,
    equipmentFit: true,
    recordingPossible: true,
    sessionOn: "2026-07-20",
    noticedOn: "2026-07-13",
  });
  const failed = attempt(pack, set, "test-connection", "2026-07-17", { succeeded: false });
  expect(acts(refusalOf(failed))).toContain("hold-in-person");
  const moved = perform(pack, set, "hold-in-person", "2026-07-17", { reason: "Mất kết nối", announced: true });
  const present = perform(pack, moved, "arrive", "2026-07-20");
  expect(perform(pack, present, "record", "2026-07-20", visit("2026-07-20")).state).toBe("RECORDED");
});

test("what was forwarded is urged while its result is awaited, and a result entered on the wrong day is counted again", () => {
  const { pack, matter } = open("2026-07-02");
  const recorded = perform(pack, matter, "record", "2026-07-02", visit("2026-07-02"));
  const sent = { sentTo: "Cơ quan thử", resultAsked: true };
  const following = perform(pack, recorded, "answer-and-follow", "2026-07-06", sent);
  const urged = attempt(pack, following, "urge", "2026-08-10", { urged: "Đề nghị báo kết quả" });
  expect(urged).toMatchObject({ ok: true, act: { article: "Khoản 1 Điều 32 Nghị định 154/2026/NĐ-CP" } });
  const known = perform(pack, following, "record-result", "2026-07-15", { resultOn: "2026-07-14", result: "Xong" });
  const corrected = attempt(pack, known, "correct", "2026-07-15", {
    what: "result-on",
    oldValue: "14/7",
    newDate: "2026-07-13",
    reason: "Nhầm",
  });
  expect(due(corrected, "citizen-result")).toBe("2026-07-20");
});

test("the versions follow one another without a day between or twice", () => {
  const versions = lawPacks.filter((pack) => pack.subject === "reception");
  expect(versions.map((pack) => [pack.alias, pack.validFrom, pack.validTo])).toEqual([
    ["V0", "2014-07-01", "2014-08-14"],
    ["V0", "2014-08-15", "2014-12-14"],
    ["V0", "2014-12-15", "2019-02-17"],
    ["V0", "2019-02-18", "2021-11-14"],
    ["V0", "2021-11-15", "2025-06-30"],
    ["V1", "2025-07-01", "2025-11-22"],
    ["V1", "2025-11-23", "2026-06-30"],
    ["V2", "2026-07-01", undefined],
  ]);
});
