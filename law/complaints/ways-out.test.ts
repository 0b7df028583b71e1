import { describe, expect, test } from "vitest";
import type { MatterFacts } from "../../src/rules/decide.ts";
import { selectVersion } from "../../src/rules/select-version.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { lawPacks } from "../index.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const acceptance = { eligible: true, content: "Khiếu nại quyết định thu hồi đất" };
const verification = { verifiers: ["u1"], content: "Nguồn gốc đất", period: "15 ngày" };
const findings = { conclusion: "right", requestDiffers: false, findings: "Đã rõ", recommendation: "Hủy bỏ" };
const decision = { conclusion: "right", measure: "cancel", content: "Hủy bỏ", legalBasis: "Luật Đất đai" };
const filed = (on: string) => ({ filedOn: on, sentTo: "Chủ tịch tỉnh" });

const open = (received: string, facts: MatterFacts["facts"] = {}) =>
  openIn("complaints", "complaint-first", received, facts);

function accepted() {
  const { pack, matter } = open("2026-07-02");
  return { pack, matter: perform(pack, matter, "accept", "2026-07-13", acceptance) };
}

function decided() {
  const { pack, matter } = accepted();
  let now = perform(pack, matter, "order-verification", "2026-07-14", verification);
  now = perform(pack, now, "report", "2026-07-27", findings);
  return { pack, matter: perform(pack, now, "decide", "2026-08-10", decision) };
}

describe("a complaint that is not for this office", () => {
  test("is neither accepted nor refused under Article 11, but guided to who is competent (Điều 26.1b LTCD)", () => {
    const { pack, matter } = open("2026-07-02");
    const refusal = refusalOf(attempt(pack, matter, "accept", "2026-07-06", { ...acceptance, eligible: false }));
    expect(refusal.article).toBe("Điều 11, Điều 27 Luật Khiếu nại");
    expect(refusal.instead.map((each) => each.act)).toEqual(["refuse", "guide-elsewhere"]);
    const guidance = { outsideCompetence: true, competentBody: "Chủ tịch xã bên", basis: "Điều 17" };
    expect(
      refusalOf(
        attempt(pack, matter, "guide-elsewhere", "2026-07-06", {
          ...guidance,
          how: "guided",
          outsideCompetence: false,
        }),
      ).instead.map((each) => each.act),
    ).toEqual(["accept", "refuse"]);
    const gone = perform(pack, matter, "guide-elsewhere", "2026-07-06", { ...guidance, how: "transferred" });
    expect(gone).toMatchObject({ state: "GUIDED", clocks: [{ clock: "acceptance", status: "cancelled" }] });
    const earlier = open("2025-03-03");
    expect(
      refusalOf(
        attempt(earlier.pack, earlier.matter, "guide-elsewhere", "2025-03-04", { ...guidance, how: "transferred" }),
      ).code,
    ).toBe("field-invalid");
  });

  test("is refused, from 1 July 2026, for content that was withdrawn before (Điều 10.3), and not under the earlier law", () => {
    const values = { ground: "withdrawn", reason: "Đã rút ngày 03/7" };
    const { pack, matter } = open("2026-07-06");
    expect(attempt(pack, matter, "refuse", "2026-07-07", values).ok).toBe(true);
    const earlier = open("2026-06-01");
    expect(refusalOf(attempt(earlier.pack, earlier.matter, "refuse", "2026-06-02", values)).code).toBe("field-invalid");
  });
});

