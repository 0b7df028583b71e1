import { describe, expect, test } from "vitest";
import type { MatterFacts } from "../../src/rules/decide.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const first = (received: string, facts: MatterFacts["facts"] = {}) =>
  openIn("complaints", "complaint-disciplinary", received, {
    disciplineReceivedOn: "2026-06-25",
    dismissal: false,
    ...facts,
  });
const second = (received: string, facts: MatterFacts["facts"] = {}) =>
  openIn("complaints", "complaint-disciplinary-second", received, {
    firstOverdue: false,
    firstDecisionReceivedOn: "2026-06-25",
    dismissal: false,
    ...facts,
  });

const acceptance = { eligible: true, content: "Khiếu nại quyết định kỷ luật cảnh cáo" };
const verification = { verifiers: ["u1"], content: "Hành vi vi phạm", period: "10 ngày" };
const findings = { conclusion: "wrong", requestDiffers: true, findings: "Đã rõ", recommendation: "Giữ nguyên" };
const dialogue = (dialogueOn: string) => ({
  dialogueOn,
  time: "8 giờ",
  place: "Trụ sở",
  content: "Nội dung",
  invitees: "Các bên",
});
const held = { chaired: true, attendance: "attended", agreed: "Thống nhất" };
const decision = { conclusion: "wrong", measure: "keep", content: "Giữ nguyên", legalBasis: "Luật Cán bộ, công chức" };
const proposal = { proposedOn: "2026-07-30", proposal: "Giữ nguyên hình thức kỷ luật" };

function proposed(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = first("2026-07-02", facts);
  let now = perform(pack, matter, "accept", "2026-07-13", acceptance);
  now = perform(pack, now, "order-verification", "2026-07-14", verification);
  now = perform(pack, now, "report", "2026-07-24", findings);
  now = perform(pack, now, "ask-council", "2026-07-24", { content: "Xem xét lại" });
  return { pack, matter: perform(pack, now, "record-proposal", "2026-07-30", proposal) };
}

function sent(facts: MatterFacts["facts"] = {}) {
  const { pack, matter } = proposed(facts);
  let now = perform(pack, matter, "invite-dialogue", "2026-07-30", dialogue("2026-08-04"));
  now = perform(pack, now, "hold-dialogue", "2026-08-04", held);
  now = perform(pack, now, "decide", "2026-08-10", decision);
  return { pack, matter: perform(pack, now, "send", "2026-08-12", { way: "hand", allRecipients: true }) };
}

