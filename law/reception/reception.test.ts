import { describe, expect, test } from "vitest";
import type { ActCommand, MatterFacts } from "../../src/rules/decide.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

type Values = ActCommand["values"];

const open = (received: string, facts: MatterFacts["facts"] = {}) => openIn("reception", "reception", received, facts);
const visit = (takenInOn: string, more: Values = {}): Values => ({
  takenInOn,
  identityGiven: true,
  capacity: "own",
  content: "Nội dung thử",
  ...more,
});
const recorded = (facts: MatterFacts["facts"] = {}) => {
  const { pack, matter } = open("2026-07-02", facts);
  return { pack, matter: perform(pack, matter, "record", "2026-07-02", visit("2026-07-02")) };
};

describe("a visit at the counter", () => {
  test("is answered within 10 working days of the day its content was taken in", () => {
    const { pack, matter } = open("2026-07-02");
    const decision = attempt(pack, matter, "record", "2026-07-06", visit("2026-07-02"));
    expect(due(decision, "answer")).toBe("2026-07-16");
    const now = perform(pack, matter, "record", "2026-07-06", visit("2026-07-02"));
    const answered = perform(pack, now, "answer", "2026-07-10", { result: "accepted" });
    expect(answered.state).toBe("NOTIFIED");
    expect(answered.clocks).toMatchObject([{ clock: "answer", status: "met" }]);
  });

  test("is not recorded without the identity of the visitor, nor for somebody else without a paper", () => {
    const { pack, matter } = open("2026-07-02");
    expect(
      refusalOf(attempt(pack, matter, "record", "2026-07-02", visit("2026-07-02", { identityGiven: false }))).article,
    ).toContain("Luật 136/2025");
    expect(
      refusalOf(attempt(pack, matter, "record", "2026-07-02", visit("2026-07-02", { capacity: "without-paper" })))
        .article,
    ).toContain("Điều 13");
    expect(refusalOf(attempt(pack, matter, "record", "2026-07-02", visit("2026-07-01"))).message.en).toContain(
      "between the visit",
    );
    const earlier = open("2026-06-01");
    expect(
      refusalOf(
        attempt(earlier.pack, earlier.matter, "record", "2026-06-01", visit("2026-06-01", { identityGiven: false })),
      ).article,
    ).toBe("Khoản 1 Điều 25 Luật Tiếp công dân");
  });

  test("of a group needs representatives in the numbers of Article 29, appointed by all", () => {
    const group = (peopleCount: number, representativesCount: string, representativePaper = true) => {
      const { pack, matter } = open("2026-07-02", { peopleCount });
      return attempt(
        pack,
        matter,
        "record",
        "2026-07-02",
        visit("2026-07-02", { representativesCount, representativePaper }),
      );
    };
    expect(group(5, "2").ok).toBe(true);
    expect(refusalOf(group(10, "3")).article).toBe("Điều 29 Luật Tiếp công dân");
    expect(group(11, "5").ok).toBe(true);
    expect(refusalOf(group(11, "6")).code).toBe("guard");
    // Điều 29 gives no number for two to four people (GAP-10): none is refused, but each is one of the group.
    expect(group(3, "2").ok).toBe(true);
    expect(refusalOf(group(3, "4")).article).toBe("Điều 29 Luật Tiếp công dân");
    expect(refusalOf(group(5, "1", false)).message.vi).toContain("chữ ký của tất cả");
  });

  test("with several contents is split first, and a reflection is answered as accepted or transferred only", () => {
    const { pack, matter } = recorded();
    const content = { class: "reflection", withinCompetence: true, mixed: true };
    expect(
      refusalOf(attempt(pack, matter, "classify", "2026-07-03", { ...content, splitGuided: false })).article,
    ).toContain("Khoản 3 Điều 25");
    const classified = perform(pack, matter, "classify", "2026-07-03", { ...content, splitGuided: true });
    expect(refusalOf(attempt(pack, classified, "answer", "2026-07-06", { result: "refused" })).code).toBe("guard");
    expect(attempt(pack, classified, "answer", "2026-07-06", { result: "transferred" }).ok).toBe(true);
    expect(
      refusalOf(attempt(pack, classified, "answer-and-follow", "2026-07-06")).instead.map((each) => each.act),
    ).toEqual(["answer"]);
  });

  test("whose day was wrong is counted again", () => {
    const { pack, matter } = recorded();
    const corrected = attempt(pack, matter, "correct", "2026-07-06", {
      what: "taken-in-on",
      oldValue: "02/7",
      newDate: "2026-07-01",
      reason: "Nhầm",
    });
    expect(due(corrected, "answer")).toBe("2026-07-15");
  });
});

