import { describe, expect, test } from "vitest";
import { attempt, due, perform, refusalOf } from "../testing-matter.ts";
import { acceptance, accepted, checked, open, publication } from "./testing-denunciation.ts";

describe("the receipt of a denunciation", () => {
  test("gives 7 working days, and 10 where the check is delegated", () => {
    const { pack, matter } = open("2026-07-02");
    expect(matter.clocks).toEqual([{ clock: "acceptance", rule: "TC-24-1", startOn: "2026-07-02", status: "running" }]);
    const checking = perform(pack, matter, "log-and-check", "2026-07-02", {});
    const values = { why: "delegated", agency: "Ủy ban nhân dân xã bên" };
    expect(due(attempt(pack, checking, "delegate-check", "2026-07-06", values), "acceptance")).toBe("2026-07-16");
    const longer = perform(pack, checking, "delegate-check", "2026-07-06", values);
    expect(refusalOf(attempt(pack, longer, "delegate-check", "2026-07-07", values)).article).toContain("Điều 24");
  });

  test("without a name leads to an inspection only where all three conditions hold", () => {
    const { pack, matter } = open("2026-07-02");
    const unnamed = { ground: "unnamed", clearSubject: true, concreteEvidence: true, verifiable: true };
    const partly = { ...unnamed, verifiable: false };
    expect(refusalOf(attempt(pack, matter, "not-process-unnamed", "2026-07-03", unnamed))).toMatchObject({
      article: "Khoản 2 Điều 25 Luật Tố cáo",
      instead: [{ act: "to-inspection" }],
    });
    expect(perform(pack, matter, "not-process-unnamed", "2026-07-03", partly).state).toBe("NOT_PROCESSED");
    expect(refusalOf(attempt(pack, matter, "to-inspection", "2026-07-03", { ...partly, by: "self" })).code).toBe(
      "guard",
    );
    expect(perform(pack, matter, "to-inspection", "2026-07-03", { ...unnamed, by: "self" }).state).toBe(
      "TO_INSPECTION",
    );
  });

  test("outside competence is transferred once within 5 working days, and the denouncer told", () => {
    const { pack, matter } = open("2026-07-02", { withinCompetence: false });
    expect(matter.clocks.map((clock) => clock.clock)).toEqual(["acceptance", "transfer", "transfer-notice"]);
    const values = { agency: "Thanh tra tỉnh", transferredBefore: false };
    expect(
      refusalOf(attempt(pack, matter, "transfer", "2026-07-09", { ...values, transferredBefore: true })),
    ).toMatchObject({
      article: "Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP",
      instead: [{ act: "not-process-duplicate" }],
    });
    const gone = perform(pack, matter, "transfer", "2026-07-09", values);
    expect(gone.state).toBe("TRANSFERRED");
    const told = perform(pack, gone, "notify-transfer", "2026-07-09", { notifiedOn: "2026-07-09" });
    expect(told.clocks.every((clock) => clock.status === "met")).toBe(true);
    expect(refusalOf(attempt(pack, told, "notify-transfer", "2026-07-10", { notifiedOn: "2026-07-10" })).code).toBe(
      "guard",
    );
  });

  test("within competence is not left because it went to many", () => {
    const { pack, matter } = open("2026-07-02");
    const values = { outsideCompetence: false, ground: "sent-to-many" };
    expect(refusalOf(attempt(pack, matter, "not-process-duplicate", "2026-07-03", values)).instead).toMatchObject([
      { act: "log-and-check" },
    ]);
    expect(
      attempt(pack, matter, "not-process-duplicate", "2026-07-03", { ...values, outsideCompetence: true }).ok,
    ).toBe(true);
  });

  test("against a Party member goes to the Party only for a breach of Party rules, and since Circular 05/2021", () => {
    const { pack, matter } = open("2026-07-02");
    const values = { partyMember: true, agency: "Ủy ban Kiểm tra" };
    expect(attempt(pack, matter, "transfer-to-party", "2026-07-03", values).ok).toBe(true);
    expect(
      refusalOf(attempt(pack, matter, "transfer-to-party", "2026-07-03", { ...values, partyMember: false })).article,
    ).toBe("Điều 15 Thông tư 05/2021/TT-TTCP");
    const before = open("2021-11-01");
    expect(
      refusalOf(attempt(before.pack, before.matter, "transfer-to-party", "2021-11-02", values)).message.vi,
    ).toContain("15/11/2021");
  });

  test("from the press is answered within 20 days, and nobody else is", () => {
    const { pack, matter } = open("2026-07-02", { forwarded: true });
    expect(matter.clocks).toContainEqual({
      clock: "forwarder-reply",
      rule: "TC-26-1",
      startOn: "2026-07-02",
      status: "running",
    });
    const values = { addressee: "Báo Hư Cấu", result: "Đã thụ lý" };
    expect(attempt(pack, matter, "notify-forwarder", "2026-07-10", values).ok).toBe(true);
    const direct = open("2026-07-02");
    expect(refusalOf(attempt(direct.pack, direct.matter, "notify-forwarder", "2026-07-10", values)).code).toBe("guard");
  });

  test("is refused before 2019", () => {
    expect(() => open("2018-12-31")).toThrow(/01\/01\/2019|1 January 2019/);
  });
});

