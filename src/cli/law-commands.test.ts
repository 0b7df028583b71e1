import { describe, expect, test } from "vitest";
import { runCommandHere } from "./testing-command.ts";

// That a process of its own prints and ends in the same way is tested in cli.db.test.ts.
const run = (...args: string[]) => runCommandHere(["law", ...args], { MINHXET_TODAY: "2026-11-24" });

/** Runs with --json: standard output is JSON and nothing else, whatever happens. */
async function asJson(...args: string[]) {
  const { code, stdout } = await run(...args, "--json");
  return { code, answer: JSON.parse(stdout) };
}

describe("law deadline", () => {
  const ask = (rule: string, start: string, ...more: string[]) =>
    asJson("deadline", "--rule", rule, "--start", start, ...more);

  test("the earlier value is asked for by its own name, on a day of its own", async () => {
    const earlier = await ask("KN-27-1-old", "2026-06-29");
    expect(earlier).toMatchObject({
      code: 0,
      answer: { rule: "KN-27-1-old", rawOn: "2026-07-09", dueOn: "2026-07-09" },
    });
    const later = await ask("KN-27-1-old", "2026-07-02");
    expect(later).toMatchObject({ code: 2, answer: { error: { code: "no-version-in-force" } } });
    expect(later.answer.error.message).toMatch(/KN-27-1-old.*từ ngày 01\/07\/2012 đến ngày 30\/06\/2026/);
  });

  test("says what the answer rests on: limit, article, confidence, open question", async () => {
    const { answer } = await ask("KN-44-1", "2026-07-02");
    expect(answer).toMatchObject({
      rawOn: "2026-08-01",
      dueOn: "2026-08-03",
      effectiveOn: "2026-08-04",
      limit: { vi: "30 ngày", en: "30 days" },
      confidence: "text",
      gap: "GAP-5",
      openQuestion: { question: { vi: expect.any(String) } },
      provisional: false,
    });
  });

  test("an extension the law does not know, and a day that is none, are refused", async () => {
    expect(await ask("KN-28-1", "2026-07-02", "--extended", "1")).toMatchObject({
      code: 2,
      answer: { error: { code: "no-extension" } },
    });
    expect(await ask("KN-28-1", "2026-02-30")).toMatchObject({ code: 2, answer: { error: { code: "invalid-input" } } });
    expect(await ask("XX-1", "2026-07-02")).toMatchObject({ code: 2, answer: { error: { code: "unknown-rule" } } });
  });
});

describe("law competence", () => {
  test("needs to know what and against whom, and refuses what it does not know", async () => {
    expect(await asJson("competence", "--as-of", "2026-07-02")).toMatchObject({
      code: 2,
      answer: { error: { code: "matter" } },
    });
    expect((await asJson("competence", "--matter", "moon", "--list")).code).toBe(2);
    expect((await asJson("competence", "--matter", "complaint", "--as-of", "2026-07-02")).code).toBe(2);
    const unknown = await asJson("competence", "--matter", "complaint", "--against", "moon", "--as-of", "2026-07-02");
    expect(unknown).toMatchObject({ code: 2, answer: { error: { code: "unknown-kind" } } });
  });

  test("answers for every kind it lists", async () => {
    const { code, answer: kinds } = await asJson("competence", "--list", "--as-of", "2026-07-02");
    expect(code).toBe(0);
    for (const { id, matter, rule } of kinds.slice(0, 3)) {
      const { answer } = await asJson("competence", "--matter", matter, "--against", id, "--as-of", "2026-07-02");
      expect(answer).toMatchObject({ rule, first: expect.any(String), article: expect.any(String) });
      expect(answer.second === null || typeof answer.second === "string").toBe(true);
    }
  });
});

