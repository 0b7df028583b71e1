import { describe, expect, it } from "vitest";
import { listAddress, readFilter } from "./list-filter.ts";

const read = (query: string) => readFilter(new URL(`http://localhost/office/list${query}`));

describe("the address of the work list is the filter", () => {
  it("shows the unit's list when nothing is asked", () => {
    expect(read("")).toMatchObject({ view: "unit", wanted: { view: "unit" }, filtered: false, bad: [] });
  });

  it("looks everywhere for what was typed at the head of the page", () => {
    expect(read("?q=nguyen+thi+hanh").wanted).toEqual({ view: "all", q: "nguyen thi hanh" });
  });

  it("reads days as people type them, and keeps them as typed", () => {
    const filter = read("?view=mine&from=1/10/2026&to=24.11.2026");
    expect(filter.wanted).toMatchObject({ from: "2026-10-01", to: "2026-11-24" });
    expect(filter.typed.from).toBe("1/10/2026");
  });

  it("names a day that is none and does not filter by it", () => {
    const filter = read("?from=31/02/2026");
    expect(filter.bad).toEqual(["from"]);
    expect(filter.wanted).not.toHaveProperty("from");
  });

  it("ignores a view, a kind or a place in the list that does not exist", () => {
    expect(read("?view=secret&kind=letter&after=1;drop").wanted).toEqual({ view: "unit" });
  });

  it("gives back the same filter from the address it writes", () => {
    const filter = read("?view=overdue&kind=complaint&state=ACCEPTED&from=01/10/2026");
    expect(readFilter(new URL(listAddress(filter, "overdue"), "http://localhost"))).toEqual(filter);
  });
});
