import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { filedDigest } from "../casework/filing/filing.ts";
import { signReceipt } from "../casework/filing/receipt-statement.ts";
import { runProgram } from "../server/testing-process.ts";

// Whole programs start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "minhxet-receipt-"));
const fileOf = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const keys = generateKeyPairSync("ed25519");
const key = fileOf("key.pem", keys.publicKey.export({ type: "spki", format: "pem" }).toString());
const said = { code: "TT.A-26-00001", at: "2026-11-24T09:05:11+07:00", agency: "TT.A", digest: filedDigest("đã nộp") };
const receipt = fileOf("receipt.txt", signReceipt(said, keys));

/** The data folder is empty: nothing but the files given is looked at. */
async function verify(...args: string[]) {
  const program = await runProgram("src/cli/main.ts", ["receipt", "verify", ...args, "--json"], {
    MINHXET_DATA: folder,
  });
  return { code: program.code, answer: JSON.parse(program.stdout) };
}

test("a receipt is checked with the published key alone, and the text that was filed with it", async () => {
  expect(await verify(receipt, "--key", key, "--filed", fileOf("filed", "đã nộp"))).toMatchObject({
    code: 0,
    answer: { valid: true, statement: said, filed: true },
  });
  expect(await verify(receipt, "--key", key, "--filed", fileOf("other", "khác"))).toMatchObject({
    code: 1,
    answer: { filed: false },
  });
});

test("another hour, another key and no receipt at all end with exit code 1; no key with 2", async () => {
  const stranger = generateKeyPairSync("ed25519");
  const forged = fileOf("forged.txt", signReceipt(said, stranger));
  expect(await verify(forged, "--key", key)).toMatchObject({ code: 1, answer: { fault: "unknown-key" } });
  const [mark, body = "", signature] = signReceipt(said, keys).split(".");
  const later = Buffer.from(Buffer.from(body, "base64url").toString().replace("T09", "T08")).toString("base64url");
  const moved = fileOf("moved.txt", [mark, later, signature].join("."));
  expect(await verify(moved, "--key", key)).toMatchObject({ code: 1, answer: { fault: "signature" } });
  expect(await verify(fileOf("nothing.txt", "giấy khác"), "--key", key)).toMatchObject({ code: 1 });
  expect(await verify(receipt)).toMatchObject({ code: 2, answer: { error: { code: "no-key" } } });
});
