import { sql } from "kysely";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { keyId, parseStatement, type RootStatement, type SignedRoot } from "./statement.ts";

/** A root as it is published. */
export interface PublishedRoot {
  readonly no: number;
  readonly on: CivilDate;
  readonly hash: string;
  /** The signed bytes. */
  readonly statement: string;
  readonly signature: string;
  readonly says: RootStatement | null;
  readonly keyId: string | null;
}

const columns = sql`no, on_date as "on", daily, statement, hash, signature`;

export async function rootsAfter(tx: Trx, no: number, limit: number): Promise<readonly SignedRoot[]> {
  const { rows } = await sql<SignedRoot>`
    select ${columns} from trail_root where no > ${no} order by no limit ${limit}`.execute(tx);
  return rows;
}

export async function lastRoot(tx: Trx): Promise<SignedRoot | undefined> {
  const { rows } = await sql<SignedRoot>`select ${columns} from trail_root order by no desc limit 1`.execute(tx);
  return rows[0];
}

/** Published roots, the newest first: at most 400 before number `before`. */
export async function publishedRoots(
  setting: Setting,
  { before = 2 ** 31 - 1, limit = 400 }: { readonly before?: number; readonly limit?: number },
): Promise<readonly PublishedRoot[]> {
  const rows = await transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const found = await sql<SignedRoot>`
        select ${columns} from trail_root where no < ${before} order by no desc limit ${Math.min(limit, 400)}`.execute(
        tx,
      );
      return found.rows;
    },
    { readOnly: true },
  );
  return rows.map(published);
}

function published({ no, on, hash, statement, signature }: SignedRoot): PublishedRoot {
  const says = parseStatement(statement) ?? null;
  return {
    no,
    on,
    hash: hash.toString("hex"),
    statement,
    signature: signature.toString("base64"),
    says,
    keyId: says && keyId(says.key),
  };
}
