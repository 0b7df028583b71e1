import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { VerifiedReceipt } from "../casework/filing/index.ts";
import { asJson, FAILED, type JsonOption, json, misused, out } from "./output.ts";
import { readPublicKey } from "./trail-commands.ts";

interface VerifyOptions extends JsonOption {
  readonly key?: readonly string[];
  readonly filed?: string;
}

export function addReceiptCommands(program: Command): void {
  program
    .command("receipt")
    .description("receipts of what citizens filed")
    .command("verify")
    .argument("<file>", "the receipt as PDF, or the text of its QR code; - reads standard input")
    .description("says what a receipt proves, without the database; exit code 1 when it does not hold")
    .option("--key <file...>", "public keys kept elsewhere (PEM, or the JSON of /api/v1/receipts/key)")
    .option("--filed <file>", "the text that was filed, as the citizen downloaded it")
    .addOption(asJson())
    .action(verify);
}

async function verify(file: string, options: VerifyOptions): Promise<void> {
  const { isFiledText, verifyReceipt } = await import("../server/receipt-check.ts");
  const keys = options.key?.map(readPublicKey) ?? (await ownKeys());
  const answer = verifyReceipt(bytesOf(file), keys);
  const isFiled =
    options.filed !== undefined && answer.valid
      ? isFiledText(bytesOf(options.filed), answer.statement.digest)
      : undefined;
  if (options.json) json({ ...answer, ...(isFiled === undefined ? {} : { filed: isFiled }) });
  else for (const line of inWords(answer, isFiled)) out(line);
  if (!answer.valid || isFiled === false) process.exitCode = FAILED;
}

function inWords(answer: VerifiedReceipt, isFiled: boolean | undefined): readonly string[] {
  if (!answer.valid) return [`NOT VALID: ${faults[answer.fault]}${answer.keyId ? ` (key ${answer.keyId})` : ""}`];
  const { code, at, agency, digest } = answer.statement;
  return [
    `VALID, signed by key ${answer.keyId}`,
    `Petition ${code} was filed at ${at} with ${agency}.`,
    `SHA-256 of what was filed: ${digest}`,
    ...(isFiled === undefined
      ? []
      : [isFiled ? "The text given is what was filed." : "The text given is NOT what was filed."]),
  ];
}

const faults = {
  "no-receipt": "there is no text of a receipt in it",
  unreadable: "the text is not what a receipt says",
  "unknown-key": "it was signed by a key that is not one of those believed",
  signature: "it was changed after it was signed",
} as const;

/** This installation's key, from its file: the database is not asked. */
async function ownKeys(): Promise<readonly string[]> {
  const [{ readConfig }, { ownReceiptKeys }] = await Promise.all([
    import("../server/config.ts"),
    import("../server/receipt-check.ts"),
  ]);
  const { receiptKey, dataDir } = readConfig(process.env);
  const keys = ownReceiptKeys(receiptKey, dataDir);
  if (keys.length === 0)
    throw misused("no-key", "There is no key of this installation here: give the published one with --key.");
  return keys;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch {
    throw misused("file", `${file} cannot be read.`);
  }
}
