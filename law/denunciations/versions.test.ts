import { describe, expect, test } from "vitest";
import { lawFor } from "../../src/rules/clock-changes.ts";
import { selectVersion } from "../../src/rules/select-version.ts";
import { civilDate } from "../../src/time/civil-date.ts";
import { lawCalendar, lawPacks } from "../index.ts";
import { type OpenedInTest, perform, today } from "../testing-matter.ts";
import { accepted, checked, concludedCase, handling } from "./testing-denunciation.ts";

const packs = lawPacks.filter((pack) => pack.subject === "denunciations");
const on = (day: string) => selectVersion(lawPacks, "denunciations", civilDate(day));

function whoSettles(day: string, against: string): readonly (string | undefined)[] {
  const rule = on(day).competence.find((each) => each.against.includes(against));
  return [rule?.first.at, rule?.second?.at];
}

describe("the versions of the law on denunciations", () => {
  test("follow each other without a gap", () => {
    expect(
      ["2019-05-27", "2019-05-28", "2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"].map((day) => on(day).id),
    ).toEqual([
      "denunciations/2019-01-01",
      "denunciations/2019-05-28",
      "denunciations/2019-05-28",
      "denunciations/2025-07-01",
      "denunciations/2025-07-01",
      "denunciations/2026-07-01",
    ]);
    expect(packs.map((pack) => pack.alias)).toEqual(["V0", "V0", "V1", "V2"]);
  });

  test("number the forms from the decree on, and the two of 2026 anew", () => {
    const form = (day: string, key: string) =>
      on(day).procedures[0]?.documents.find((document) => document.key === key);
    expect(form("2019-03-01", "tc-04")?.form).toBeNull();
    expect(form("2024-03-01", "tc-04")).toMatchObject({ form: "04", article: expect.stringContaining("31/2019") });
    expect(form("2026-07-01", "tc-03")).toMatchObject({ form: "03", article: expect.stringContaining("156/2026") });
    expect(form("2026-07-01", "tc-refusal")?.form).toBe("05");
    expect(form("2026-07-01", "tc-suspension")).toMatchObject({ form: null, gap: "GAP-8" });
  });

  test("say who settles: three levels, two levels, and the law of 2026", () => {
    expect(whoSettles("2024-01-01", "commune-chair")).toEqual(["district", "province"]);
    expect(whoSettles("2024-01-01", "district-chair")).toEqual(["province", "government"]);
    expect(whoSettles("2025-07-01", "commune-chair")).toEqual(["province", "government"]);
    expect(whoSettles("2025-07-01", "district-chair")).toEqual([undefined, undefined]);
    expect(whoSettles("2026-07-01", "commune-agency-head")).toEqual(["commune", "province"]);
    expect(whoSettles("2026-07-01", "agency-of-no-other-case")).toEqual(["province", undefined]);
    const unsure = on("2025-07-01").competence.find((rule) => rule.id === "TC-C-1");
    expect(unsure).toMatchObject({ confidence: "inference", gap: "GAP-13" });
  });
});

describe("the transition of 1 July 2026", () => {
  const moves = on("2026-07-01").transitions.find((rule) => rule.id === "VER-4");
  const holds = ({ pack, matter }: ReturnType<typeof accepted>) =>
    on("2026-07-01").conditions[moves?.when ?? ""]?.(
      matter,
      undefined,
      lawFor(pack, matter, lawCalendar, today, today),
    );

  test("moves what is accepted and still being settled, until the conclusion is acted on", () => {
    expect(moves).toMatchObject({
      effect: "moves",
      on: "2026-07-01",
      article: "Khoản 1 Điều 10 Nghị định 156/2026/NĐ-CP",
    });
    expect(moves?.from).toEqual(packs.slice(0, 3).map((pack) => pack.id));
    const earlier = (opened: OpenedInTest): OpenedInTest => ({
      ...opened,
      matter: {
        ...opened.matter,
        clocks: opened.matter.clocks.map((clock) =>
          clock.clock === "settlement" ? { ...clock, startOn: civilDate("2026-06-15") } : clock,
        ),
      },
    });
    const { pack, matter } = concludedCase();
    const handled = { pack, matter: perform(pack, matter, "handle", "2026-08-18", handling) };
    expect([checked(), accepted(), { pack, matter }, handled].map(earlier).map(holds)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    // Accepted after the decree came into force: it stays under the law of its day of receipt (GAP-2).
    expect([accepted(), { pack, matter }].map(holds)).toEqual([false, false]);
  });

  test("finds every state and act of a moved matter in the new version", () => {
    for (const id of moves?.procedures ?? []) {
      const later = on("2026-07-01").procedures.find((procedure) => procedure.id === id);
      const earlier = on("2026-06-30").procedures.find((procedure) => procedure.id === id);
      expect(later?.states).toEqual(earlier?.states);
      expect(later?.acts.map((act) => act.id)).toEqual(earlier?.acts.map((act) => act.id));
    }
  });

  test("leaves discipline to the more favourable text", () => {
    expect(on("2026-07-01").transitions.find((rule) => rule.id === "VER-4-discipline")).toMatchObject({
      effect: "stays",
      article: "Khoản 2 Điều 10 Nghị định 156/2026/NĐ-CP",
    });
  });
});

describe("the secret of who denounced", () => {
  test("is asked for by no field, and every field for words says not to write it", () => {
    const fields = packs.flatMap((pack) =>
      pack.procedures.flatMap((procedure) => [
        ...procedure.opens.fields,
        ...procedure.acts.flatMap((act) => act.fields),
      ]),
    );
    expect(fields.length).toBeGreaterThan(500);
    for (const field of fields) {
      expect(field.label.vi).not.toMatch(/(họ tên|địa chỉ|điện thoại|liên hệ) (của |với )?người tố cáo$/i);
      if (field.type === "text" || field.type === "long-text") {
        expect(field.personal).toBe(true);
        expect(field.help?.vi).toContain("Không ghi họ tên");
      }
    }
  });

  test("leaves no paper of the procedure addressed to the denouncer by name", () => {
    for (const pack of packs)
      for (const document of pack.procedures.flatMap((procedure) => procedure.documents))
        for (const recipient of document.recipients)
          if (recipient.vi.startsWith("Người tố cáo")) expect(recipient.vi).toContain("bí danh");
  });
});
