import { describe, expect, test } from "vitest";
import type { FieldValue, MatterFacts } from "../../src/rules/decide.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const open = (received: string, facts: MatterFacts["facts"] = {}) =>
  openIn("complaints", "complaint-first", received, facts);

const acceptance = { eligible: true, content: "Khiếu nại quyết định thu hồi đất" };
const verification = { verifiers: ["u1"], content: "Nguồn gốc đất", period: "15 ngày" };
const reportOf = (requestDiffers: boolean) => ({
  conclusion: "partly-right",
  requestDiffers,
  findings: "Đã rõ",
  recommendation: "Sửa đổi",
});
const decision = {
  conclusion: "partly-right",
  measure: "amend",
  content: "Sửa đổi Điều 1",
  legalBasis: "Luật Đất đai",
};
const dialogue = (dialogueOn: string) => ({
  dialogueOn,
  time: "8 giờ",
  place: "Trụ sở",
  content: "Nội dung",
  invitees: "Các bên",
});

function verified(differs: boolean, facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = open("2026-07-02", facts);
  let now = perform(pack, matter, "accept", "2026-07-13", acceptance);
  now = perform(pack, now, "order-verification", "2026-07-14", verification);
  return { pack, matter: perform(pack, now, "report", "2026-07-27", reportOf(differs)) };
}

function decided(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = verified(false, facts);
  return { pack, matter: perform(pack, matter, "decide", "2026-08-12", decision) };
}

