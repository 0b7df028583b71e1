import { describe, expect, it } from "vitest";
import { clearSecrets, readSecrets, secretsCookie } from "./secrets-cookie.ts";
import { representativeRows, valuesOf, visitInputOf } from "./visit-form.ts";

const visit = "01900000-0000-7000-8000-000000000001";
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("what the counter sends to be recorded", () => {
  it("keeps the letters as typed, in one Unicode form, and leaves the pressed button out", () => {
    const values = valuesOf(form({ "visitor.name": "Đặng Thị Hòa".normalize("NFD"), intent: "review" }));
    expect(values).toEqual({ "visitor.name": "Đặng Thị Hòa" });
  });

  it("reads the day as people write it, and hands on what is no day so that it is refused by name", () => {
    expect(visitInputOf({ receivedOn: "2/7/2026" }, visit, true).receivedOn).toBe("2026-07-02");
    expect(visitInputOf({ receivedOn: "31/6/2026" }, visit, true).receivedOn).toBe("31/6/2026");
  });

  it("takes only the lines of papers that hold something", () => {
    const input = visitInputOf({ "items.0.title": "", "items.0.pages": "3", "items.1.title": "Sổ đỏ" }, visit, true);
    expect(input.items).toEqual([{ title: "Sổ đỏ" }]);
  });

  it("gives parts only to a mixed visit", () => {
    const parts = { "part.complaint": "Đất bị thu hồi", "kind.complaint": "on" };
    expect(visitInputOf(parts, visit, true).parts).toEqual([]);
    expect(visitInputOf({ ...parts, "kind.denunciation": "on" }, visit, true).parts).toEqual([
      { kind: "complaint", content: "Đất bị thu hồi" },
    ]);
  });

  it("forgets representatives that were typed before the number of people was lowered", () => {
    const typed = { "representatives.0.name": "Lê Văn Tám" };
    expect(visitInputOf({ ...typed, peopleCount: "2" }, visit, true).representatives).toHaveLength(1);
    expect(visitInputOf({ ...typed, peopleCount: "1" }, visit, true).representatives).toEqual([]);
  });

  it("asks for as many representatives as a group of that size may have besides the visitor", () => {
    expect([1, 2, 4, 5, 10, 11, 300].map(representativeRows)).toEqual([0, 1, 3, 1, 1, 4, 4]);
  });
});

describe("the tracking secret on its way to the next page", () => {
  const request = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });
  const cookie = secretsCookie(
    visit,
    [{ code: "HL-26-00001", trackingSecret: "AAAA-BBBB" }, { code: "HL-26-00002" }],
    true,
  );

  it("arrives at the page of its own visit only", () => {
    const sent = cookie.split(";")[0] ?? "";
    expect(readSecrets(request(sent), visit)).toEqual([{ code: "HL-26-00001", secret: "AAAA-BBBB" }]);
    expect(readSecrets(request(sent), "01900000-0000-7000-8000-000000000002")).toEqual([]);
  });

  it("is out of reach of scripts and of other sites, and is taken away when it was shown", () => {
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(clearSecrets).toMatch(/Max-Age=0/);
  });

  it("is nothing when somebody tampered with it", () => {
    expect(readSecrets(request("minhxet-receipt=%7Bbroken"), visit)).toEqual([]);
  });
});
