import { describe, expect, test } from "vitest";
import { attempt, due, perform, refusalOf } from "../testing-matter.ts";
import {
  acceptance,
  accepted,
  concludedCase,
  conclusion,
  open,
  report,
  session,
  team,
  type Values,
  verifying,
} from "./testing-denunciation.ts";

describe("the verification", () => {
  test.each<[string, Values, string]>([
    ["of one person", { members: ["u1", "u1"] }, "Khoản 1 Điều 10"],
    ["whose leader is no member", { leader: "u3" }, "Khoản 1 Điều 10"],
    ["with a relative of the accused", { noRelative: false }, "Khoản 3 Điều 10"],
    ["that would see who denounced", { stripped: false }, "Điều 56"],
  ])("is by no team %s", (_, wrong, article) => {
    const { pack, matter } = accepted();
    expect(refusalOf(attempt(pack, matter, "set-up-team", "2026-07-16", { ...team, ...wrong })).article).toContain(
      article,
    );
  });

  test("ends with the report of those who verified, after the accused was heard", () => {
    const { pack, matter } = verifying();
    expect(refusalOf(attempt(pack, matter, "report-team", "2026-08-05", report)).instead).toMatchObject([
      { act: "work-with-accused" },
    ]);
    const heard = perform(pack, matter, "work-with-accused", "2026-07-20", { ...session, explained: "in-writing" });
    expect(refusalOf(attempt(pack, heard, "report-agency", "2026-08-05", report)).instead[0]?.act).toBe("report-team");
    expect(refusalOf(attempt(pack, heard, "conclude", "2026-08-05", conclusion)).article).toContain("Điều 31");
    expect(perform(pack, heard, "report-team", "2026-08-05", report).state).toBe("REPORTED");
  });

  test("by the resolver needs no report", () => {
    const { pack, matter } = accepted();
    const clear = { clearContent: true, concreteEvidence: true, immediate: true, content: "Việc cấp phép" };
    expect(
      refusalOf(attempt(pack, matter, "verify-clear-case", "2026-07-16", { ...clear, immediate: false })).article,
    ).toContain("Điều 19");
    let now = perform(pack, matter, "verify-clear-case", "2026-07-16", clear);
    now = perform(pack, now, "work-with-accused", "2026-07-20", { ...session, explained: "in-person" });
    expect(perform(pack, now, "conclude", "2026-07-24", conclusion).state).toBe("CONCLUDED");
  });

  test("does not lose the time of an expert examination, and waits for its result", () => {
    const { pack, matter } = verifying();
    const question = { expert: "Viện Hư Cấu", question: "Chữ ký", resultBy: "2026-07-30", by: "resolver" };
    const awaiting = perform(pack, matter, "commission-expert", "2026-07-20", question);
    expect(refusalOf(attempt(pack, awaiting, "commission-expert", "2026-07-21", question)).code).toBe("guard");
    expect(
      refusalOf(attempt(pack, awaiting, "suspend", "2026-07-21", { ground: "a", reason: "x" })).instead,
    ).toMatchObject([{ act: "record-expert-result" }]);
    const answered = attempt(pack, awaiting, "record-expert-result", "2026-07-30", { outcome: "result" });
    expect(due(answered, "settlement")).toBe("2026-08-24");
  });

  test("counts the time of an expert examination before the decree was in force", () => {
    const { pack, matter } = open("2019-03-01");
    let now = perform(pack, matter, "log-and-check", "2019-03-01", {});
    now = perform(pack, now, "record-check", "2019-03-01", { identified: true });
    now = perform(pack, now, "accept", "2019-03-04", acceptance);
    now = perform(pack, now, "set-up-team", "2019-03-05", {
      members: ["u1", "u2"],
      leader: "u1",
      stripped: true,
      content: "Việc cấp phép",
      period: "20 ngày",
    });
    const question = { expert: "Viện Hư Cấu", question: "Chữ ký", resultBy: "2019-03-20" };
    expect(perform(pack, now, "commission-expert", "2019-03-06", question).pauses).toEqual([]);
  });
});

