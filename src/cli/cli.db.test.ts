import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, runProgram, scratchFolder, startServer } from "../server/testing-process.ts";
import { runCommandHere } from "./testing-command.ts";

// Whole programs start and stop here, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const folder = scratchFolder();
const env = { MINHXET_DATA: path.join(folder.path, "data"), MINHXET_TODAY: "2026-11-24" };
const sample = path.resolve(import.meta.dirname, "../../demo/samples/so-tiep-cong-dan.xlsx");

type Run = (args: readonly string[], typed?: string) => ReturnType<typeof runProgram>;
const here: Run = (args, typed) => runCommandHere(args, env, typed);
/** In a process of its own, where that is what is tested: what it prints, how it ends, the database taken and left. */
const apart: Run = (args, typed) => runProgram("src/cli/main.ts", args, env, typed);

/** Runs with --json: standard output is JSON and nothing else, whatever happens. */
async function answered(run: Run, args: readonly string[], typed?: string) {
  const { code, stdout, stderr } = await run([...args, "--json"], typed);
  return { code, stderr, answer: JSON.parse(stdout) };
}
const asJson = (...args: string[]) => answered(here, args);
const asJsonApart = (...args: string[]) => answered(apart, args);

afterAll(() => folder.remove());

describe("without a database", () => {
  test("help lists every command with what it needs, and each says more", async () => {
    const { code, stdout } = await apart(["help"]);
    expect(code).toBe(0);
    const listed = stdout
      .slice(stdout.indexOf("Commands:"))
      .split("\n")
      .flatMap((line) => /^ {2}([a-z][a-z -]*?)(?= {2}| <| --)/.exec(line)?.[1] ?? []);
    expect(listed).toEqual([
      "agencies",
      "agency create",
      "agency rename",
      "audit key",
      "audit root",
      "audit verify",
      "backup",
      "backup-key",
      "calendar announce",
      "calendar complete",
      "calendar show",
      "calendar withdraw",
      "demo load",
      "import register",
      "law check",
      "law competence",
      "law deadline",
      "law diff",
      "law duties",
      "law gaps",
      "law procedure",
      "law transitions",
      "receipt verify",
      "restore",
      "token create",
      "user create",
      "user grant",
      "user reset-password",
      "user reset-second-factor",
      "vault recover",
      "vault recovery-key",
      "vault retire",
      "vault rotate",
    ]);
    expect((await apart(["law", "deadline", "--help"])).code).toBe(0);
    for (const command of listed) {
      const help = await here([...command.split(" "), "--help"]);
      expect(help.code).toBe(0);
      expect(help.stdout).toContain("--json");
    }
  });

  test("a deadline comes with every step, and beyond verified holidays is refused with exit code 2", async () => {
    const { code, answer } = await asJsonApart("law", "deadline", "--rule", "KN-27-1", "--start", "2026-07-02");
    expect(code).toBe(0);
    expect(answer).toMatchObject({ rule: "KN-27-1", start: "2026-07-02", dueOn: "2026-07-13", version: "2026-07-01" });
    expect(answer.article).toContain("Điều 27");
    expect(answer.steps.length).toBeGreaterThan(3);
    const beyond = await asJson("law", "deadline", "--rule", "KN-28-4", "--start", "2029-07-02");
    expect(beyond).toMatchObject({ code: 2, answer: { error: { code: expect.stringMatching(/calendar/) } } });
    const provisional = await asJson("law", "deadline", "--rule", "KN-28-4", "--start", "2029-07-02", "--provisional");
    expect(provisional).toMatchObject({ code: 0, answer: { provisional: true } });
  });

  test("pauses may be repeated", async () => {
    const start = ["--rule", "KN-28-1", "--start", "2026-08-03"];
    const plain = await asJson("law", "deadline", ...start);
    const paused = await asJson(
      ...["law", "deadline", ...start],
      ...["--paused", "2026-08-10..2026-08-12", "--paused", "2026-08-17..2026-08-18"],
    );
    expect(paused.answer.dueOn > plain.answer.dueOn).toBe(true);
  });

  test("what is typed wrongly is said as JSON too, with exit code 2", async () => {
    const missing = await asJsonApart("law", "deadline");
    expect(missing).toMatchObject({ code: 2, answer: { error: { code: "usage" } } });
    expect(missing.answer.error.message).toContain("--rule");
    const field = await asJson("law", "deadline", "--rule", "KN-27-1", "--start", "02/07/2026");
    expect(field).toMatchObject({ code: 2, answer: { error: { fields: [{ field: "start" }] } } });
    expect((await apart(["frobnicate"])).code).toBe(2);
  });

  test("the open questions of the law come with the default chosen", async () => {
    const { answer } = await asJson("law", "gaps");
    expect(answer).toContainEqual(
      expect.objectContaining({ gap: "GAP-2", default: expect.objectContaining({ vi: expect.any(String) }) }),
    );
  });
});

/** The private part of the recovery key, as it was printed once. */
let recoveryKey: string;

