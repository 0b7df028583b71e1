import { expect, test } from "vitest";
import { faultLine } from "./fault-line.ts";

test("a page that fails logs where it failed, and no line of a message that may quote what somebody typed", () => {
  const line = faultLine(new Error('invalid: [\n  {"name": "Nguyễn Văn Thử"}\n]'));
  expect(line).toMatch(/^Error: \s*at /);
  expect(line).not.toContain("Nguyễn");
  expect(faultLine("Nguyễn Văn Thử")).toBe("");
});
