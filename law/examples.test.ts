import { describe, expect, test } from "vitest";
import { deadlineReport } from "../src/rules/deadline-report.ts";
import { isLawRangeError } from "../src/rules/law-range-error.ts";
import { civilDate } from "../src/time/civil-date.ts";
import { examples as complaints } from "./complaints/2026-07-01/examples.ts";
import { examples as denunciationsV0 } from "./denunciations/2019-05-28/examples.ts";
import { examples as denunciationsV1 } from "./denunciations/2025-07-01/examples.ts";
import { examples as denunciationsV2 } from "./denunciations/2026-07-01/examples.ts";
import { lawCalendar, lawPacks } from "./index.ts";
import { examples as reception } from "./reception/2026-07-01/examples.ts";
import type { WorkedExample } from "./worked-example.ts";

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
  test.each([...complaints, ...reception, ...denunciationsV0, ...denunciationsV1, ...denunciationsV2])(
    "$rule from $start: $what",
    (example) => {
      const expected = example.refused
        ? { refused: example.refused }
        : {
            due: example.due,
            raw: example.raw ?? example.due,
            effective: example.effective,
            provisional: example.provisional,
          };
      expect(answer(example)).toEqual(expected);
    },
  );
});
