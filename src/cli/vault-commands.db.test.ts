import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { runProgram, scratchFolder } from "../server/testing-process.ts";

// Whole programs start and stop here, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const folder = scratchFolder();
const env = { MINHXET_DATA: path.join(folder.path, "data"), MINHXET_TODAY: "2026-11-24" };
afterAll(() => folder.remove());

async function run(args: readonly string[], typed?: string) {
  const { code, stdout, stderr } = await runProgram("src/cli/main.ts", [...args, "--json"], env, typed);
  return { code, stderr, answer: JSON.parse(stdout) };
}

test("the operator makes the recovery key, sees a custodian off, seals anew and recovers", async () => {
  const made = await run(["vault", "recovery-key"]);
  expect(made).toMatchObject({
    code: 0,
    answer: { recipient: expect.stringMatching(/^age1/), key: expect.stringMatching(/^AGE-SECRET-KEY-1/) },
  });
  const { key } = made.answer;
  expect(await run(["vault", "recovery-key"])).toMatchObject({ code: 2, answer: { error: { code: "already-done" } } });
  expect((await run(["demo", "load"])).code).toBe(0);

  expect(await run(["vault", "retire", "--officer", "giudanhtinh.bensuong"])).toMatchObject({
    code: 0,
    answer: { keys: 1 },
  });
  expect(await run(["vault", "rotate", "--agency", "SM.BS"], `${key}\n`)).toMatchObject({
    code: 2,
    answer: { error: { code: "unavailable" } },
  });
  expect(await run(["vault", "rotate", "--agency", "SM.HL"], "")).toMatchObject({
    code: 2,
    answer: { error: { code: "invalid-input" } },
  });
  const rotated = await run(["vault", "rotate", "--agency", "SM.HL"], `# the recovery key\n${key}\n`);
  expect(rotated).toMatchObject({ code: 0, answer: { resealed: 0, unopened: 0 } });
  expect(rotated.answer.current).toBeGreaterThan(0);

  const file = path.join(folder.path, "recovered.jsonl");
  const recover = ["vault", "recover", "--out", file, "--purpose", "Diễn tập khôi phục danh tính"];
  const done = await run(recover, key);
  expect(done).toMatchObject({ code: 0, answer: { file, unopened: 0 } });
  expect(done.stderr).not.toContain(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(done.answer.recovered);
  expect(lines[0]).toMatchObject({
    pseudonym: expect.stringMatching(/^Người tố cáo/),
    identity: { people: [{ name: expect.any(String) }] },
  });
  expect(await run(recover, key)).toMatchObject({ code: 2, answer: { error: { code: "exists" } } });
});