describe("the acceptance", () => {
  test("needs a denouncer who is identified", () => {
    const { pack, matter } = open("2026-07-06");
    const checking = perform(pack, matter, "log-and-check", "2026-07-06", {});
    expect(refusalOf(attempt(pack, checking, "accept", "2026-07-15", acceptance)).instead[0]?.act).toBe("record-check");
    const unknown = perform(pack, checking, "record-check", "2026-07-08", { identified: false });
    expect(refusalOf(attempt(pack, unknown, "accept", "2026-07-15", acceptance)).code).toBe("guard");
  });

  test.each([
    ["madeAsLawAsks", "Điểm a khoản 1 Điều 29", "refuse"],
    ["capacity", "Điểm b khoản 1 Điều 29", "refuse"],
    ["competent", "Điểm c khoản 1 Điều 29", "transfer"],
    ["basis", "Điểm d khoản 1 Điều 29", "refuse"],
  ])("fails without %s", (condition, article, instead) => {
    const { pack, matter } = checked();
    const refusal = refusalOf(attempt(pack, matter, "accept", "2026-07-15", { ...acceptance, [condition]: false }));
    expect(refusal.article).toContain(article);
    expect(refusal.instead.map((each) => each.act)).toContain(instead);
  });

  test("of one that grew out of a settled complaint needs evidence against who settled it", () => {
    const { pack, matter } = checked();
    const withEvidence = (breachShown: boolean) =>
      attempt(pack, matter, "accept", "2026-07-15", { ...acceptance, fromComplaint: true, breachShown });
    expect(refusalOf(withEvidence(false)).message.en).toContain("lawfully settled");
    expect(withEvidence(true).ok).toBe(true);
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-15", { ...acceptance, fromComplaint: true })).field).toBe(
      "breachShown",
    );
  });

  test("starts 30 days and two notices in 5 working days", () => {
    const { pack, matter } = checked();
    const decision = attempt(pack, matter, "accept", "2026-07-15", acceptance);
    expect(["settlement", "notice-denouncer", "notice-accused"].map((clock) => due(decision, clock))).toEqual([
      "2026-08-14",
      "2026-07-22",
      "2026-07-22",
    ]);
  });

  test("is told to both, and never names the denouncer to the accused", () => {
    const { pack, matter } = accepted();
    const told = perform(pack, matter, "notify-acceptance", "2026-07-17", { notifiedOn: "2026-07-17" });
    const notice = { content: "Nhận tiền", namesDenouncer: true };
    expect(refusalOf(attempt(pack, told, "notify-accused", "2026-07-17", notice)).article).toContain("Điều 8");
    const both = perform(pack, told, "notify-accused", "2026-07-17", { ...notice, namesDenouncer: false });
    expect(both.clocks.filter((clock) => clock.status === "running").map((clock) => clock.clock)).toEqual([
      "settlement",
    ]);
  });

  test("is refused with a reason that is told at once", () => {
    const { pack, matter } = checked();
    const decision = attempt(pack, matter, "refuse", "2026-07-15", { ground: "d", reason: "Không rõ hành vi" });
    expect(due(decision, "refusal-notice")).toBe("2026-07-15");
    expect(refusalOf(attempt(pack, matter, "refuse", "2026-07-15", { ground: "c", reason: "x" })).code).toBe(
      "field-invalid",
    );
  });

  test("is skipped only for a clear breach of state management", () => {
    const values = {
      clearContent: true,
      concreteEvidence: true,
      immediate: true,
      accused: "Cơ sở Hư Cấu",
      measure: "Đã lập biên bản",
      outcome: "own-decision",
    };
    const duty = open("2026-07-06");
    expect(refusalOf(attempt(duty.pack, duty.matter, "settle-at-once", "2026-07-07", values)).article).toContain(
      "Điều 43",
    );
    const { pack, matter } = open("2026-07-06", { violation: "state-management" });
    expect(
      refusalOf(attempt(pack, matter, "settle-at-once", "2026-07-07", { ...values, concreteEvidence: false })).code,
    ).toBe("guard");
    let now = perform(pack, matter, "settle-at-once", "2026-07-07", values);
    expect(refusalOf(attempt(pack, now, "monitor", "2026-07-08", { who: "resolver" })).code).toBe("guard");
    now = perform(pack, now, "publish", "2026-07-08", publication("2026-07-08"));
    now = perform(pack, now, "monitor", "2026-07-09", { who: "resolver" });
    expect(perform(pack, now, "close", "2026-07-10", { result: "Đã nộp phạt", numbered: true }).state).toBe("CLOSED");
  });
});
