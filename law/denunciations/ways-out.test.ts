import { describe, expect, test } from "vitest";
import { selectVersion } from "../../src/rules/select-version.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { lawPacks } from "../index.ts";
import { attempt, openIn, perform, refusalOf } from "../testing-matter.ts";
import {
  acceptance,
  accepted,
  checked,
  concludedCase,
  conclusion,
  open,
  report,
  session,
  verifying,
} from "./testing-denunciation.ts";

const running = (matter: { clocks: readonly { clock: string; status: string }[] }) =>
  matter.clocks.filter((clock) => clock.status === "running").map((clock) => clock.clock);

describe("a denunciation that turns out not to be for this office", () => {
  test("is transferred and the denouncer told, though nobody saw it when the matter was opened (Điều 24.2)", () => {
    const { pack, matter } = checked();
    const refusal = refusalOf(attempt(pack, matter, "accept", "2026-07-07", { ...acceptance, competent: false }));
    expect(refusal.instead.map((each) => each.act)).toContain("transfer");
    const gone = perform(pack, matter, "transfer", "2026-07-08", {
      agency: "Thanh tra tỉnh",
      transferredBefore: false,
    });
    const told = perform(pack, gone, "notify-transfer", "2026-07-08", { notifiedOn: "2026-07-08" });
    expect(refusalOf(attempt(pack, told, "notify-transfer", "2026-07-09", { notifiedOn: "2026-07-09" })).code).toBe(
      "guard",
    );
  });

  test("and was transferred once already is left, not transferred again (Điều 14.1 TT 05/2021)", () => {
    const { pack, matter } = open("2026-07-02", { withinCompetence: false });
    const values = { outsideCompetence: true, ground: "transferred-before" };
    expect(perform(pack, matter, "not-process-duplicate", "2026-07-03", values).state).toBe("NOT_PROCESSED");
  });

  test("is not settled at once either: only in the field that the office manages (Điều 43.1b)", () => {
    const { pack, matter } = open("2026-07-02", { violation: "state-management", withinCompetence: false });
    const values = {
      clearContent: true,
      concreteEvidence: true,
      immediate: true,
      accused: "Cơ sở Hư Cấu",
      measure: "Đã lập biên bản",
      outcome: "own-decision",
    };
    expect(refusalOf(attempt(pack, matter, "settle-at-once", "2026-07-03", values))).toMatchObject({
      article: "Điểm b khoản 1 Điều 43 Luật Tố cáo",
      instead: [{ act: "transfer" }, { act: "correct" }],
    });
  });
});

describe("what is still owed when the settlement ends", () => {
  test("by a termination is only that this decision is sent (Điều 34.4)", () => {
    const { pack, matter } = accepted();
    const ended = perform(pack, matter, "terminate", "2026-07-16", { ground: "b", reason: "Đã chết" });
    expect(running(ended)).toEqual(["suspension-sending"]);
  });

  test("by a conclusion may be the notices of acceptance, the resumption and the report to the superior", () => {
    const { pack, matter } = verifying();
    const demanded = { demandedOn: "2026-08-03", from: "Ủy ban nhân dân tỉnh" };
    let now = perform(pack, matter, "record-demand", "2026-08-03", demanded);
    now = perform(pack, now, "work-with-accused", "2026-08-03", { ...session, explained: "in-person" });
    now = perform(pack, now, "report-team", "2026-08-05", report);
    now = perform(pack, now, "conclude", "2026-08-06", conclusion);
    now = perform(pack, now, "notify-acceptance", "2026-08-07", { notifiedOn: "2026-08-07" });
    now = perform(pack, now, "notify-accused", "2026-08-07", { content: "Nhận tiền", namesDenouncer: false });
    now = perform(pack, now, "report-to-superior", "2026-08-07", { content: "Đã kết luận" });
    expect(running(now).toSorted()).toEqual(["handling", "publication", "sending"]);
  });
});

