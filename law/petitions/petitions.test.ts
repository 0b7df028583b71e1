import { describe, expect, test } from "vitest";
import { attempt, openIn, perform, refusalOf } from "../testing-matter.ts";
import { acts, checked, eligible, outside, type Values } from "./testing-check.ts";

describe("a petition within competence", () => {
  test("is proposed, approved by the head and handed over", () => {
    const { pack, matter } = checked();
    const proposed = attempt(pack, matter, "propose", "2026-07-06", { proposal: "Thụ lý" });
    expect(proposed).toMatchObject({ ok: true, to: "PROPOSED", documents: ["tt05-01"] });
    const now = perform(pack, matter, "propose", "2026-07-06", { proposal: "Thụ lý" });
    expect(attempt(pack, now, "take-up", "2026-07-07", { proposal: "Thụ lý" })).toMatchObject({
      ok: true,
      act: { bindingDocument: "tt05-01" },
    });
    expect(refusalOf(attempt(pack, now, "take-up", "2026-07-07", {}, ["petition-officer"])).code).toBe("wrong-actor");
    const taken = perform(pack, now, "take-up", "2026-07-07", { proposal: "Thụ lý" });
    expect(taken.state).toBe("HANDED_OVER");
    expect(taken.clocks.map((each) => [each.clock, each.status])).toEqual([
      ["processing", "met"],
      ["alarm", "met"],
    ]);
    expect(perform(pack, now, "decline-proposal", "2026-07-07", { reason: "Chưa rõ" }).state).toBe("CHECKED");
  });

  test.each(["vietnamese", "dated", "nameAndAddress", "signed", "contentStated", "legible", "firstTime"])(
    "is not proposed when it fails on “%s”",
    (condition) => {
      const { pack, matter } = checked({ [condition]: false });
      const refusal = refusalOf(attempt(pack, matter, "propose", "2026-07-06", { proposal: "Thụ lý" }));
      expect(acts(refusal)).toEqual(["ask-to-complete", "notify-ineligible", "file"]);
      expect(attempt(pack, matter, "file", "2026-07-06", { ground: "not-eligible" }).ok).toBe(true);
    },
  );

  test("is completed on request and checked again", () => {
    const { pack, matter } = checked({ signed: false });
    const waiting = perform(pack, matter, "ask-to-complete", "2026-07-06", { missing: "Chữ ký" });
    const back = perform(pack, waiting, "record-completion", "2026-07-08", { received: "Đơn đã ký" });
    expect(perform(pack, back, "check", "2026-07-08", eligible).state).toBe("CHECKED");
    expect(perform(pack, waiting, "end-waiting", "2026-07-20").state).toBe("CHECKED");
    const complete = checked();
    expect(
      refusalOf(attempt(complete.pack, complete.matter, "ask-to-complete", "2026-07-06", { missing: "x" })).code,
    ).toBe("guard");
  });

  test("that is not eligible is told so when it is a complaint", () => {
    const { pack, matter } = checked({ contentStated: false });
    expect(attempt(pack, matter, "notify-ineligible", "2026-07-06", { reason: "Thiếu yêu cầu" }).ok).toBe(true);
    const fine = checked();
    expect(
      acts(refusalOf(attempt(fine.pack, fine.matter, "notify-ineligible", "2026-07-06", { reason: "x" }))),
    ).toEqual(["propose"]);
  });
});

