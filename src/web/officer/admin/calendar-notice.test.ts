import { describe, expect, test } from "vitest";
import { atFormLines, noticeOf, typedNotice } from "./calendar-notice.ts";

function typed(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return noticeOf(typedNotice(form));
}

describe("a notice as it is typed into the form", () => {
  test("has several days; an empty name is that of the day before, an empty line is left out", () => {
    const read = typed({
      kind: "days",
      source: "Thông báo 1",
      "days.0.on": "5/2/2027",
      "days.0.kind": "holiday",
      "days.0.nameVi": "Nghỉ Tết",
      "days.0.nameEn": "Lunar New Year",
      "days.2.on": "2027-02-08",
      "days.2.kind": "swapped-off",
    });
    expect(read).toEqual({
      used: [0, 2],
      notice: {
        kind: "days",
        source: "Thông báo 1",
        days: [
          { on: "2027-02-05", kind: "holiday", nameVi: "Nghỉ Tết", nameEn: "Lunar New Year" },
          { on: "2027-02-08", kind: "swapped-off", nameVi: "Nghỉ Tết", nameEn: "Lunar New Year" },
        ],
      },
    });
  });

  test("with a day that is none, or without days, names the line to mend", () => {
    expect(typed({ kind: "days", "days.1.on": "30/2/2027" })).toMatchObject({ problems: [{ field: "days.1.on" }] });
    expect(typed({ kind: "days" })).toMatchObject({ problems: [{ field: "days.0.on" }] });
    expect(atFormLines([{ field: "days.1.on", message: "x" }], [0, 3])).toEqual([{ field: "days.3.on", message: "x" }]);
  });

  test("says that a year is complete, or withdraws an earlier one", () => {
    expect(typed({ kind: "complete", year: "2027", source: "TB 2" })).toMatchObject({
      notice: { kind: "complete", year: "2027" },
    });
    expect(typed({ kind: "withdrawal", noticeId: "n", reason: "Nhầm" })).toMatchObject({
      notice: { kind: "withdrawal", noticeId: "n", reason: "Nhầm" },
    });
  });
});