describe("a further denunciation", () => {
  const further = (againBecause: "unlawful" | "delay") =>
    openIn("denunciations", "denunciation-again", "2026-07-06", { againBecause });

  test("that came too early is not taken up, and the denouncer told (Điều 37.1, Điều 38.1)", () => {
    const { pack, matter } = further("delay");
    const early = refusalOf(
      attempt(pack, matter, "demand-report", "2026-07-08", { limitPassed: false, resolver: "Chủ tịch xã" }),
    );
    expect(early.instead.map((each) => each.act)).toEqual(["not-take-up"]);
    const left = perform(pack, matter, "not-take-up", "2026-07-08", { tooEarly: true, reason: "Còn thời hạn" });
    expect(left.state).toBe("NOT_TAKEN_UP");
    expect(running(left)).toEqual([]);
    expect(attempt(pack, left, "inform-denouncer", "2026-07-09", { notifiedOn: "2026-07-09" }).ok).toBe(true);
    expect(attempt(pack, matter, "not-take-up", "2026-07-08", { tooEarly: false, reason: "Đã quá hạn" }).ok).toBe(
      false,
    );
  });

  test("that came to another body than the direct superior is transferred", () => {
    const { pack, matter } = further("unlawful");
    const values = { notSuperior: true, agency: "Ủy ban nhân dân tỉnh" };
    expect(perform(pack, matter, "transfer-further", "2026-07-08", values).state).toBe("TRANSFERRED");
    expect(attempt(pack, matter, "transfer-further", "2026-07-08", { ...values, notSuperior: false }).ok).toBe(false);
  });

  test("entered for the wrong reason is corrected and goes on under the right article", () => {
    const { pack, matter } = further("unlawful");
    const values = { what: "again-because", oldValue: "không đúng", newAgainBecause: "delay", reason: "Nhầm" };
    const right = perform(pack, matter, "correct", "2026-07-08", values);
    const demanded = perform(pack, right, "demand-report", "2026-07-09", {
      limitPassed: true,
      resolver: "Chủ tịch xã",
    });
    expect(demanded.state).toBe("DEMANDED");
    expect(running(demanded)).toEqual([]);
  });
});

describe("protection", () => {
  const protection = () => openIn("denunciations", "denouncer-protection", "2026-07-06", { requestedBy: "written" });
  const order = { withinPower: true, measures: ["job"], content: "Giữ nguyên việc làm", startOn: "2026-07-08" };

  test("is not forced on anybody (Điều 48.1d)", () => {
    const { pack, matter } = protection();
    expect(perform(pack, matter, "record-declined", "2026-07-07", { declinedOn: "2026-07-07" }).state).toBe("REFUSED");
  });

  test("of the job by the resolver and of life by the police goes side by side, and may end before it began", () => {
    const { pack, matter } = protection();
    let now = perform(pack, matter, "assess", "2026-07-07", {
      people: ["denouncer"],
      danger: "imminent",
      assessment: "Có căn cứ",
    });
    now = perform(pack, now, "order", "2026-07-07", order);
    const referral = { withinPower: false, authority: "police", measures: ["guard"], content: "Bảo vệ tại nhà" };
    now = perform(pack, now, "refer-besides", "2026-07-07", referral);
    expect(now.state).toBe("ORDERED");
    expect(perform(pack, now, "end", "2026-07-08", { why: "concluded" }).state).toBe("ENDED");
  });
});

describe("the papers of the decree", () => {
  const pack = selectVersion(lawPacks, "denunciations", civilDate("2026-07-01"));
  const paper = (key: string, procedure = "denunciation") =>
    pack.procedures.find((each) => each.id === procedure)?.documents.find((each) => each.key === key);
  const to = (key: string) => paper(key)?.recipients.map((each) => each.vi) ?? [];

  test("reach those whom the forms name", () => {
    expect(to("tc-04")).toContain("Người bị tố cáo");
    expect(to("tc-09").some((each) => each.startsWith("Người tố cáo (theo bí danh"))).toBe(true);
    expect(to("tc-12")).toEqual(
      expect.arrayContaining(["Cơ quan thanh tra nhà nước cùng cấp", "Cơ quan thanh tra nhà nước cấp trên"]),
    );
    expect(paper("tc-stop-order", "denunciation-again")).toMatchObject({ confidence: "text", gap: "GAP-8" });
  });

  test("give the accused a copy that harms nobody: note 12 of form 12", () => {
    const { pack: law, matter } = concludedCase();
    const values = { allRecipients: true, denouncerTold: true, safeCopy: false };
    expect(refusalOf(attempt(law, matter, "send", "2026-08-17", values)).article).toContain("Mẫu số 12 (ghi chú 12)");
  });

  test("let the accused be met, not only written to (Điều 12.1)", () => {
    const explained = pack.procedures
      .find((each) => each.id === "denunciation")
      ?.acts.find((act) => act.id === "work-with-accused")
      ?.fields.find((field) => field.id === "explained");
    const inWriting = explained?.options?.find((each) => each.id === "in-writing");
    expect(inWriting?.label.vi).toContain("Đã làm việc trực tiếp");
  });
});

describe("who settles", () => {
  test("what the district left undone on 1 July 2025 is said, as for complaints (Điều 54.8 Luật 72/2025)", () => {
    const pack = selectVersion(lawPacks, "denunciations", civilDate("2025-07-01"));
    expect(pack.competence.find((rule) => rule.against.includes("former-district"))).toMatchObject({
      id: "2C-2",
      confidence: "text",
    });
    expect(pack.transitions.map((rule) => [rule.id, rule.effect])).toEqual([["2C-2", "stays"]]);
  });

  test("those whom the province chair appoints, in every version (Điều 13.4a)", () => {
    for (const day of ["2024-01-01", "2025-07-01", "2026-07-01"])
      expect(
        selectVersion(lawPacks, "denunciations", civilDate(day)).competence.find((rule) =>
          rule.against.includes("provincial-chair-official"),
        )?.id,
      ).toBe("TC-C-3");
  });
});
