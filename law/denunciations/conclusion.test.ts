import { describe, expect, test } from "vitest";
import { attempt, due, perform, refusalOf } from "../testing-matter.ts";
import {
  acceptance,
  accepted,
  checked,
  concludedCase,
  conclusion,
  handling,
  open,
  publication,
  report,
  sending,
  session,
  verifying,
} from "./testing-denunciation.ts";

describe("the conclusion", () => {
  test("is sent in 5, acted on in 7 and published in 7 working days", () => {
    const { pack, matter } = verifying();
    let now = perform(pack, matter, "work-with-accused", "2026-07-20", { ...session, explained: "in-person" });
    now = perform(pack, now, "report-team", "2026-08-05", report);
    const issued = attempt(pack, now, "conclude", "2026-08-14", conclusion);
    // 17 to 21 August are working days and Saturday the 22nd is worked.
    expect(["sending", "handling", "publication"].map((clock) => due(issued, clock))).toEqual([
      "2026-08-21",
      "2026-08-24",
      "2026-08-24",
    ]);
  });

  test.each([
    ["send", "handle", "publish"],
    ["send", "publish", "handle-late"],
    ["handle", "send-late", "publish"],
    ["handle", "publish", "send-late"],
    ["publish", "send-late", "handle-late"],
    ["publish", "handle-late", "send-late"],
  ])("may be done as %s, %s, %s, and nothing of it is lost", (...order) => {
    const { pack, matter } = concludedCase();
    const answers = (act: string) =>
      act.startsWith("send") ? sending : act.startsWith("handle") ? handling : publication("2026-08-20");
    let now = matter;
    for (const act of order) {
      expect(attempt(pack, now, "monitor", "2026-08-20", { who: "resolver" }).ok).toBe(false);
      now = perform(pack, now, act, "2026-08-20", answers(act));
    }
    expect(now.clocks.filter((clock) => clock.status === "running").map((clock) => clock.clock)).toContain("posting");
    for (const clock of ["sending", "handling", "publication"])
      expect(now.clocks.find((each) => each.clock === clock)?.status).toBe("met");
    now = perform(pack, now, "monitor", "2026-08-21", { who: "advising-unit" });
    expect(
      refusalOf(attempt(pack, now, "close", "2026-10-01", { result: "Đã kỷ luật", numbered: false })).article,
    ).toContain("Điều 39");
    expect(perform(pack, now, "close", "2026-10-01", { result: "Đã kỷ luật", numbered: true }).state).toBe("CLOSED");
  });

  test("is sent only with the notice to the denouncer and a copy that gives nobody away", () => {
    const { pack, matter } = concludedCase();
    expect(
      refusalOf(attempt(pack, matter, "send", "2026-08-17", { ...sending, denouncerTold: false })).article,
    ).toContain("Khoản 3 Điều 35");
    expect(refusalOf(attempt(pack, matter, "send", "2026-08-17", { ...sending, safeCopy: false })).article).toContain(
      "Điều 56",
    );
  });

  test("is published without a word of the denouncer, and not before it exists", () => {
    const { pack, matter } = concludedCase();
    const values = publication("2026-08-17");
    expect(
      refusalOf(attempt(pack, matter, "publish", "2026-08-17", { ...values, revealsNothing: false })).article,
    ).toBe("Khoản 3 Điều 40 Luật Tố cáo");
    expect(refusalOf(attempt(pack, matter, "publish", "2026-08-17", publication("2026-08-13"))).code).toBe("guard");
    expect(due(attempt(pack, matter, "publish", "2026-08-17", values), "posting")).toBe("2026-09-01");
  });

  test("with an own handling decision has that published too", () => {
    const { pack, matter } = concludedCase();
    let now = perform(pack, matter, "send", "2026-08-17", sending);
    now = perform(pack, now, "handle", "2026-08-18", { outcome: "own-decision", content: "Cảnh cáo" });
    now = perform(pack, now, "publish", "2026-08-18", publication("2026-08-18"));
    expect(refusalOf(attempt(pack, now, "monitor", "2026-08-19", { who: "resolver" })).instead).toMatchObject([
      { act: "publish-handling" },
    ]);
    now = perform(pack, now, "publish-handling", "2026-08-19", publication("2026-08-19"));
    expect(perform(pack, now, "monitor", "2026-08-20", { who: "resolver" }).state).toBe("MONITORED");
  });

  test("that recommends is followed by the word of who is competent", () => {
    const { pack, matter } = concludedCase();
    const handled = perform(pack, matter, "handle", "2026-08-18", handling);
    const values = { from: "Sở Nội vụ", resultOn: "2026-09-10", reportedOn: "2026-09-14", result: "Cảnh cáo" };
    expect(attempt(pack, handled, "record-handling-report", "2026-09-14", values).ok).toBe(true);
    expect(
      refusalOf(attempt(pack, handled, "record-handling-report", "2026-09-14", { ...values, resultOn: "2026-09-15" }))
        .code,
    ).toBe("guard");
  });
});

describe("beside the course of it", () => {
  test("signs of a crime are passed on from any stage, and the denunciation goes on", () => {
    const values = { detectedOn: "2026-08-17", to: "police", content: "Nhận hối lộ" };
    for (const { pack, matter } of [accepted(), verifying(), concludedCase()])
      expect(perform(pack, matter, "transfer-crime-file", "2026-08-17", values)).toMatchObject({
        state: matter.state,
        facts: { crimeTransferred: true },
      });
  });

  test("the superior's demand is answered within 5 working days, and its taking over ends the case here", () => {
    const { pack, matter } = verifying();
    const answer = { content: "Chờ tài liệu" };
    expect(refusalOf(attempt(pack, matter, "report-to-superior", "2026-08-20", answer)).code).toBe("guard");
    const demanded = { demandedOn: "2026-08-20", from: "Ủy ban nhân dân tỉnh" };
    expect(due(attempt(pack, matter, "record-demand", "2026-08-20", demanded), "superior-report")).toBe("2026-08-26");
    const now = perform(pack, matter, "record-demand", "2026-08-20", demanded);
    expect(perform(pack, now, "report-to-superior", "2026-08-21", answer).state).toBe("VERIFYING");
    expect(perform(pack, now, "hand-to-superior", "2026-08-21", { orderedBy: "Công văn 12" }).state).toBe("TAKEN_OVER");
  });

  test("a wrong day of receipt or acceptance is counted again", () => {
    const { pack, matter } = open("2026-07-02", { withinCompetence: false });
    const day = { what: "received-on", oldValue: "02/7", newDate: "2026-07-01", reason: "Nhầm" };
    const corrected = attempt(pack, matter, "correct", "2026-07-03", day);
    expect(["acceptance", "transfer", "transfer-notice"].map((clock) => due(corrected, clock))).toEqual([
      "2026-07-10",
      "2026-07-08",
      "2026-07-08",
    ]);
    const later = accepted();
    const acceptedOn = { what: "accepted-on", oldValue: "15/7", newDate: "2026-07-14", reason: "Nhầm" };
    expect(due(attempt(later.pack, later.matter, "correct", "2026-07-16", acceptedOn), "settlement")).toBe(
      "2026-08-13",
    );
    expect(
      refusalOf(attempt(later.pack, later.matter, "correct", "2026-07-16", { ...acceptedOn, newDate: "2026-12-01" }))
        .code,
    ).toBe("guard");
  });

  test("only those whose part it is act", () => {
    const { pack, matter } = checked();
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-15", acceptance, ["petition-officer"])).code).toBe(
      "wrong-actor",
    );
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-15", acceptance, ["reception-officer"])).code).toBe(
      "wrong-actor",
    );
  });
});