describe("alone on the data folder", () => {
  beforeAll(async () => {
    const made = await asJson("vault", "recovery-key");
    expect(made).toMatchObject({ code: 0, answer: { recipient: expect.stringMatching(/^age1/) } });
    recoveryKey = made.answer.key;
    expect(await asJsonApart("demo", "load")).toMatchObject({ code: 0, answer: { loaded: true } });
  });

  test("the demonstration is not loaded over anything", async () => {
    expect(await asJson("demo", "load")).toMatchObject({ code: 2, answer: { error: { code: "not-empty" } } });
  });

  test("the tree is that of the day asked for", async () => {
    const before = (await asJson("agencies", "--as-of", "2025-06-30")).answer;
    expect(Object.keys(before[0])).toEqual(["code", "name", "level", "parent"]);
    expect(before.some((each: { level: string }) => each.level === "district")).toBe(true);
    const after = (await asJson("agencies")).answer;
    expect(after.some((each: { level: string }) => each.level === "district")).toBe(false);
  });

  test("a register is imported with every row accounted for, and a second time adds nothing", async () => {
    const first = await asJsonApart("import", "register", sample, "--agency", "SM.HL");
    expect(first.code).toBe(0);
    expect(Object.keys(first.answer)).toEqual(["rows", "imported", "alreadyThere", "rejected", "sealed", "kept"]);
    const { rows, imported, alreadyThere, rejected } = first.answer;
    expect(imported).toBeGreaterThan(100);
    expect(alreadyThere).toBe(0);
    expect(imported + alreadyThere + rejected.length).toBe(rows);
    expect(rejected[0]).toEqual({
      row: expect.any(Number),
      column: expect.any(String),
      value: expect.any(String),
      reason: expect.any(String),
    });
    expect(first.stderr).toContain(`of ${rows} rows`);
    const second = await asJson("import", "register", sample, "--agency", "SM.HL");
    expect(second.answer).toEqual({
      ...first.answer,
      imported: 0,
      alreadyThere: imported,
      sealed: expect.any(Number),
      kept: 0,
    });
  });

  test("an unknown agency, a missing file and a file that is none are refused clearly", async () => {
    const nobody = await asJson("import", "register", sample, "--agency", "XX");
    expect(nobody).toMatchObject({ code: 2, answer: { error: { code: "agency" } } });
    const gone = await asJson("import", "register", path.join(folder.path, "gone.xlsx"), "--agency", "SM.HL");
    expect(gone).toMatchObject({ code: 1, answer: { error: { code: "file" } } });
    const text = path.join(folder.path, "text.xlsx");
    writeFileSync(text, "this is no workbook");
    const none = await asJson("import", "register", text, "--agency", "SM.HL");
    expect(none).toMatchObject({ code: 2, answer: { error: { code: "unreadable-file" } } });
  });
});

