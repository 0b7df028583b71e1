import { describe, expect, test } from "vitest";
import type { MatterFacts } from "../../src/rules/decide.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const known = { firstOverdue: false, firstDecisionReceivedOn: "2026-06-15", resolver: "minister-or-province-chair" };
const open = (received = "2026-07-02", facts: MatterFacts["facts"] = {}) =>
  openIn("complaints", "complaint-second", received, { ...known, ...facts });

const acceptance = { eligible: true, content: "Khiếu nại lần hai quyết định thu hồi đất" };
const verification = { verifiers: ["u1"], content: "Nguồn gốc đất", period: "20 ngày" };
const session = { place: "Trụ sở", summary: "Giải trình về quyết định" };
const findings = {
  conclusion: "partly-right",
  requestDiffers: false,
  findings: "Đã rõ",
  recommendation: "Yêu cầu sửa đổi",
};
const dialogue = (dialogueOn: string) => ({
  dialogueOn,
  time: "8 giờ",
  place: "Trụ sở",
  content: "Nội dung",
  invitees: "Các bên",
});
const held = { chair: "resolver", attendance: "attended", agreed: "Thống nhất" };
const decision = {
  conclusion: "partly-right",
  measure: "ask-amend",
  content: "Yêu cầu sửa đổi Điều 1",
  legalBasis: "Luật Đất đai",
};

function verified(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = open("2026-07-02", facts);
  let now = perform(pack, matter, "accept", "2026-07-13", acceptance);
  now = perform(pack, now, "order-verification", "2026-07-14", verification);
  now = perform(pack, now, "work-with-respondent", "2026-07-20", session);
  return { pack, matter: perform(pack, now, "report", "2026-07-27", findings) };
}

