import { describe, expect, it } from "vitest";
import type { FieldRule } from "../../../rules/pack.ts";
import { answersOf, typedFrom, typedOf } from "./act-form-data.ts";

const field = (id: string, type: FieldRule["type"]): FieldRule => ({
  id,
  type,
  label: { vi: id, en: id },
  required: false,
  personal: false,
});
const fields = [
  field("heldOn", "date"),
  field("reason", "long-text"),
  field("eligible", "yes-no"),
  field("criteria", "choices"),
];
const posted = (...pairs: readonly [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
};

describe("the answers of an act's form", () => {
  it("are read by the kind of each field", () => {
    const form = posted(
      ["heldOn", "2/7/2026"],
      ["reason", "Vắng mặt"],
      ["eligible", "no"],
      ["criteria", "a"],
      ["criteria", "b"],
    );
    expect(answersOf(typedOf(form, fields), fields)).toEqual({
      heldOn: "2026-07-02",
      reason: "Vắng mặt",
      eligible: false,
      criteria: ["a", "b"],
    });
  });

  it("leave out what was not answered, so that the law asks for it", () => {
    expect(answersOf(typedOf(posted(["reason", "  "]), fields), fields)).toEqual({});
  });

  it("keep a day that is none as typed, so that the law names its field", () => {
    expect(answersOf(typedOf(posted(["heldOn", "31/02/2026"]), fields), fields)).toEqual({ heldOn: "31/02/2026" });
  });

  it("take nothing that the form does not have", () => {
    expect(typedOf(posted(["stranger", "x"]), fields)).not.toHaveProperty("stranger");
  });

  it("come back into the form as they were given", () => {
    const values = { heldOn: "2026-07-02", eligible: true, criteria: ["a"] };
    expect(answersOf(typedFrom(values), fields)).toEqual(values);
  });
});
