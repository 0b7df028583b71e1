import { describe, expect, test } from "vitest";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";

const open = (received = "2026-07-02") => openIn("reflections", "recommendation", received);
const acts = (refusal: ReturnType<typeof refusalOf>) => refusal.instead.map((each) => each.act);

describe("a recommendation within competence", () => {
  test("is assigned, told, handled, answered and closed; its 30 days are an internal target", () => {
    const { pack, matter } = open();
    const assigned = attempt(pack, matter, "assign", "2026-07-06", { unit: "Phòng thử" });
    expect(due(assigned, "internal-target")).toBe("2026-08-05");
    const rule = pack.rules.find((each) => each.id === "KNPA-noi-bo");
    expect(rule).toMatchObject({ confidence: "inference", kind: "target" });
    expect(rule?.name.vi).toContain("nội bộ");
    let now = perform(pack, matter, "assign", "2026-07-06", { unit: "Phòng thử" });
    now = perform(pack, now, "notify", "2026-07-08", { result: "accepted" });
    expect(acts(refusalOf(attempt(pack, now, "close-transferred", "2026-07-08")))).toEqual(["begin-handling"]);
    now = perform(pack, now, "begin-handling", "2026-07-08");
    now = perform(pack, now, "answer", "2026-07-30", { answer: "Đã tiếp thu" });
    expect(now.clocks).toMatchObject([{ clock: "internal-target", status: "met" }]);
    expect(perform(pack, now, "close", "2026-07-31").state).toBe("CLOSED");
  });

  test("is not told as transferred, nor answered before it was told", () => {
    const { pack, matter } = open();
    const assigned = perform(pack, matter, "assign", "2026-07-06", { unit: "Phòng thử" });
    expect(refusalOf(attempt(pack, assigned, "notify", "2026-07-08", { result: "transferred" })).article).toBe(
      "Khoản 1 Điều 28 Luật Tiếp công dân",
    );
    expect(refusalOf(attempt(pack, assigned, "notify", "2026-07-08", { result: "more-time" })).code).toBe(
      "field-invalid",
    );
    expect(refusalOf(attempt(pack, assigned, "answer", "2026-07-08", { answer: "x" })).code).toBe("wrong-state");
  });
});

describe("a recommendation outside competence", () => {
  test("is transferred, told and closed", () => {
    const { pack, matter } = open();
    const sent = perform(pack, matter, "transfer", "2026-07-06", { competentBody: "Cơ quan thử", what: "record" });
    expect(attempt(pack, sent, "notify", "2026-07-08", { result: "accepted" }).ok).toBe(false);
    const told = perform(pack, sent, "notify", "2026-07-08", { result: "transferred" });
    expect(acts(refusalOf(attempt(pack, told, "begin-handling", "2026-07-08")))).toEqual(["close-transferred"]);
    expect(perform(pack, told, "close-transferred", "2026-07-08").state).toBe("CLOSED");
  });
});

describe("a recommendation that was assigned and belongs elsewhere", () => {
  test("is still transferred, by who receives citizens too (Article 26.2b), and told as that", () => {
    const { pack, matter } = open();
    const assigned = perform(pack, matter, "assign", "2026-07-06", { unit: "Phòng thử" });
    const to = { competentBody: "Cơ quan thử", what: "petition" };
    expect(attempt(pack, assigned, "transfer", "2026-07-07", to, ["reception-officer"]).ok).toBe(true);
    const sent = perform(pack, assigned, "transfer", "2026-07-07", to);
    expect(sent.clocks).toMatchObject([{ clock: "internal-target", status: "cancelled" }]);
    const told = perform(pack, sent, "notify", "2026-07-08", { result: "transferred" });
    expect(perform(pack, told, "close-transferred", "2026-07-08").state).toBe("CLOSED");
  });
});

describe("a recommendation classified wrongly", () => {
  test("becomes a complaint or denunciation before it was told, and not after", () => {
    const { pack, matter } = open();
    const values = { class: "complaint", reason: "Phản đối quyết định hành chính" };
    const assigned = perform(pack, matter, "assign", "2026-07-06", { unit: "Phòng thử" });
    expect(perform(pack, assigned, "reclassify", "2026-07-07", values)).toMatchObject({
      state: "RECLASSIFIED",
      clocks: [{ clock: "internal-target", status: "cancelled" }],
    });
    const told = perform(pack, assigned, "notify", "2026-07-07", { result: "accepted" });
    expect(refusalOf(attempt(pack, told, "reclassify", "2026-07-07", values)).code).toBe("wrong-state");
  });
});

