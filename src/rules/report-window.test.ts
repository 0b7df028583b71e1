import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { addDays } from "../time/civil-date.ts";
import { reportWindow } from "./report-window.ts";

const ask = (period: string, year: number) => reportWindow(lawPacks, { period, year });

describe("under Circular 06/2025", () => {
  test.each([
    ["Q1", "2025-12-15", "2026-03-14", "2026-03-17", "2026-03-20", true],
    ["Q2", "2026-03-15", "2026-06-14", "2026-06-17", "2026-06-20", false],
    ["6M", "2025-12-15", "2026-06-14", "2026-06-17", "2026-06-20", true],
    ["Q3", "2026-06-15", "2026-09-14", "2026-09-17", "2026-09-20", false],
    ["9M", "2025-12-15", "2026-09-14", "2026-09-17", "2026-09-20", true],
    ["Q4", "2026-09-15", "2026-12-14", "2026-12-17", "2026-12-20", false],
    ["Y", "2025-12-15", "2026-12-14", "2026-12-17", "2026-12-20", true],
  ])(
    "%s of 2026 runs from %s to %s; communes by %s, the province by %s",
    (period, from, to, commune, province, narrative) => {
      const window = ask(period, 2026);
      expect(window).toMatchObject({ from, to, narrative, circular: "Thông tư 06/2025/TT-TTCP", confidence: "text" });
      expect(window.due.map((each) => each.on)).toEqual([commune, province]);
    },
  );
});

describe("the circular", () => {
  test("is the one in force on the closing day", () => {
    expect(ask("Q3", 2025).circular).toBe("Thông tư 01/2024/TT-TTCP");
    expect(ask("Q4", 2025).circular).toBe("Thông tư 06/2025/TT-TTCP");
    expect(ask("Q4", 2023).circular).toBe("Thông tư 02/2021/TT-TTCP");
    expect(ask("Q1", 2024).circular).toBe("Thông tư 01/2024/TT-TTCP");
  });

  test("whose text was not found says so and gives no last days", () => {
    expect(ask("Q2", 2023)).toMatchObject({ from: "2023-03-15", to: "2023-06-14", due: [], confidence: "inference" });
    expect(ask("Q2", 2024)).toMatchObject({ due: [], confidence: "secondary", source: "th389.vn (trích)" });
  });

  test("is not made up for earlier years or unknown periods", () => {
    expect(() => ask("Q1", 2021)).toThrow("22 March 2021");
    expect(() => ask("Q5", 2026)).toThrow("no reporting period Q5");
    expect(() => ask("Q1", 2026.5)).toThrow("not a year");
  });
});

test("the four quarters of a year make the year, and the next year begins the day after", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2022, max: 2100 }), (year) => {
      const [q1, q2, q3, q4] = ["Q1", "Q2", "Q3", "Q4"].map((period) => ask(period, year));
      const whole = ask("Y", year);
      expect(q1?.from).toBe(whole.from);
      expect(q2?.from).toBe(q1 && addDays(q1.to, 1));
      expect(q3?.from).toBe(q2 && addDays(q2.to, 1));
      expect(q4?.from).toBe(q3 && addDays(q3.to, 1));
      expect(q4?.to).toBe(whole.to);
      expect([ask("6M", year).to, ask("9M", year).to]).toEqual([q2?.to, q3?.to]);
      expect(ask("Y", year + 1).from).toBe(addDays(whole.to, 1));
    }),
  );
});
