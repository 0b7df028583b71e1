import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import * as z from "zod";
import { keyId, publicKeyText } from "../audit/index.ts";

/** What the QR code of a receipt says; nothing in it is about a person. */
export interface ReceiptStatement {
  readonly code: string;
  /** Date and hour in Viet Nam, "2026-11-24T09:05:11+07:00". */
  readonly at: string;
  /** Code of the office. */
  readonly agency: string;
  /** SHA-256 of what was filed (`filedText`), base64url. */
  readonly digest: string;
}

/** Where the private key comes from is the server's matter. */
export interface ReceiptKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const mark = "MX1";
const separator = "|";

/** "MX1.<statement>.<signature>", both base64url; the statement is code|at|agency|digest|key id. Ed25519: the same facts give the same text. */
export function signReceipt(said: ReceiptStatement, key: ReceiptKey): string {
  const id = keyId(publicKeyText(key.publicKey));
  const body = Buffer.from([said.code, said.at, said.agency, said.digest, id].join(separator));
  return [mark, body.toString("base64url"), sign(null, signedBytes(body), key.privateKey).toString("base64url")].join(
    ".",
  );
}

/** A signature of ours over something else is none over a receipt. */
const signedBytes = (body: Buffer): Buffer => Buffer.concat([Buffer.from("minh-xet/receipt/1\n"), body]);

const statementParts = z.tuple([
  z.string().regex(/^[\p{L}\d.-]{1,60}$/u),
  z.iso.datetime({ offset: true }),
  z.string().regex(/^[\p{L}\d.-]{1,40}$/u),
  z.string().regex(/^[\w-]{43}$/),
  z.string().regex(/^[0-9a-f]{16}$/),
]);

export type ReceiptFault =
  /** No text of a receipt is in it. */
  | "no-receipt"
  /** The text is not what a receipt says. */
  | "unreadable"
  /** Signed by a key that is not one of those believed. */
  | "unknown-key"
  /** Changed after it was signed. */
  | "signature";

export type VerifiedReceipt =
  | { readonly valid: true; readonly keyId: string; readonly statement: ReceiptStatement }
  | { readonly valid: false; readonly fault: ReceiptFault; readonly keyId?: string };

/** Holds the text of a QR code, an address with it, or the bytes of a PDF against public keys (SPKI in base64). Needs nothing else. */
export function verifyReceipt(given: string | Uint8Array, publicKeys: readonly string[]): VerifiedReceipt {
  const found = receiptText(given);
  if (!found) return { valid: false, fault: "no-receipt" };
  const [, body = "", signature = ""] = found.split(".");
  const bytes = Buffer.from(body, "base64url");
  const parts = statementParts.safeParse(bytes.toString("utf8").split(separator));
  if (!parts.success) return { valid: false, fault: "unreadable" };
  const [code, at, agency, digest, id] = parts.data;
  const spki = publicKeys.find((each) => keyId(each) === id);
  if (!spki) return { valid: false, fault: "unknown-key", keyId: id };
  const key = createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
  if (!verify(null, signedBytes(bytes), key, Buffer.from(signature, "base64url")))
    return { valid: false, fault: "signature", keyId: id };
  return { valid: true, keyId: id, statement: { code, at, agency, digest } };
}

/**
 * The signed text in whatever was given. A receipt's PDF holds it in its metadata, which PDF/A keeps uncompressed: no
 * parser reads what a stranger uploads.
 */
function receiptText(given: string | Uint8Array): string | undefined {
  const text = typeof given === "string" ? given : Buffer.from(given).toString("latin1");
  const whole = /MX1\.[\w-]{40,600}\.[\w-]{86}(?![\w-])/;
  // What was copied from paper may be broken into lines.
  return whole.exec(text)?.[0] ?? (text.length < 4000 ? whole.exec(text.replace(/\s+/g, ""))?.[0] : undefined);
}

/** Whether a text is what the receipt's digest was made from. */
export const isFiledText = (text: string | Uint8Array, digest: string): boolean =>
  createHash("sha256").update(text).digest("base64url") === digest;