function called(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = verified(facts);
  return { pack, matter: perform(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-05")) };
}

function decided(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = called(facts);
  const talked = perform(pack, matter, "hold-dialogue", "2026-08-05", held);
  return { pack, matter: perform(pack, talked, "decide", "2026-08-20", decision) };
}

describe("a second complaint", () => {
  test("is accepted within 7 working days and settled in 45 days, 60 when complex or remote, 70 when both", () => {
    const cases: readonly MatterFacts["facts"][] = [
      {},
      { complex: true },
      { remote: true },
      { remote: true, complex: true },
    ];
    const limits = cases.map((facts) => {
      const { pack, matter } = open("2026-07-02", facts);
      expect(matter.clocks).toMatchObject([{ clock: "acceptance", rule: "KN-36-1" }]);
      return due(attempt(pack, matter, "accept", "2026-07-13", acceptance), "settlement");
    });
    expect(limits).toEqual(["2026-08-27", "2026-09-11", "2026-09-11", "2026-09-21"]);
  });

  test("comes within 30 days of the first decision, or late for good reason, or is refused", () => {
    const received = (on: string, facts: MatterFacts["facts"] = {}, values = {}) => {
      const { pack, matter } = open(on, facts);
      return attempt(pack, matter, "accept", on, { ...acceptance, ...values });
    };
    expect(received("2026-07-15").ok).toBe(true);
    expect(refusalOf(received("2026-07-16"))).toMatchObject({ code: "field-missing", field: "lateForGoodReason" });
    const late = refusalOf(received("2026-07-16", {}, { lateForGoodReason: false }));
    expect(late.article).toContain("khoản 6 Điều 11");
    expect(late.instead.map((each) => each.act)).toContain("refuse");
    expect(received("2026-07-16", {}, { lateForGoodReason: true }).ok).toBe(true);
    expect(received("2026-07-30", { remote: true }).ok).toBe(true);
    expect(received("2026-07-31", { remote: true }, { lateForGoodReason: false }).ok).toBe(false);
  });

  test("comes when the first is overdue, and not before its limit has ended", () => {
    const overdue = (endedOn: string) => {
      const { pack, matter } = open("2026-07-02", { firstOverdue: true, firstLimitEndedOn: endedOn });
      return attempt(pack, matter, "accept", "2026-07-06", acceptance);
    };
    expect(overdue("2026-07-01").ok).toBe(true);
    expect(overdue("2026-06-02").ok).toBe(true);
    expect(refusalOf(overdue("2026-07-02")).message.vi).toContain("thời hạn giải quyết lần đầu chưa hết");
    expect(refusalOf(overdue("2026-06-01")).field).toBe("lateForGoodReason");
  });

  test("whose first decision arrived on another day than entered is judged by the right day", () => {
    const { pack, matter } = open("2026-07-16");
    const corrected = perform(pack, matter, "correct", "2026-07-16", {
      what: "first-settlement",
      oldValue: "15/6",
      newFirstDecisionReceivedOn: "2026-06-20",
      reason: "Theo phiếu báo phát",
    });
    expect(attempt(pack, corrected, "accept", "2026-07-16", acceptance).ok).toBe(true);
  });

  test("is refused when there is a second decision already, and there is no third instance", () => {
    const { pack, matter } = open();
    expect(attempt(pack, matter, "refuse", "2026-07-06", { ground: "7", reason: "Đã có quyết định lần hai" }).ok).toBe(
      true,
    );
    const after = decided();
    expect(refusalOf(attempt(after.pack, after.matter, "second-complaint", "2026-08-24")).code).toBe("unknown-act");
  });

  test("has the respondent heard before the report", () => {
    const { pack, matter } = open();
    let now = perform(pack, matter, "accept", "2026-07-13", acceptance);
    now = perform(pack, now, "order-verification", "2026-07-14", verification);
    expect(refusalOf(attempt(pack, now, "report", "2026-07-20", findings))).toMatchObject({
      article: "Khoản 2, khoản 3 Điều 20 Nghị định 124/2020/NĐ-CP",
      instead: [{ act: "work-with-respondent" }],
    });
  });

  test("is never decided without a dialogue, even where nothing differs", () => {
    const { pack, matter } = verified();
    const refusal = refusalOf(attempt(pack, matter, "decide", "2026-08-10", decision));
    expect(refusal.code).toBe("wrong-state");
    expect(refusal.article).toContain("Điều 39");
    expect(refusal.instead.map((each) => each.act)).toContain("invite-dialogue");
    expect(
      pack.procedures.find((each) => each.id === "complaint-second")?.acts.find((act) => act.id === "decide"),
    ).toMatchObject({ from: ["DIALOGUED"] });
  });

  test("gives at least five days' notice of the dialogue", () => {
    const { pack, matter } = verified();
    expect(refusalOf(attempt(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-01"))).article).toBe(
      "Khoản 1 Điều 28 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)",
    );
    expect(attempt(pack, matter, "invite-dialogue", "2026-07-28", dialogue("2026-08-02")).ok).toBe(true);
  });

  test("has its dialogue chaired in person by a department head, and by a province chair where the law asks for it", () => {
    const chaired = (resolver: string, values: Record<string, string | readonly string[]>) => {
      const { pack, matter } = called({ resolver });
      return attempt(pack, matter, "hold-dialogue", "2026-08-05", { ...held, ...values });
    };
    expect(chaired("provincial-agency-head", { chair: "resolver" }).ok).toBe(true);
    expect(refusalOf(chaired("provincial-agency-head", { chair: "deputy" })).article).toContain("Khoản 2 Điều 28");
    expect(chaired("minister-or-province-chair", { chair: "deputy" }).ok).toBe(true);
    expect(chaired("minister-or-province-chair", { chair: "deputy", inPerson: ["group"] }).ok).toBe(false);
    expect(chaired("minister-or-province-chair", { chair: "resolver", inPerson: ["group"] }).ok).toBe(true);
  });

  test("may have an advisory council once it is complex", () => {
    const { pack, matter } = open();
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const council = { members: "Ba thành viên", question: "Giá đất" };
    expect(refusalOf(attempt(pack, accepted, "set-up-advisory-council", "2026-07-14", council))).toMatchObject({
      code: "guard",
      article: "Khoản 2 Điều 36 Luật Khiếu nại",
    });
    expect(refusalOf(attempt(pack, accepted, "record-advice", "2026-07-14")).code).toBe("guard");
    let now = perform(pack, accepted, "certify-complexity", "2026-07-14", { criteria: ["b"], reason: "Hai nội dung" });
    now = perform(pack, now, "set-up-advisory-council", "2026-07-15", council);
    expect(attempt(pack, now, "record-advice", "2026-07-20", { by: "Hội đồng tư vấn", advice: "Đồng ý" }).ok).toBe(
      true,
    );
  });

  test("is sent within the 7 days of the law and takes effect 30 days after issue, 45 in a remote area", () => {
    const { pack, matter } = called();
    const talked = perform(pack, matter, "hold-dialogue", "2026-08-05", held);
    const issued = attempt(pack, talked, "decide", "2026-08-20", decision);
    expect(issued).toMatchObject({ ok: true, documents: ["kn-16"] });
    expect([due(issued, "sending"), due(issued, "effect"), due(issued, "publication")]).toEqual([
      "2026-08-27",
      "2026-09-21",
      "2026-09-04",
    ]);
    const remote = called({ remote: true });
    const heard = perform(remote.pack, remote.matter, "hold-dialogue", "2026-08-05", held);
    expect(due(attempt(remote.pack, heard, "decide", "2026-08-20", decision), "effect")).toBe("2026-10-05");
  });

  test("is published, carried out and closed", () => {
    const { pack, matter } = decided();
    let now = perform(pack, matter, "send", "2026-08-24", { way: "post", allRecipients: true });
    now = perform(pack, now, "record-receipt", "2026-08-26", { receivedOn: "2026-08-25", proof: "postal" });
    expect(now.clocks.some((clock) => clock.clock === "second-complaint")).toBe(false);
    now = perform(pack, now, "publish", "2026-08-28", { way: "posting", publishedOn: "2026-08-28", place: "Trụ sở" });
    expect(refusalOf(attempt(pack, now, "direct-enforcement", "2026-09-21")).article).toBe(
      "Khoản 2 Điều 44 Luật Khiếu nại",
    );
    now = perform(pack, now, "direct-enforcement", "2026-09-22", {
      executor: "Chủ tịch Ủy ban nhân dân xã",
      content: "Sửa quyết định",
      doneBy: "2026-10-15",
    });
    now = perform(pack, now, "record-non-execution", "2026-10-16", { reason: "Chưa sửa", measure: "Đôn đốc" });
    now = perform(pack, now, "record-execution", "2026-10-20", { how: "replaced", summary: "Đã sửa" });
    now = perform(pack, now, "close", "2026-10-22", { pagesNumbered: true });
    expect(now.state).toBe("CLOSED");
    expect(perform(pack, now, "open-review", "2026-11-02", { orderedBy: "Thủ tướng", reason: "Vi phạm" }).state).toBe(
      "UNDER_REVIEW",
    );
  });

  test("ends when the first decision is revoked meanwhile", () => {
    const { pack, matter } = verified();
    const values = { revokedBy: "QĐ 15", revokedOn: "2026-07-27", reason: "Không còn đối tượng" };
    expect(
      refusalOf(attempt(pack, matter, "end-first-revoked", "2026-07-28", { ...values, revokedOn: "2026-07-29" })).code,
    ).toBe("guard");
    const ended = attempt(pack, matter, "end-first-revoked", "2026-07-28", values);
    expect(ended).toMatchObject({ ok: true, to: "TERMINATED", documents: ["kn-14a"] });
    if (ended.ok) expect(ended.act.article).toContain("Điểm c khoản 2 Điều 11a");
    expect(due(ended, "suspension-sending")).toBe("2026-07-31");
  });

  test("does not lose the days of a suspension", () => {
    const { pack, matter } = open();
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const suspended = perform(pack, accepted, "suspend", "2026-07-20", {
      ground: "b",
      evidence: "Công văn",
      reason: "Chờ kết quả",
    });
    expect(due(attempt(pack, suspended, "resume", "2026-07-30", { reason: "Đã có" }), "settlement")).toBe("2026-09-07");
  });
});

describe("a second complaint of the earlier law", () => {
  const earlier = (received: string) =>
    openIn("complaints", "complaint-second", received, { firstOverdue: false, firstDecisionReceivedOn: received });

  test("has 10 days for acceptance and a dialogue notice without a number of days", () => {
    const { pack, matter } = earlier("2025-08-04");
    expect(pack.id).toBe("complaints/2025-07-01");
    let now = perform(pack, matter, "accept", "2025-08-14", acceptance);
    now = perform(pack, now, "order-verification", "2025-08-15", verification);
    now = perform(pack, now, "work-with-respondent", "2025-08-18", session);
    now = perform(pack, now, "report", "2025-08-20", findings);
    expect(attempt(pack, now, "invite-dialogue", "2025-08-21", dialogue("2025-08-22")).ok).toBe(true);
    expect(attempt(pack, now, "decide", "2025-08-22", decision).ok).toBe(false);
  });

  test("follows the new rules on withdrawal, suspension and dialogue from 1 July 2026 and not before (VER-2)", () => {
    const { pack, matter } = earlier("2026-06-01");
    let now = perform(pack, matter, "accept", "2026-06-08", acceptance);
    const record = { way: "record", withdrawnOn: "2026-06-20", signed: true };
    expect(refusalOf(attempt(pack, now, "withdraw-all", "2026-06-22", record)).article).toContain("Điều 22");
    expect(attempt(pack, now, "withdraw-all", "2026-06-22", { ...record, way: "letter" }).ok).toBe(true);
    expect(due(attempt(pack, now, "withdraw-all", "2026-07-01", record), "suspension-sending")).toBe("2026-07-06");
    now = perform(pack, now, "order-verification", "2026-06-09", verification);
    now = perform(pack, now, "work-with-respondent", "2026-06-10", session);
    now = perform(pack, now, "report", "2026-06-20", findings);
    expect(attempt(pack, now, "invite-dialogue", "2026-06-29", dialogue("2026-07-01")).ok).toBe(true);
    expect(refusalOf(attempt(pack, now, "invite-dialogue", "2026-07-01", dialogue("2026-07-05"))).article).toContain(
      "Điều 22",
    );
    const suspension = { ground: "b", evidence: "Công văn", reason: "Chờ" };
    expect(attempt(pack, now, "suspend", "2026-06-30", suspension).ok).toBe(false);
    const suspended = perform(pack, now, "suspend", "2026-07-01", suspension);
    expect(perform(pack, suspended, "withdraw-all", "2026-07-03", { ...record, withdrawnOn: "2026-07-03" }).state).toBe(
      "TERMINATED",
    );
  });
});