describe("a refusal of reception", () => {
  test("is explained on the spot for the grounds of the law and of the decree, except 3 and h", () => {
    const { pack, matter } = open("2026-07-02");
    const oral = (ground: string) =>
      attempt(pack, matter, "refuse-oral", "2026-07-02", { ground, explanation: "Đã giải thích" });
    for (const ground of ["1", "2", "a", "b", "c", "d", "đ", "e", "g", "i", "k"]) expect(oral(ground).ok).toBe(true);
    for (const ground of ["3", "h"]) expect(refusalOf(oral(ground)).code).toBe("field-invalid");
  });

  test("had only the two grounds of the law before 1 July 2026", () => {
    const { pack, matter } = open("2026-06-30");
    const oral = (ground: string) =>
      attempt(pack, matter, "refuse-oral", "2026-06-30", { ground, explanation: "Đã giải thích" });
    expect(oral("2").ok).toBe(true);
    expect(refusalOf(oral("k")).code).toBe("field-invalid");
  });

  test("in writing is issued within 3 working days of the ground, on form 01/TCD", () => {
    const { pack, matter } = open("2026-07-02");
    const ground = { ground: "h", groundOn: "2026-07-03", reason: "Đã trả lời, không có tình tiết mới" };
    const decision = attempt(pack, matter, "establish-refusal", "2026-07-03", ground);
    expect(due(decision, "refusal-notice")).toBe("2026-07-08");
    const now = perform(pack, matter, "establish-refusal", "2026-07-03", ground);
    const refused = attempt(pack, now, "refuse-written", "2026-07-07", { reason: "Không có tình tiết mới" });
    expect(refused).toMatchObject({ ok: true, to: "REFUSED_WRITTEN", documents: ["tcd-01"] });
    expect(perform(pack, now, "receive-after-all", "2026-07-07", { reason: "Có tình tiết mới" })).toMatchObject({
      state: "CHECKED_IN",
      clocks: [{ clock: "refusal-notice", status: "cancelled" }],
    });
    expect(
      refusalOf(attempt(pack, matter, "establish-refusal", "2026-07-03", { ...ground, groundOn: "2026-07-01" })).code,
    ).toBe("guard");
  });

  test("in writing had no number of days before 1 July 2026, and only the ground of Article 9.3", () => {
    const { pack, matter } = open("2026-06-29");
    const ground = { ground: "3", groundOn: "2026-06-29", reason: "Kéo dài" };
    const decision = attempt(pack, matter, "establish-refusal", "2026-06-29", ground);
    expect(decision).toMatchObject({ ok: true, clocks: [] });
    expect(refusalOf(attempt(pack, matter, "establish-refusal", "2026-06-29", { ...ground, ground: "h" })).code).toBe(
      "field-invalid",
    );
  });
});

