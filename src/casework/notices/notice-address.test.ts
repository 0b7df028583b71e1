import { describe, expect, test } from "vitest";
import { parseNoticeAddress } from "./index.ts";

describe("an address", () => {
  test.each([
    ["lan@vidu.vn", "email"],
    ["0912 345 678", "phone"],
    ["+84 912.345.678", "phone"],
  ])("%s is taken", (typed, channel) => {
    expect(parseNoticeAddress(typed)?.channel).toBe(channel);
  });

  test.each(["lan", "12345", "a@b", "a@vidu.vn, b@vidu.vn", "a@vidu.vn\nBcc: b@vidu.vn", "<a@vidu.vn>"])(
    "%j is refused",
    (typed) => {
      expect(parseNoticeAddress(typed)).toBeUndefined();
    },
  );
});
