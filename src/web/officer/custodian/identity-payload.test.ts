import { expect, test } from "vitest";
import { readPayload } from "./identity-payload.ts";

test("an opened identity is read with what is known and nothing else", () => {
  const text = JSON.stringify({
    version: 1,
    people: [{ name: "Trần Thị Hư Cấu", address: "thôn Ba", role: "denouncer", birthYear: 1970, phone: null, x: 1 }],
    words: "chị ruột của bà Nguyễn Văn Hư Cấu",
  });
  expect(readPayload(text)).toEqual({
    people: [{ name: "Trần Thị Hư Cấu", address: "thôn Ba", role: "denouncer", birthYear: "1970" }],
    words: "chị ruột của bà Nguyễn Văn Hư Cấu",
  });
});

test.each(['{"version":2,"people":[]}', '"text"', "null", '{"version":1}'])("%s is refused", (text) => {
  expect(() => readPayload(text)).toThrow();
});
