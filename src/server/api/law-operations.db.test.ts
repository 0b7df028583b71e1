import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog } from "../http/log.ts";
import { builtPages } from "../pages.ts";
import { type Serving, serve } from "../serve.ts";
import { openTestOffice, type TestOffice } from "../testing.ts";

let office: TestOffice;
let serving: Serving;
let origin: string;

beforeAll(async () => {
  office = await openTestOffice();
  serving = await serve(office.app, { log: openLog({ logLevel: "silent" }), ...(await builtPages(office.app)) });
  origin = `http://127.0.0.1:${serving.port}`;
});
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

const ask = (path: string) => fetch(`${origin}/api/v1/law${path}`, { headers: { "accept-language": "en" } });
const answer = async (path: string) => (await ask(path)).json();

async function page(path: string, language: "vi" | "en" = "vi") {
  const response = await fetch(origin + path, { headers: { cookie: `minhxet-lang=${language}` } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const plain = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the law by the API, to anyone", () => {
  test("may be kept for a while; a refusal may not", async () => {
    const good = await ask("/deadline?rule=KN-27-1&start=2026-07-02");
    expect(good.headers.get("cache-control")).toBe("public, max-age=30");
    expect((await ask("/gaps")).headers.get("cache-control")).toBe("public, max-age=300");
    const bad = await ask("/deadline?rule=KN-27-1&start=2026-07-02&extended=1");
    expect(bad.status).toBe(422);
    expect(bad.headers.get("cache-control")).toBe("no-store");
  });

  test("a deadline, refused by name where the rule does not hold", async () => {
    expect(await answer("/deadline?rule=KN-27-1-old&start=2026-06-29")).toMatchObject({ dueOn: "2026-07-09" });
    const gone = await answer("/deadline?rule=KN-27-1-old&start=2026-07-02");
    expect(gone.detail).toMatch(/from 1 July 2012 to 30 June 2026/);
    expect(await answer("/deadline?rule=KN-27-1&start=2026-07-02&extended=x")).toMatchObject({
      fields: [{ field: "extended" }],
    });
    expect(await answer("/deadline?rule=KN-27-1&start=2029-07-02&provisional=1")).toMatchObject({ provisional: true });
  });

  test("the rules of a day, with value and article", async () => {
    const rules = await answer("/rules?asOf=2026-06-30&subject=complaints");
    expect(rules).toContainEqual(expect.objectContaining({ rule: "KN-27-1", limit: { vi: "10 ngày", en: "10 days" } }));
    expect(
      rules.every((rule: { subject: string; article: string }) => rule.subject === "complaints" && rule.article),
    ).toBe(true);
    expect((await ask("/rules?asOf=1990-01-01")).status).toBe(422);
  });

  test("competence, kinds, duties and transitions", async () => {
    expect(await answer("/competence?matter=moon&against=x")).toMatchObject({ fields: [{ field: "matter" }] });
    expect(await answer("/competence?matter=complaint&against=moon&asOf=2026-07-02")).toMatchObject({ code: "law" });
    for (const path of ["/kinds", "/duties", "/transitions"])
      expect(Array.isArray(await answer(path)), path).toBe(true);
    expect(await answer("/kinds?asOf=yesterday")).toMatchObject({ fields: [{ field: "asOf" }] });
  });

  test("procedures, one of them whole, with a diagram in either language", async () => {
    expect(await answer("/procedures?asOf=2026-07-02")).toContainEqual(
      expect.objectContaining({ procedure: "complaint-first", version: "2026-07-01" }),
    );
    const vietnamese = await answer("/procedures/complaint-first");
    expect(vietnamese.mermaid).toContain("Thụ lý khiếu nại");
    expect((await answer("/procedures/complaint-first?language=en")).mermaid).toContain("Accept the complaint");
    expect(await answer("/procedures/moon")).toMatchObject({
      code: "law",
      detail: expect.stringContaining("complaint-first"),
    });
  });

  test("what is open, whether it holds together, what changed, and a year of the calendar", async () => {
    expect(Object.keys(await answer("/gaps"))).toEqual(["questions", "unverified", "notEncoded"]);
    expect(await answer("/check")).toMatchObject({ ok: true, faults: [] });
    const [complaints] = await answer("/diff?from=V0&to=V2&subject=complaints");
    expect(complaints.rules.map((change: { id: string }) => change.id)).toContain("KN-27-1");
    expect((await ask("/diff?from=V0&to=V99")).status).toBe(422);
    const year = await answer("/calendar/2026");
    expect(year).toMatchObject({ year: 2026, verified: true });
    expect(year.days).toContainEqual(expect.objectContaining({ on: "2026-09-02", kind: "holiday" }));
    expect(year.workingDays).toBeGreaterThan(240);
    for (const none of ["/calendar/1900", "/calendar/now"]) expect((await ask(none)).status, none).toBe(422);
  });
});

describe("the law on pages that run no script", () => {
  test.each(["/thoi-han", "/thu-tuc", "/thu-tuc/complaint-first", "/phap-luat"])("%s", async (path) => {
    for (const language of ["vi", "en"] as const) {
      const { status, html, headers } = await page(path, language);
      expect(status).toBe(200);
      expect(html).not.toContain("<script");
      expect(html).toContain(`<html lang="${language}"`);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  test("a deadline has an address of its own, and says the day and why", async () => {
    const { html } = await page("/thoi-han?rule=KN-44-1&start=02/07/2026");
    const text = plain(html);
    expect(text).toContain("Có hiệu lực pháp luật từ ngày Thứ Ba 04/08/2026");
    expect(text).toContain("01/08/2026 (Thứ Bảy, nghỉ hằng tuần)");
    expect(text).toContain("Khoản 1 Điều 44 Luật Khiếu nại");
    expect(text).toContain("GAP-5");
    expect(html).toContain("/thoi-han?rule=KN-44-1&amp;start=2026-07-02");
    expect(plain((await page("/thoi-han?rule=KN-44-1&start=2026-07-02", "en")).html)).toContain(
      "Tuesday 4 August 2026",
    );
  });

  test("a day beyond the announced calendar is answered and called provisional", async () => {
    expect(plain((await page("/thoi-han?rule=KN-28-4&start=02/07/2029")).html)).toContain("Ngày tạm tính");
  });

  test("a day that is none, a rule not chosen, a day before the law: refused at its field", async () => {
    const wrong = await page("/thoi-han?rule=&start=32/13/2026");
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#rule"');
    expect(plain(wrong.html)).toContain("“32/13/2026” không phải là một ngày");
    const early = await page("/thoi-han?rule=KN-28-1&start=01/01/2001");
    expect(early.status).toBe(422);
    expect(plain(early.html)).toContain("từ ngày 01/07/2012");
    expect((await page("/thoi-han?rule=moon&start=01/07/2026")).html).toContain('href="#rule"');
    expect((await page("/thoi-han?rule=KN-28-1&start=01/07/2026&extended=1")).html).toContain('href="#extended"');
  });

  test("what is typed into an address is shown as text only", async () => {
    const { html } = await page(`/thoi-han?rule=&start=${encodeURIComponent("<b>x</b>")}`);
    expect(html).not.toContain("<b>x</b>");
  });

  test("a procedure as of a day; an unknown one is not found", async () => {
    expect(plain((await page("/thu-tuc/complaint-first?on=30/06/2026")).html)).toContain(
      "10 ngày : Thụ lý hoặc thông báo",
    );
    expect(plain((await page("/thu-tuc/complaint-first?on=02/07/2026")).html)).toContain("7 ngày làm việc : Thụ lý");
    expect((await page("/thu-tuc/complaint-first?on=01/01/2001")).status).toBe(404);
    expect((await page("/thu-tuc/moon")).status).toBe(404);
    expect((await page("/thu-tuc?on=xyz")).status).toBe(422);
    expect(plain((await page("/thu-tuc?on=01/01/2001")).html)).toContain("Không có thủ tục nào vào ngày này");
  });

  test("what the system knows and what it leaves out", async () => {
    const text = plain((await page("/phap-luat")).html);
    for (const part of ["có hiệu lực từ 01/07/2026", "Đã công bố: 2012", "GAP-2", "không có lỗi"])
      expect(text).toContain(part);
  });
});