describe("what is found right", () => {
  test("at once is not kept as it stands (Điều 29.1a)", () => {
    const { pack, matter } = accepted();
    const values = { complaintRight: true, measure: "keep", content: "x" };
    expect(refusalOf(attempt(pack, matter, "recheck-decide", "2026-07-14", values))).toMatchObject({
      field: "measure",
    });
    expect(attempt(pack, matter, "recheck-decide", "2026-07-14", { ...values, measure: "cancel" }).ok).toBe(true);
  });

  test("in the second instance is to be amended or cancelled, and what is wrong is complied with (Điều 40.2h)", () => {
    const { pack, matter } = openIn("complaints", "complaint-second", "2026-07-02", {
      firstOverdue: false,
      firstDecisionReceivedOn: "2026-06-15",
      resolver: "minister-or-province-chair",
    });
    const talked = { ...matter, state: "DIALOGUED" };
    const values = (conclusion: string, measure: string) => ({ ...decision, conclusion, measure });
    const fits = (conclusion: string, measure: string) =>
      attempt(pack, talked, "decide", "2026-07-20", values(conclusion, measure)).ok;
    expect([fits("right", "ask-cancel"), fits("partly-right", "ask-amend"), fits("wrong", "ask-comply")]).toEqual([
      true,
      true,
      true,
    ]);
    expect(refusalOf(attempt(pack, talked, "decide", "2026-07-20", values("wrong", "ask-cancel"))).article).toBe(
      "Điểm h khoản 2 Điều 40 Luật Khiếu nại",
    );
    expect(fits("right", "ask-comply")).toBe(false);
  });
});

describe("the dialogue of a second complaint of several people", () => {
  test("is chaired by the province chair in person, whether or not the officer ticks it (Điều 28.2b)", () => {
    const chairedByDeputy = (peopleCount: number) => {
      const { pack, matter } = openIn("complaints", "complaint-second", "2026-07-02", {
        firstOverdue: false,
        firstDecisionReceivedOn: "2026-06-15",
        resolver: "minister-or-province-chair",
        peopleCount,
      });
      return attempt(pack, { ...matter, state: "DIALOGUE_SET" }, "hold-dialogue", "2026-08-05", {
        chair: "deputy",
        attendance: "attended",
        agreed: "Thống nhất",
      }).ok;
    };
    expect([chairedByDeputy(1), chairedByDeputy(6)]).toEqual([true, false]);
  });
});

describe("a second complaint", () => {
  test("leaves the first decision to be sent and published (Điều 32; Điều 29.3 NĐ 124)", () => {
    const { pack, matter } = decided();
    const appealed = perform(pack, matter, "second-complaint", "2026-08-11", filed("2026-08-11"));
    expect(appealed.state).toBe("APPEALED");
    const sent = perform(pack, appealed, "send-late", "2026-08-12", { way: "post", allRecipients: true });
    const shown = { way: "posting", publishedOn: "2026-08-12", place: "Trụ sở" };
    const published = perform(pack, sent, "publish-late", "2026-08-12", shown);
    const open = published.clocks.filter((clock) => clock.status === "running").map((clock) => clock.clock);
    expect(open).toEqual(["posting"]);
    expect(
      refusalOf(attempt(pack, published, "send-late", "2026-08-13", { way: "post", allRecipients: true })).code,
    ).toBe("guard");
  });

  test("of one that was never decided leaves nothing to send or publish", () => {
    const { pack, matter } = accepted();
    const appealed = perform(pack, matter, "second-complaint", "2026-08-13", filed("2026-08-13"));
    const shown = { way: "posting", publishedOn: "2026-08-13", place: "Trụ sở" };
    expect(refusalOf(attempt(pack, appealed, "publish-late", "2026-08-13", shown)).message.vi).toContain(
      "Chưa có quyết định",
    );
    expect(attempt(pack, appealed, "send-late", "2026-08-13", { way: "post", allRecipients: true }).ok).toBe(false);
  });

  test("may come while the first is suspended only where its limit had ended before", () => {
    const { pack, matter } = accepted();
    const reason = { ground: "b", evidence: "Công văn", reason: "Chờ" };
    const inTime = perform(pack, matter, "suspend", "2026-08-03", reason);
    expect(attempt(pack, inTime, "second-complaint", "2026-08-20", filed("2026-08-20")).ok).toBe(false);
    const late = perform(pack, matter, "suspend", "2026-08-14", reason);
    expect(attempt(pack, late, "second-complaint", "2026-08-20", filed("2026-08-20")).ok).toBe(true);
  });

  test("has not come after it is entered, nor before the first", () => {
    const { pack, matter } = accepted();
    expect(attempt(pack, matter, "second-complaint", "2026-08-14", filed("2026-08-17")).ok).toBe(false);
    const sent = perform(pack, decided().matter, "send", "2026-08-11", { way: "post", allRecipients: true });
    expect(attempt(pack, sent, "second-complaint", "2026-08-14", filed("2026-07-01")).ok).toBe(false);
  });
});

