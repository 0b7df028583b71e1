import { describe, expect, test } from "vitest";
import { attempt, perform, refusalOf } from "../testing-matter.ts";
import { acts, checked, outside, type Values } from "./testing-check.ts";

describe("what must not simply be filed", () => {
  test("is an unsigned denunciation with a named violator and evidence that can be checked (Article 25.2)", () => {
    const { pack, matter } = checked({ class: "denunciation", nameAndAddress: false });
    const found = { namesViolator: true, concreteEvidence: true, checkable: true, body: "Thanh tra thử" };
    expect(attempt(pack, matter, "to-inspection", "2026-07-06", found)).toMatchObject({
      ok: true,
      to: "HANDED_OVER",
      act: { article: "Khoản 2 Điều 25 Luật Tố cáo 25/2018/QH14", confidence: "text" },
    });
    expect(
      acts(refusalOf(attempt(pack, matter, "to-inspection", "2026-07-06", { ...found, checkable: false }))),
    ).toEqual(["file"]);
    const named = checked({ class: "denunciation" });
    expect(acts(refusalOf(attempt(named.pack, named.matter, "to-inspection", "2026-07-06", found)))).toEqual([
      "propose",
    ]);
    const before = checked({ class: "denunciation", nameAndAddress: false }, "2016-03-01");
    expect(attempt(before.pack, before.matter, "to-inspection", "2016-03-02", found)).toMatchObject({
      ok: true,
      act: { confidence: "inference" },
    });
  });

  test("is what somebody handed in in person and got no answer to (Article 28.1 of the law of reception)", () => {
    const { pack, matter } = checked({ signed: false, inPerson: true });
    const filed = (told: boolean) => attempt(pack, matter, "file", "2026-07-06", { ground: "not-eligible", told });
    expect(refusalOf(filed(false)).article).toBe("Khoản 1 Điều 28 Luật Tiếp công dân");
    expect(filed(true).ok).toBe(true);
  });
});

describe("the time for acceptance that the petition has from its receipt", () => {
  const processed = (more: Values = {}) => {
    const { pack, matter } = checked(more);
    const acceptance = { clock: "acceptance", rule: "KN-27-1", startOn: matter.receivedOn, status: "running" } as const;
    return { pack, matter: { ...matter, clocks: [...matter.clocks, acceptance] } };
  };
  const standsAfter = (act: string, values: Values, more: Values = {}) => {
    const { pack, matter } = processed(more);
    return perform(pack, matter, act, "2026-07-06", values).clocks.find((each) => each.clock === "acceptance")?.status;
  };

  test("ends where nothing is left to accept, is met by the notice of Article 27, and goes on with what is handed over", () => {
    const to = { competentBody: "Cơ quan thử" };
    expect(standsAfter("guide", { ...to, basis: "Điều 17" }, outside)).toBe("cancelled");
    expect(standsAfter("transfer-complaint", to, outside)).toBe("cancelled");
    expect(standsAfter("file", { ground: "expired" })).toBe("cancelled");
    expect(standsAfter("notify-ineligible", { reason: "Thiếu" }, { contentStated: false })).toBe("met");
    expect(standsAfter("propose", { proposal: "Thụ lý" })).toBe("running");
  });
});
