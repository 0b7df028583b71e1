import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { canonicalJson } from "./chain.ts";
import { leafHash, type PathStep, pathOf } from "./merkle.ts";

/**
 * What a receipt's holder takes away: from the registration by hashes to a signed root. docs/check-receipt.mjs checks it
 * with nothing but this and the published key.
 */
export interface ReceiptTrail {
  /** The first root that covered the registration. */
  readonly firstRoot: { readonly no: number; readonly on: CivilDate };
  /** The registration as it was chained: canonical JSON. */
  readonly registration: string;
  readonly leaf: {
    readonly kind: string;
    readonly id: string;
    readonly count: number;
    readonly first: string;
    readonly head: string;
  };
  readonly path: readonly PathStep[];
  /** The root under which the path ends: the last one. */
  readonly root: { readonly statement: string; readonly signature: string; readonly hash: string };
}

interface Row {
  id: string;
  run: number;
  firstRoot: { no: number; on: CivilDate };
  statement: string;
  signature: string;
  hash: string;
  entry: object;
  runs: string[];
  leaves: ReceiptTrail["leaf"][];
}

/** Null for a wrong code or secret, and as long as no root covers the registration. */
export async function receiptTrail(
  setting: Setting,
  input: { readonly code: string; readonly secretHash: Buffer },
): Promise<ReceiptTrail | null> {
  const { rows } = await transaction(
    setting.store,
    "nobody",
    (tx) =>
      sql<{ answer: Row | null }>`select app.receipt_trail(${input.code}, ${input.secretHash}) as answer`.execute(tx),
    { readOnly: true },
  );
  const row = rows[0]?.answer;
  const at = row?.leaves.findIndex(({ kind, id }) => kind === "petition" && id === row.id) ?? -1;
  const leaf = row?.leaves[at];
  if (!row || !leaf) return null;
  const bytes = (text: string) => Buffer.from(text, "hex");
  const hashes = row.leaves.map((each) => leafHash({ ...each, first: bytes(each.first), head: bytes(each.head) }));
  return {
    firstRoot: row.firstRoot,
    registration: canonicalJson(row.entry),
    leaf,
    path: [...pathOf(hashes, at), ...pathOf(row.runs.map(bytes), row.run)],
    root: { statement: row.statement, signature: row.signature.replaceAll("\n", ""), hash: row.hash },
  };
}