describe("beside a running application", () => {
  let server: RunningServer;
  const backup = path.join(folder.path, "backup.tar.gz");
  beforeAll(async () => {
    server = await startServer(env);
  });
  afterAll(async () => void (await server?.stop()));

  test("an account, its roles and its token work at once", async () => {
    const user = ["--user", "moi.vao"];
    const made = await asJsonApart(
      "user",
      "create",
      ...user,
      "--name",
      "Người Mới",
      "--agency",
      "SM.HL",
      "--role",
      "clerk",
    );
    expect(made.answer.oneTimePassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(await asJson("user", "grant", ...user, "--agency", "SM.HL", "--role", "petition-officer")).toMatchObject({
      code: 0,
    });
    const reset = await asJson("user", "reset-password", ...user);
    expect(reset.answer.oneTimePassword).not.toBe(made.answer.oneTimePassword);
    const { answer } = await asJson("token", "create", "--user", "chutich.hoalac");
    const me = await fetch(`${server.origin}/api/v1/me`, { headers: { authorization: `Bearer ${answer.token}` } });
    expect(await me.json()).toMatchObject({ grants: [{ role: "head" }] });
    expect(await asJson("token", "create", "--user", "ai.do")).toMatchObject({
      code: 2,
      answer: { error: { code: "not-found" } },
    });
  });

  test("a holiday announced late moves open deadlines; the dry run says how many, and the year shows it with its source", async () => {
    const words = ["--name-vi", "Nghỉ bù thử", "--name-en", "Trial rest day", "--source", "Thông báo thử 03/TB"];
    const holiday = ["calendar", "announce", "--date", "2026-11-27", "--kind", "holiday", ...words];
    const { answer: preview } = await asJson(...holiday, "--dry-run");
    expect(preview.moved).toBeGreaterThan(0);
    expect(preview.examples.length).toBeLessThanOrEqual(10);
    const { code, answer: done } = await asJson(...holiday);
    expect({ code, moved: done.moved }).toEqual({ code: 0, moved: preview.moved });
    const { answer: year } = await asJson("calendar", "show", "2026");
    expect(year.days).toContainEqual(
      expect.objectContaining({
        on: "2026-11-27",
        kind: "holiday",
        source: "Thông báo thử 03/TB",
        noticeId: done.noticeId,
      }),
    );
    const back = await asJson("calendar", "withdraw", done.noticeId, "--reason", "Chỉ để thử");
    expect(back).toMatchObject({ code: 0, answer: { moved: preview.moved } });
    const friday = ["calendar", "announce", "--date", "2026-12-04", "--kind", "worked-saturday", ...words];
    expect(await asJson(...friday)).toMatchObject({ code: 2, answer: { error: { code: "invalid-input" } } });
    expect(await asJson("calendar", "complete", "2026", "--source", "x")).toMatchObject({
      code: 2,
      answer: { error: { code: "already-done" } },
    });
  });

  test("the operator sees a custodian off, seals identities anew, and recovers them with the recovery key", async () => {
    const vault = (args: readonly string[], typed?: string, run = here) => answered(run, ["vault", ...args], typed);
    expect(await vault(["recovery-key"])).toMatchObject({ code: 2, answer: { error: { code: "already-done" } } });
    const retired = await vault(["retire", "--officer", "giudanhtinh.bensuong"]);
    expect(retired).toMatchObject({ code: 0, answer: { keys: 1 } });
    expect(await vault(["rotate", "--agency", "SM.BS"], recoveryKey)).toMatchObject({
      code: 2,
      answer: { error: { code: "unavailable" } },
    });
    expect(await vault(["rotate", "--agency", "SM.HL"], "")).toMatchObject({
      code: 2,
      answer: { error: { code: "invalid-input" } },
    });
    const rotated = await vault(["rotate", "--agency", "SM.HL"], `# the recovery key\n${recoveryKey}\n`);
    expect(rotated).toMatchObject({ code: 0, answer: { resealed: 0, unopened: 0 } });
    expect(rotated.answer.current).toBeGreaterThan(0);

    const file = path.join(folder.path, "recovered.jsonl");
    const recover = ["recover", "--out", file, "--purpose", "Diễn tập khôi phục danh tính"];
    const done = await vault(recover, recoveryKey, apart);
    expect(done).toMatchObject({ code: 0, answer: { file, unopened: 0 } });
    expect(done.stderr).not.toContain(recoveryKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = readFileSync(file, "utf8").trim().split("\n");
    expect(lines).toHaveLength(done.answer.recovered);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      pseudonym: expect.stringMatching(/^Người tố cáo/),
      identity: { people: [{ name: expect.any(String) }] },
    });
    expect(await vault(recover, recoveryKey)).toMatchObject({ code: 2, answer: { error: { code: "exists" } } });
  });

  test("the trail is verified, the register is there already, and a backup is written while the server runs", async () => {
    expect(await asJson("audit", "verify")).toMatchObject({ code: 0, answer: { faults: [] } });
    const again = await asJson("import", "register", sample, "--agency", "SM.HL");
    expect(again.answer).toMatchObject({ imported: 0 });
    expect(await asJson("backup", backup)).toMatchObject({ code: 2, answer: { error: { code: "backup-plain" } } });
    expect((await asJsonApart("backup", backup, "--plain")).answer).toMatchObject({ file: backup, encrypted: false });
    expect(readFileSync(backup).length).toBeGreaterThan(1000);
    expect(await asJson("backup", backup, "--plain")).toMatchObject({
      code: 1,
      answer: { error: { code: "restore-refused" } },
    });
  });

  test("a base encrypted to a new key is made while the server runs, and restored into another folder to all there is", async () => {
    const key = (await asJson("backup-key")).answer;
    const made = await asJson("backup", "--recipient", key.recipient, "--keep", "2");
    expect(made).toMatchObject({ code: 0, answer: { encrypted: true, basesKept: 1, missing: [] } });
    const keyFile = path.join(folder.path, "key.txt");
    writeFileSync(keyFile, `# riêng\n${key.identity}\n`);
    const elsewhere = { ...env, MINHXET_DATA: path.join(folder.path, "restored") };
    const from = ["--from", path.join(env.MINHXET_DATA, "backups"), "--identity", keyFile, "--json"];
    expect((await runCommandHere(["restore", "--latest", ...from], elsewhere)).code).toBe(0);
    const { stdout } = await runCommandHere(["agencies", "--json"], elsewhere);
    expect(JSON.parse(stdout)).toEqual((await asJson("agencies")).answer);
  });

  test("nothing is restored under a running application; once it has stopped, all of it is", async () => {
    expect(await asJson("restore", backup)).toMatchObject({
      code: 1,
      answer: { error: { code: "data-folder-in-use" } },
    });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    expect((await server.stop()).code).toBe(0);
    await asJson(
      "agency",
      "create",
      "--code",
      "THEM",
      "--name",
      "Cơ quan thêm",
      "--level",
      "commune",
      "--place",
      "xã Thêm",
    );
    expect(await asJsonApart("restore", backup)).toMatchObject({ code: 0, answer: { keptAs: expect.any(String) } });
    const { answer } = await asJson("agencies");
    expect(answer.some((each: { code: string }) => each.code === "THEM")).toBe(false);
    expect(await asJson("audit", "verify")).toMatchObject({ code: 0, answer: { faults: [] } });
  });
});
