import { describe, expect, it } from "vitest";
import { typedDate } from "./typed-date.ts";

describe("a day typed by hand", () => {
  it.each(["02/07/2026", "2/7/2026", " 2-7-2026 ", "02.07.2026", "02072026", "2 7 2026", "2026-07-02"])(
    "%s is the second of July",
    (typed) => expect(typedDate(typed)).toBe("2026-07-02"),
  );
  it.each(["", "31/02/2026", "13/13/2026", "02/07/26", "hôm nay", "7/2026"])("%s is no day", (typed) =>
    expect(typedDate(typed)).toBeUndefined(),
  );
});