describe("a recommendation that repeats", () => {
  const repeat = { answeredBefore: true, nothingNew: true, groundOn: "2026-07-03" };

  test("is refused in writing within 3 working days, on form 01/TCD", () => {
    const { pack, matter } = open();
    expect(due(attempt(pack, matter, "establish-repeat", "2026-07-03", repeat), "refusal-notice")).toBe("2026-07-08");
    const now = perform(pack, matter, "establish-repeat", "2026-07-03", repeat);
    expect(attempt(pack, now, "refuse-written", "2026-07-06", { reason: "Đã trả lời" })).toMatchObject({
      ok: true,
      to: "REFUSED_WRITTEN",
      documents: ["tcd-01"],
    });
    expect(perform(pack, now, "handle-after-all", "2026-07-06", { reason: "Có tình tiết mới" }).state).toBe(
      "CLASSIFIED",
    );
  });

  test("with something new, or never answered, is looked at", () => {
    const { pack, matter } = open();
    const something = attempt(pack, matter, "establish-repeat", "2026-07-03", { ...repeat, nothingNew: false });
    expect(acts(refusalOf(something))).toEqual(["assign", "transfer"]);
    expect(attempt(pack, matter, "establish-repeat", "2026-07-03", { ...repeat, answeredBefore: false }).ok).toBe(
      false,
    );
  });

  test("had no such refusal before 1 July 2026", () => {
    const { pack, matter } = open("2026-06-30");
    expect(refusalOf(attempt(pack, matter, "establish-repeat", "2026-07-01", repeat)).code).toBe("unknown-act");
  });
});

describe("a reflection on regulations", () => {
  const regulation = () => openIn("reflections", "regulation-reflection", "2026-07-02");
  const entry = {
    form: "document",
    inVietnamese: true,
    clearContent: true,
    nameAndContact: true,
    throughChannel: true,
    about: "regulation",
    ownCompetence: true,
  };

  test("within competence is assessed, decided and published", () => {
    const { pack, matter } = regulation();
    let now = perform(pack, matter, "log", "2026-07-02", entry);
    now = perform(pack, now, "assess", "2026-07-03");
    expect(now.clocks).toMatchObject([{ clock: "transfer", status: "cancelled" }]);
    now = perform(pack, now, "keep-collecting", "2026-07-06", { reason: "Chưa đủ cơ sở" });
    now = perform(pack, now, "assess-again", "2026-07-20", { what: "Thêm ý kiến" });
    now = perform(pack, now, "tell-status", "2026-07-20", { told: "Đang đánh giá" });
    now = perform(pack, now, "decide-handling", "2026-07-27", {
      criteria: ["simple"],
      handling: "amend",
      content: "Sửa",
    });
    expect(refusalOf(attempt(pack, now, "publish", "2026-07-28", { means: ["other"] })).field).toBe("otherMeans");
    expect(perform(pack, now, "publish", "2026-07-28", { means: ["portal", "letter"] }).state).toBe("PUBLISHED");
  });

  test("outside competence, or on the conduct of officials, is transferred within 5 working days", () => {
    const { pack, matter } = regulation();
    expect(matter.clocks).toMatchObject([{ clock: "transfer", rule: "PAKN-9-1", startOn: "2026-07-02" }]);
    for (const other of [{ ownCompetence: false }, { about: "conduct" }]) {
      const logged = perform(pack, matter, "log", "2026-07-02", { ...entry, ...other });
      expect(acts(refusalOf(attempt(pack, logged, "assess", "2026-07-03")))).toEqual(["transfer"]);
      expect(perform(pack, logged, "transfer", "2026-07-03", { competentBody: "Sở thử" }).state).toBe("TRANSFERRED");
    }
    const own = perform(pack, matter, "log", "2026-07-02", entry);
    expect(acts(refusalOf(attempt(pack, own, "transfer", "2026-07-03", { competentBody: "Sở thử" })))).toEqual([
      "assess",
    ]);
  });

  test("that does not meet the form is not taken in; one that does is not rejected", () => {
    const { pack, matter } = regulation();
    const poor = perform(pack, matter, "log", "2026-07-02", { ...entry, nameAndContact: false });
    expect(acts(refusalOf(attempt(pack, poor, "assess", "2026-07-03")))).toEqual(["reject"]);
    expect(perform(pack, poor, "reject", "2026-07-03", { reason: "Thiếu địa chỉ" }).state).toBe("REJECTED");
    // Điều 7.3: who fills in an opinion form of the office need not give a name.
    const asked = perform(pack, matter, "log", "2026-07-02", {
      ...entry,
      form: "questionnaire",
      nameAndContact: false,
    });
    expect(attempt(pack, asked, "assess", "2026-07-03").ok).toBe(true);
    const good = perform(pack, matter, "log", "2026-07-02", entry);
    expect(refusalOf(attempt(pack, good, "reject", "2026-07-03", { reason: "x" })).article).toContain(
      "Nghị định 20/2008",
    );
  });

  test("whose day of receipt was wrong is counted again", () => {
    const { pack, matter } = regulation();
    const values = { what: "received-on", oldValue: "02/7", newDate: "2026-07-01", reason: "Nhầm" };
    expect(due(attempt(pack, matter, "correct", "2026-07-03", values), "transfer")).toBe("2026-07-08");
  });
});
