import { expect, test } from "vitest";
import { isStrongPassphrase, suggestPassphrase, tidyPassphrase } from "./passphrase.ts";

test.each(["con trâu gặm cỏ", "mây trắng bay ngang đồi", "x9$Kq!27mLw0-ab#"])("%s is enough", (passphrase) => {
  expect(isStrongPassphrase(passphrase)).toBe(true);
});

test.each([
  "",
  "matkhau",
  "con trâu gặm",
  "ba ba ba ba ba",
  "a b c d e",
  "aaaaaaaaaaaaaaaaaaaa",
  "          con        ",
])("“%s” is too easy to guess", (passphrase) => {
  expect(isStrongPassphrase(passphrase)).toBe(false);
});

test("the same words typed with another keyboard are the same passphrase", () => {
  expect(tidyPassphrase("  con  trâu gặm cỏ ".normalize("NFD"))).toBe("con trâu gặm cỏ");
});

test("what is suggested is strong, and never the same", () => {
  const suggested = Array.from({ length: 50 }, suggestPassphrase);
  expect(suggested.every(isStrongPassphrase)).toBe(true);
  expect(new Set(suggested).size).toBe(50);
});
