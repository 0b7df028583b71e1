import { describe, expect, test } from "vitest";
import type { FieldValue } from "../../src/rules/decide.ts";
import { attempt, due, openIn, perform, refusalOf } from "../testing-matter.ts";
import { conclusion, handling, publication, report, sending, session, team } from "./testing-denunciation.ts";

const open = (againBecause: "unlawful" | "delay", received = "2026-07-06") =>
  openIn("denunciations", "denunciation-again", received, { againBecause });

const review = { concluded: true, resolver: "Chủ tịch xã, KL 05" };
const theCase = { accused: "Nguyễn Văn Hư Cấu", content: "Nhận tiền khi cấp phép" };
const delay = { limitPassed: true, resolver: "Chủ tịch xã" };

function underReview() {
  const { pack, matter } = open("unlawful");
  return { pack, matter: perform(pack, matter, "open-review", "2026-07-08", review) };
}

function demanded() {
  const { pack, matter } = open("delay");
  const now = perform(pack, matter, "demand-report", "2026-07-13", delay);
  return {
    pack,
    matter: perform(pack, now, "record-demand-received", "2026-07-15", { demandReceivedOn: "2026-07-14" }),
  };
}

describe("a further denunciation of an unlawful settlement", () => {
  test("is reviewed within 20 days of its receipt", () => {
    const { matter } = open("unlawful");
    expect(matter.clocks).toEqual([{ clock: "review", rule: "TC-37-1", startOn: "2026-07-06", status: "running" }]);
  });

  test("needs a settlement to review, and does not demand a report", () => {
    const { pack, matter } = open("unlawful");
    expect(
      refusalOf(attempt(pack, matter, "open-review", "2026-07-08", { ...review, concluded: false })).article,
    ).toContain("Khoản 1 Điều 37");
    expect(refusalOf(attempt(pack, matter, "demand-report", "2026-07-08", delay)).instead).toMatchObject([
      { act: "open-review" },
      { act: "correct" },
    ]);
  });

  test("is not settled again only where the earlier settlement was lawful", () => {
    const { pack, matter } = underReview();
    const values = { lawful: false, reason: "Đã xem xét" };
    expect(
      refusalOf(attempt(pack, matter, "no-resettlement", "2026-07-20", values)).instead.map((each) => each.act),
    ).toEqual(["transfer-again", "settle-own-competence", "resettle"]);
    const ended = perform(pack, matter, "no-resettlement", "2026-07-20", { ...values, lawful: true });
    expect(ended).toMatchObject({ state: "NO_RESETTLEMENT", clocks: [{ clock: "review", status: "met" }] });
  });

  test("of a settlement outside competence is settled or transferred", () => {
    const { pack, matter } = underReview();
    const wrong = { wrongCompetence: true };
    expect(perform(pack, matter, "transfer-again", "2026-07-20", { ...wrong, agency: "Sở" }).state).toBe("TRANSFERRED");
    const own = attempt(pack, matter, "settle-own-competence", "2026-07-20", { ...wrong, ...theCase });
    expect(due(own, "settlement")).toBe("2026-08-19");
    expect(
      refusalOf(attempt(pack, matter, "transfer-again", "2026-07-20", { wrongCompetence: false, agency: "Sở" })).code,
    ).toBe("guard");
  });

  test("is settled again on a ground of Article 37.3, in full, with what was wrong before", () => {
    const { pack, matter } = underReview();
    expect(refusalOf(attempt(pack, matter, "resettle", "2026-07-15", { grounds: [], ...theCase })).field).toBe(
      "grounds",
    );
    let now = perform(pack, matter, "resettle", "2026-07-15", { grounds: ["b"], ...theCase });
    expect(now.clocks.find((clock) => clock.clock === "settlement")).toMatchObject({ rule: "TC-30-1" });
    now = perform(pack, now, "set-up-team", "2026-07-16", team);
    now = perform(pack, now, "work-with-accused", "2026-07-20", { ...session, explained: "in-person" });
    expect(refusalOf(attempt(pack, now, "report-team", "2026-08-05", report)).field).toBe("earlier");
    now = perform(pack, now, "report-team", "2026-08-05", { ...report, earlier: "Bỏ sót chứng cứ" });
    expect(refusalOf(attempt(pack, now, "conclude", "2026-08-14", conclusion)).field).toBe("earlierBreaches");
    const full = { ...conclusion, earlierBreaches: "Bỏ sót", earlierResponsibility: "Chủ tịch xã" };
    now = perform(pack, now, "conclude", "2026-08-14", full);
    now = perform(pack, now, "send", "2026-08-17", sending);
    now = perform(pack, now, "handle", "2026-08-18", handling);
    now = perform(pack, now, "publish", "2026-08-19", publication("2026-08-19"));
    now = perform(pack, now, "monitor", "2026-08-20", { who: "resolver" });
    expect(perform(pack, now, "close", "2026-10-01", { result: "Xong", numbered: true }).state).toBe("CLOSED");
  });
});

