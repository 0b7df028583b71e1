import { createHash, type Hash } from "node:crypto";
import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import { type Leaf, leafHash } from "./merkle.ts";

export interface KeptLeaf extends Leaf {
  readonly root_no: number;
}

const pageSize = 10_000;

/** Leaves of a kind as every root up to `until` saw them, chain after chain, the oldest first. */
export async function* keptLeaves(
  setting: Pick<Setting, "store">,
  asker: Asker,
  kind: string,
  until: number,
): AsyncGenerator<readonly KeptLeaf[]> {
  let chain: KeptLeaf[] = [];
  let after: { id: string; no: number } | undefined;
  for (;;) {
    const from = after;
    const { rows } = await transaction(
      setting.store,
      asker,
      (tx) =>
        sql<KeptLeaf>`
        select kind, id, root_no, count, first, head from trail_leaf
        where kind = ${kind} and root_no <= ${until} and ${from ? sql`(id, root_no) > (${from.id}, ${from.no}::int)` : sql`true`}
        order by id, root_no limit ${pageSize}`.execute(tx),
      { readOnly: true },
    );
    for (const leaf of rows) {
      if (chain[0] && chain[0].id !== leaf.id) {
        yield chain;
        chain = [];
      }
      chain.push(leaf);
      after = { id: leaf.id, no: leaf.root_no };
    }
    if (rows.length < pageSize) break;
  }
  if (chain.length > 0) yield chain;
}

/** The leaves that one root added, in order. */
export async function* addedLeaves(
  setting: Pick<Setting, "store">,
  asker: Asker,
  root: number,
): AsyncGenerator<KeptLeaf> {
  let after: KeptLeaf | undefined;
  for (;;) {
    const from = after;
    const { rows } = await transaction(
      setting.store,
      asker,
      (tx) =>
        sql<KeptLeaf>`
        select kind, id, root_no, count, first, head from trail_leaf
        where root_no = ${root} and ${from ? sql`(kind, id) > (${from.kind}, ${from.id})` : sql`true`}
        order by kind, id limit ${pageSize}`.execute(tx),
      { readOnly: true },
    );
    yield* rows;
    after = rows.at(-1);
    if (rows.length < pageSize) return;
  }
}

/** Digest over leaves in their order. */
export class LeavesDigest {
  private readonly hash: Hash = createHash("sha256");
  add(leaf: Leaf): void {
    this.hash.update(leafHash(leaf));
  }
  hex(): string {
    return this.hash.digest("hex");
  }
}

export async function addLeaves(
  setting: Pick<Setting, "store">,
  asker: Asker,
  no: number,
  leaves: readonly Leaf[],
): Promise<void> {
  if (leaves.length === 0) return;
  const of = <T>(take: (leaf: Leaf) => T) => leaves.map(take);
  await transaction(setting.store, asker, (tx) =>
    sql`
      insert into trail_leaf (kind, id, root_no, count, first, head)
      select k, i, ${no}::int, c, decode(f, 'hex'), decode(h, 'hex')
      from unnest(${of((l) => l.kind)}::text[], ${of((l) => l.id)}::text[], ${of((l) => l.count)}::int[],
        ${of((l) => l.first.toString("hex"))}::text[], ${of((l) => l.head.toString("hex"))}::text[]) as r(k, i, c, f, h)`.execute(
      tx,
    ),
  );
}