describe("a petition outside competence", () => {
  test("that is a complaint is guided once, and since 1 July 2026 may be transferred", () => {
    const { pack, matter } = checked(outside);
    const to = { competentBody: "Cơ quan thử" };
    expect(attempt(pack, matter, "guide", "2026-07-06", { ...to, basis: "Điều 17" }).ok).toBe(true);
    expect(attempt(pack, matter, "transfer-complaint", "2026-07-06", to).ok).toBe(true);
    const again = checked({ ...outside, guidedBefore: true });
    expect(acts(refusalOf(attempt(again.pack, again.matter, "guide", "2026-07-06", { ...to, basis: "x" })))).toEqual([
      "file",
    ]);
    const earlier = checked(outside, "2026-06-01");
    expect(refusalOf(attempt(earlier.pack, earlier.matter, "transfer-complaint", "2026-06-02", to)).code).toBe(
      "unknown-act",
    );
  });

  test("that is a denunciation is transferred once, on form 03, and guided only in person", () => {
    const sent = { ...outside, class: "denunciation" };
    const { pack, matter } = checked(sent);
    const to = { competentBody: "Cơ quan thử" };
    expect(attempt(pack, matter, "transfer-denunciation", "2026-07-06", to)).toMatchObject({
      ok: true,
      documents: ["tt05-03"],
    });
    expect(acts(refusalOf(attempt(pack, matter, "guide", "2026-07-06", { ...to, basis: "x" })))).toContain(
      "transfer-denunciation",
    );
    const again = checked({ ...sent, transferredBefore: true });
    expect(refusalOf(attempt(again.pack, again.matter, "transfer-denunciation", "2026-07-06", to)).article).toContain(
      "Khoản 1 Điều 14 Thông tư 05/2021",
    );
    const copied = checked({ ...sent, sentToCompetentToo: true });
    expect(refusalOf(attempt(copied.pack, copied.matter, "transfer-denunciation", "2026-07-06", to)).article).toContain(
      "Khoản 3 Điều 24 Luật Tố cáo",
    );
    const inPerson = checked({ ...sent, inPerson: true });
    expect(attempt(inPerson.pack, inPerson.matter, "guide", "2026-07-06", { ...to, basis: "x" }).ok).toBe(true);
    const ours = checked({ class: "denunciation" });
    expect(acts(refusalOf(attempt(ours.pack, ours.matter, "transfer-denunciation", "2026-07-06", to)))).toEqual([
      "propose",
    ]);
  });

  test("that is a reflection is transferred, not guided", () => {
    const { pack, matter } = checked({ ...outside, class: "recommendation" });
    expect(attempt(pack, matter, "transfer-recommendation", "2026-07-06", { competentBody: "Cơ quan thử" }).ok).toBe(
      true,
    );
    expect(attempt(pack, matter, "guide", "2026-07-06", { competentBody: "x", basis: "x" }).ok).toBe(false);
  });

  test("goes back with reasons to the forwarder, when somebody forwarded a complaint", () => {
    const { pack, matter } = checked({ ...outside, forwarded: true });
    expect(perform(pack, matter, "return-to-forwarder", "2026-07-06", { reason: "Không thuộc thẩm quyền" }).state).toBe(
      "RETURNED",
    );
    const own = checked(outside);
    expect(refusalOf(attempt(own.pack, own.matter, "return-to-forwarder", "2026-07-06", { reason: "x" })).code).toBe(
      "guard",
    );
  });

  test("goes to the Party, the courts or another system", () => {
    const { pack, matter } = checked({ ...outside, class: "denunciation" });
    const to = { competentBody: "Cơ quan thử" };
    expect(attempt(pack, matter, "transfer-other", "2026-07-06", { system: "party-member", ...to }).ok).toBe(true);
    expect(refusalOf(attempt(pack, matter, "transfer-other", "2026-07-06", { system: "police", ...to })).code).toBe(
      "field-invalid",
    );
  });

  test("that is only guided to another system is not said to be sent on; of a Party member it is always sent (Article 15)", () => {
    const { pack, matter } = checked(outside);
    const to = { competentBody: "Tòa án thử" };
    expect(perform(pack, matter, "guide-other", "2026-07-06", { system: "courts", ...to }).state).toBe("GUIDED");
    expect(perform(pack, matter, "transfer-other", "2026-07-06", { system: "courts", ...to }).state).toBe(
      "TRANSFERRED",
    );
    expect(refusalOf(attempt(pack, matter, "guide-other", "2026-07-06", { system: "party-member", ...to })).code).toBe(
      "field-invalid",
    );
  });

  test("is demanded of the lower body that let its limit pass", () => {
    const { pack, matter } = checked({ ...outside, class: "denunciation" });
    const demand = (dueBelowOn: string) =>
      attempt(pack, matter, "escalate", "2026-07-06", { lowerBody: "Xã thử", dueBelowOn });
    expect(refusalOf(demand("2026-07-06")).message.en).toContain("not overdue");
    expect(demand("2026-07-03").ok).toBe(true);
    const now = perform(pack, matter, "escalate", "2026-07-06", { lowerBody: "Xã thử", dueBelowOn: "2026-07-03" });
    expect(perform(pack, now, "close-escalation", "2026-07-20", { report: "Đã giải quyết" }).state).toBe(
      "ESCALATION_CLOSED",
    );
    expect(perform(pack, now, "take-back", "2026-07-20", { reason: "Trực tiếp giải quyết" }).state).toBe("RECEIVED");
    expect(refusalOf(attempt(pack, matter, "escalate", "2026-07-06", { lowerBody: "Xã thử" })).field).toBe(
      "dueBelowOn",
    );
  });

  test("that is a complaint the lower body has not settled is demanded of it, overdue or not (Article 26.1b)", () => {
    const { pack, matter } = checked(outside);
    expect(attempt(pack, matter, "escalate", "2026-07-06", { lowerBody: "Xã thử" })).toMatchObject({
      ok: true,
      act: { article: expect.stringContaining("khoản 3 Điều 15 Nghị định 154/2026") },
    });
  });
});