describe("the papers", () => {
  const recipients = (day: string, procedure: string, key: string) =>
    selectVersion(lawPacks, "complaints", civilDate(day))
      .procedures.find((each) => each.id === procedure)
      ?.documents.find((each) => each.key === key);

  test("of a first decision reach the second resolver, and of discipline the respondent (Điều 29.2 NĐ 124)", () => {
    const first = recipients("2026-07-01", "complaint-first", "kn-15")?.recipients.map((each) => each.vi);
    expect(first).toContain("Người giải quyết khiếu nại lần hai");
    const discipline = recipients("2026-07-01", "complaint-disciplinary", "kn-15")?.recipients.map((each) => each.vi);
    expect(discipline).toContain("Người bị khiếu nại");
    expect(recipients("2019-07-01", "complaint-disciplinary", "kn-15")?.recipients).toHaveLength(2);
  });

  test("without a form cite the article of their own time", () => {
    expect(recipients("2026-07-01", "complaint-first", "complexity-certificate")?.article).toContain("Khoản 2 Điều 3a");
    expect(recipients("2026-06-30", "complaint-first", "enforcement-direction")?.article).toContain(
      "Điều 31 Nghị định 124",
    );
    expect(recipients("2019-07-01", "complaint-second", "kn-03")?.article).toBe("Khoản 1 Điều 36 Luật Khiếu nại");
  });

  test("of a resumption can still be sent when the decision followed at once", () => {
    const { pack, matter } = accepted();
    let now = perform(pack, matter, "order-verification", "2026-07-14", verification);
    now = perform(pack, now, "report", "2026-07-20", findings);
    now = perform(pack, now, "suspend", "2026-07-21", { ground: "b", evidence: "Công văn", reason: "Chờ" });
    now = perform(pack, now, "send-suspension", "2026-07-22", { allRecipients: true });
    now = perform(pack, now, "resume", "2026-07-30", { reason: "Đã có" });
    now = perform(pack, now, "decide", "2026-07-30", decision);
    expect(attempt(pack, now, "send-suspension", "2026-07-31", { allRecipients: true }).ok).toBe(true);
  });
});

describe("a review that has the case settled again", () => {
  test("may begin before the decision is published, and ends what ran from the earlier decision", () => {
    const { pack, matter } = decided();
    let now = perform(pack, matter, "send", "2026-08-11", { way: "post", allRecipients: true });
    now = perform(pack, now, "record-receipt", "2026-08-12", { receivedOn: "2026-08-12", proof: "signature" });
    now = perform(pack, now, "open-review", "2026-09-14", { orderedBy: "Chủ tịch tỉnh", reason: "Vi phạm" });
    now = perform(pack, now, "review-resettle", "2026-09-21", { direction: "Giải quyết lại" });
    const running = now.clocks.filter((clock) => clock.status === "running").map((clock) => clock.clock);
    expect(running).toEqual(["settlement"]);
  });
});

describe("a wrong entry about the discipline", () => {
  test("is corrected, and the time for complaining is counted from the right day (Điều 48)", () => {
    const { pack, matter } = openIn("complaints", "complaint-disciplinary", "2026-07-20", {
      disciplineReceivedOn: "2026-06-01",
    });
    expect(refusalOf(attempt(pack, matter, "accept", "2026-07-21", acceptance)).field).toBe("lateForGoodReason");
    const right = perform(pack, matter, "correct", "2026-07-21", {
      what: "discipline",
      oldValue: "01/6",
      newDisciplineReceivedOn: "2026-07-10",
      reason: "Theo phiếu báo phát",
    });
    expect(due(attempt(pack, right, "accept", "2026-07-21", acceptance), "settlement")).toBe("2026-08-20");
  });
});