describe("a further denunciation of delay", () => {
  test("leads to a demand within 5 working days and a report within 5 more", () => {
    const { pack, matter } = open("delay");
    expect(matter.clocks).toEqual([{ clock: "demand", rule: "TC-38-1", startOn: "2026-07-06", status: "running" }]);
    const now = perform(pack, matter, "demand-report", "2026-07-13", delay);
    const received = attempt(pack, now, "record-demand-received", "2026-07-15", { demandReceivedOn: "2026-07-14" });
    expect(due(received, "lower-report")).toBe("2026-07-21");
    expect(
      refusalOf(attempt(pack, now, "record-demand-received", "2026-07-15", { demandReceivedOn: "2026-07-16" })).code,
    ).toBe("guard");
  });

  test("is too early while the limit below runs", () => {
    const { pack, matter } = open("delay");
    expect(
      refusalOf(attempt(pack, matter, "demand-report", "2026-07-13", { ...delay, limitPassed: false })).article,
    ).toContain("Khoản 1 Điều 38");
  });

  test("ends when it is settled below, and the denouncer is told how it stands", () => {
    const { pack, matter } = demanded();
    expect(
      refusalOf(attempt(pack, matter, "record-demand-received", "2026-07-16", { demandReceivedOn: "2026-07-14" })).code,
    ).toBe("guard");
    let now = perform(pack, matter, "record-lower-report", "2026-07-20", { report: "Chờ tài liệu" });
    now = perform(pack, now, "inform-denouncer", "2026-07-21", { notifiedOn: "2026-07-21" });
    expect(now.state).toBe("URGED");
    expect(
      refusalOf(attempt(pack, now, "record-settled-below", "2026-08-20", { settled: false, result: "Chưa" })).code,
    ).toBe("guard");
    expect(
      perform(pack, now, "record-settled-below", "2026-08-20", { settled: true, result: "Đã kết luận" }).state,
    ).toBe("SETTLED_BELOW");
  });

  test("is taken over with 30 days of its own once the file has arrived", () => {
    const { pack, matter } = demanded();
    const grounds: Record<string, FieldValue> = { grounds: ["relative"], reason: "Em ruột" };
    const stopped = perform(pack, matter, "order-stop", "2026-07-22", grounds);
    const values = { fileArrived: true, ...theCase };
    expect(
      refusalOf(attempt(pack, stopped, "take-over", "2026-07-24", { ...values, fileArrived: false })).article,
    ).toContain("Khoản 3 Điều 5 Nghị định 31/2019");
    const taken = attempt(pack, stopped, "take-over", "2026-07-24", values);
    expect(taken).toMatchObject({ ok: true, to: "ACCEPTED" });
    expect(due(taken, "settlement")).toBe("2026-08-24");
    const accepted = perform(pack, stopped, "take-over", "2026-07-24", values);
    const extension = { complexity: "complex", criteria: ["b"], days: "30", reason: "Hai nội dung" };
    expect(due(attempt(pack, accepted, "extend", "2026-08-20", extension), "settlement")).toBe("2026-09-22");
  });

  test("counts a corrected day of receipt again", () => {
    const { pack, matter } = open("delay");
    const values = { what: "received-on", oldValue: "06/7", newDate: "2026-07-03", reason: "Nhầm" };
    expect(due(attempt(pack, matter, "correct", "2026-07-08", values), "demand")).toBe("2026-07-10");
  });
});
