import type * as z from "zod";
import type { Text } from "../rules/pack.ts";
import { type FieldProblem, invalidInput } from "./refusal.ts";

/** Parses what arrived, once; throws "invalid-input" that names each field and its mend in both languages. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.map(problemOf));
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  return { field: issue.path.join("."), message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === "custom" && issue.params?.["text"]) return issue.params["text"] as Text;
  switch (issue.code) {
    case "invalid_type":
      return { vi: "Cần nhập mục này.", en: "This is needed." };
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? { vi: "Cần nhập mục này.", en: "This is needed." }
        : { vi: `Ít nhất là ${issue.minimum}.`, en: `At least ${issue.minimum}.` };
    case "too_big":
      return { vi: `Nhiều nhất là ${issue.maximum}.`, en: `At most ${issue.maximum}.` };
    case "invalid_format":
      return issue.format === "date"
        ? { vi: "Ghi ngày theo dạng 02/07/2026.", en: "Write the date as 2026-07-02." }
        : { vi: "Chưa đúng định dạng.", en: "Not in the right form." };
    case "invalid_value":
      return { vi: "Chọn một trong các giá trị cho sẵn.", en: "Choose one of the given values." };
    case "unrecognized_keys":
      return { vi: `Không có mục ${issue.keys.join(", ")}.`, en: `There is no field ${issue.keys.join(", ")}.` };
    default:
      return { vi: "Giá trị này chưa dùng được.", en: "This value cannot be used." };
  }
}
