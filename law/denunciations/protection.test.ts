import { describe, expect, test } from "vitest";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const open = (requestedBy: "written" | "urgent" | "resolver", received = "2026-07-06") =>
  openIn("denunciations", "denouncer-protection", received, { requestedBy });

const assessment = { people: ["denouncer"], danger: "imminent", assessment: "Có căn cứ" };
const order = { withinPower: true, measures: ["job"], content: "Giữ nguyên vị trí việc làm", startOn: "2026-07-07" };
const referral = { withinPower: false, authority: "police", measures: ["guard"], content: "Bảo vệ tại nhà" };

function assessed() {
  const { pack, matter } = open("written");
  return { pack, matter: perform(pack, matter, "assess", "2026-07-07", assessment) };
}

function active(received = "2026-07-06") {
  const { pack, matter } = open("written", received);
  let now = perform(pack, matter, "assess", received, assessment);
  now = perform(pack, now, "order", received, { ...order, startOn: received });
  return { pack, matter: perform(pack, now, "begin", received, { begunOn: received, told: true }) };
}

describe("the protection of a denouncer", () => {
  test("is assessed, ordered, put in place at once, changed and ended", () => {
    const { pack, matter } = active();
    const changed = perform(pack, matter, "change", "2026-07-20", {
      measures: ["job", "prevent"],
      reason: "Bị đe dọa",
    });
    expect(changed.state).toBe("ACTIVE");
    expect(refusalOf(attempt(pack, changed, "end", "2026-08-20", { why: "request" })).field).toBe("requestedOn");
    expect(perform(pack, changed, "end", "2026-08-20", { why: "concluded" }).state).toBe("ENDED");
  });

  test("is due at once in an urgent case, and the writing follows", () => {
    const { pack, matter } = open("urgent", "2026-07-18");
    expect(matter.clocks).toEqual([{ clock: "protection", rule: "TC-50-1", startOn: "2026-07-18", status: "running" }]);
    const ordered = perform(pack, matter, "order", "2026-07-18", order);
    expect(ordered).toMatchObject({ state: "ORDERED", clocks: [{ status: "met" }] });
    const written = perform(pack, ordered, "record-written-request", "2026-07-20", { writtenOn: "2026-07-20" });
    expect(
      refusalOf(attempt(pack, written, "record-written-request", "2026-07-21", { writtenOn: "2026-07-21" })).code,
    ).toBe("guard");
  });

  test("has no number of days otherwise, and is assessed before it is ordered", () => {
    const { pack, matter } = open("written");
    expect(matter.clocks).toEqual([]);
    expect(due(attempt(pack, matter, "assess", "2026-07-07", assessment), "protection")).toBeUndefined();
    expect(refusalOf(attempt(pack, matter, "order", "2026-07-07", order)).instead).toMatchObject([{ act: "assess" }]);
    expect(
      refusalOf(attempt(pack, matter, "record-written-request", "2026-07-07", { writtenOn: "2026-07-07" })).code,
    ).toBe("guard");
  });

  test("outside the resolver's power is asked of who is competent, and the answer recorded", () => {
    const { pack, matter } = assessed();
    expect(
      refusalOf(attempt(pack, matter, "order", "2026-07-08", { ...order, withinPower: false })).instead,
    ).toMatchObject([{ act: "refer" }]);
    expect(
      refusalOf(attempt(pack, matter, "refer", "2026-07-08", { ...referral, withinPower: true })).article,
    ).toContain("Điều 49");
    const referred = perform(pack, matter, "refer", "2026-07-08", referral);
    const answer = { ordered: true, decision: "QĐ 12" };
    expect(
      refusalOf(attempt(pack, referred, "record-authority-decision", "2026-07-09", { ...answer, ordered: false }))
        .instead,
    ).toMatchObject([{ act: "refuse" }]);
    expect(perform(pack, referred, "record-authority-decision", "2026-07-09", answer).state).toBe("ACTIVE");
    expect(perform(pack, referred, "refuse", "2026-07-09", { needed: false, reason: "Không có căn cứ" }).state).toBe(
      "REFUSED",
    );
  });

  test("is not refused where it is founded and needed", () => {
    const { pack, matter } = assessed();
    expect(refusalOf(attempt(pack, matter, "refuse", "2026-07-08", { needed: true, reason: "x" }))).toMatchObject({
      article: "Khoản 3 Điều 51 Luật Tố cáo",
      instead: [{ act: "order" }, { act: "refer" }],
    });
  });

  test("ends for a breach by the protected person only under the law of 2026", () => {
    const now = active();
    expect(perform(now.pack, now.matter, "end", "2026-08-20", { why: "breach" }).state).toBe("ENDED");
    const earlier = active("2026-06-01");
    expect(refusalOf(attempt(earlier.pack, earlier.matter, "end", "2026-06-20", { why: "breach" })).code).toBe(
      "field-invalid",
    );
  });

  test("counts a corrected day of an urgent request again", () => {
    const { pack, matter } = open("urgent", "2026-07-20");
    const values = { what: "received-on", oldValue: "20/7", newDate: "2026-07-19", reason: "Nhầm" };
    expect(due(attempt(pack, matter, "correct", "2026-07-20", values), "protection")).toBe("2026-07-19");
    expect(refusalOf(attempt(pack, matter, "correct", "2026-07-20", { ...values, what: "accepted-on" })).code).toBe(
      "field-invalid",
    );
  });
});