describe("law procedure", () => {
  test("as data, with its Mermaid diagram", async () => {
    const { code, answer } = await asJson("procedure", "complaint-first", "--as-of", "2026-07-02");
    expect(code).toBe(0);
    expect(answer).toMatchObject({ procedure: "complaint-first", version: "2026-07-01" });
    expect(answer.states.map((state: { id: string }) => state.id)).toContain("ACCEPTED");
    expect(answer.acts.find((act: { id: string }) => act.id === "accept")).toMatchObject({
      from: ["KN_SCREEN"],
      to: "ACCEPTED",
      article: expect.stringContaining("Điều 27"),
      documents: [{ key: "kn-03", form: "03" }],
    });
    expect(answer.documents).toContainEqual(expect.objectContaining({ key: "kn-15" }));
    expect(answer.mermaid).toMatch(/^stateDiagram-v2\n/);
  });

  test("as text and as a diagram", async () => {
    const text = await run("procedure", "complaint-first");
    expect(text.stdout).toContain("accept  Thụ lý khiếu nại\n  KN_SCREEN → ACCEPTED\n");
    const { stdout } = await run("procedure", "complaint-first", "--mermaid");
    expect(stdout.split("\n")).toContain("  KN_SCREEN --> ACCEPTED: Thụ lý khiếu nại");
  });

  test("an unknown one is refused with those there are", async () => {
    const { code, answer } = await asJson("procedure", "moon", "--as-of", "2026-07-02");
    expect(code).toBe(2);
    expect(answer.error.message).toContain("complaint-first: Giải quyết khiếu nại lần đầu");
    expect((await asJson("procedure", "complaint-first", "--as-of", "2001-01-01")).code).toBe(2);
  });
});

describe("law check, diff, gaps, transitions, duties", () => {
  test("the law of this program holds together", async () => {
    const { code, answer } = await asJson("check");
    expect(answer.faults).toEqual([]);
    expect({ code, ok: answer.ok }).toEqual({ code: 0, ok: true });
    expect(answer.versions).toContainEqual(
      expect.objectContaining({ id: "complaints/2026-07-01", alias: "V2", subject: "complaints", validTo: null }),
    );
    for (const version of answer.versions) {
      const { text, secondary, inference } = version.byConfidence;
      expect(text + secondary + inference).toBe(version.rules);
    }
    expect((await run("check")).stdout).toContain("không có lỗi");
  });

  test("between two versions: the old and the new value, with the article", async () => {
    const { answer } = await asJson("diff", "V0", "V2", "--subject", "complaints");
    const [complaints] = answer;
    expect(complaints.rules).toContainEqual(
      expect.objectContaining({
        id: "KN-27-1",
        change: "changed",
        before: { vi: "10 ngày", en: "10 days" },
        after: { vi: "7 ngày làm việc", en: "7 working days" },
        article: expect.stringContaining("Luật 136/2025/QH15"),
      }),
    );
    const { stdout } = await run("diff", "2026-06-30", "2026-07-01", "--subject", "complaints");
    expect(stdout).toContain("10 ngày ⇒ 7 ngày làm việc");
    expect(await asJson("diff", "V0", "V99")).toMatchObject({
      code: 2,
      answer: { error: { code: "unknown-version" } },
    });
  });

  test("open questions, values not read in the text, what is left out: one list, by version", async () => {
    const { answer } = await asJson("gaps");
    const of = (kind: string) => answer.filter((entry: { kind: string }) => entry.kind === kind);
    expect(of("question")).toContainEqual(
      expect.objectContaining({
        gap: "GAP-1",
        pack: "complaints/2026-07-01",
        rules: expect.arrayContaining([expect.objectContaining({ rule: "KN-41-1" })]),
      }),
    );
    expect(of("unverified")).toContainEqual(
      expect.objectContaining({
        confidence: "inference",
        pack: "complaints/2020-12-10",
        rules: [expect.objectContaining({ rule: "KN-27-1" })],
      }),
    );
    for (const entry of of("unverified")) expect(entry.confidence).not.toBe("text");
    expect(of("not-encoded").every((entry: { notEncoded: unknown }) => Array.isArray(entry.notEncoded))).toBe(true);
  });

  test("lists are lists, also when they are empty", async () => {
    for (const list of ["transitions", "duties"]) {
      const { code, answer } = await asJson(list);
      expect({ code, list: Array.isArray(answer) }).toEqual({ code: 0, list: true });
    }
    expect((await asJson("duties", "--as-of", "1990-01-01")).code).toBe(2);
    expect((await asJson("duties", "--as-of", "yesterday")).code).toBe(2);
  });
});