describe("the limit", () => {
  const values = { complexity: "complex", criteria: ["b"], days: "30", reason: "Hai nội dung" };
  const special = { criteria: ["a", "b"], days: "30", reason: "Hai địa điểm" };

  test("is extended once for a complex case and twice for a specially complex one, never a third time", () => {
    const { pack, matter } = verifying();
    const first = attempt(pack, matter, "extend", "2026-08-14", values);
    expect(due(first, "settlement")).toBe("2026-09-14");
    const once = perform(pack, matter, "extend", "2026-08-14", values);
    expect(refusalOf(attempt(pack, once, "extend", "2026-08-20", values)).message.vi).toContain(
      "đã được gia hạn một lần",
    );
    expect(
      refusalOf(attempt(pack, once, "extend-again", "2026-09-14", { ...special, criteria: ["b"] })).message.vi,
    ).toContain("chỉ được gia hạn một lần");
    expect(due(attempt(pack, once, "extend-again", "2026-09-14", special), "settlement")).toBe("2026-10-13");
    const twice = perform(pack, once, "extend-again", "2026-09-14", special);
    expect(refusalOf(attempt(pack, twice, "extend-again", "2026-10-13", special)).message.vi).toContain(
      "không có lần thứ ba",
    );
    expect(refusalOf(attempt(pack, twice, "extend", "2026-10-13", values)).code).toBe("guard");
  });

  test("is not extended first for a second time, after it has passed, by more than 30 days or without two criteria", () => {
    const { pack, matter } = verifying();
    expect(refusalOf(attempt(pack, matter, "extend-again", "2026-08-14", special)).article).toContain(
      "Khoản 3 Điều 30",
    );
    expect(refusalOf(attempt(pack, matter, "extend", "2026-08-15", values)).message.vi).toContain("Đã hết thời hạn");
    expect(refusalOf(attempt(pack, matter, "extend", "2026-08-14", { ...values, days: "31" })).article).toContain(
      "Khoản 2 Điều 30",
    );
    expect(
      refusalOf(attempt(pack, matter, "extend", "2026-08-14", { ...values, complexity: "special" })).article,
    ).toContain("Khoản 3 Điều 3 ");
  });

  test("stands still while the settlement is suspended, and both sides are told", () => {
    const { pack, matter } = verifying();
    const ground = { ground: "b", reason: "Giám định lại" };
    const suspended = perform(pack, matter, "suspend", "2026-07-20", ground);
    expect(suspended).toMatchObject({
      state: "SUSPENDED",
      previousState: "VERIFYING",
      pauses: [{ from: "2026-07-20" }],
    });
    expect(due(attempt(pack, matter, "suspend", "2026-07-20", ground), "suspension-sending")).toBe("2026-07-27");
    expect(
      refusalOf(attempt(pack, suspended, "send-suspension", "2026-07-21", { denouncerTold: false, accusedTold: true }))
        .article,
    ).toContain("Khoản 4 Điều 34");
    const sent = perform(pack, suspended, "send-suspension", "2026-07-21", { denouncerTold: true, accusedTold: true });
    const resumed = attempt(pack, sent, "resume", "2026-07-30", { reason: "Đã có kết quả" });
    expect(resumed).toMatchObject({ ok: true, to: "VERIFYING" });
    expect(due(resumed, "settlement")).toBe("2026-08-24");
  });

  test("ends without a conclusion only on a ground of the law", () => {
    const { pack, matter } = verifying();
    expect(perform(pack, matter, "terminate", "2026-07-20", { ground: "b", reason: "Đã chết" }).state).toBe(
      "TERMINATED",
    );
    expect(refusalOf(attempt(pack, matter, "terminate", "2026-07-20", { ground: "a", reason: "Rút" })).code).toBe(
      "field-invalid",
    );
  });
});

describe("a withdrawal", () => {
  const withdrawal: Values = {
    way: "letter",
    withdrawnOn: "2026-07-20",
    signed: true,
    violationSigns: false,
    forced: false,
    slander: false,
  };

  test("of the whole ends the settlement, signed and of its own accord", () => {
    const { pack, matter } = verifying();
    expect(perform(pack, matter, "withdraw-all", "2026-07-20", withdrawal).state).toBe("TERMINATED");
    expect(
      refusalOf(attempt(pack, matter, "withdraw-all", "2026-07-20", { ...withdrawal, signed: false })).article,
    ).toContain("Khoản 1 Điều 33");
  });

  test.each(["violationSigns", "forced", "slander"])("does not end it where there is %s", (ground) => {
    const { pack, matter } = verifying();
    const values = { ...withdrawal, [ground]: true };
    expect(refusalOf(attempt(pack, matter, "withdraw-all", "2026-07-20", values))).toMatchObject({
      article: "Khoản 3 Điều 33 Luật Tố cáo",
      instead: [{ act: "withdraw-and-go-on" }],
    });
    const gone = perform(pack, matter, "withdraw-and-go-on", "2026-07-20", { ...values, measures: "Bảo vệ" });
    expect(gone).toMatchObject({ state: "VERIFYING", facts: { settledDespiteWithdrawal: true } });
  });

  test("goes on against the will of the denouncer only on one of the three grounds", () => {
    const { pack, matter } = verifying();
    const values = { ...withdrawal, measures: "Không" };
    expect(refusalOf(attempt(pack, matter, "withdraw-and-go-on", "2026-07-20", values)).instead).toMatchObject([
      { act: "withdraw-all" },
    ]);
  });

  test("of a part or by some of a group leaves the rest", () => {
    const { pack, matter } = verifying();
    const values = { way: "record", takenBy: "verifier", scope: ["people"], withdrawnOn: "2026-07-20", signed: true };
    expect(perform(pack, matter, "withdraw-part", "2026-07-20", values).state).toBe("VERIFYING");
    expect(refusalOf(attempt(pack, matter, "withdraw-part", "2026-07-20", { ...values, takenBy: "" })).field).toBe(
      "takenBy",
    );
  });

  test("comes too late after the conclusion", () => {
    const { pack, matter } = concludedCase();
    expect(refusalOf(attempt(pack, matter, "withdraw-all", "2026-08-17", withdrawal)).code).toBe("wrong-state");
  });
});
