import { describe, expect, test } from "vitest";
import { lawCalendar } from "../../../law/index.ts";
import { openIn, perform } from "../../../law/testing-matter.ts";
import { civilDate } from "../../time/civil-date.ts";
import { windowOn } from "./second-complaint.ts";

const { pack, matter } = openIn("complaints", "complaint-first", "2026-07-02");
const accepted = perform(pack, matter, "accept", "2026-07-13", {
  eligible: true,
  content: "Khiếu nại quyết định thu hồi đất",
});
const on = (day: string, now = accepted) => windowOn(pack, now, civilDate(day), lawCalendar);

describe("the holder of a receipt is offered a second complaint", () => {
  test("once the first is overdue, until the last day of the window, and neither before nor after", () => {
    expect(on("2026-08-12")).toBeNull();
    const window = on("2026-08-13");
    const lastOn = window?.lastOn ?? "";
    expect(lastOn >= "2026-09-11" && lastOn < "2026-09-14").toBe(true);
    expect(on(lastOn)).toEqual({ lastOn });
    expect(on("2026-09-14")).toBeNull();
  });

  test("after a decision, without a last day while nobody knows when it was received", () => {
    const sent = { ...accepted, state: "SENT", clocks: [] };
    expect(on("2026-08-20", sent)).toEqual({ lastOn: null });
    const effect = { clock: "effect", rule: "KN-44-1", startOn: civilDate("2026-08-12"), status: "running" } as const;
    const window = {
      clock: "second-complaint",
      rule: "KN-33-1",
      startOn: civilDate("2026-08-17"),
      status: "running",
    } as const;
    expect(on("2026-08-20", { ...sent, clocks: [effect, window] })).toEqual({ lastOn: "2026-09-16" });
  });
});