describe("a day with the head", () => {
  const periodic = (postedOn: string): Values => ({ session: "periodic", sessionOn: "2026-07-20", postedOn });

  test("is posted at least 5 working days before; an ad hoc one is not", () => {
    const { pack, matter } = open("2026-07-02");
    expect(attempt(pack, matter, "schedule", "2026-07-14", periodic("2026-07-13")).ok).toBe(true);
    expect(refusalOf(attempt(pack, matter, "schedule", "2026-07-14", periodic("2026-07-14"))).article).toBe(
      "Khoản 4 Điều 24 Luật Tiếp công dân",
    );
    expect(attempt(pack, matter, "schedule", "2026-07-02", { session: "ad-hoc", sessionOn: "2026-07-02" }).ok).toBe(
      true,
    );
  });

  test("may be put off when the new day is announced; nobody arrives before it", () => {
    const { pack, matter } = open("2026-07-02");
    const set = perform(pack, matter, "schedule", "2026-07-13", periodic("2026-07-10"));
    expect(refusalOf(attempt(pack, set, "arrive", "2026-07-17")).instead.map((each) => each.act)).toContain("postpone");
    const later = { sessionOn: "2026-07-22", reason: "Họp đột xuất" };
    expect(refusalOf(attempt(pack, set, "postpone", "2026-07-17", { ...later, announced: false })).code).toBe("guard");
    const moved = perform(pack, set, "postpone", "2026-07-17", { ...later, announced: true });
    expect(refusalOf(attempt(pack, moved, "arrive", "2026-07-20")).code).toBe("guard");
    expect(perform(pack, moved, "arrive", "2026-07-22").state).toBe("CHECKED_IN");
    expect(perform(pack, moved, "record-no-show", "2026-07-22").state).toBe("NOT_ATTENDED");
  });

  test("ends with a written conclusion that says who does what by when", () => {
    const { pack, matter } = recorded();
    const conclusion = {
      direction: "Giải quyết",
      denunciation: false,
      unit: "Phòng thử",
      contact: "Công chức thử",
    };
    expect(refusalOf(attempt(pack, matter, "conclude", "2026-07-06", { ...conclusion, doBy: "2026-07-03" })).code).toBe(
      "guard",
    );
    const decision = attempt(pack, matter, "conclude", "2026-07-06", { ...conclusion, doBy: "2026-08-06" });
    expect(decision).toMatchObject({ ok: true, act: { bindingDocument: "tcd-conclusion" } });
    const concluded = perform(pack, matter, "conclude", "2026-07-06", { ...conclusion, doBy: "2026-08-06" });
    const followed = perform(pack, concluded, "follow-conclusion", "2026-07-10", {
      progress: "Đang làm",
      citizenTold: true,
    });
    const answered = perform(pack, followed, "answer", "2026-07-13", { result: "accepted" });
    expect(answered.state).toBe("NOTIFIED");
    // The units have until 6 August; the answer of Điều 28 was due long before.
    expect(
      perform(pack, answered, "follow-conclusion", "2026-08-06", { progress: "Đã xong", citizenTold: true }),
    ).toMatchObject({ state: "NOTIFIED", facts: { conclusionResultSent: true } });
    const without = perform(pack, matter, "answer", "2026-07-13", { result: "accepted" });
    expect(refusalOf(attempt(pack, without, "follow-conclusion", "2026-07-14")).article).toBe(
      "Khoản 4 Điều 18 Luật Tiếp công dân",
    );
    expect(refusalOf(attempt(pack, matter, "conclude", "2026-07-06", {}, ["reception-officer"])).code).toBe(
      "wrong-actor",
    );
  });
});