describe("a first complaint", () => {
  test("is to be accepted or refused within 7 working days of its receipt", () => {
    const { matter, pack } = open("2026-07-02");
    expect(matter).toMatchObject({
      state: "KN_SCREEN",
      clocks: [{ clock: "acceptance", rule: "KN-27-1", startOn: "2026-07-02" }],
    });
    expect(due(attempt(pack, matter, "accept", "2026-07-13", acceptance), "settlement")).toBe("2026-08-12");
  });

  test("goes from acceptance through dialogue, decision and publication to its end", () => {
    const { pack, matter } = verified(true);
    let now = perform(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-05"));
    now = perform(pack, now, "hold-dialogue", "2026-08-05", { attendance: "attended", agreed: "Thống nhất" });
    const issued = attempt(pack, now, "decide", "2026-08-12", decision);
    expect([due(issued, "sending"), due(issued, "publication"), due(issued, "effect")]).toEqual([
      "2026-08-17",
      "2026-08-27",
      "2026-09-11",
    ]);
    expect(due(issued, "enforcement")).toBe("2026-09-18");
    now = perform(pack, now, "decide", "2026-08-12", decision);
    now = perform(pack, now, "send", "2026-08-14", { way: "post", allRecipients: true });
    const receipt = attempt(pack, now, "record-receipt", "2026-08-18", { receivedOn: "2026-08-17", proof: "postal" });
    expect(due(receipt, "second-complaint")).toBe("2026-09-16");
    now = perform(pack, now, "record-receipt", "2026-08-18", { receivedOn: "2026-08-17", proof: "postal" });
    now = perform(pack, now, "publish", "2026-08-20", { way: "posting", publishedOn: "2026-08-20", place: "Trụ sở" });
    expect(refusalOf(attempt(pack, now, "direct-enforcement", "2026-09-11")).article).toContain("Điều 44");
    now = perform(pack, now, "direct-enforcement", "2026-09-14", {
      executor: "Phòng Kinh tế",
      content: "Sửa quyết định",
      doneBy: "2026-10-01",
    });
    now = perform(pack, now, "record-execution", "2026-10-01", { how: "replaced", summary: "Đã sửa" });
    now = perform(pack, now, "close", "2026-10-05", { pagesNumbered: true });
    expect(now.state).toBe("CLOSED");
  });

  test("of a group needs every signature and the appointment, and no more representatives than the law allows", () => {
    const group = { peopleCount: 12, signaturesComplete: true, representativePaper: true, representativesCount: 5 };
    const accepted = (facts: MatterFacts["facts"]) => {
      const { pack, matter } = open("2026-07-02", facts);
      return attempt(pack, matter, "accept", "2026-07-06", acceptance);
    };
    expect(accepted(group).ok).toBe(true);
    expect(refusalOf(accepted({ ...group, signaturesComplete: false })).message.vi).toContain("chữ ký");
    expect(refusalOf(accepted({ ...group, representativePaper: false })).message.vi).toContain(
      "văn bản cử người đại diện",
    );
    expect(refusalOf(accepted({ ...group, representativesCount: 6 })).article).toBe("Điều 29 Luật Tiếp công dân");
    expect(
      refusalOf(accepted({ ...group, peopleCount: 10, representativesCount: 3 })).instead.map((each) => each.act),
    ).toEqual(["refuse", "correct"]);
    expect(refusalOf(accepted({ ...group, peopleCount: 3, representativesCount: 2 })).code).toBe("guard");
  });

  test("is refused on one of nine grounds, the first of which names its case", () => {
    const { pack, matter } = open("2026-07-02");
    expect(refusalOf(attempt(pack, matter, "refuse", "2026-07-06", { ground: "1", reason: "x" }))).toMatchObject({
      code: "field-missing",
      field: "groundOne",
    });
    expect(attempt(pack, matter, "refuse", "2026-07-06", { ground: "1", groundOne: "normative", reason: "x" }).ok).toBe(
      true,
    );
    expect(refusalOf(attempt(pack, matter, "refuse", "2026-07-06", { ground: "10", reason: "x" })).code).toBe(
      "field-invalid",
    );
    for (const ground of ["2", "3", "4", "5", "6", "7", "8", "9"])
      expect(attempt(pack, matter, "refuse", "2026-07-06", { ground, reason: "x" }).ok).toBe(true);
  });

  test("has 45 days when complex, 45 when remote, 60 when both", () => {
    const limits = [false, true]
      .map((remote) => ({ remote }))
      .map((facts) => {
        const { pack, matter } = open("2026-07-02", facts);
        const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
        return due(
          attempt(pack, accepted, "certify-complexity", "2026-07-20", { criteria: ["b"], reason: "Hai nội dung" }),
          "settlement",
        );
      });
    expect(limits).toEqual(["2026-08-27", "2026-09-11"]);
  });

  test("is not made complex after the normal limit has passed, nor twice", () => {
    const { pack, matter } = open("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const values = { criteria: ["b"], reason: "Hai nội dung" };
    expect(refusalOf(attempt(pack, accepted, "certify-complexity", "2026-08-13", values)).message.vi).toContain(
      "Đã hết thời hạn",
    );
    const complex = perform(pack, accepted, "certify-complexity", "2026-08-12", values);
    expect(refusalOf(attempt(pack, complex, "certify-complexity", "2026-08-12", values)).code).toBe("guard");
  });

  test("needs a dialogue before the decision only where request and result differ", () => {
    const differs = verified(true);
    const refusal = refusalOf(attempt(differs.pack, differs.matter, "decide", "2026-08-10", decision));
    expect(refusal).toMatchObject({ article: "Khoản 1 Điều 30 Luật Khiếu nại", instead: [{ act: "invite-dialogue" }] });
    const same = verified(false);
    expect(attempt(same.pack, same.matter, "decide", "2026-08-10", decision).ok).toBe(true);
    expect(
      refusalOf(attempt(same.pack, same.matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-05"))).instead[0]
        ?.act,
    ).toBe("decide");
  });

  test("gives at least five days' notice of the dialogue", () => {
    const { pack, matter } = verified(true);
    expect(refusalOf(attempt(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-01"))).article).toContain(
      "Điều 28 Nghị định 124/2020",
    );
    expect(attempt(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-02")).ok).toBe(true);
  });

  test("goes on when the complainant stays away without reason, and is postponed with one", () => {
    const { pack, matter } = verified(true);
    const set = perform(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-05"));
    expect(
      refusalOf(attempt(pack, set, "hold-dialogue", "2026-08-04", { attendance: "absent-without-reason" })).code,
    ).toBe("guard");
    expect(attempt(pack, set, "hold-dialogue", "2026-08-05", { attendance: "absent-without-reason" }).ok).toBe(true);
    const excused = refusalOf(
      attempt(pack, set, "hold-dialogue", "2026-08-05", { attendance: "absent-with-reason", absenceReason: "Ốm" }),
    );
    expect(excused.instead.map((each) => each.act)).toEqual(["postpone-dialogue"]);
    expect(perform(pack, set, "postpone-dialogue", "2026-08-05", { absenceReason: "Ốm" }).state).toBe("VERIFIED");
  });

  test("does not lose the days of a suspension", () => {
    const { pack, matter } = open("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const reason = { ground: "b", evidence: "Công văn", reason: "Chờ kết quả" };
    const suspended = perform(pack, accepted, "suspend", "2026-07-20", reason);
    expect(suspended).toMatchObject({
      state: "SUSPENDED",
      previousState: "ACCEPTED",
      pauses: [{ from: "2026-07-20" }],
    });
    const resumed = attempt(pack, suspended, "resume", "2026-07-30", { reason: "Đã có kết quả" });
    expect(resumed).toMatchObject({ ok: true, to: "ACCEPTED", pauses: [{ from: "2026-07-20", to: "2026-07-30" }] });
    expect(due(resumed, "settlement")).toBe("2026-08-22");
    expect(due(resumed, "suspension-sending")).toBe("2026-08-04");
  });

  test("ends when the whole is withdrawn in writing, and goes on when a part is", () => {
    const { pack, matter } = open("2026-07-02");
    const values: Record<string, FieldValue> = { way: "letter", withdrawnOn: "2026-07-06", signed: true };
    expect(
      refusalOf(attempt(pack, matter, "withdraw-all", "2026-07-06", { ...values, signed: false })).article,
    ).toContain("Điều 10");
    expect(perform(pack, matter, "withdraw-all", "2026-07-06", values).state).toBe("TERMINATED");
    expect(
      perform(pack, matter, "withdraw-part", "2026-07-06", { ...values, scope: ["content"], withdrawn: "Ý 2" }).state,
    ).toBe("KN_SCREEN");
  });

  test("may be followed by a second complaint until the later of issue and receipt plus 30 days", () => {
    const { pack, matter } = decided();
    const sent = perform(pack, matter, "send", "2026-08-14", { way: "post", allRecipients: true });
    const received = perform(pack, sent, "record-receipt", "2026-08-18", { receivedOn: "2026-08-17", proof: "postal" });
    const second = (on: string) =>
      attempt(pack, received, "second-complaint", on, { filedOn: on, sentTo: "Chủ tịch tỉnh" });
    expect(second("2026-09-16").ok).toBe(true);
    expect(refusalOf(second("2026-09-17")).article).toBe("Khoản 1 Điều 33 Luật Khiếu nại");
  });

  test("may be followed by a second complaint when the first is overdue, and not before", () => {
    const { pack, matter } = open("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const second = (on: string) =>
      attempt(pack, accepted, "second-complaint", on, { filedOn: on, sentTo: "Chủ tịch tỉnh" });
    expect(second("2026-08-12").ok).toBe(false);
    expect(second("2026-08-13").ok).toBe(true);
    expect(second("2026-09-11").ok).toBe(true);
    expect(second("2026-09-14").ok).toBe(false);
  });

  test("suspends the contested decision no longer than the limit that is left", () => {
    const { pack, matter } = open("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const values = (until: string) => ({ contested: "QĐ 12", until, reason: "Cưỡng chế sắp diễn ra" });
    expect(refusalOf(attempt(pack, accepted, "suspend-execution", "2026-07-14", values("2026-08-13"))).article).toBe(
      "Điều 35 Luật Khiếu nại",
    );
    const suspended = perform(pack, accepted, "suspend-execution", "2026-07-14", values("2026-08-12"));
    expect(
      perform(pack, suspended, "lift-suspension-of-execution", "2026-07-20", { reason: "Hết lý do" }).facts
        .executionSuspended,
    ).toBe(false);
  });

  test("whose day of receipt was wrong is counted again from the right day", () => {
    const { pack, matter } = open("2026-07-02");
    const corrected = attempt(pack, matter, "correct", "2026-07-03", {
      what: "received-on",
      oldValue: "02/7",
      newDate: "2026-07-01",
      reason: "Nhầm",
    });
    expect(due(corrected, "acceptance")).toBe("2026-07-10");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const remote = attempt(pack, accepted, "correct", "2026-07-14", {
      what: "remote",
      oldValue: "không",
      newRemote: true,
      reason: "Xã vùng sâu",
    });
    expect(due(remote, "settlement")).toBe("2026-08-27");
  });

  test("whose day of decision was wrong has its effect and its enforcement counted again", () => {
    const { pack, matter } = decided();
    const corrected = attempt(pack, matter, "correct", "2026-08-13", {
      what: "decision-on",
      oldValue: "12/8",
      newDate: "2026-08-11",
      reason: "Nhầm",
    });
    expect([due(corrected, "effect"), due(corrected, "enforcement")]).toEqual(["2026-09-10", "2026-09-18"]);
  });

  test("is not acted on in the future, before its last act, or by somebody else", () => {
    const { pack, matter } = open("2026-07-02");
    expect(refusalOf(attempt(pack, matter, "accept", "2026-11-21", acceptance)).code).toBe("date-in-future");
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-01", acceptance)).code).toBe("date-before-last-act");
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-06", acceptance, ["clerk"])).code).toBe("wrong-actor");
    expect(refusalOf(attempt(pack, matter, "vanish", "2026-07-06")).code).toBe("unknown-act");
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-06", { ...acceptance, stranger: "x" })).code).toBe(
      "field-invalid",
    );
  });
});

describe("a complaint received before 1 July 2026", () => {
  test("has 10 days for acceptance, and no suspension before the new law", () => {
    const { pack, matter } = open("2026-06-01");
    expect(pack.id).toBe("complaints/2025-07-01");
    const accepted = perform(pack, matter, "accept", "2026-06-11", acceptance);
    const values = { ground: "b", evidence: "Công văn", reason: "Chờ kết quả" };
    expect(refusalOf(attempt(pack, accepted, "suspend", "2026-06-20", values)).article).toContain(
      "Điều 22 Nghị định 155/2026",
    );
    expect(attempt(pack, accepted, "suspend", "2026-07-01", values).ok).toBe(true);
  });
});
