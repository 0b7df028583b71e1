import { createHash } from "node:crypto";
import type { CivilDate } from "../../../time/civil-date.ts";
import { foldVietnamese } from "../../people/index.ts";

export interface DigestInput {
  readonly agency: string;
  readonly receivedOn: CivilDate;
  readonly registerNo: string;
  /** Column 3 and the identity numbers; empty on a sealed row. */
  readonly person: string;
  readonly ids: readonly string[];
  /** Redacted on a sealed row. */
  readonly content: string;
  readonly sealed: boolean;
  /** 1 for the first row of the sheet with this meaning, 2 for the second …: registers without numbers repeat themselves. */
  readonly occurrence: number;
}

/**
 * SHA-256 (hex) of what makes a visit this visit: agency, date, number in the register, people, content. Spelling
 * (NFC, NFD, diacritics, case, spaces, punctuation) and the columns that are filled in later (8 to 13) do not count,
 * so a register imported again next month adds only its new rows. A sealed row's digest holds nothing of the
 * denouncer: a hash of a name can be tried out.
 */
export function rowDigest(input: DigestInput): string {
  const parts = [
    "register-row/1",
    input.sealed ? "sealed" : "open",
    input.agency,
    input.receivedOn,
    registerNoKey(input.registerNo),
    input.sealed ? "" : letters(input.person),
    input.sealed ? "" : input.ids.map(letters).join(","),
    letters(input.content),
    String(input.occurrence),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** "Người tố cáo 2026-K7QX3M": the same for the same row, and telling nothing about the person. */
export function pseudonymOf(digest: string, receivedOn: CivilDate): string {
  const hash = createHash("sha256").update(`pseudonym/1:${digest}`).digest();
  const code = Array.from(hash.subarray(0, 6), (byte) => BASE32[byte % 32]).join("");
  return `Người tố cáo ${receivedOn.slice(0, 4)}-${code}`;
}

const letters = (text: string): string => foldVietnamese(text).replace(/[^\p{L}\p{N}]+/gu, "");

const registerNoKey = (text: string): string => letters(text).replace(/^0+(?=\d)/, "");