describe("a first complaint against a disciplinary decision", () => {
  test("is accepted within 7 working days and settled in 30 days, 45 when complex, never longer for a remote area", () => {
    const cases: readonly MatterFacts["facts"][] = [{}, { complex: true }, { remote: true }];
    const limits = cases.map((facts) => {
      const { pack, matter } = first("2026-07-02", facts);
      expect(matter.clocks).toMatchObject([{ clock: "acceptance", rule: "KN-50-1" }]);
      return due(attempt(pack, matter, "accept", "2026-07-13", acceptance), "settlement");
    });
    expect(limits).toEqual(["2026-08-12", "2026-08-27", "2026-08-12"]);
  });

  test("comes within 15 days of the decision, or late for good reason", () => {
    const received = (on: string, values = {}) => {
      const { pack, matter } = first(on);
      return attempt(pack, matter, "accept", on, { ...acceptance, ...values });
    };
    expect(received("2026-07-10").ok).toBe(true);
    expect(refusalOf(received("2026-07-13", { lateForGoodReason: false })).article).toContain("Điều 48");
    expect(received("2026-07-13", { lateForGoodReason: true }).ok).toBe(true);
  });

  test("goes to the disciplinary council, at once when clear or after verification, and not past it", () => {
    const { pack, matter } = first("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const clear = perform(pack, accepted, "ask-council", "2026-07-14", { content: "Nội dung đã rõ" });
    expect(clear.state).toBe("COUNCIL");
    const early = refusalOf(attempt(pack, clear, "invite-dialogue", "2026-07-15", dialogue("2026-07-25")));
    expect(early.code).toBe("wrong-state");
    expect(early.article).toContain("Khoản 1 Điều 53 Luật Khiếu nại");
    expect(perform(pack, clear, "record-proposal", "2026-07-20", { ...proposal, proposedOn: "2026-07-20" }).state).toBe(
      "COUNCIL_PROPOSED",
    );
    expect(perform(pack, clear, "verify-further", "2026-07-20", { content: "Thời điểm vi phạm" }).state).toBe(
      "VERIFYING",
    );
  });

  test("is never decided without a dialogue that the resolver chairs", () => {
    const { pack, matter } = proposed();
    expect(refusalOf(attempt(pack, matter, "decide", "2026-08-03", decision)).article).toContain("Điều 53");
    expect(refusalOf(attempt(pack, matter, "invite-dialogue", "2026-07-30", dialogue("2026-08-03"))).code).toBe(
      "guard",
    );
    const set = perform(pack, matter, "invite-dialogue", "2026-07-30", dialogue("2026-08-04"));
    expect(refusalOf(attempt(pack, set, "hold-dialogue", "2026-08-04", { ...held, chaired: false })).article).toContain(
      "Điều 53",
    );
    const excused = { chaired: true, attendance: "absent-with-reason", absenceReason: "Ốm" };
    expect(refusalOf(attempt(pack, set, "hold-dialogue", "2026-08-04", excused)).instead[0]?.act).toBe(
      "postpone-dialogue",
    );
    expect(perform(pack, set, "postpone-dialogue", "2026-08-04", { absenceReason: "Ốm" }).state).toBe(
      "COUNCIL_PROPOSED",
    );
    expect(perform(pack, set, "hold-dialogue", "2026-08-04", held).state).toBe("DIALOGUED");
  });

  test("is sent within 3 working days and takes effect 30 days after issue, also in a remote area", () => {
    const { pack, matter } = proposed({ remote: true });
    const set = perform(pack, matter, "invite-dialogue", "2026-07-30", dialogue("2026-08-04"));
    const talked = perform(pack, set, "hold-dialogue", "2026-08-04", held);
    const issued = attempt(pack, talked, "decide", "2026-08-10", decision);
    expect([due(issued, "sending"), due(issued, "effect")]).toEqual(["2026-08-13", "2026-09-09"]);
  });

  test("may be followed by a second within 10 days of receipt, 30 after dismissal", () => {
    const last = (dismissal: boolean) => {
      const { pack, matter } = sent({ dismissal });
      const received = perform(pack, matter, "record-receipt", "2026-08-13", {
        receivedOn: "2026-08-12",
        proof: "signature",
      });
      const filed = (on: string) =>
        attempt(pack, received, "second-complaint", on, { filedOn: on, sentTo: "Chủ tịch tỉnh" }).ok;
      // Sat 22 August 2026 is worked: ten days end on it.
      return [filed("2026-08-22"), filed("2026-08-24"), filed("2026-09-11"), filed("2026-09-14")];
    };
    expect(last(false)).toEqual([true, false, false, false]);
    expect(last(true)).toEqual([true, true, true, false]);
  });

  test("may be followed by a second once it is overdue", () => {
    const { pack, matter } = first("2026-07-02");
    const accepted = perform(pack, matter, "accept", "2026-07-13", acceptance);
    const filed = (on: string) =>
      attempt(pack, accepted, "second-complaint", on, { filedOn: on, sentTo: "Bộ trưởng Bộ Nội vụ" }).ok;
    expect([filed("2026-08-12"), filed("2026-08-13")]).toEqual([false, true]);
  });

  test("is announced to the whole staff once it is in effect, carried out and closed", () => {
    const { pack, matter } = sent();
    const announcement = { announcedOn: "2026-09-10", place: "Phòng Kinh tế" };
    expect(refusalOf(attempt(pack, matter, "announce", "2026-09-09", announcement)).article).toContain("Điều 57");
    let now = perform(pack, matter, "publish", "2026-08-14", {
      way: "posting",
      publishedOn: "2026-08-14",
      place: "Trụ sở",
    });
    now = perform(pack, now, "direct-enforcement", "2026-09-10", {
      executor: "Phòng Kinh tế",
      content: "Thi hành quyết định",
      doneBy: "2026-09-30",
    });
    now = perform(pack, now, "record-execution", "2026-09-30", { how: "complied", summary: "Đã chấp hành" });
    expect(refusalOf(attempt(pack, now, "close", "2026-10-01", { pagesNumbered: true }))).toMatchObject({
      article: "Khoản 1 Điều 58 Luật Khiếu nại",
      instead: [{ act: "announce" }],
    });
    now = perform(pack, now, "announce", "2026-10-01", { ...announcement, announcedOn: "2026-10-01" });
    expect(refusalOf(attempt(pack, now, "announce", "2026-10-02", announcement)).message.vi).toContain(
      "đã được công bố",
    );
    expect(perform(pack, now, "close", "2026-10-02", { pagesNumbered: true }).state).toBe("CLOSED");
  });

  test("stops no execution: Điều 35 speaks of administrative decisions", () => {
    const { pack, matter } = proposed();
    expect(refusalOf(attempt(pack, matter, "suspend-execution", "2026-08-03")).code).toBe("unknown-act");
  });

  test("tells only the complainant whether it is accepted", () => {
    const { pack } = first("2026-07-02");
    const notice = pack.procedures
      .find((each) => each.id === "complaint-disciplinary")
      ?.documents.find((each) => each.key === "kn-03");
    expect(notice?.recipients).toHaveLength(1);
  });
});

describe("a second complaint against a disciplinary decision", () => {
  test("comes within 10 days of the first decision, 30 after dismissal, or late for good reason", () => {
    const received = (on: string, facts: MatterFacts["facts"] = {}, values = {}) => {
      const { pack, matter } = second(on, facts);
      return attempt(pack, matter, "accept", on, { ...acceptance, ...values });
    };
    const unexcused = { lateForGoodReason: false };
    expect(received("2026-07-06").ok).toBe(true);
    expect(received("2026-07-07", {}, unexcused).ok).toBe(false);
    expect(received("2026-07-07", {}, { lateForGoodReason: true }).ok).toBe(true);
    expect(received("2026-07-27", { dismissal: true }).ok).toBe(true);
    expect(refusalOf(received("2026-07-28", { dismissal: true }, unexcused)).article).toContain("Điều 48");
  });

  test("asks the issuer for a report, hears the respondent, and needs no council", () => {
    const { pack, matter } = second("2026-07-02");
    let now = perform(pack, matter, "accept", "2026-07-13", acceptance);
    now = perform(pack, now, "order-verification", "2026-07-14", verification);
    expect(refusalOf(attempt(pack, now, "report", "2026-07-15", findings)).article).toBe(
      "Khoản 1 Điều 55 Luật Khiếu nại",
    );
    const asked = { addressee: "Chủ tịch xã", content: "Báo cáo" };
    expect(due(attempt(pack, now, "request-issuer-report", "2026-07-15", asked), "information")).toBe("2026-07-22");
    now = perform(pack, now, "request-issuer-report", "2026-07-15", asked);
    expect(refusalOf(attempt(pack, now, "report", "2026-07-16", findings)).article).toContain("Điều 20");
    now = perform(pack, now, "work-with-respondent", "2026-07-20", { place: "Trụ sở", summary: "Giải trình" });
    now = perform(pack, now, "report", "2026-07-24", findings);
    expect(refusalOf(attempt(pack, now, "ask-council", "2026-07-24")).code).toBe("unknown-act");
    expect(refusalOf(attempt(pack, now, "decide", "2026-07-27", decision)).article).toContain("Điều 55");
    now = perform(pack, now, "invite-dialogue", "2026-07-27", dialogue("2026-08-03"));
    now = perform(pack, now, "hold-dialogue", "2026-08-03", held);
    const issued = attempt(pack, now, "decide", "2026-08-10", decision);
    expect(issued).toMatchObject({ ok: true, documents: ["kn-16"] });
    expect([due(issued, "sending"), due(issued, "effect")]).toEqual(["2026-08-17", "2026-09-09"]);
    now = perform(pack, now, "decide", "2026-08-10", decision);
    now = perform(pack, now, "send", "2026-08-14", { way: "hand", allRecipients: true });
    expect(refusalOf(attempt(pack, now, "second-complaint", "2026-08-17")).code).toBe("unknown-act");
  });

  test("of 2012 to 2020 has no number of days for sending the first decision", () => {
    const { pack, matter } = openIn("complaints", "complaint-disciplinary", "2019-03-04", {});
    let now = perform(pack, matter, "accept", "2019-03-11", acceptance);
    now = perform(pack, now, "ask-council", "2019-03-12", { content: "Rõ" });
    now = perform(pack, now, "record-proposal", "2019-03-18", { ...proposal, proposedOn: "2019-03-18" });
    now = perform(pack, now, "invite-dialogue", "2019-03-18", dialogue("2019-03-20"));
    now = perform(pack, now, "hold-dialogue", "2019-03-20", held);
    const issued = attempt(pack, now, "decide", "2019-03-25", decision);
    expect(issued.ok).toBe(true);
    expect(due(issued, "sending")).toBeUndefined();
    expect(due(issued, "effect")).toBe("2019-04-24");
  });
});
