import { describe, expect, test } from "vitest";
import { base32, codeOfStep, enrolmentAddress, stepAt, stepOfCode } from "./one-time-code.ts";

const secret = Buffer.from("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1000);

describe("one-time codes", () => {
  // RFC 6238, Appendix B, SHA-1; the last six of the eight digits printed there.
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %i are those of the standard", (seconds, code) => {
    expect(codeOfStep(secret, stepAt(at(seconds)))).toBe(code);
    expect(stepOfCode(secret, code, at(seconds))).toBe(stepAt(at(seconds)));
  });

  test("are taken half a minute early or late, and no longer", () => {
    const code = codeOfStep(secret, stepAt(at(1_234_567_890)));
    expect(stepOfCode(secret, code, at(1_234_567_890 + 30))).toBe(stepAt(at(1_234_567_890)));
    expect(stepOfCode(secret, code, at(1_234_567_890 - 30))).toBe(stepAt(at(1_234_567_890)));
    expect(stepOfCode(secret, code, at(1_234_567_890 + 60))).toBeUndefined();
    expect(stepOfCode(secret, code.slice(1), at(1_234_567_890))).toBeUndefined();
    expect(stepOfCode(secret, "", at(1_234_567_890))).toBeUndefined();
  });

  test("come from a secret that can be typed", () => {
    expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(enrolmentAddress("lan.tiepdan", secret)).toBe(
      "otpauth://totp/Minh%20X%C3%A9t:lan.tiepdan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Minh%20X%C3%A9t&digits=6&period=30",
    );
  });
});
