import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import type { ChainFault, HeldAgainst, TrailReport, Unproven } from "../casework/audit/index.ts";
import { asJson, FAILED, type JsonOption, json, misused, out, tell } from "./output.ts";
import { withApp } from "./with-app.ts";

interface VerifyOptions extends JsonOption {
  readonly key?: readonly string[];
  readonly roots?: string;
}

export function addTrailCommands(program: Command): void {
  const audit = program.command("audit").description("the trail of what was done");
  audit
    .command("verify")
    .description("holds every chain of the trail against what was signed; exit code 1 when one does not hold")
    .option("--key <file...>", "public keys kept elsewhere (PEM, or the JSON of /api/v1/trail/key)")
    .option("--roots <file>", "roots kept elsewhere, as /api/v1/trail/roots gave them")
    .addOption(asJson())
    .action(verifyTrail);
  audit
    .command("root")
    .description("makes a root over every chain now and signs it")
    .addOption(asJson())
    .action(makeRoot);
  audit
    .command("key")
    .description("shows the public key that signs the roots, or makes a new key")
    .option("--new <file>", "writes a new private key into this file, which must not exist")
    .addOption(asJson())
    .action(showKey);
}

async function verifyTrail(options: VerifyOptions): Promise<void> {
  const against: HeldAgainst = {
    ...(options.key ? { keys: options.key.map(readPublicKey), keyGiven: true } : {}),
    ...(options.roots ? { roots: readRoots(options.roots) } : {}),
  };
  const answer = await withApp((app) => app.audit.verifyTrail(app.command, against));
  if (options.json) json(answer);
  else for (const line of inWords(answer)) out(line);
  if (answer.faults.length > 0) process.exitCode = FAILED;
}

function inWords(answer: TrailReport): readonly string[] {
  const { lastRoot, faults } = answer;
  return [
    `${answer.chains} chains, ${answer.rows} rows, ${answer.roots} roots, ${faults.length} faults`,
    lastRoot
      ? `Held against root ${lastRoot.no} of ${lastRoot.on} (${lastRoot.hash}) and those before it.`
      : "There is no root yet.",
    ...faults.map((each) => `${each.table} ${each.subjectId} row ${each.seq}: ${faultWords[each.fault]}`),
    "This check cannot prove:",
    ...answer.unproven.map((each) => `- ${unprovenWords(each, answer)}`),
  ];
}

const faultWords: Readonly<Record<ChainFault["fault"], string>> = {
  changed: "this row was changed",
  "missing-before": "a row before this one is missing",
  rewritten: "the chain fits in itself but is not what a root signed: it was written anew",
  "cut-off": "the chain is shorter than a root says: its end was cut off here",
  removed: "the whole chain that a root covers is gone",
  inserted: "this row is dated before the last root but not covered by it: it was put there later",
  "root-changed": "this root was changed, or does not follow the one before",
  "root-missing": "this root is missing",
  "root-differs": "this root is not the one that was published",
  signature: "the signature of this root is not by the key it names",
  "unknown-key": "this root was signed by a key that is not one of those believed",
  "leaves-changed": "what is kept of the chains under this root is not what was signed",
};

function unprovenWords(what: Unproven, { rowsAfter, lastRoot }: TrailReport): string {
  switch (what) {
    case "no-root":
      return "that no chain was cut off at its end, removed or written anew: nothing was signed yet.";
    case "rows-after-last-root":
      return lastRoot
        ? `of the ${rowsAfter} rows after root ${lastRoot.no}, more than that each chain fits in itself: such a chain can be cut off or written anew.`
        : `of ${rowsAfter} rows, more than that each chain fits in itself.`;
    case "texts":
      return "that the texts kept apart from the events are those whose digests stand in them, or that what was entered was true.";
    case "roots-not-compared":
      return "that the newest roots were not taken away together with their rows: compare with roots kept elsewhere (--roots).";
    case "key-not-given":
      return "that the key of this installation was not exchanged: compare with a key kept elsewhere (--key).";
  }
}

async function makeRoot(options: JsonOption): Promise<void> {
  const made = await withApp((app) => {
    if (app.audit.warning) tell(app.audit.warning.en);
    return app.audit.makeRoot(app.command, { daily: false });
  });
  if (!made) throw misused("root-in-work", "Another root is being made.");
  if (options.json) json(made);
  else {
    out(`Root ${made.no} of ${made.on}: ${made.chains} chains, ${made.rows} rows.`);
    out(made.hash);
    if (made.broken > 0) out(`${made.broken} chains do not continue what was signed before: see minhxet audit verify.`);
  }
  if (made.broken > 0) process.exitCode = FAILED;
}

async function showKey(options: JsonOption & { readonly new?: string }): Promise<void> {
  if (options.new) {
    const { makeKeyFile } = await import("../server/trail-key.ts");
    const file = path.resolve(options.new);
    if (!makeKeyFile(file)) throw misused("exists", `${file} is there already.`);
    const pem = createPublicKey(readFileSync(file)).export({ type: "spki", format: "pem" }).toString();
    return options.json ? json({ file, pem }) : out(pem.trim());
  }
  const key = await withApp(async (app) => app.audit.publishedKey());
  if (!key) throw misused("no-key", "There is no key where MINHXET_TRAIL_KEY says.");
  if (options.json) return json(key);
  out(`Key ${key.keyId}`);
  out(key.pem.trim());
}

const keyFile = z.object({ publicKey: z.string() });
const rootsFile = z.object({ roots: z.array(z.object({ no: z.int(), statement: z.string() })) });

/** SPKI in base64, from PEM or from what an address of ours publishes. */
export function readPublicKey(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.trimStart().startsWith("{")) return keyFile.parse(JSON.parse(text)).publicKey;
    return createPublicKey(text).export({ type: "spki", format: "der" }).toString("base64");
  } catch {
    throw misused("key", `${file} holds no public key.`);
  }
}

function readRoots(file: string) {
  try {
    return rootsFile.parse(JSON.parse(readFileSync(file, "utf8"))).roots;
  } catch {
    throw misused("roots", `${file} holds no roots as /api/v1/trail/roots gives them.`);
  }
}
