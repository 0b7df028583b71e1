import { describe, expect, test } from "vitest";
import { deadlineReport } from "../src/rules/deadline-report.ts";
import { isLawRangeError } from "../src/rules/law-range-error.ts";
import { civilDate } from "../src/time/civil-date.ts";
import { examples as complaints2012 } from "./complaints/2012-07-01/examples.ts";
import { examples as complaints2020 } from "./complaints/2020-12-10/examples.ts";
import { examples as complaints2025 } from "./complaints/2025-07-01/examples.ts";
import { examples as complaints2026 } from "./complaints/2026-07-01/examples.ts";
import { examples as denunciations2019 } from "./denunciations/2019-05-28/examples.ts";
import { examples as denunciations2025 } from "./denunciations/2025-07-01/examples.ts";
import { examples as denunciations2026 } from "./denunciations/2026-07-01/examples.ts";
import { lawCalendar, lawPacks } from "./index.ts";
import { examples as petitions } from "./petitions/2026-07-01/examples.ts";
import { examples as reception } from "./reception/2026-07-01/examples.ts";
import { examples as reflections } from "./reflections/2026-07-01/examples.ts";
import type { WorkedExample } from "./worked-example.ts";

const complaints = [...complaints2012, ...complaints2020, ...complaints2025, ...complaints2026];
const denunciations = [...denunciations2019, ...denunciations2025, ...denunciations2026];
const all = [...complaints, ...denunciations, ...reception, ...petitions, ...reflections];

function answer(example: WorkedExample) {
  const paused = (example.paused ?? []).map((pause) => {
    const [from = "", to = ""] = pause.split("..");
    return { from: civilDate(from), to: civilDate(to) };
  });
  try {
    const question = {
      rule: example.rule,
      start: civilDate(example.start),
      paused,
      extensions: example.extended ?? 0,
      provisional: example.provisional ?? false,
    };
    const report = deadlineReport(lawPacks, question, lawCalendar);
    return {
      due: report.dueOn,
      raw: report.rawOn,
      effective: report.effectiveOn,
      provisional: report.provisional || undefined,
    };
  } catch (error) {
    if (isLawRangeError(error)) return { refused: error.code };
    throw error;
  }
}

describe("the worked examples of the law", () => {
  test.each(all)("$rule from $start: $what", (example) => {
    const expected = example.refused
      ? { refused: example.refused }
      : {
          due: example.due,
          raw: example.raw ?? example.due,
          effective: example.effective,
          provisional: example.provisional,
        };
    expect(answer(example)).toEqual(expected);
  });
});

describe("the worked examples of complaints", () => {
  const counted = lawPacks.filter((pack) => pack.subject === "complaints" && pack.validFrom >= "2020-12-10");
  test.each(counted.map((pack) => ({ id: pack.id, pack })))("have a date for every deadline of $id", ({ pack }) => {
    const until = pack.validTo ?? "9999-12-31";
    const shown = complaints.filter(
      (example) => example.due && example.start >= pack.validFrom && example.start <= until,
    );
    const inForce = pack.rules.filter((rule) => (rule.inForceFrom ?? "") <= until);
    const missing = inForce.filter((rule) => !shown.some((example) => example.rule === rule.id));
    expect(missing.map((rule) => rule.id)).toEqual([]);
  });
});