describe("a petition of several contents", () => {
  test("is guided to be split, or split inside the system, and never proposed as one", () => {
    const { pack, matter } = checked({ class: "mixed" });
    expect(acts(refusalOf(attempt(pack, matter, "propose", "2026-07-06", { proposal: "x" })))).toEqual([
      "guide-to-split",
      "split-inside",
    ]);
    expect(perform(pack, matter, "guide-to-split", "2026-07-06", { parts: "1; 2" }).state).toBe("GUIDED");
    expect(perform(pack, matter, "split-inside", "2026-07-06", { parts: "1; 2" }).state).toBe("SPLIT");
    const single = checked();
    expect(attempt(single.pack, single.matter, "split-inside", "2026-07-06", { parts: "x" }).ok).toBe(false);
  });
});

describe("filing without action", () => {
  test.each([
    ["sent-to-competent", { sentToCompetentToo: true }],
    ["guided-once", { guidedBefore: true }],
    ["illegible", { legible: false }],
    ["expired", {}],
    ["anonymous", { class: "denunciation", nameAndAddress: false }],
    ["transferred-once", { class: "denunciation", withinCompetence: false, transferredBefore: true }],
  ])("on “%s” needs what was found when it was checked", (ground, found: Values) => {
    const { pack, matter } = checked(found);
    expect(attempt(pack, matter, "file", "2026-07-06", { ground }).ok).toBe(true);
    const other = checked({ class: "recommendation" });
    expect(refusalOf(attempt(other.pack, other.matter, "file", "2026-07-06", { ground })).code).toBe("guard");
  });
});

describe("time", () => {
  test("runs 10 days as listed and rings after 45, from the day of receipt", () => {
    const { matter } = openIn("petitions", "petition-processing", "2026-07-02");
    expect(matter.clocks).toMatchObject([
      { clock: "processing", rule: "XLD-1", startOn: "2026-07-02" },
      { clock: "alarm", rule: "TCD-41-1", startOn: "2026-07-02" },
    ]);
    expect(openIn("petitions", "petition-processing", "2026-06-30").matter.clocks).toEqual([]);
  });

  test("of a wrong day of receipt is counted again", () => {
    const { pack, matter } = checked();
    const values = { what: "received-on", oldValue: "02/7", newDate: "2026-07-01", reason: "Nhầm" };
    const corrected = perform(pack, matter, "correct", "2026-07-06", values);
    expect(corrected.clocks.map((each) => each.startOn)).toEqual(["2026-07-01", "2026-07-01"]);
  });

  test("is nobody's excuse: urgent cases are reported to the head at any step", () => {
    const { pack, matter } = checked({ originals: true });
    expect(attempt(pack, matter, "report-urgent", "2026-07-02", { reasons: ["harm"], measure: "Ngăn chặn" }).ok).toBe(
      true,
    );
    const returned = perform(pack, matter, "return-originals", "2026-07-02", { which: "Sổ" });
    expect(attempt(pack, returned, "return-originals", "2026-07-02", { which: "Sổ" }).ok).toBe(false);
  });
});

test("the papers are those of the circular of the day", () => {
  const papersOn = (received: string) =>
    openIn("petitions", "petition-processing", received).pack.procedures[0]?.documents.map((each) => each.key);
  expect(papersOn("2021-11-14")).toContain("tt07-05");
  expect(papersOn("2021-11-15")).toContain("tt05-03");
  expect(papersOn("2021-11-15")).not.toContain("tt07-05");
  expect(() => papersOn("2014-12-14")).toThrow("15 December 2014");
});
