import { closeSync, existsSync, fsyncSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { asJson, type JsonOption, json, misused, out, tell } from "./output.ts";
import { agencyIdOf, withApp } from "./with-app.ts";

interface RotateOptions extends JsonOption {
  readonly agency: string;
}
interface RecoverOptions extends JsonOption {
  readonly agency?: string;
  readonly out: string;
  readonly purpose: string;
}

export function addVaultCommands(program: Command): void {
  const vault = program.command("vault").description("sealed identities of denouncers (docs/vault.md)");
  vault
    .command("recovery-key")
    .description("makes the recovery key of this installation, once; the private part is printed once and kept nowhere")
    .addOption(asJson())
    .action(recoveryKey);
  vault
    .command("rotate")
    .description(
      "seals an agency's identities for its present custodians; a private key that opens them is read from standard input",
    )
    .requiredOption("--agency <code>")
    .addOption(asJson())
    .action(rotate);
  vault
    .command("retire")
    .description("a custodian leaves: their key gets nothing more, and what it opens is marked for vault rotate")
    .requiredOption("--officer <name>", "user name")
    .addOption(asJson())
    .action(retire);
  vault
    .command("recover")
    .description("opens identities with the recovery key from standard input and writes them into a new file")
    .requiredOption("--out <file>", "must not exist; only its owner can read it")
    .requiredOption("--purpose <text>", "goes into the ledger")
    .option("--agency <code>", "of this agency only")
    .addOption(asJson())
    .action(recover);
}

async function recoveryKey(options: JsonOption): Promise<void> {
  const made = await withApp((app) => app.identity.makeRecoveryKey(app.command));
  if (options.json) return json(made);
  out(`Public:  ${made.recipient}`);
  out(`Private: ${made.key}`);
  tell("Write the private part on paper or on a device that is never connected, and keep it apart from this machine.");
}

async function rotate({ agency, json: wantsJson }: RotateOptions): Promise<void> {
  const keys = await keysFromInput();
  const done = await withApp(async (app) =>
    app.identity.rotate(app.command, { agencyId: await agencyIdOf(app, agency), keys }),
  );
  if (wantsJson) json(done);
  else out(`${done.resealed} sealed anew, ${done.current} were already, ${done.unopened} do not open with this key.`);
  if (done.unopened > 0) process.exitCode = 1;
}

async function retire({ officer, json: wantsJson }: JsonOption & { readonly officer: string }): Promise<void> {
  const done = await withApp(async (app) =>
    app.identity.retireCustodian(app.command, await app.access.officerByUsername(app.command, { username: officer })),
  );
  if (wantsJson) json(done);
  else out(`${done.keys} keys ended; ${done.toReseal} identities wait for minhxet vault rotate.`);
}

async function recover(options: RecoverOptions): Promise<void> {
  const file = path.resolve(options.out);
  if (existsSync(file)) throw misused("exists", `${file} is there already.`);
  const keys = await keysFromInput();
  const sum = { recovered: 0, unopened: 0 };
  await withApp(async (app) => {
    const agencyId = options.agency === undefined ? undefined : await agencyIdOf(app, options.agency);
    const target = openSync(file, "wx", 0o600);
    try {
      for await (const line of app.identity.recover(app.command, { agencyId, keys, purpose: options.purpose })) {
        writeSync(target, `${JSON.stringify(line)}\n`);
        sum[line.identity === null ? "unopened" : "recovered"] += 1;
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  });
  if (options.json) json({ file, ...sum });
  else out(`${sum.recovered} identities in ${file}; ${sum.unopened} do not open with this key.`);
}

/** One private key on each line; never an argument, which other users of the machine could read. */
async function keysFromInput(): Promise<string[]> {
  if (process.stdin.isTTY) tell("Private key (AGE-SECRET-KEY-1…), then Ctrl-D:");
  let text = "";
  for await (const part of process.stdin) text += String(part);
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
