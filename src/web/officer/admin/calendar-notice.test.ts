import { describe, expect, test } from "vitest";
import { asFields, atFormFields, noticeOf, typedNotice } from "./calendar-notice.ts";

function formOf(fields: Iterable<readonly [string, string]>) {
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value);
  return typedNotice(form);
}

const typed = (fields: Readonly<Record<string, string>>) => noticeOf(formOf(Object.entries(fields)));

describe("a notice as it is typed into the form", () => {
  test("has several days; an empty name is that of the same kind before, an empty line is left out", () => {
    const read = typed({
      kind: "days",
      source: "Thông báo 1",
      "days.0.on": "5/2/2027",
      "days.0.kind": "holiday",
      "days.0.nameVi": "Nghỉ Tết",
      "days.0.nameEn": "Lunar New Year",
      "days.2.on": "2027-02-08",
      "days.2.kind": "holiday",
      "days.3.on": "13.02.2027",
      "days.3.kind": "worked-saturday",
    });
    expect(read).toEqual({
      used: [0, 2, 3],
      notice: {
        kind: "days",
        source: "Thông báo 1",
        days: [
          { on: "2027-02-05", kind: "holiday", nameVi: "Nghỉ Tết", nameEn: "Lunar New Year" },
          { on: "2027-02-08", kind: "holiday", nameVi: "Nghỉ Tết", nameEn: "Lunar New Year" },
          { on: "2027-02-13", kind: "worked-saturday", nameVi: "", nameEn: "" },
        ],
      },
    });
  });

  test("with a day that is none, or without days, names the line to mend", () => {
    expect(typed({ kind: "days", "days.1.on": "30/2/2027" })).toMatchObject({ problems: [{ field: "days.1.on" }] });
    expect(typed({ kind: "days" })).toMatchObject({ problems: [{ field: "days.0.on" }] });
    const days = formOf([["kind", "days"]]);
    expect(atFormFields([{ field: "days.1.on", message: "x" }], days, [0, 3])).toEqual([
      { field: "days.3.on", message: "x" },
    ]);
  });

  test("says that a year is complete, or withdraws an earlier one", () => {
    expect(typed({ kind: "complete", year: "2027", "complete.source": "TB 2" })).toMatchObject({
      notice: { kind: "complete", year: "2027", source: "TB 2" },
    });
    expect(typed({ kind: "withdrawal", noticeId: "n", "reason.n": "Nhầm" })).toMatchObject({
      notice: { kind: "withdrawal", noticeId: "n", reason: "Nhầm" },
    });
  });
  test("is saved as it was previewed", () => {
    for (const fields of [
      { kind: "days", source: "TB 1", "days.1.on": "5/2/2027", "days.1.nameVi": "Tết", "days.1.kind": "holiday" },
      { kind: "complete", year: "2027", "complete.source": "TB 2" },
      { kind: "withdrawal", noticeId: "n", "reason.n": "Nhầm" },
    ]) {
      const first = formOf(Object.entries(fields));
      expect(formOf(asFields(first))).toEqual(first);
    }
  });
});