describe("an online reception", () => {
  const wanted: Values = {
    onlineGround: "2",
    networkStable: true,
    equipmentFit: true,
    recordingPossible: true,
    sessionOn: "2026-07-20",
    noticedOn: "2026-07-13",
  };

  test("is decided by the head on its conditions, with 5 working days' notice", () => {
    const { pack, matter } = open("2026-07-02");
    const decide = (more: Values, on = "2026-07-13") =>
      attempt(pack, matter, "decide-online", on, { ...wanted, ...more });
    expect(decide({}).ok).toBe(true);
    expect(refusalOf(decide({ recordingPossible: false })).article).toBe("Điều 18 Nghị định 154/2026/NĐ-CP");
    expect(refusalOf(decide({ noticedOn: "2026-07-14" }, "2026-07-14")).article).toContain("Khoản 1 Điều 23");
  });

  test("hears a denunciation only without a wish for protection and with secrecy assured", () => {
    const { pack, matter } = open("2026-07-02");
    const decide = (noProtectionAsked: boolean, secrecyAssured: boolean) =>
      attempt(pack, matter, "decide-online", "2026-07-13", {
        ...wanted,
        onlineGround: "4",
        noProtectionAsked,
        secrecyAssured,
      });
    expect(decide(true, true).ok).toBe(true);
    expect(refusalOf(decide(false, true)).article).toBe("Khoản 4 Điều 20 Nghị định 154/2026/NĐ-CP");
    expect(decide(true, false).ok).toBe(false);
  });

  test("begins after a test one working day before and once every point is connected, and is recorded", () => {
    const { pack, matter } = open("2026-07-02");
    const set = perform(pack, matter, "decide-online", "2026-07-13", wanted);
    expect(refusalOf(attempt(pack, set, "test-connection", "2026-07-18", { succeeded: true })).message.en).toContain(
      "1 working day before",
    );
    expect(refusalOf(attempt(pack, set, "test-connection", "2026-07-17", { succeeded: false })).code).toBe("guard");
    const tested = perform(pack, set, "test-connection", "2026-07-17", { succeeded: true });
    expect(refusalOf(attempt(pack, tested, "arrive", "2026-07-20")).instead.map((each) => each.act)).toContain(
      "connect-points",
    );
    expect(refusalOf(attempt(pack, tested, "connect-points", "2026-07-20", { hourBefore: false })).code).toBe("guard");
    const connected = perform(pack, tested, "connect-points", "2026-07-20", { hourBefore: true });
    const present = perform(pack, connected, "arrive", "2026-07-20");
    expect(
      refusalOf(attempt(pack, present, "record", "2026-07-20", visit("2026-07-20", { recorded: false }))).article,
    ).toBe("Khoản 1 Điều 24 Nghị định 154/2026/NĐ-CP");
    const now = perform(pack, present, "record", "2026-07-20", visit("2026-07-20", { recorded: true }));
    const stored = { onStateServers: true, signed: true };
    expect(refusalOf(attempt(pack, now, "store-recording", "2026-07-20", stored)).article).toBe(
      "Khoản 1 Điều 24 Nghị định 154/2026/NĐ-CP",
    );
    expect(attempt(pack, now, "store-recording", "2026-07-20", { ...stored, where: "Kho số 12" }).ok).toBe(true);
    const withFile = { ...now, facts: { ...now.facts, recordingKept: true } };
    expect(perform(pack, withFile, "store-recording", "2026-07-20", stored).facts).toMatchObject({
      recordingStored: true,
      recordingSigned: true,
    });
  });

  test("does not exist before 1 July 2026", () => {
    const { pack, matter } = open("2026-06-30");
    expect(refusalOf(attempt(pack, matter, "decide-online", "2026-07-01")).code).toBe("unknown-act");
  });
});

describe("a complaint that was forwarded", () => {
  const forwarded = (resultAsked: boolean) => {
    const { pack, matter } = recorded();
    const following = perform(pack, matter, "answer-and-follow", "2026-07-06", { sentTo: "Cơ quan thử", resultAsked });
    return {
      pack,
      matter: perform(pack, following, "record-result", "2026-07-14", {
        resultOn: "2026-07-13",
        result: "Đã giải quyết",
      }),
    };
  };

  test("has its result told within 5 working days when the citizen asked", () => {
    const { pack, matter } = forwarded(true);
    expect(matter.clocks.find((each) => each.clock === "citizen-result")).toMatchObject({
      rule: "TCD-28-2",
      startOn: "2026-07-13",
    });
    expect(refusalOf(attempt(pack, matter, "close-unasked", "2026-07-15")).instead.map((each) => each.act)).toEqual([
      "tell-result",
    ]);
    expect(perform(pack, matter, "tell-result", "2026-07-15", { told: "Kết quả" }).state).toBe("NOTIFIED");
  });

  test("is closed without a notice when the citizen did not", () => {
    const { pack, matter } = forwarded(false);
    expect(matter.clocks.some((each) => each.clock === "citizen-result")).toBe(false);
    expect(perform(pack, matter, "close-unasked", "2026-07-15").state).toBe("NOTIFIED");
  });
});
